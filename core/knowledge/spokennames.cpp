// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/spokennames.h"

#include <algorithm>
#include <utility>

namespace vigie::knowledge {

namespace {

constexpr qsizetype kLongestName = 4; ///< words
constexpr qsizetype kLongestClosing = 40;
constexpr QStringView kGreetings =
    u"bonjour bonsoir salut coucou hello hi hey dear cher chere hallo liebe lieber thanks merci";
constexpr QStringView kTitles = u"m mr mme mlle mrs ms dr monsieur madame mademoiselle herr frau";
/// What is greeted and is nobody in particular.
constexpr QStringView kNobody =
    u"all team everyone everybody support helpdesk colleagues sir madam there it service tous "
    u"toutes equipe collegues a le la les pour for to you and et je i we nous vous this is und an "
    u"monsieur madame messieurs mesdames";
constexpr QStringView kClosings =
    u"cordialement amicalement regards bien sincerely cheers thanks merci best kind bonne "
    u"respectueusement salutations gruesse sentiments";

bool isSpokenLetter(QChar c)
{
    return c.isLetter() || c == QLatin1Char('-') || c == QLatin1Char('\'') || c == QChar(0x2019);
}

QList<Span> spokenWords(const QString &line)
{
    QList<Span> words;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (!isSpokenLetter(line.at(i)))
            continue;
        const qsizetype begin = i;
        while (i < line.size() && isSpokenLetter(line.at(i)))
            ++i;
        words.append({begin, i});
    }
    return words;
}

QString foldedWord(const QString &line, const Span &word)
{
    constexpr qsizetype kLongest = 40;
    return word.end - word.begin > kLongest
        ? QString()
        : foldedText(line.mid(word.begin, word.end - word.begin));
}

bool isCapital(const QString &line, const Span &word)
{
    return line.at(word.begin).isUpper() && word.end - word.begin > 1;
}

/// The name that begins with the word `at`: capitals with nothing but spaces between them.
Span nameFrom(const QString &line, const QList<Span> &words, qsizetype at)
{
    Span name{0, 0};
    for (qsizetype i = at; i < words.size() && i < at + kLongestName; ++i) {
        const bool joined = i == at || line.mid(words[i - 1].end, words[i].begin - words[i - 1].end)
                                               .trimmed().isEmpty();
        if (!joined || !isCapital(line, words[i]) || isListed(foldedWord(line, words[i]), kNobody))
            break;
        name = {i == at ? words[i].begin : name.begin, words[i].end};
    }
    return name;
}

bool isClosing(const QString &line, const QList<Span> &words)
{
    return !words.isEmpty() && line.size() <= kLongestClosing
        && std::any_of(words.begin(), words.end(), [&line](const Span &word) {
               return isListed(foldedWord(line, word), kClosings);
           });
}

} // namespace

QList<Span> SpokenNames::next(const QString &line)
{
    QList<Span> names;
    const QList<Span> words = spokenWords(line);
    if (words.isEmpty())
        return names; // an empty line may stand between a closing and the name
    const bool below = std::exchange(m_closed, isClosing(line, words));
    if (below && words.size() <= kLongestName) {
        const Span name = nameFrom(line, words, 0);
        if (name.end == words.last().end)
            return {name};
    }
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        const QString word = foldedWord(line, words[i]);
        const bool greeting = i == 0 && isListed(word, kGreetings);
        const bool title = isListed(word, kTitles) && line.at(words[i].begin).isUpper();
        const QString gap = line.mid(words[i].end, words[i + 1].begin - words[i].end);
        if ((!greeting && !title)
            || (!gap.trimmed().isEmpty() && gap.trimmed() != QLatin1String(".")))
            continue;
        qsizetype from = i + 1;
        if (greeting && from + 1 < words.size() && isListed(foldedWord(line, words[from]), kTitles))
            ++from;
        const Span name = nameFrom(line, words, from);
        if (name.end > name.begin) {
            names.append(name);
            while (i + 1 < words.size() && words[i + 1].begin < name.end)
                ++i;
        }
    }
    return names;
}

} // namespace vigie::knowledge
