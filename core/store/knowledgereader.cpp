// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/knowledgereader.h"

#include "core/store/knowledgerows.h"
#include "core/text/searchtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace vigie::store {

namespace {

using Which = ArticleQuery::Which;

constexpr int kMostLikely = 100; ///< candidates whose words are counted

/// json, pending.
Result<QList<ArticleRow>> articleRows(sql::Statement &rows)
{
    QList<ArticleRow> all;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return all;
        const auto article =
            codec::articleFrom(QJsonDocument::fromJson(rows.text(0).toUtf8()).object());
        if (!article)
            return fail(ErrorCode::StoreCorrupt, article.error().detail);
        all.append({*article, rows.integer(1) != 0});
    }
}

QString conditionOf(Which which)
{
    switch (which) {
    case Which::All: return QStringLiteral("state <> 5");
    case Which::Published: return QStringLiteral("is_published = 1");
    case Which::Unpublished: return QStringLiteral("state IN (0, 1, 2, 3)");
    case Which::ToReview: return QStringLiteral("state = 1");
    case Which::Stale: return QStringLiteral("is_published = 1 AND review_at > 0 AND review_at <= ?");
    case Which::Flagged: return QStringLiteral("open_flags > 0");
    case Which::Suggested: return QStringLiteral("suggestions > 0");
    case Which::Archived: return QStringLiteral("state = 5");
    }
    return {};
}

QString quoted(const QStringList &ids)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(ids)).toJson(QJsonDocument::Compact));
}

/// The topics a list is about, as a JSON list of ids; nullopt = all.
Result<std::optional<QString>> topicsOf(const KnowledgeReader &reader, const ArticleQuery &query)
{
    if (!query.topic && query.keeper.isNull())
        return std::optional<QString>();
    VIGIE_TRY_ASSIGN(topics, reader.topics());
    QSet<TopicId> wanted;
    if (query.topic)
        wanted.insert(*query.topic);
    // Each round finds the children of what is there; the depth is limited, so are the rounds.
    for (int depth = 0; query.topic && depth < limits::kTopicDepth; ++depth) {
        for (const Topic &topic : std::as_const(topics)) {
            if (wanted.contains(topic.parent))
                wanted.insert(topic.id);
        }
    }
    QStringList ids;
    for (const Topic &topic : std::as_const(topics)) {
        const bool below = !query.topic || wanted.contains(topic.id);
        if (below && (query.keeper.isNull() || topic.isKeptBy(query.keeper)))
            ids.append(topic.id.text());
    }
    return std::optional<QString>(quoted(ids));
}

/// SELECT `what` of the articles of a list, bound.
Result<sql::Statement> selected(sql::Database &database, const KnowledgeReader &reader,
                                const char *what, const ArticleQuery &query, const char *tail)
{
    VIGIE_TRY_ASSIGN(topics, topicsOf(reader, query));
    const bool dated = query.which == Which::Stale;
    QString text = QStringLiteral("SELECT %1 FROM article WHERE %2").arg(QLatin1String(what), conditionOf(query.which));
    if (topics)
        text += QLatin1String(" AND topic IN (SELECT value FROM json_each(?))");
    if (!query.language.isEmpty())
        text += QLatin1String(" AND language = ?");
    text += QLatin1String(tail);
    VIGIE_TRY_ASSIGN(rows, database.prepare(text));
    if (dated)
        rows.bind(query.now + query.ahead);
    if (topics)
        rows.bind(*topics);
    if (!query.language.isEmpty())
        rows.bind(query.language);
    return Result<sql::Statement>(std::move(rows));
}

/// Rows with their texts, in the order of the statement (n, rank).
Result<QList<ArticleHit>> hitsOf(sql::Database &database, sql::Statement &rows, const QStringList &words)
{
    QList<qint64> numbers;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            break;
        numbers.append(rows.integer(0));
    }
    const KnowledgeRows texts(database);
    QList<ArticleHit> hits;
    for (const qint64 n : std::as_const(numbers)) {
        VIGIE_TRY_ASSIGN(one, database.prepare(
                                  QStringLiteral("SELECT json, pending FROM article WHERE n = ?")));
        VIGIE_TRY_ASSIGN(row, articleRows(one.bind(n)));
        if (row.isEmpty())
            continue;
        VIGIE_TRY_ASSIGN(text, texts.revision(row.first().article.head));
        hits.append({row.first(), searchtext::excerpt(text ? text->revision.body : QString(), words)});
    }
    return hits;
}

} // namespace

Result<QList<Topic>> KnowledgeReader::topics() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral("SELECT json FROM topic")));
    QList<Topic> topics;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            break;
        const auto topic = codec::topicFrom(QJsonDocument::fromJson(rows.text(0).toUtf8()).object());
        if (!topic)
            return fail(ErrorCode::StoreCorrupt, topic.error().detail);
        if (!topic->gone)
            topics.append(*topic);
    }
    std::sort(topics.begin(), topics.end(), [](const Topic &a, const Topic &b) {
        const QString one = searchtext::nameKey(a.name);
        const QString other = searchtext::nameKey(b.name);
        return one == other ? a.id < b.id : one < other;
    });
    return topics;
}

Result<QList<ArticleRow>> KnowledgeReader::list(const ArticleQuery &query) const
{
    VIGIE_TRY_ASSIGN(rows, selected(m_database, *this, "json, pending", query,
                                    query.which == Which::Stale
                                        ? " ORDER BY review_at, n LIMIT ? OFFSET ?"
                                        : " ORDER BY title_key, n LIMIT ? OFFSET ?"));
    return articleRows(rows.bind(query.limit).bind(query.offset));
}

Result<int> KnowledgeReader::count(const ArticleQuery &query) const
{
    VIGIE_TRY_ASSIGN(rows, selected(m_database, *this, "count(*)", query, ""));
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? int(rows.integer(0)) : 0;
}

Result<KnowledgeCounts> KnowledgeReader::counts(const PersonId &keeper, qint64 now) const
{
    KnowledgeCounts counts;
    for (const auto &[which, target] :
         {std::pair(Which::ToReview, &KnowledgeCounts::toReview), std::pair(Which::Stale, &KnowledgeCounts::stale),
          std::pair(Which::Flagged, &KnowledgeCounts::flagged),
          std::pair(Which::Suggested, &KnowledgeCounts::suggested)}) {
        ArticleQuery query;
        query.which = which;
        query.keeper = keeper;
        query.now = now;
        VIGIE_TRY_ASSIGN(found, count(query));
        counts.*target = found;
    }
    return counts;
}

Result<QList<ArticleHit>> KnowledgeReader::search(const QString &text, int most) const
{
    const searchtext::Query asked = searchtext::compile(text);
    if (asked.isEmpty() || most <= 0)
        return QList<ArticleHit>();
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT article_fts.rowid FROM article_fts CROSS JOIN article "
                               "ON article.n = article_fts.rowid WHERE article_fts MATCH ? AND "
                               "article.state <> 5 ORDER BY bm25(article_fts, 8.0, 4.0, 1.0) LIMIT ?")));
    return hitsOf(m_database, rows.bind(asked.subject).bind(most), asked.words);
}

Result<QList<ArticleHit>> KnowledgeReader::similar(const QString &text, int most) const
{
    const searchtext::Likeness asked = searchtext::likeness(text);
    if (asked.match.isEmpty() || most <= 0)
        return QList<ArticleHit>();
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT article_fts.rowid FROM article_fts CROSS JOIN article "
                               "ON article.n = article_fts.rowid WHERE article_fts MATCH ? AND "
                               "article.is_published = 1 "
                               "ORDER BY bm25(article_fts, 8.0, 4.0, 1.0) LIMIT ?")));
    VIGIE_TRY_ASSIGN(hits, hitsOf(m_database, rows.bind(asked.match).bind(kMostLikely), asked.words));
    // One shared word of many is chance.
    const int least = asked.words.size() > 2 ? 2 : 1;
    QList<ArticleHit> likely;
    for (const ArticleHit &hit : std::as_const(hits)) {
        VIGIE_TRY_ASSIGN(body, revision(hit.row.article.head));
        const QString words = hit.row.article.title + QLatin1Char('\n') + (body ? body->body : QString());
        if (asked.countIn(words) >= least)
            likely.append(hit);
        if (likely.size() == most)
            break;
    }
    return likely;
}

Result<std::optional<ArticleRow>> KnowledgeReader::article(const ArticleId &id) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                               QStringLiteral("SELECT json, pending FROM article WHERE id = ?")));
    VIGIE_TRY_ASSIGN(found, articleRows(rows.bind(id.text())));
    return found.isEmpty() ? std::optional<ArticleRow>() : std::optional(found.first());
}

Result<std::optional<ArticleId>> KnowledgeReader::byNumber(qint64 number) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                               QStringLiteral("SELECT id FROM article WHERE number = ? AND number > 0")));
    VIGIE_TRY_ASSIGN(found, rows.bind(number).next());
    return found ? std::optional(ArticleId::fromStored(rows.text(0))) : std::nullopt;
}

Result<QList<ArticleRow>> KnowledgeReader::translations(const Article &article) const
{
    const QString root = (article.translationOf.isNull() ? article.id : article.translationOf).text();
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT json, pending FROM article WHERE id <> ? AND (id = ? OR "
                               "json_extract(json, '$.translationOf') = ?) ORDER BY language, n")));
    return articleRows(rows.bind(article.id.text()).bind(root).bind(root));
}

Result<QList<ArticleRow>> KnowledgeReader::madeFrom(const TicketId &ticket) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT json, pending FROM article WHERE made_from = ? AND "
                               "made_from <> '' ORDER BY title_key")));
    return articleRows(rows.bind(ticket.text()));
}

Result<std::optional<Revision>> KnowledgeReader::revision(const RevisionId &id) const
{
    VIGIE_TRY_ASSIGN(text, KnowledgeRows(m_database).revision(id));
    return text ? std::optional(text->revision) : std::nullopt;
}

Result<QList<Revision>> KnowledgeReader::history(const ArticleId &id) const
{
    VIGIE_TRY_ASSIGN(texts, KnowledgeRows(m_database).revisionsOf(id));
    QList<Revision> all;
    for (const StoredRevision &text : std::as_const(texts))
        all.append(text.revision);
    return all;
}

} // namespace vigie::store
