// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/knowledgerows.h"

#include "core/base/json.h"
#include "core/text/searchtext.h"

#include <QJsonDocument>

namespace vigie::store {

namespace {

static_assert(int(ArticleState::Draft) == 0 && int(ArticleState::Archived) == 5); // they stand in cache.db

QString knowledgeText(const QJsonObject &object)
{
    return QString::fromUtf8(json::compact(object));
}

template<class T>
Result<T> knowledgeFrom(const QString &text, Result<T> (*read)(const QJsonObject &))
{
    Result<T> value = read(QJsonDocument::fromJson(text.toUtf8()).object());
    if (!value)
        return fail(ErrorCode::StoreCorrupt, value.error().detail);
    return value;
}

/// pending, json, confirmed.
template<class T>
Result<std::optional<StoredEntry<T>>> entryFrom(sql::Statement &rows,
                                                Result<T> (*read)(const QJsonObject &))
{
    VIGIE_TRY_ASSIGN(found, rows.next());
    if (!found)
        return std::optional<StoredEntry<T>>();
    StoredEntry<T> entry;
    entry.pending = rows.integer(0) != 0;
    VIGIE_TRY_ASSIGN(shown, knowledgeFrom<T>(rows.text(1), read));
    entry.shown = shown;
    if (!entry.pending) {
        entry.confirmed = entry.shown;
    } else if (!rows.isNull(2)) {
        VIGIE_TRY_ASSIGN(confirmed, knowledgeFrom<T>(rows.text(2), read));
        entry.confirmed = confirmed;
    }
    return std::optional<StoredEntry<T>>(entry);
}

template<class T>
sql::Statement &bindConfirmed(sql::Statement &write, const StoredEntry<T> &entry)
{
    return entry.pending && entry.confirmed ? write.bind(knowledgeText(codec::toJson(*entry.confirmed)))
                                            : write.bindNull();
}

/// n, json, pending_op.
Result<std::optional<StoredRevision>> storedRevision(sql::Statement &rows)
{
    VIGIE_TRY_ASSIGN(found, rows.next());
    if (!found)
        return std::optional<StoredRevision>();
    VIGIE_TRY_ASSIGN(revision, knowledgeFrom<Revision>(rows.text(1), codec::revisionFrom));
    return std::optional<StoredRevision>(StoredRevision{rows.integer(0), revision, rows.text(2)});
}

} // namespace

Result<std::optional<StoredEntry<Topic>>> KnowledgeRows::topic(const TopicId &id) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT pending, json, confirmed FROM topic WHERE id = ?")));
    return entryFrom<Topic>(rows.bind(id.text()), codec::topicFrom);
}

Done KnowledgeRows::write(qint64 n, const StoredEntry<Topic> &topic)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT OR REPLACE INTO topic (n, id, pending, json, confirmed) "
                                "VALUES (?, ?, ?, ?, ?)")));
    write.bind(n).bind(topic.shown.id.text()).bind(topic.pending).bind(knowledgeText(codec::toJson(topic.shown)));
    return bindConfirmed(write, topic).exec();
}

Done KnowledgeRows::removeTopic(const TopicId &id)
{
    VIGIE_TRY_ASSIGN(remove, m_database.prepare(QStringLiteral("DELETE FROM topic WHERE id = ?")));
    return remove.bind(id.text()).exec();
}

Result<std::optional<StoredEntry<Article>>> KnowledgeRows::article(const ArticleId &id) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT pending, json, confirmed FROM article WHERE id = ?")));
    return entryFrom<Article>(rows.bind(id.text()), codec::articleFrom);
}

Done KnowledgeRows::write(qint64 n, const StoredEntry<Article> &entry)
{
    const Article &article = entry.shown;
    VIGIE_TRY_ASSIGN(write,
                     m_database.prepare(QStringLiteral(
                         "INSERT OR REPLACE INTO article (n, id, number, pending, topic, state, "
                         "is_published, language, title_key, review_at, open_flags, suggestions, "
                         "made_from, updated_at, json, confirmed) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")));
    write.bind(n)
        .bind(article.id.text())
        .bind(article.number)
        .bind(entry.pending)
        .bind(article.topic.text())
        .bind(int(article.state))
        .bind(article.isPublished())
        .bind(article.language)
        .bind(searchtext::nameKey(article.title))
        .bind(article.reviewAt)
        .bind(int(article.flags.size()))
        .bind(int(article.suggestions.size()))
        .bind(article.madeFrom.text())
        .bind(article.updatedAt)
        .bind(knowledgeText(codec::toJson(article)));
    return bindConfirmed(write, entry).exec();
}

Done KnowledgeRows::removeArticle(const ArticleId &id)
{
    for (const char *statement :
         {"DELETE FROM article_fts WHERE rowid = (SELECT n FROM article WHERE id = ?)",
          "DELETE FROM revision WHERE article = ?", "DELETE FROM article WHERE id = ?"}) {
        VIGIE_TRY_ASSIGN(remove, m_database.prepare(QLatin1String(statement)));
        VIGIE_TRY(remove.bind(id.text()).exec());
    }
    return {};
}

Done KnowledgeRows::index(const ArticleId &id)
{
    VIGIE_TRY_ASSIGN(entry, article(id));
    if (!entry)
        return {};
    VIGIE_TRY_ASSIGN(text, revision(entry->shown.head));
    VIGIE_TRY_ASSIGN(numbers, m_database.prepare(QStringLiteral("SELECT n FROM article WHERE id = ?")));
    VIGIE_TRY_ASSIGN(found, numbers.bind(id.text()).next());
    const qint64 n = found ? numbers.integer(0) : 0;
    VIGIE_TRY_ASSIGN(remove, m_database.prepare(QStringLiteral("DELETE FROM article_fts WHERE rowid = ?")));
    VIGIE_TRY(remove.bind(n).exec());
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO article_fts (rowid, title, tags, body) VALUES (?, ?, ?, ?)")));
    return write.bind(n)
        .bind(searchtext::fold(entry->shown.title))
        .bind(searchtext::fold(entry->shown.tags.join(QLatin1Char(' '))))
        .bind(text ? searchtext::fold(text->revision.body) : QString())
        .exec();
}

Result<int> KnowledgeRows::count(const TopicId &topic, bool publishedOnly) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT count(*) FROM article WHERE topic = ? AND is_published >= ?")));
    VIGIE_TRY_ASSIGN(found, rows.bind(topic.text()).bind(publishedOnly).next());
    return found ? int(rows.integer(0)) : 0;
}

Result<std::optional<StoredRevision>> KnowledgeRows::revision(const RevisionId &id) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT n, json, pending_op FROM revision WHERE id = ?")));
    return storedRevision(rows.bind(id.text()));
}

Result<std::optional<StoredRevision>> KnowledgeRows::revisionByNumber(qint64 n) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT n, json, pending_op FROM revision WHERE n = ?")));
    return storedRevision(rows.bind(n));
}

Result<QList<StoredRevision>> KnowledgeRows::revisionsOf(const ArticleId &article) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT n, json, pending_op FROM revision WHERE article = ? "
                               "ORDER BY at, n")));
    rows.bind(article.text());
    QList<StoredRevision> all;
    while (true) {
        VIGIE_TRY_ASSIGN(one, storedRevision(rows));
        if (!one)
            return all;
        all.append(*one);
    }
}

Done KnowledgeRows::write(qint64 n, const Revision &revision, const QString &pendingOp, qint64 at)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT OR REPLACE INTO revision (n, id, article, at, pending_op, json) "
                                "VALUES (?, ?, ?, ?, ?, ?)")));
    write.bind(n).bind(revision.id.text()).bind(revision.article.text()).bind(at);
    (pendingOp.isEmpty() ? write.bindNull() : write.bind(pendingOp));
    return write.bind(knowledgeText(codec::toJson(revision))).exec();
}

Done KnowledgeRows::removeRevision(const RevisionId &id)
{
    VIGIE_TRY_ASSIGN(remove, m_database.prepare(QStringLiteral("DELETE FROM revision WHERE id = ?")));
    return remove.bind(id.text()).exec();
}

ArticleContext articleContext(sql::Database &database, const Person &me, qint64 now)
{
    ArticleContext context;
    context.mode = ApplyContext::Mode::Optimistic;
    context.actor = actorOf(me);
    context.now = now;
    context.topic = [&database](const TopicId &id) -> std::optional<Topic> {
        const auto found = KnowledgeRows(database).topic(id);
        return found && *found ? std::optional((*found)->shown) : std::nullopt;
    };
    context.revision = [&database](const RevisionId &id) -> std::optional<Revision> {
        const auto found = KnowledgeRows(database).revision(id);
        return found && *found ? std::optional((*found)->revision) : std::nullopt;
    };
    context.articlesIn = [&database](const TopicId &id) {
        const KnowledgeRows rows(database);
        return ArticleContext::Count{rows.count(id, false).value_or(0), rows.count(id, true).value_or(0)};
    };
    return context;
}

} // namespace vigie::store
