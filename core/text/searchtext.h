// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Text as the full-text index sees it, and questions that a person types turned into questions
/// that the index understands. Pure functions.
namespace vigie::searchtext {

/// What is indexed and asked: without accents (the index knows only the Latin ones), ligatures
/// taken apart (œ→oe, æ→ae, ß→ss), composed form. Case is left to the index's tokenizer.
[[nodiscard]] QString fold(const QString &text);

/// The key by which names are found and sorted: folded, lower case, without accents, spaces
/// simplified.
[[nodiscard]] QString nameKey(const QString &text);

/// One question, compiled. Both expressions are safe FTS5 MATCH texts: every word is quoted, so
/// that nothing a person types is an operator or a syntax error. Empty = matches nothing.
struct Query {
    QString subject; ///< last word as a beginning from 2 letters on (the index has prefixes)
    QString body;    ///< last word as a beginning from 4 letters on (it has none)
    /// What to mark in excerpts, as nameKey() words; the last one marks beginnings.
    QStringList words;

    [[nodiscard]] bool isEmpty() const { return subject.isEmpty(); }
};

/// Words are AND-ed; "quoted words" and identifiers such as INC-0042 or an e-mail address are
/// phrases; the last word counts as a beginning unless the text ends with a space or a quote.
/// At most 16 words of 64 characters are looked at.
[[nodiscard]] Query compile(const QString &text);

/// A question for texts that say something of the same kind.
struct Likeness {
    QString match;     ///< FTS5 MATCH text: any of the words, as beginnings; empty = nothing to ask
    QStringList words; ///< nameKey() words, each once

    /// How many of the words begin a word of the text.
    [[nodiscard]] int countIn(const QString &text) const;
};

/// The telling words of a text: of 4 letters or more, without the commonest ones of English and
/// French; at most 16.
[[nodiscard]] Likeness likeness(const QString &text);

/// A word, an identifier such as INC-0042 or several words in a row: what one term of a query
/// looks for.
struct Phrase {
    QStringList words;  ///< as the index compares them; empty = there is nothing to look for
    QString subject;    ///< safe FTS5 MATCH text for titles, names and numbers
    QString body;       ///< the same for messages
    bool beginsInSubject = false; ///< the last word counts as a beginning there
    bool beginsInBody = false;

    bool operator==(const Phrase &) const = default;
};

/// `beginning` = the last word may go on; short ones stay whole words, as in compile().
[[nodiscard]] Phrase phraseOf(const QString &text, bool beginning);

/// The words of a text as the index compares them: folded, cut where FTS5 cuts, lower case.
[[nodiscard]] QStringList indexWords(const QString &text);

/// Whether `words` follow one another in an indexed text; `beginning` as in Phrase.
[[nodiscard]] bool contains(const QStringList &textWords, const QStringList &words, bool beginning);

/// About 160 characters around the first match, on one line, matches between U+0002 and U+0003.
/// Without a match: the beginning of the text.
[[nodiscard]] QString excerpt(const QString &text, const QStringList &words);

} // namespace vigie::searchtext
