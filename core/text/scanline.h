// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace vigie {

/// A half-open stretch of characters of one line.
struct Span {
    qsizetype begin = 0;
    qsizetype end = 0;

    [[nodiscard]] bool contains(const Span &other) const
    {
        return begin <= other.begin && other.end <= end;
    }
    [[nodiscard]] bool touches(const Span &other) const
    {
        return begin < other.end && other.begin < end;
    }
    bool operator==(const Span &) const = default;
};

/// One line as the detectors see it: characters as read, and folded ones (lower case, without
/// accents, one for one), split into words. A tab is a wide gap: between columns, or between a
/// label and its field. Counts how often a character was looked at, which is how the tests prove
/// that no input makes a detector look at a character more than a fixed number of times.
class ScanLine
{
public:
    explicit ScanLine(const QString &text);

    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    /// As read; null outside of the line.
    [[nodiscard]] QChar at(qsizetype i) const;
    /// Lower case and without accents; null outside of the line.
    [[nodiscard]] char16_t folded(qsizetype i) const;
    [[nodiscard]] const QList<Span> &words() const { return m_words; }
    /// The word that holds the character, or an empty stretch there.
    [[nodiscard]] Span wordAt(qsizetype i) const;
    /// Where the column that holds the character ends: at the next tab or the line's end.
    [[nodiscard]] qsizetype columnEnd(qsizetype i) const;
    /// Grown to whole words on both sides.
    [[nodiscard]] Span wholeWords(const Span &span) const;
    [[nodiscard]] QString text(const Span &span) const;

    [[nodiscard]] bool isAlnum(qsizetype i) const;
    [[nodiscard]] bool isDigit(qsizetype i) const;
    /// A decimal digit's value, also of letters that are often read instead of one (O, l, I);
    /// -1 otherwise.
    [[nodiscard]] int digitLike(qsizetype i) const;
    /// True when one of the space-separated lower-case `labels` ends at most two words before
    /// `i` in the same line, as in "Tel. work: 01…".
    [[nodiscard]] bool labelBefore(qsizetype i, QStringView labels) const;

    [[nodiscard]] qint64 looks() const { return m_looks; }

private:
    QString m_text;
    QString m_folded;
    QList<Span> m_words;
    QList<qsizetype> m_wordOf; ///< for each character the index of its word, or -1
    QList<qsizetype> m_tabs;
    mutable qint64 m_looks = 0;
};

/// Lower case and without accents, one character for one.
[[nodiscard]] QString foldedText(const QString &text);

/// True when `word` is one of the space-separated words of `list`.
[[nodiscard]] bool isListed(QStringView word, QStringView list);

} // namespace vigie
