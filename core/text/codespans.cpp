// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/codespans.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr qsizetype kFence = 3;
constexpr qsizetype kIndent = 4;

struct Fence {
    QChar mark;
    qsizetype length = 0; ///< 0 = no fence
};

qsizetype runAt(QStringView line, qsizetype at)
{
    qsizetype end = at;
    while (end < line.size() && line[end] == line[at])
        ++end;
    return end - at;
}

/// Columns of white space at the beginning; a tab is worth an indented block.
qsizetype indentOf(QStringView line)
{
    qsizetype columns = 0;
    for (const QChar c : line) {
        if (c == QLatin1Char('\t'))
            return kIndent;
        if (c != QLatin1Char(' '))
            break;
        ++columns;
    }
    return columns;
}

Fence fenceIn(QStringView line)
{
    const QStringView rest = line.trimmed();
    if (indentOf(line) >= kIndent || rest.isEmpty())
        return {};
    const QChar mark = rest.front();
    if (mark != QLatin1Char('`') && mark != QLatin1Char('~'))
        return {};
    const qsizetype length = runAt(rest, 0);
    // "```a```" on one line is code between backticks.
    const bool inlineCode = mark == QLatin1Char('`') && rest.mid(length).contains(mark);
    return length < kFence || inlineCode ? Fence() : Fence{mark, length};
}

bool closes(QStringView line, const Fence &fence)
{
    const QStringView rest = line.trimmed();
    return !rest.isEmpty() && rest.front() == fence.mark && runAt(rest, 0) == rest.size()
        && rest.size() >= fence.length;
}

bool isListItem(QStringView line)
{
    const QStringView rest = line.trimmed();
    if (rest.size() < 2)
        return false;
    if (QStringView(u"-*+").contains(rest.front()))
        return rest[1].isSpace();
    qsizetype digits = 0;
    while (digits < rest.size() && rest[digits].isDigit())
        ++digits;
    return digits > 0 && digits + 1 < rest.size()
        && (rest[digits] == QLatin1Char('.') || rest[digits] == QLatin1Char(')'))
        && rest[digits + 1].isSpace();
}

void addInline(QStringView line, qsizetype offset, QList<Span> &spans)
{
    qsizetype at = line.indexOf(QLatin1Char('`'));
    while (at >= 0) {
        const qsizetype length = runAt(line, at);
        qsizetype end = line.size();
        for (qsizetype i = line.indexOf(QLatin1Char('`'), at + length); i >= 0;) {
            const qsizetype run = runAt(line, i);
            if (run == length) {
                end = i + run;
                break;
            }
            i = line.indexOf(QLatin1Char('`'), i + run);
        }
        spans.append({offset + at, offset + end});
        at = line.indexOf(QLatin1Char('`'), end);
    }
}

} // namespace

QList<Span> codeSpans(const QString &text)
{
    QList<Span> spans;
    Fence fence;
    qsizetype fenceBegin = 0;
    bool blankBefore = true;
    bool indented = false; // in an indented block
    bool inList = false;
    for (qsizetype begin = 0; begin <= text.size();) {
        const qsizetype next = text.indexOf(QLatin1Char('\n'), begin);
        const qsizetype end = next < 0 ? text.size() : next;
        const QStringView line = QStringView(text).mid(begin, end - begin);
        const bool blank = line.trimmed().isEmpty();
        if (fence.length > 0) {
            if (closes(line, fence)) {
                spans.append({fenceBegin, end});
                fence = {};
            }
        } else if (const Fence opened = fenceIn(line); opened.length > 0) {
            fence = opened;
            fenceBegin = begin;
            indented = false;
        } else if (!blank) {
            indented = indentOf(line) >= kIndent && !inList && (blankBefore || indented);
            if (indented) {
                spans.append({begin, end});
            } else {
                inList = isListItem(line) || (inList && indentOf(line) > 0);
                addInline(line, begin, spans);
            }
        }
        blankBefore = blank;
        begin = end + 1;
    }
    if (fence.length > 0)
        spans.append({fenceBegin, text.size()});
    return spans;
}

bool isWithin(const QList<Span> &spans, qsizetype at)
{
    const auto after = std::upper_bound(
        spans.cbegin(), spans.cend(), at,
        [](qsizetype place, const Span &span) { return place < span.begin; });
    return after != spans.cbegin() && at < std::prev(after)->end;
}

} // namespace vigie
