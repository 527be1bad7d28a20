// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spell/dictionary.h"

#include <QHash>
#include <QSet>

namespace vigie::spell {

/// What was found out about some words.
struct Verdict {
    QString language;    ///< of the dictionary that was asked; empty = there is none
    QSet<QString> wrong; ///< of the words
};

/// Loads dictionaries when they are needed and asks them. Used by one thread, which should not be
/// the GUI's.
class Speller
{
public:
    explicit Speller(const QStringList &folders) : m_files(dictionariesIn(folders)) {}

    /// As the dictionaries are called.
    [[nodiscard]] QStringList languages() const;
    /// Which of the words the language does not have. An empty language means the one of
    /// `likely` (BCP 47 or POSIX names, best first) that knows most of them; those that have no
    /// dictionary here are left out, and when all are, the first that is here is taken.
    [[nodiscard]] Result<Verdict> check(const QStringList &words, const QString &language,
                                        const QStringList &likely);
    [[nodiscard]] Result<QStringList> suggestions(const QString &word, const QString &language,
                                                  int most);

private:
    [[nodiscard]] Result<Dictionary *> load(const QString &language);
    [[nodiscard]] QStringList candidates(const QStringList &likely) const;

    QList<DictionaryFiles> m_files;
    QHash<QString, std::shared_ptr<Dictionary>> m_loaded;
};

/// The dictionary among `have` that fits a language best: "fr-CA" fits "fr_CA", then "fr", then
/// "fr_FR"; empty when none does.
[[nodiscard]] QString fitting(const QString &language, const QStringList &have);

} // namespace vigie::spell
