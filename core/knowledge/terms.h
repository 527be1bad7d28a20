// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

/// What tickets and articles have in common: pure functions and values over their texts.
namespace vigie::knowledge {

/// The words of a text that say what it is about, in order, with repetitions: as
/// searchtext::indexWords() cuts and folds them, without numbers, without the commonest words and
/// polite phrases of English and French, singular where a plural ends in "s" or "x". Looks at no
/// more than it needs for `most` words.
[[nodiscard]] QStringList tellingWords(const QString &text, qsizetype most);

/// True for a folded, lower-case word that tells nothing in English or French.
[[nodiscard]] bool isCommonWord(const QString &word);

/// How rare words are in a collection of texts: the inverse document frequency. A value; reading it
/// is safe from any thread.
class WordRarity
{
public:
    /// Takes one text into account, given by its tellingWords().
    void add(const QStringList &words);
    [[nodiscard]] qsizetype texts() const { return m_texts; }
    /// ln(1 + texts / (1 + texts with the word)), the same for all words while nothing was added.
    [[nodiscard]] double weight(const QString &word) const;
    /// The weights of all words of a set.
    [[nodiscard]] double weight(const QSet<QString> &words) const;

private:
    QHash<QString, int> m_counts;
    qsizetype m_texts = 0;
};

} // namespace vigie::knowledge
