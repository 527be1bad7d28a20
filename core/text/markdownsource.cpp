// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdownsource.h"

#include "core/text/codespans.h"
#include "core/text/richlimits.h"

#include <algorithm>

namespace vigie {

namespace {

bool isBlankLine(QStringView line)
{
    return line.trimmed().isEmpty();
}

/// How many quotations a line stands in.
int quoteDepth(QStringView line)
{
    int depth = 0;
    int spaces = 0;
    for (const QChar c : line) {
        if (c == QLatin1Char('>')) {
            ++depth;
            spaces = 0;
        } else if (c != QLatin1Char(' ') || ++spaces > 3) {
            break;
        }
    }
    return depth;
}

/// Where the marker after the last one that is allowed stands; -1 when there are not so many.
qsizetype markerTooDeep(QStringView line)
{
    int markers = 0;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QChar c = line[at];
        if (c == QLatin1Char(' ') || c == QLatin1Char('\t'))
            continue;
        const bool bullet = QStringView(u"-+*").contains(c) && at + 1 < line.size()
            && line[at + 1].isSpace();
        if (c != QLatin1Char('>') && !bullet)
            return -1;
        if (++markers > richlimits::kMarkersPerLine)
            return at;
    }
    return -1;
}

/// A code block within a quotation, which codeSpans() does not look into.
bool isQuotedFence(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && QStringView(u"> ").contains(line[at]))
        ++at;
    return line.mid(at).startsWith(QLatin1String("```"));
}

/// A backslash before a letter or digit means nothing to Markdown, so where one is, people write
/// paths, names of accounts or patterns, and the others are backslashes, too.
bool isPath(QStringView word)
{
    if (word.startsWith(QLatin1String("\\\\")) || word.startsWith(QLatin1String(".\\"))
        || word.startsWith(QLatin1String("..\\")) || word.contains(QLatin1String("%\\"))
        || word.contains(QLatin1String(":\\")))
        return true;
    for (qsizetype at = word.indexOf(QLatin1Char('\\')); at >= 0;
         at = word.indexOf(QLatin1Char('\\'), at + 1)) {
        if (at + 1 < word.size() && word[at + 1].isLetterOrNumber())
            return true;
    }
    return false;
}

/// The word without the marks around it: "**C:\temp**" is a bold path.
Span withoutMarks(QStringView line, Span word)
{
    const auto isMark = [&line](qsizetype at) { return QStringView(u"*_~").contains(line[at]); };
    while (word.begin < word.end && isMark(word.begin))
        ++word.begin;
    qsizetype end = word.end;
    while (end > word.begin && isMark(end - 1))
        --end;
    if (end > word.begin && line[end - 1] != QLatin1Char('\\'))
        word.end = end;
    return word;
}

/// "\\server\_share" and "%TEMP%\*.log" as Markdown that reads so.
void addWithPaths(QString &out, QStringView line, qsizetype offset, const QList<Span> &code)
{
    const auto ends = [&line](qsizetype at) {
        return line[at].isSpace() || QStringView(u"\"<>|()[]").contains(line[at]);
    };
    for (qsizetype at = 0; at < line.size();) {
        if (ends(at)) {
            out += line[at++];
            continue;
        }
        Span word{at, at};
        while (word.end < line.size() && !ends(word.end))
            ++word.end;
        const Span path = withoutMarks(line, word);
        const bool isOne = isPath(line.mid(path.begin, path.end - path.begin));
        for (; at < word.end; ++at) {
            if (isOne && at >= path.begin && at < path.end
                && QStringView(u"\\_*`").contains(line[at]) && !isWithin(code, offset + at))
                out += QLatin1Char('\\');
            out += line[at];
        }
    }
}

} // namespace

QString preparedMarkdown(const QString &source)
{
    QString text = source;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    const QList<Span> code = codeSpans(text);
    QString out;
    out.reserve(text.size() + 64);
    int quotedBefore = 0;
    bool quotedCode = false;
    for (qsizetype begin = 0; begin <= text.size();) {
        const qsizetype next = text.indexOf(QLatin1Char('\n'), begin);
        const qsizetype end = next < 0 ? text.size() : next;
        const QStringView line = QStringView(text).mid(begin, end - begin);
        const bool inCode = isWithin(code, begin);
        const int quoted = inCode ? 0 : quoteDepth(line);
        // Markdown would take the line for a part of the deeper quotation before.
        if (quoted < quotedBefore && !quotedCode && !isBlankLine(line))
            out += QString(std::min(quoted, richlimits::kNest), QLatin1Char('>')) + QLatin1Char('\n');
        quotedCode = quoted > 0 && quotedCode != isQuotedFence(line);
        const qsizetype deep = inCode ? -1 : markerTooDeep(line);
        if (!inCode && line.trimmed() == QLatin1String("--")) {
            out += QLatin1String("\\--");
        } else if (deep >= 0) {
            out += line.left(deep);
            out += QLatin1Char('\\');
            out += line.mid(deep);
        } else if (!quotedCode && line.contains(QLatin1Char('\\'))) {
            addWithPaths(out, line, begin, code);
        } else {
            out += line;
        }
        if (next >= 0)
            out += QLatin1Char('\n');
        quotedBefore = quoted;
        begin = end + 1;
    }
    return out;
}

} // namespace vigie
