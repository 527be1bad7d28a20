// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/data/articlerows.h"

#include "core/base/json.h"

#include <QJsonDocument>

namespace vigie::server {

namespace {

template<class T>
Result<std::optional<T>> storedOf(const QString &text, Result<T> (*read)(const QJsonObject &))
{
    const Result<T> value = read(QJsonDocument::fromJson(text.toUtf8()).object());
    if (!value)
        return fail(ErrorCode::StoreCorrupt, value.error().detail);
    return std::optional<T>(*value);
}

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(json::compact(object));
}

} // namespace

Result<std::optional<Topic>> ArticleRows::topic(const TopicId &id)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral("SELECT json FROM topic WHERE id = ?")));
    VIGIE_TRY_ASSIGN(found, rows.bind(id.text()).next());
    if (!found)
        return std::optional<Topic>();
    return storedOf<Topic>(rows.text(0), codec::topicFrom);
}

Result<QList<Topic>> ArticleRows::topics()
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral("SELECT json FROM topic ORDER BY id")));
    QList<Topic> topics;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return topics;
        VIGIE_TRY_ASSIGN(topic, storedOf<Topic>(rows.text(0), codec::topicFrom));
        topics.append(*topic);
    }
}

Done ArticleRows::put(const Topic &topic)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO topic (id, json) VALUES (?, ?) "
                                "ON CONFLICT (id) DO UPDATE SET json = excluded.json")));
    return write.bind(topic.id.text()).bind(textOf(codec::toJson(topic))).exec();
}

Result<std::optional<Article>> ArticleRows::article(const ArticleId &id)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral("SELECT json FROM article WHERE id = ?")));
    VIGIE_TRY_ASSIGN(found, rows.bind(id.text()).next());
    if (!found)
        return std::optional<Article>();
    return storedOf<Article>(rows.text(0), codec::articleFrom);
}

Done ArticleRows::put(const Article &article)
{
    VIGIE_TRY_ASSIGN(write,
                     m_database.prepare(QStringLiteral(
                         "INSERT INTO article (id, number, topic, is_published, json) VALUES "
                         "(?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET topic = excluded.topic, "
                         "is_published = excluded.is_published, json = excluded.json")));
    return write.bind(article.id.text())
        .bind(article.number)
        .bind(article.topic.text())
        .bind(article.isPublished())
        .bind(textOf(codec::toJson(article)))
        .exec();
}

Result<qint64> ArticleRows::nextNumber()
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                               QStringLiteral("SELECT coalesce(max(number), 0) + 1 FROM article")));
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? rows.integer(0) : 1;
}

Result<int> ArticleRows::count(const TopicId &topic, bool publishedOnly)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT count(*) FROM article WHERE topic = ? AND is_published >= ?")));
    VIGIE_TRY_ASSIGN(found, rows.bind(topic.text()).bind(publishedOnly).next());
    return found ? int(rows.integer(0)) : 0;
}

Result<std::optional<Revision>> ArticleRows::revision(const RevisionId &id)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral("SELECT json FROM revision WHERE id = ?")));
    VIGIE_TRY_ASSIGN(found, rows.bind(id.text()).next());
    if (!found)
        return std::optional<Revision>();
    return storedOf<Revision>(rows.text(0), codec::revisionFrom);
}

Result<QList<RevisionId>> ArticleRows::revisionsOf(const ArticleId &article)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT id FROM revision WHERE article = ? ORDER BY seq")));
    rows.bind(article.text());
    QList<RevisionId> ids;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return ids;
        ids.append(RevisionId::fromStored(rows.text(0)));
    }
}

Done ArticleRows::add(const Revision &revision)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO revision (id, article, json) VALUES (?, ?, ?)")));
    VIGIE_TRY(write.bind(revision.id.text())
                  .bind(revision.article.text())
                  .bind(textOf(codec::toJson(revision)))
                  .exec());
    for (const Attachment &file : revision.files) {
        VIGIE_TRY_ASSIGN(link, m_database.prepare(QStringLiteral(
                                   "INSERT OR IGNORE INTO revision_blob (sha256, article, revision) "
                                   "VALUES (?, ?, ?)")));
        VIGIE_TRY(link.bind(file.sha256).bind(revision.article.text()).bind(revision.id.text()).exec());
    }
    return {};
}

Result<bool> ArticleRows::hasFile(const ArticleId &article, const QString &sha256,
                                  const RevisionId &only)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT 1 FROM revision_blob WHERE sha256 = ? AND article = ? AND "
                               "(? = '' OR revision = ?)")));
    return rows.bind(sha256).bind(article.text()).bind(only.text()).bind(only.text()).next();
}

Result<ArticleVote> ArticleRows::vote(const ArticleId &article, const PersonId &person)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT vote FROM article_vote WHERE article = ? AND person = ?")));
    VIGIE_TRY_ASSIGN(found, rows.bind(article.text()).bind(person.text()).next());
    return found ? enumStored(rows.text(0), ArticleVote::None) : ArticleVote::None;
}

Done ArticleRows::putVote(const ArticleId &article, const PersonId &person, ArticleVote vote)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO article_vote (article, person, vote) VALUES (?, ?, ?) "
                                "ON CONFLICT (article, person) DO UPDATE SET vote = excluded.vote")));
    return write.bind(article.text()).bind(person.text()).bind(nameOf(vote)).exec();
}

} // namespace vigie::server
