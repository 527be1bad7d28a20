// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/novelty.h"

#include "core/knowledge/knowledgelimits.h"

#include <QMap>

#include <algorithm>
#include <cmath>

namespace vigie::knowledge {

namespace {

using Words = QSet<QString>;

/// A text as words with how often they stand in it, in the words' order, which makes sums the same
/// every time.
using Counts = QMap<QString, int>;

Counts wordsIn(const QString &text)
{
    const QStringList words = tellingWords(text.left(knowledgelimits::kNoveltyText),
                                           knowledgelimits::kNoveltyText);
    Counts counts;
    for (const QString &word : words)
        ++counts[word];
    return counts;
}

Words distinct(const Counts &counts)
{
    return {counts.keyBegin(), counts.keyEnd()};
}

double shareOf(const Words &part, const Words &whole, const WordRarity &rarity)
{
    const double all = rarity.weight(part);
    return all > 0 ? rarity.weight(Words(part).intersect(whole)) / all : 0;
}

double weightOf(const QString &word, int count, const WordRarity &rarity)
{
    return (1 + std::log(double(count))) * rarity.weight(word);
}

double cosine(const Counts &a, const Counts &b, const WordRarity &rarity)
{
    double both = 0;
    double left = 0;
    double right = 0;
    for (auto word = a.cbegin(); word != a.cend(); ++word) {
        const double weight = weightOf(word.key(), word.value(), rarity);
        left += weight * weight;
        if (const int count = b.value(word.key()); count > 0)
            both += weight * weightOf(word.key(), count, rarity);
    }
    for (auto word = b.cbegin(); word != b.cend(); ++word) {
        const double weight = weightOf(word.key(), word.value(), rarity);
        right += weight * weight;
    }
    return left > 0 && right > 0 ? both / std::sqrt(left * right) : 0;
}

QStringList rarestFirst(const Words &words, const WordRarity &rarity)
{
    QStringList ordered(words.begin(), words.end());
    ordered.sort();
    std::stable_sort(ordered.begin(), ordered.end(), [&rarity](const QString &a, const QString &b) {
        return rarity.weight(a) > rarity.weight(b);
    });
    return ordered;
}

struct Ticket {
    Counts all;
    QList<Words> paragraphs;
};

Ticket read(const SolvedText &text)
{
    Ticket ticket;
    ticket.all = wordsIn(text.title);
    qsizetype length = 0;
    for (const QString &paragraph : text.paragraphs.mid(0, knowledgelimits::kNoveltyParagraphs)) {
        length += paragraph.size();
        if (length > knowledgelimits::kNoveltyText)
            break;
        const Counts counts = wordsIn(paragraph);
        for (auto word = counts.cbegin(); word != counts.cend(); ++word)
            ticket.all[word.key()] += word.value();
        ticket.paragraphs.append(distinct(counts));
    }
    return ticket;
}

} // namespace

Novelty judgeNovelty(const SolvedText &text, const QList<KnownArticle> &articles,
                     const WordRarity &rarity, const NoveltyRules &rules)
{
    Novelty novelty;
    const Ticket ticket = read(text);
    if (ticket.all.size() < rules.wordsOfTicket)
        return novelty;
    const Words said = distinct(ticket.all);
    Words best;
    for (const KnownArticle &article : articles.mid(0, knowledgelimits::kNoveltyArticles)) {
        const Counts counts = wordsIn(article.title + QLatin1Char('\n') + article.text);
        const Words words = distinct(counts);
        const double covered = shareOf(said, words, rarity);
        const double likeness = std::sqrt(covered * cosine(ticket.all, counts, rarity));
        if (likeness > novelty.likeness) {
            novelty.article = article.id;
            novelty.likeness = likeness;
            novelty.covered = covered;
            best = words;
        }
    }
    novelty.shared = rarestFirst(Words(said).intersect(best), rarity)
                         .mid(0, knowledgelimits::kSharedWordsTold);
    for (qsizetype i = 0; i < ticket.paragraphs.size(); ++i) {
        const Words &paragraph = ticket.paragraphs.at(i);
        if (paragraph.size() >= rules.wordsOfParagraph
            && shareOf(paragraph, best, rarity) < rules.saidFrom)
            novelty.unsaid.append(int(i));
    }
    if (novelty.likeness < rules.sameTopic)
        novelty.verdict = NoveltyVerdict::NewArticle;
    else
        novelty.verdict =
            novelty.unsaid.isEmpty() ? NoveltyVerdict::Nothing : NoveltyVerdict::Addition;
    return novelty;
}

QStringList paragraphsOf(const QString &text)
{
    QStringList paragraphs;
    QStringList lines;
    const auto flush = [&] {
        const QString paragraph = lines.join(QLatin1Char('\n')).trimmed();
        if (!paragraph.isEmpty())
            paragraphs.append(paragraph);
        lines.clear();
    };
    const QStringList all = text.split(QLatin1Char('\n'));
    for (const QString &line : all) {
        if (line.trimmed().isEmpty())
            flush();
        else
            lines.append(line);
    }
    flush();
    return paragraphs;
}

} // namespace vigie::knowledge
