// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/novelty.h"

#include "core/knowledge/knowledgelimits.h"

#include <algorithm>

namespace vigie::knowledge {

namespace {

using Words = QSet<QString>;

Words wordsIn(const QString &text)
{
    const QStringList words = tellingWords(text.left(knowledgelimits::kNoveltyText),
                                           knowledgelimits::kNoveltyText);
    return {words.begin(), words.end()};
}

double shareOf(const Words &part, const Words &whole, const WordRarity &rarity)
{
    const double all = rarity.weight(part);
    return all > 0 ? rarity.weight(Words(part).intersect(whole)) / all : 0;
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
    Words all;
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
        ticket.paragraphs.append(wordsIn(paragraph));
        ticket.all.unite(ticket.paragraphs.last());
    }
    return ticket;
}

} // namespace

Novelty judgeNovelty(const SolvedText &text, const QList<KnownArticle> &articles,
                     const WordRarity &rarity, const NoveltyRules &rules)
{
    constexpr double kContent = 0.7;
    constexpr double kTitle = 0.3;
    Novelty novelty;
    const Ticket ticket = read(text);
    if (ticket.all.size() < rules.wordsOfTicket)
        return novelty;
    Words best;
    for (const KnownArticle &article : articles.mid(0, knowledgelimits::kNoveltyArticles)) {
        const Words title = wordsIn(article.title);
        const Words words = wordsIn(article.text) + title;
        const double covered = shareOf(ticket.all, words, rarity);
        const double likeness = kContent * covered + kTitle * shareOf(title, ticket.all, rarity);
        if (likeness > novelty.likeness) {
            novelty.article = article.id;
            novelty.likeness = likeness;
            novelty.covered = covered;
            best = words;
        }
    }
    novelty.shared = rarestFirst(Words(ticket.all).intersect(best), rarity)
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
