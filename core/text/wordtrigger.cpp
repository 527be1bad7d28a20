// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordtrigger.h"

#include "core/text/codespans.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr qsizetype kReach = 60; ///< characters between the sign and the cursor
constexpr qsizetype kSpaces = 3;

/// Where a sign may stand: at the beginning of a word.
bool beginsWord(const QString &text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    return before.isSpace() || QStringView(u"([{\"'’“«,;*_>").contains(before);
}

bool mayFollow(WordTrigger::Kind kind, const QString &word)
{
    if (word.isEmpty())
        return true;
    const QChar first = word.front();
    // "::1" is an address, "#1042" a ticket.
    const bool fits = kind == WordTrigger::Kind::Canned ? first.isLetter() : first.isLetterOrNumber();
    if (!fits || word.back().isSpace() || word.count(QLatin1Char(' ')) > kSpaces)
        return false;
    if (kind != WordTrigger::Kind::Ticket || !first.isDigit())
        return true;
    // A number is one word: what follows it is the sentence.
    return std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.isLetterOrNumber(); });
}

std::optional<WordTrigger::Kind> signAt(const QString &text, qsizetype begin, qsizetype *length)
{
    *length = 1;
    const QChar sign = text.at(begin);
    const bool twice = begin + 1 < text.size() && text.at(begin + 1) == sign;
    if (sign == QLatin1Char('@'))
        return twice ? std::nullopt : std::optional(WordTrigger::Kind::Person);
    if (sign == QLatin1Char('#'))
        return twice ? std::nullopt : std::optional(WordTrigger::Kind::Ticket);
    *length = 2;
    if (sign != QLatin1Char(':') || !twice)
        return std::nullopt;
    const bool thrice = begin + 2 < text.size() && text.at(begin + 2) == sign;
    return thrice ? std::nullopt : std::optional(WordTrigger::Kind::Canned);
}

} // namespace

std::optional<WordTrigger> triggerAt(const QString &text, qsizetype cursor)
{
    if (cursor <= 0 || cursor > text.size()
        || (cursor < text.size() && text.at(cursor).isLetterOrNumber()))
        return std::nullopt;
    const qsizetype first = std::max<qsizetype>(0, cursor - kReach);
    for (qsizetype at = cursor - 1; at >= first && text.at(at) != QLatin1Char('\n'); --at) {
        qsizetype length = 0;
        const auto kind = signAt(text, at, &length);
        if (!kind || at + length > cursor || !beginsWord(text, at))
            continue;
        const QString word = text.mid(at + length, cursor - at - length);
        if (!mayFollow(*kind, word) || isWithin(codeSpans(text), at))
            return std::nullopt;
        return WordTrigger{*kind, at, cursor, word};
    }
    return std::nullopt;
}

} // namespace vigie
