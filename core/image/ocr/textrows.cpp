// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/ocr/textrows.h"

#include <algorithm>

namespace vigie {

namespace {

/// A gap as wide as this many heights of words separates columns.
constexpr double kColumnGap = 1.7;
/// Signs inside a word, as in "KD-123456", stand apart from its letters in fonts of one width, and
/// are read as words. Spaces are wider than this.
constexpr double kSignGap = 0.38;
/// Words share a row when this much of the lower one's height is beside the other.
constexpr double kSharedHeight = 0.5;
/// Rules and icons are read as very high or very flat words.
constexpr double kMostHeights = 3;

struct OpenRow {
    QList<OcrWord> words;
    int top = 0; ///< of the highest word, as long as there are only signs: dashes are flat
    int bottom = 0;
    bool hasLetters = false;
};

bool isInnerSign(QChar c)
{
    return c == QLatin1Char('-') || c == QLatin1Char('_') || c == QLatin1Char('.')
        || c == QLatin1Char('@') || c == QLatin1Char('/');
}

bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

bool shareHeight(const OcrWord &word, const OpenRow &row)
{
    const QRect &box = word.box;
    const int shared = std::min(box.bottom(), row.bottom) - std::max(box.top(), row.top) + 1;
    const int mine = box.height();
    const int its = row.bottom - row.top + 1;
    const bool comparable = !row.hasLetters || !hasLetters(word.text)
        || std::max(mine, its) <= kMostHeights * std::min(mine, its);
    return comparable && shared >= kSharedHeight * std::min(mine, its);
}

void add(const OcrWord &word, OpenRow &row)
{
    const bool letters = hasLetters(word.text);
    if (row.words.isEmpty() || (letters && !row.hasLetters)
        || (letters && word.box.height() > row.bottom - row.top + 1)) {
        row.top = word.box.top();
        row.bottom = word.box.bottom();
    }
    row.hasLetters = row.hasLetters || letters;
    row.words.append(word);
}

int middleHeight(const QList<OcrWord> &words)
{
    QList<int> heights;
    for (const OcrWord &word : words)
        heights.append(word.box.height());
    std::sort(heights.begin(), heights.end());
    return heights.isEmpty() ? 0 : heights[heights.size() / 2];
}

TextRow written(OpenRow row)
{
    std::sort(row.words.begin(), row.words.end(), [](const OcrWord &a, const OcrWord &b) {
        return a.box.left() < b.box.left();
    });
    const int height = middleHeight(row.words);
    TextRow result;
    for (const OcrWord &word : std::as_const(row.words)) {
        if (!result.words.isEmpty()) {
            const int gap = word.box.left() - result.words.last().box.right() - 1;
            const bool sign = isInnerSign(result.text.back()) || isInnerSign(word.text.front());
            if (gap > kColumnGap * height)
                result.text += QLatin1Char('\t');
            else if (!sign || gap > kSignGap * height)
                result.text += QLatin1Char(' ');
        }
        const qsizetype begin = result.text.size();
        result.text += word.text;
        result.words.append({{begin, result.text.size()}, word.box});
    }
    return result;
}

} // namespace

QRect TextRow::boxOf(const Span &span) const
{
    QRect box;
    for (const Word &word : words) {
        if (word.span.touches(span))
            box = box.united(word.box);
    }
    return box;
}

int TextRow::wordHeight() const
{
    QList<int> heights;
    for (const Word &word : words)
        heights.append(word.box.height());
    std::sort(heights.begin(), heights.end());
    return heights.isEmpty() ? 0 : heights[heights.size() / 2];
}

QList<TextRow> textRows(const QList<OcrLine> &lines)
{
    QList<OcrWord> words;
    for (const OcrLine &line : lines) {
        for (const OcrWord &word : line.words) {
            if (!word.text.isEmpty() && word.box.isValid())
                words.append(word);
        }
    }
    std::stable_sort(words.begin(), words.end(), [](const OcrWord &a, const OcrWord &b) {
        return a.box.center().y() < b.box.center().y();
    });
    QList<OpenRow> rows;
    constexpr qsizetype kRowsBack = 8; // words come from top to bottom
    for (const OcrWord &word : std::as_const(words)) {
        OpenRow *home = nullptr;
        for (qsizetype i = rows.size(); i > 0 && i > rows.size() - kRowsBack && !home; --i) {
            if (shareHeight(word, rows[i - 1]))
                home = &rows[i - 1];
        }
        if (!home) {
            rows.append(OpenRow());
            home = &rows.last();
        }
        add(word, *home);
    }
    QList<TextRow> result;
    for (const OpenRow &row : std::as_const(rows))
        result.append(written(row));
    return result;
}

} // namespace vigie
