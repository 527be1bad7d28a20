// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/scanline.h"

#include <algorithm>

namespace vigie {

namespace {

QChar foldedChar(QChar c)
{
    if (c.unicode() < 0x80)
        return c.toLower();
    const QString parts = c.decomposition();
    return (parts.isEmpty() ? c : parts.front()).toLower();
}

bool isAsciiDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

} // namespace

QString foldedText(const QString &text)
{
    QString result = text;
    for (QChar &c : result)
        c = foldedChar(c);
    return result;
}

bool isListed(QStringView word, QStringView list)
{
    if (word.isEmpty())
        return false;
    qsizetype at = list.indexOf(word);
    for (; at >= 0; at = list.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        if ((at == 0 || list[at - 1] == u' ') && (end == list.size() || list[end] == u' '))
            return true;
    }
    return false;
}

ScanLine::ScanLine(const QString &text)
    : m_text(text), m_folded(foldedText(text)), m_wordOf(text.size(), -1)
{
    qsizetype begin = -1;
    for (qsizetype i = 0; i <= m_text.size(); ++i) {
        const bool space = i == m_text.size() || m_text[i].isSpace();
        if (!space && begin < 0)
            begin = i;
        if (space && begin >= 0) {
            m_words.append({begin, i});
            begin = -1;
        }
        if (!space)
            m_wordOf[i] = m_words.size();
        else if (i < m_text.size() && m_text[i] == QLatin1Char('\t'))
            m_tabs.append(i);
    }
}

QChar ScanLine::at(qsizetype i) const
{
    ++m_looks;
    return i >= 0 && i < m_text.size() ? m_text[i] : QChar();
}

char16_t ScanLine::folded(qsizetype i) const
{
    ++m_looks;
    return i >= 0 && i < m_folded.size() ? m_folded[i].unicode() : u'\0';
}

Span ScanLine::wordAt(qsizetype i) const
{
    if (i < 0 || i >= m_text.size() || m_wordOf[i] < 0)
        return {i, i};
    return m_words[m_wordOf[i]];
}

qsizetype ScanLine::columnEnd(qsizetype i) const
{
    const auto tab = std::lower_bound(m_tabs.begin(), m_tabs.end(), i);
    return tab == m_tabs.end() ? m_text.size() : *tab;
}

Span ScanLine::wholeWords(const Span &span) const
{
    if (span.begin >= span.end)
        return span;
    return {wordAt(span.begin).begin, std::max(span.end, wordAt(span.end - 1).end)};
}

QString ScanLine::text(const Span &span) const
{
    m_looks += span.end - span.begin;
    return m_text.mid(span.begin, span.end - span.begin);
}

bool ScanLine::isAlnum(qsizetype i) const
{
    return at(i).isLetterOrNumber();
}

bool ScanLine::isDigit(qsizetype i) const
{
    return isAsciiDigit(at(i));
}

int ScanLine::digitLike(qsizetype i) const
{
    const QChar c = at(i);
    if (isAsciiDigit(c))
        return c.unicode() - u'0';
    switch (c.unicode()) {
    case u'O':
    case u'o':
        return 0;
    case u'l':
    case u'I':
    case u'|':
        return 1;
    default:
        return -1;
    }
}

bool ScanLine::labelBefore(qsizetype i, QStringView labels) const
{
    constexpr qsizetype kLongestLabel = 24;
    constexpr int kWordsBack = 3;
    qsizetype end = i;
    for (int word = 0; word < kWordsBack && end > 0; ++word) {
        while (end > 0 && i - end < kLongestLabel && !isAlnum(end - 1))
            --end;
        qsizetype begin = end;
        while (begin > 0 && end - begin < kLongestLabel && isAlnum(begin - 1))
            --begin;
        if (isListed(QStringView(m_folded).mid(begin, end - begin), labels))
            return true;
        end = begin;
    }
    return false;
}

} // namespace vigie
