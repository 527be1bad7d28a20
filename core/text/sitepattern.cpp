// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sitepattern.h"

#include "core/base/limits.h"

#include <algorithm>

namespace vigie {

namespace {

bool isWildcard(QChar c)
{
    return c == QLatin1Char('*') || c == QLatin1Char('?');
}

bool accepts(QChar wanted, char16_t found)
{
    if (wanted == QLatin1Char('#'))
        return found >= u'0' && found <= u'9';
    if (isWildcard(wanted))
        return !QChar(found).isSpace();
    return wanted == found;
}

/// A star may stand for nothing: whoever waits at it also waits behind it.
quint64 behindStars(const QString &pattern, quint64 states)
{
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == QLatin1Char('*') && (states >> i & 1))
            states |= quint64(1) << (i + 1);
    }
    return states;
}

} // namespace

static_assert(limits::kSitePatternLength < 64, "one bit for each place, and one for the end");

Result<SitePattern> SitePattern::parse(const QString &pattern)
{
    const QString text = foldedText(pattern.simplified());
    if (text.size() > limits::kSitePatternLength)
        return fail(ErrorCode::TooLarge, QStringLiteral("the site pattern is too long"));
    const auto solid = std::count_if(text.begin(), text.end(), [](QChar c) {
        return !isWildcard(c) && !c.isSpace();
    });
    if (solid < 3 || text.startsWith(QLatin1Char('*')))
        return fail(ErrorCode::Invalid, QStringLiteral("the site pattern is too vague"));
    return SitePattern(text);
}

std::optional<Span> SitePattern::matchAt(const ScanLine &line, qsizetype from) const
{
    // All ways through the pattern at once, one bit for each place in it.
    quint64 states = behindStars(m_text, 1);
    const quint64 done = quint64(1) << m_text.size();
    std::optional<Span> found;
    const qsizetype end = std::min(line.size(), from + limits::kSitePatternReach);
    for (qsizetype i = from; i < end && states != 0; ++i) {
        const char16_t c = line.folded(i);
        quint64 next = 0;
        for (qsizetype place = 0; place < m_text.size(); ++place) {
            if (!(states >> place & 1) || !accepts(m_text[place], c))
                continue;
            next |= quint64(1) << (m_text[place] == QLatin1Char('*') ? place : place + 1);
        }
        states = behindStars(m_text, next);
        if (states & done)
            found = Span{from, i + 1};
    }
    return found;
}

} // namespace vigie
