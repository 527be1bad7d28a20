// SPDX-License-Identifier: GPL-3.0-or-later
#include "noveltybench.h"

#include "core/base/json.h"
#include "core/knowledge/novelty.h"
#include "core/text/searchtext.h"
#include "meter.h"

#include <QFile>
#include <QHash>
#include <QMap>

#include <algorithm>
#include <cstdio>
#include <tuple>

namespace vigie::bench {

namespace {

using namespace knowledge;

constexpr qsizetype kMostWords = 20'000;

/// The articles of one language with a small search over them.
class Base
{
public:
    void add(const KnownArticle &article)
    {
        const QStringList words = tellingWords(article.title + QLatin1Char('\n') + article.text,
                                               kMostWords);
        rarity.add(words);
        const QSet<QString> distinct(words.begin(), words.end());
        for (const QString &word : distinct)
            m_places[word].append(int(articles.size()));
        articles.append(article);
    }

    /// The twenty best for a text, without the article `left`.
    [[nodiscard]] QList<KnownArticle> best(const QString &text, qsizetype left) const
    {
        const QStringList words = tellingWords(text, kMostWords);
        const QSet<QString> distinct(words.begin(), words.end());
        QList<double> scores(articles.size(), 0);
        for (const QString &word : distinct) {
            for (const int place : m_places.value(word))
                scores[place] += rarity.weight(word);
        }
        QList<int> order;
        for (int i = 0; i < int(articles.size()); ++i) {
            if (i != left)
                order.append(i);
        }
        const qsizetype most = std::min<qsizetype>(20, order.size());
        std::partial_sort(order.begin(), order.begin() + most, order.end(), [&](int a, int b) {
            return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
        });
        QList<KnownArticle> found;
        for (const int place : order.mid(0, most))
            found.append(articles.at(place));
        return found;
    }

    QList<KnownArticle> articles;
    WordRarity rarity;

private:
    QHash<QString, QList<int>> m_places;
};

Result<QMap<QString, Base>> basesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, path + QStringLiteral(": ") + file.errorString());
    QMap<QString, Base> bases;
    while (!file.atEnd()) {
        VIGIE_TRY_ASSIGN(line, json::parseObject(file.readLine().trimmed(), 4 * 1024 * 1024));
        const auto text = [&line](const char *key) {
            return line.value(QLatin1String(key)).toString();
        };
        bases[text("lang")].add({text("id"), text("title"), text("markdown")});
    }
    return bases;
}

struct Counts {
    int asked = 0;
    int right = 0;
    int foundIt = 0;
    QList<double> likeness;

    void note(const Novelty &novelty, NoveltyVerdict wanted, const QString &article)
    {
        ++asked;
        right += novelty.verdict == wanted ? 1 : 0;
        foundIt += novelty.article == article ? 1 : 0;
        likeness.append(novelty.likeness);
    }
};

void print(const QString &lang, const char *name, Counts counts)
{
    std::sort(counts.likeness.begin(), counts.likeness.end());
    const auto at = [&counts](double share) {
        return counts.likeness.isEmpty()
            ? 0
            : counts.likeness[qsizetype(share * double(counts.likeness.size() - 1))];
    };
    const double asked = std::max(1, counts.asked);
    const QJsonObject line{{QStringLiteral("name"), QLatin1String(name)},
                           {QStringLiteral("lang"), lang},
                           {QStringLiteral("asked"), counts.asked},
                           {QStringLiteral("right"), counts.right / asked},
                           {QStringLiteral("foundIt"), counts.foundIt / asked},
                           {QStringLiteral("likeness"),
                            QJsonArray{at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)}}};
    std::fprintf(stdout, "%s\n", json::compact(line).constData());
    std::fflush(stdout);
}

void measureBase(const QString &lang, const Base &base, int stride)
{
    Counts half;
    Counts leftOut;
    Counts addition;
    Counts nothing;
    for (qsizetype i = 0; i < base.articles.size(); i += stride) {
        const KnownArticle &article = base.articles.at(i);
        const QStringList all = paragraphsOf(article.text);
        if (all.size() < 6)
            continue;
        const QStringList first = all.mid(0, all.size() / 2);
        const QStringList second = all.mid(all.size() / 2);
        const auto judged = [&](const QStringList &said, QList<KnownArticle> found) {
            return judgeNovelty({article.title, said}, found, base.rarity);
        };
        const QList<KnownArticle> withIt = base.best(all.join(QLatin1Char(' ')), -1);
        const QList<KnownArticle> without = base.best(all.join(QLatin1Char(' ')), i);
        // A ticket has not the article's title.
        half.note(judgeNovelty({QString(), second},
                               base.best(second.join(QLatin1Char(' ')), -1), base.rarity),
                  NoveltyVerdict::Nothing, article.id);
        leftOut.note(judged(all, without), NoveltyVerdict::NewArticle, {});
        const KnownArticle cut{article.id, article.title, first.join(QStringLiteral("\n\n"))};
        addition.note(judged(all, QList<KnownArticle>(without) << cut), NoveltyVerdict::Addition,
                      article.id);
        nothing.note(judged(all, withIt), NoveltyVerdict::Nothing, article.id);
    }
    print(lang, "half of an article", half);
    print(lang, "its article left out", leftOut);
    print(lang, "knows a half more", addition);
    print(lang, "knows the same", nothing);
}

/// One judgement against ten articles, and cutting the same texts into words.
Done measureTime(const QString &lang, const Base &base, int rounds)
{
    const auto ticketOf = [&base](int call) {
        return base.articles.at(qsizetype(call) * 37 % base.articles.size());
    };
    QHash<int, QList<KnownArticle>> found;
    const auto foundFor = [&](int call) -> const QList<KnownArticle> & {
        QList<KnownArticle> &articles = found[call];
        if (articles.isEmpty())
            articles = base.best(ticketOf(call).text, -1).mid(0, 10);
        return articles;
    };
    constexpr int kCalls = 20;
    for (int call = 0; call < kCalls * (rounds + 1) * 2; ++call)
        std::ignore = foundFor(call);
    const Metric metric{
        QStringLiteral("one judgement on ten articles, against cutting them into words (") + lang
            + QLatin1Char(')'),
        [&](int call) {
            qsizetype words = searchtext::indexWords(ticketOf(call).text).size();
            for (const KnownArticle &article : foundFor(call))
                words += searchtext::indexWords(article.text).size();
            return words > 0 ? Done() : Done(fail(ErrorCode::Bug));
        },
        [&](int call) {
            const Novelty novelty = judgeNovelty({{}, paragraphsOf(ticketOf(call).text)},
                                                 foundFor(call), base.rarity);
            return novelty.likeness > 0 ? Done() : Done(fail(ErrorCode::Bug));
        },
        {}, kCalls, {}};
    VIGIE_TRY(measure(metric, QStringLiteral("%1 articles").arg(base.articles.size()), rounds));
    return {};
}

} // namespace

Done measureNovelty(const QString &jsonLines, int stride, int rounds)
{
    VIGIE_TRY_ASSIGN(bases, basesOf(jsonLines));
    for (auto base = bases.cbegin(); base != bases.cend(); ++base) {
        measureBase(base.key(), base.value(), std::max(1, stride));
        VIGIE_TRY(measureTime(base.key(), base.value(), std::max(1, rounds)));
    }
    return {};
}

} // namespace vigie::bench
