// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <memory>

class Hunspell;

namespace vigie::spell {

/// The two files of one language.
struct DictionaryFiles {
    QString language; ///< as the files are called: "fr", "en_US"
    QString path;     ///< without ".aff" and ".dic"

    bool operator==(const DictionaryFiles &) const = default;
};

/// The dictionaries in these folders, by language; of two for a language the first folder's, and of
/// several names for the same file the shortest. Does not look into them.
[[nodiscard]] QList<DictionaryFiles> dictionariesIn(const QStringList &folders);

/// One loaded dictionary (Hunspell). Used by one thread at a time.
class Dictionary
{
public:
    /// Takes up to a second. NotFound when a file is missing; Invalid when its encoding is none that
    /// we know (UTF-8, ISO 8859-1, ISO 8859-15).
    [[nodiscard]] static Result<std::unique_ptr<Dictionary>> open(const DictionaryFiles &files);
    ~Dictionary();

    /// A word with apostrophes or hyphens is also right when all its parts are.
    [[nodiscard]] bool isRight(const QString &word) const;
    /// Best first; up to 50 ms.
    [[nodiscard]] QStringList suggestions(const QString &word, int most) const;

private:
    enum class Encoding { Utf8, Latin1, Latin9 };

    Dictionary(std::unique_ptr<Hunspell> words, Encoding encoding);
    [[nodiscard]] bool knows(const QString &word) const;

    std::unique_ptr<Hunspell> m_words;
    Encoding m_encoding;
};

} // namespace vigie::spell
