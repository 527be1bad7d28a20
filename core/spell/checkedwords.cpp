// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spell/checkedwords.h"

#include "core/text/codespans.h"

#include <algorithm>

namespace vigie::spell {

namespace {

constexpr qsizetype kLongestWord = 60;

bool isLetter(QChar c)
{
    return c.isLetter() || c.isMark();
}

bool isJoint(QChar c)
{
    return c == QLatin1Char('\'') || c == QChar(0x2019) || c == QLatin1Char('-');
}

/// Something that no dictionary has: an address, a path, a name of a file, a reference.
bool isForeign(QStringView chunk)
{
    if (chunk.startsWith(QLatin1Char('#')) || chunk.startsWith(QLatin1String("::"))
        || chunk.startsWith(QLatin1String("www.")) || chunk.contains(QLatin1String("{{"))
        || chunk.contains(QLatin1String("}}")))
        return true;
    for (qsizetype i = 0; i < chunk.size(); ++i) {
        const QChar c = chunk[i];
        const bool within = i > 0 && i + 1 < chunk.size() && chunk[i - 1].isLetterOrNumber()
            && chunk[i + 1].isLetterOrNumber();
        if (c == QLatin1Char('@') || c == QLatin1Char('\\') || c == QLatin1Char('_'))
            return true;
        if (c == QLatin1Char('/') && !within)
            return true; // "and/or" are words
        if ((c == QLatin1Char('.') || c == QLatin1Char(':')) && within)
            return true;
    }
    return false;
}

bool isAbbreviation(QStringView word)
{
    return std::none_of(word.cbegin(), word.cend(), [](QChar c) { return c.isLower(); });
}

/// The words of a chunk without spaces.
void addWords(QStringView chunk, qsizetype offset, QList<Span> &words)
{
    for (qsizetype i = 0; i < chunk.size();) {
        if (!chunk[i].isLetterOrNumber()) {
            ++i;
            continue;
        }
        const qsizetype begin = i;
        bool digits = false;
        while (i < chunk.size()) {
            const bool joint = isJoint(chunk[i]) && i + 1 < chunk.size()
                && chunk[i + 1].isLetterOrNumber();
            if (!isLetter(chunk[i]) && !chunk[i].isNumber() && !joint)
                break;
            digits = digits || chunk[i].isNumber();
            ++i;
        }
        const QStringView word = chunk.mid(begin, i - begin);
        if (!digits && word.size() > 1 && word.size() <= kLongestWord && !isAbbreviation(word))
            words.append({offset + begin, offset + i});
    }
}

void addLine(const QString &text, const Span &line, const QList<Span> &code, QList<Span> &words)
{
    const QStringView view = QStringView(text).mid(line.begin, line.end - line.begin);
    if (view.trimmed().startsWith(QLatin1Char('>')))
        return;
    bool named = false; // behind a mention comes the rest of the name
    for (qsizetype at = 0; at < view.size();) {
        if (view[at].isSpace()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < view.size() && !view[end].isSpace())
            ++end;
        const QStringView chunk = view.mid(at, end - at);
        const bool name = named && chunk.front().isUpper();
        if (!name && !isForeign(chunk) && !isWithin(code, line.begin + at))
            addWords(chunk, line.begin + at, words);
        named = chunk.startsWith(QLatin1Char('@'));
        at = end;
    }
}

} // namespace

QList<Span> checkedWords(const QString &text, const Span &within)
{
    QList<Span> words;
    const QList<Span> code = codeSpans(text);
    qsizetype begin =
        within.begin <= 0 ? 0 : text.lastIndexOf(QLatin1Char('\n'), within.begin - 1) + 1;
    while (begin < text.size() && begin < within.end) {
        const qsizetype next = text.indexOf(QLatin1Char('\n'), begin);
        const qsizetype end = next < 0 ? text.size() : next;
        addLine(text, {begin, end}, code, words);
        begin = end + 1;
    }
    words.removeIf([&](const Span &word) {
        return word.begin < within.begin || word.begin >= within.end || isWithin(code, word.begin);
    });
    return words;
}

} // namespace vigie::spell
