// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdownedit.h"

#include "core/text/codespans.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace vigie::markdown {

namespace {

const QString kFenceLine = QStringLiteral("```");

QString signOf(Mark mark)
{
    switch (mark) {
    case Mark::Bold: return QStringLiteral("**");
    case Mark::Italic: return QStringLiteral("*");
    case Mark::Code: return QStringLiteral("`");
    }
    return {};
}

/// Like signs up to `at`, and from it on.
qsizetype signsBefore(const QString &text, qsizetype at, QChar sign)
{
    qsizetype begin = at;
    while (begin > 0 && text.at(begin - 1) == sign)
        --begin;
    return at - begin;
}

qsizetype signsFrom(const QString &text, qsizetype at, QChar sign)
{
    qsizetype end = at;
    while (end < text.size() && text.at(end) == sign)
        ++end;
    return end - at;
}

/// Of a run of asterisks one or three are italic, two or three bold.
bool isMarked(Mark mark, qsizetype run)
{
    switch (mark) {
    case Mark::Bold: return run >= 2;
    case Mark::Italic: return run == 1 || run >= 3;
    case Mark::Code: return run == 1;
    }
    return false;
}

Span withoutSpaces(const QString &text, Span span)
{
    while (span.begin < span.end && text.at(span.begin).isSpace())
        ++span.begin;
    while (span.end > span.begin && text.at(span.end - 1).isSpace())
        --span.end;
    return span;
}

Span wordAt(const QString &text, qsizetype cursor)
{
    const auto isWord = [&text](qsizetype i) {
        return text.at(i).isLetterOrNumber() || text.at(i) == QLatin1Char('_');
    };
    Span word{cursor, cursor};
    while (word.begin > 0 && isWord(word.begin - 1))
        --word.begin;
    while (word.end < text.size() && isWord(word.end))
        ++word.end;
    return word;
}

/// The whole lines that a selection touches; a line it only ends at the beginning of is not one.
Span linesOf(const QString &text, const Span &selection)
{
    qsizetype last = selection.end;
    if (last > selection.begin && text.at(last - 1) == QLatin1Char('\n'))
        --last;
    const qsizetype before =
        selection.begin == 0 ? -1 : text.lastIndexOf(QLatin1Char('\n'), selection.begin - 1);
    const qsizetype after = text.indexOf(QLatin1Char('\n'), last);
    return {before + 1, after < 0 ? text.size() : after};
}

/// What stands before the words of a line: spaces, list marks, quotation marks.
qsizetype prefixLength(const QString &line)
{
    static const QRegularExpression prefix(
        QStringLiteral(R"(^(?:\s*(?:>|[-*+]\s|\d{1,9}[.)]\s)(?:\[[ xX]\]\s)?)*\s*)"));
    return prefix.match(line).capturedLength();
}

Change lineByLine(Mark mark, const QString &text, const Span &selection)
{
    const QString sign = signOf(mark);
    QStringList lines = text.mid(selection.begin, selection.end - selection.begin)
                            .split(QLatin1Char('\n'));
    const auto wordsOf = [](const QString &line) {
        return withoutSpaces(line, {prefixLength(line), line.size()});
    };
    const auto isBare = [&](const QString &line) {
        const Span words = wordsOf(line);
        const QString inner = line.mid(words.begin, words.end - words.begin);
        return !inner.isEmpty()
            && (inner.size() <= 2 * sign.size() || !isMarked(mark, signsFrom(inner, 0, sign.front()))
                || !isMarked(mark, signsBefore(inner, inner.size(), sign.front())));
    };
    const bool all = std::none_of(lines.cbegin(), lines.cend(), isBare);
    for (QString &line : lines) {
        const Span words = wordsOf(line);
        if (words.begin >= words.end || (!all && !isBare(line)))
            continue;
        if (all) {
            line.remove(words.end - sign.size(), sign.size());
            line.remove(words.begin, sign.size());
        } else {
            line.insert(words.end, sign);
            line.insert(words.begin, sign);
        }
    }
    const QString made = lines.join(QLatin1Char('\n'));
    return {selection, made, {selection.begin, selection.begin + made.size()}};
}

Change fenced(const QString &text, const Span &selection)
{
    const Span lines = linesOf(text, selection);
    QString inner = text.mid(lines.begin, lines.end - lines.begin);
    const QStringList all = inner.split(QLatin1Char('\n'));
    if (all.size() > 2 && all.first().startsWith(kFenceLine) && all.last() == kFenceLine) {
        inner = all.mid(1, all.size() - 2).join(QLatin1Char('\n'));
        return {lines, inner, {lines.begin, lines.begin + inner.size()}};
    }
    const QString made = kFenceLine + QLatin1Char('\n') + inner + QLatin1Char('\n') + kFenceLine;
    return {lines, made, {lines.begin, lines.begin + made.size()}};
}

Change around(Mark mark, const QString &text, const Span &words, const Span &selection)
{
    const QString sign = signOf(mark);
    const QChar one = sign.front();
    const qsizetype length = sign.size();
    const QString inner = text.mid(words.begin, words.end - words.begin);
    const auto kept = [&selection, &words](qsizetype shift, qsizetype size) {
        // A cursor stays where it was in its word.
        if (selection.begin == selection.end)
            return Span{selection.begin + shift, selection.begin + shift};
        return Span{words.begin + shift, words.begin + shift + size};
    };
    if (isMarked(mark, signsBefore(text, words.begin, one))
        && isMarked(mark, signsFrom(text, words.end, one))) {
        return {{words.begin - length, words.end + length}, inner, kept(-length, inner.size())};
    }
    const bool within = inner.size() > 2 * length && isMarked(mark, signsFrom(inner, 0, one))
        && isMarked(mark, signsBefore(inner, inner.size(), one));
    if (within) {
        const QString bare = inner.mid(length, inner.size() - 2 * length);
        return {words, bare, {words.begin, words.begin + bare.size()}};
    }
    return {words, sign + inner + sign, kept(length, inner.size())};
}

QString numbered(qsizetype number)
{
    return QString::number(number) + QLatin1String(". ");
}

/// How long the block's mark at the beginning of a line is; 0 = there is none.
qsizetype markLength(Block block, const QString &line)
{
    static const QRegularExpression marks[] = {
        QRegularExpression(QStringLiteral(R"(^\s{0,3}[-*+]\s(?:\[[ xX]\]\s)?)")),
        QRegularExpression(QStringLiteral(R"(^\s{0,3}\d{1,9}[.)]\s)")),
        QRegularExpression(QStringLiteral(R"(^\s{0,3}>\s?)")),
    };
    return marks[int(block)].match(line).capturedLength();
}

} // namespace

Change toggled(Mark mark, const QString &text, const Span &selection)
{
    const Span words = selection.begin == selection.end ? wordAt(text, selection.begin)
                                                        : withoutSpaces(text, selection);
    const bool lines = QStringView(text).mid(words.begin, words.end - words.begin)
                           .contains(QLatin1Char('\n'));
    if (lines)
        return mark == Mark::Code ? fenced(text, words) : lineByLine(mark, text, words);
    return around(mark, text, words, words.begin == words.end ? words : selection);
}

Change toggled(Block block, const QString &text, const Span &selection)
{
    const Span span = linesOf(text, selection);
    QStringList lines = text.mid(span.begin, span.end - span.begin).split(QLatin1Char('\n'));
    const auto counts = [block, &lines](const QString &line) {
        // Empty lines are part of a quotation, and of nothing else.
        return block == Block::Quote || lines.size() == 1 || !line.trimmed().isEmpty();
    };
    const bool all = std::all_of(lines.cbegin(), lines.cend(), [&](const QString &line) {
        return !counts(line) || markLength(block, line) > 0;
    });
    qsizetype number = 0;
    for (QString &line : lines) {
        if (!counts(line))
            continue;
        if (all) {
            line.remove(0, markLength(block, line));
            continue;
        }
        if (block == Block::Quote) {
            line.prepend(line.isEmpty() && lines.size() > 1 ? QLatin1String(">")
                                                            : QLatin1String("> "));
            continue;
        }
        // One kind of list takes the place of the other.
        for (const Block other : {Block::List, Block::Numbers})
            line.remove(0, markLength(other, line));
        line.prepend(block == Block::List ? QStringLiteral("- ") : numbered(++number));
    }
    const QString made = lines.join(QLatin1Char('\n'));
    Span select{span.begin, span.begin + made.size()};
    if (selection.begin == selection.end) {
        const qsizetype shift = made.size() - (span.end - span.begin);
        const qsizetype cursor = std::max(span.begin, selection.begin + shift);
        select = {cursor, cursor};
    }
    return {span, made, select};
}

Change linked(const QString &text, const Span &selection)
{
    static const QRegularExpression link(QStringLiteral(R"(\[([^\[\]\n]*)\]\(([^()\s]*)\))"));
    const Span line = linesOf(text, selection);
    auto found = link.globalMatch(text.mid(line.begin, line.end - line.begin));
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        const Span whole{line.begin + match.capturedStart(), line.begin + match.capturedEnd()};
        if (whole.begin <= selection.begin && selection.end <= whole.end) {
            const QString words = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
            return {whole, words, {whole.begin, whole.begin + words.size()}};
        }
    }
    const Span words = selection.begin == selection.end ? wordAt(text, selection.begin)
                                                        : withoutSpaces(text, selection);
    const QString inner = text.mid(words.begin, words.end - words.begin);
    const bool address = inner.startsWith(QLatin1String("http://"))
        || inner.startsWith(QLatin1String("https://")) || inner.startsWith(QLatin1String("mailto:"));
    if (address && !inner.contains(QLatin1Char(' ')))
        return {words, QStringLiteral("[](%1)").arg(inner), {words.begin + 1, words.begin + 1}};
    const QString begin = QStringLiteral("https://");
    const QString plain = QString(inner).replace(QLatin1Char('\n'), QLatin1Char(' '));
    const qsizetype at = words.begin + plain.size() + 3;
    const Span select = plain.isEmpty() ? Span{words.begin + 1, words.begin + 1}
                                        : Span{at, at + begin.size()};
    return {words, QLatin1Char('[') + plain + QLatin1String("](") + begin + QLatin1Char(')'), select};
}

std::optional<Change> continued(const QString &text, qsizetype cursor)
{
    static const QRegularExpression item(
        QStringLiteral(R"(^(\s*(?:>\s?)*)(?:([-*+])(\s)|(\d{1,9})([.)])(\s))?(\[[ xX]\]\s)?)"));
    const Span line = linesOf(text, {cursor, cursor});
    const QRegularExpressionMatch match = item.match(text.mid(line.begin, line.end - line.begin));
    const bool list = match.capturedLength(2) > 0 || match.capturedLength(4) > 0;
    const QString lead = match.captured(1);
    const bool quote = lead.contains(QLatin1Char('>'));
    const qsizetype length = list ? match.capturedLength() : match.capturedLength(1);
    if ((!list && !quote) || cursor - line.begin < length
        || isWithin(codeSpans(text), std::max<qsizetype>(line.begin, cursor - 1)))
        return std::nullopt;
    const bool empty =
        QStringView(text).mid(line.begin + length, line.end - line.begin - length).trimmed().isEmpty();
    if (empty) {
        const QString rest = list ? lead : QString();
        return Change{line, rest, {line.begin + rest.size(), line.begin + rest.size()}};
    }
    QString next = QLatin1Char('\n') + lead;
    if (match.capturedLength(2) > 0)
        next += match.captured(2) + match.captured(3);
    if (match.capturedLength(4) > 0)
        next += QString::number(match.captured(4).toLongLong() + 1) + match.captured(5) + match.captured(6);
    if (list && match.capturedLength(7) > 0)
        next += QLatin1String("[ ] ");
    const qsizetype after = cursor + next.size();
    return Change{{cursor, cursor}, next, {after, after}};
}

QString applied(const QString &text, const Change &change)
{
    return QString(text).replace(change.replace.begin, change.replace.end - change.replace.begin,
                                 change.with);
}

} // namespace vigie::markdown
