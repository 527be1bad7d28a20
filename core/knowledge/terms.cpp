// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/terms.h"

#include "core/knowledge/knowledgelimits.h"
#include "core/text/searchtext.h"

#include <algorithm>
#include <cmath>

namespace vigie::knowledge {

namespace {

/// Articles, pronouns, auxiliaries, what mails begin and end with, days and months.
constexpr QStringView kEnglish =
    u"able about above after again all also already always am an and another any anymore are as "
    u"ask asking at be because been before being below best between both but by can cannot could "
    u"day dear did do does doing down during each else evening every few find following for from "
    u"further get getting give good got had has have having he hello help her here hers hey hi him "
    u"his how if in into is it its just kind kindly know let like made make many may me mon "
    u"monday more morning most much my myself need needed needs new no nor not now of off ok on "
    u"once one only or other our ours out over own please pleas possible problem re regard regards "
    u"same say see sent she should since so some still such than thank thanks that the their them "
    u"then there these they thing this those through to too try trying two under until up upon us "
    u"use using very via want wants was way we well were what when where which while who whom why "
    u"will with within without won work working works would yes yet you your yours tuesday "
    u"wednesday thursday friday saturday sunday january february march april june july august "
    u"september october november december fwd afternoon appreciate";
constexpr QStringView kFrench =
    u"afin ai ainsi alors apres assez attente au aucun aucune aussi autre autres aux avait avant "
    u"avec avez avoir avons bien bonjour bonsoir car ce ceci cela celle celui ces cet cette chaque "
    u"chez ci comme comment contre cordialement cordiales dans de debut depuis des deux devant "
    u"dois doit donc dont du elle elles en encore entre es est et etaient etait etant ete etes "
    u"etre eu eux faire fait faut fois font ici il ils jamais je jour journee jusque la le les "
    u"leur leurs lors lorsque lui ma mais me meme memes merci mes moi moins mon ne ni non nos "
    u"notre nous on ont ou oui par parce pas peu peut peux plus plusieurs plutot pour pourquoi "
    u"pourriez pouvez pouvoir pres presque puis qu quand que quel quelle quelles quels qui quoi "
    u"sa salut sans se sera ses si sinon soit son sont sous souvent sur ta tandis te tel telle "
    u"tes toi ton toujours tous tout toute toutes tres trop tu un une unes vers voici voila vos "
    u"votre vous vu probleme veuillez svp lundi mardi mercredi jeudi vendredi samedi dimanche "
    u"janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre "
    u"possible prie salutation salutations remercie";

QSet<QString> commonWords()
{
    QSet<QString> words;
    for (const QStringView list : {kEnglish, kFrench}) {
        const auto parts = list.split(u' ');
        for (const QStringView part : parts)
            words.insert(part.toString());
    }
    return words;
}

bool isNumber(const QString &word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

/// "tickets" and "ticket", "journaux" and "journau": enough that a plural finds its like.
QString singular(const QString &word)
{
    constexpr qsizetype kShortest = 5;
    if (word.size() < kShortest)
        return word;
    const QChar last = word.back();
    const QChar before = word.at(word.size() - 2);
    const bool plural = (last == QLatin1Char('s') && before != QLatin1Char('s')
                         && before != QLatin1Char('u') && before != QLatin1Char('i'))
        || (last == QLatin1Char('x') && before == QLatin1Char('u'));
    return plural ? word.chopped(1) : word;
}

} // namespace

bool isCommonWord(const QString &word)
{
    static const QSet<QString> common = commonWords();
    return common.contains(word);
}

QStringList tellingWords(const QString &text, qsizetype most)
{
    // A word and its gap of more than this many characters each leave fewer words than asked for.
    constexpr qsizetype kCharactersPerWord = 64;
    QStringList telling;
    const QStringList words = searchtext::indexWords(
        text.size() / kCharactersPerWord > most ? text.left(most * kCharactersPerWord) : text);
    for (const QString &word : words) {
        if (telling.size() >= most)
            break;
        if (word.size() < knowledgelimits::kShortestWord
            || word.size() > knowledgelimits::kLongestWord || isCommonWord(word) || isNumber(word))
            continue;
        telling.append(singular(word));
    }
    return telling;
}

void WordRarity::add(const QStringList &words)
{
    ++m_texts;
    const QSet<QString> distinct(words.begin(), words.end());
    for (const QString &word : distinct)
        ++m_counts[word];
}

double WordRarity::weight(const QString &word) const
{
    if (m_texts == 0)
        return 1;
    return std::log(1 + double(m_texts) / (1 + m_counts.value(word)));
}

double WordRarity::weight(const QSet<QString> &words) const
{
    QStringList ordered(words.begin(), words.end());
    ordered.sort(); // sums of floating-point numbers depend on their order
    double sum = 0;
    for (const QString &word : std::as_const(ordered))
        sum += weight(word);
    return sum;
}

} // namespace vigie::knowledge
