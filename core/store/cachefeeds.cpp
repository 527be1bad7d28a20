// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachefeeds.h"

#include "core/base/json.h"
#include "core/model/codec.h"

#include <QJsonDocument>

namespace vigie::store {

namespace {

constexpr qsizetype kDigestBytes = 32;

Result<QList<FeedItem>> itemsFrom(sql::Statement &rows)
{
    QList<FeedItem> items;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return items;
        items.append({ItemKind(rows.integer(0)), rows.integer(1), rows.integer(2)});
    }
}

} // namespace

Result<QString> CacheFeeds::meta(const char *key) const
{
    VIGIE_TRY_ASSIGN(rows,
                     m_database.prepare(QStringLiteral("SELECT value FROM meta WHERE key = ?")));
    rows.bind(QString(QLatin1String(key)));
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? rows.text(0) : QString();
}

Done CacheFeeds::setMeta(const char *key, const QString &value)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO meta (key, value) VALUES (?, ?) "
                                "ON CONFLICT (key) DO UPDATE SET value = excluded.value")));
    return write.bind(QString(QLatin1String(key))).bind(value).exec();
}

Result<SyncMeta> CacheFeeds::syncMeta() const
{
    SyncMeta meta;
    VIGIE_TRY_ASSIGN(epoch, this->meta("epoch"));
    meta.epoch = epoch;
    VIGIE_TRY_ASSIGN(me, this->meta("me"));
    if (!me.isEmpty()) {
        VIGIE_TRY_ASSIGN(person,
                         codec::personFrom(QJsonDocument::fromJson(me.toUtf8()).object()));
        meta.me = person;
    }
    VIGIE_TRY_ASSIGN(intake, this->meta("intake"));
    meta.intakeQueue = QueueId::fromStored(intake);
    VIGIE_TRY_ASSIGN(resyncing, this->meta("resyncing"));
    meta.resyncing = !resyncing.isEmpty();
    return meta;
}

Done CacheFeeds::setMe(const Person &me)
{
    return setMeta("me", QString::fromUtf8(json::compact(codec::toJson(me))));
}

Result<qint64> CacheFeeds::generation() const
{
    VIGIE_TRY_ASSIGN(text, meta("generation"));
    return text.toLongLong();
}

Result<QList<StoredFeed>> CacheFeeds::feeds() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT n, name, cursor_seq, cursor_chain, high_seq, high_chain, "
                               "newest_at FROM feed ORDER BY name")));
    QList<StoredFeed> feeds;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return feeds;
        feeds.append({rows.integer(0),
                      {rows.text(1),
                       {rows.integer(2), rows.text(3)},
                       {rows.integer(4), rows.text(5)}},
                      rows.integer(6),
                      rows.integer(6)});
    }
}

Result<StoredFeed> CacheFeeds::add(const QString &name)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO feed (name) VALUES (?) RETURNING n")));
    write.bind(name);
    VIGIE_TRY_ASSIGN(made, write.next());
    StoredFeed feed;
    feed.n = made ? write.integer(0) : 0;
    feed.state.feed = name;
    return feed;
}

Done CacheFeeds::write(const StoredFeed &feed)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "UPDATE feed SET cursor_seq = ?, cursor_chain = ?, high_seq = ?, "
                                "high_chain = ?, newest_at = ? WHERE n = ?")));
    return write.bind(feed.state.cursor.seq)
        .bind(feed.state.cursor.chain)
        .bind(feed.state.highWater.seq)
        .bind(feed.state.highWater.chain)
        .bind(feed.newestAt)
        .bind(feed.n)
        .exec();
}

Done CacheFeeds::remove(qint64 feedN)
{
    VIGIE_TRY_ASSIGN(rows,
                     m_database.prepare(QStringLiteral("DELETE FROM feed_row WHERE feed_n = ?")));
    VIGIE_TRY(rows.bind(feedN).exec());
    VIGIE_TRY_ASSIGN(feed, m_database.prepare(QStringLiteral("DELETE FROM feed WHERE n = ?")));
    return feed.bind(feedN).exec();
}

Done CacheFeeds::forgetPositions()
{
    return m_database.run(
        QStringLiteral("UPDATE feed SET cursor_seq = 0, cursor_chain = '', high_seq = 0, "
                       "high_chain = ''"));
}

Done CacheFeeds::see(const FeedItem &item, qint64 generation, const QByteArray &digest)
{
    VIGIE_TRY_ASSIGN(write,
                     m_database.prepare(QStringLiteral(
                         "INSERT INTO feed_row (kind, item, feed_n, generation, digest) "
                         "VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, item, feed_n) DO UPDATE SET "
                         "generation = excluded.generation, digest = excluded.digest")));
    return write.bind(int(item.kind))
        .bind(item.item)
        .bind(item.feedN)
        .bind(generation)
        .bind(digest)
        .exec();
}

Done CacheFeeds::forget(const FeedItem &item)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "DELETE FROM feed_row WHERE kind = ? AND item = ? "
                                "AND feed_n = ?")));
    return write.bind(int(item.kind)).bind(item.item).bind(item.feedN).exec();
}

Done CacheFeeds::forgetEverywhere(ItemKind kind, qint64 item)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "DELETE FROM feed_row WHERE kind = ? AND item = ?")));
    return write.bind(int(kind)).bind(item).exec();
}

Result<QList<qint64>> CacheFeeds::feedsShowing(ItemKind kind, qint64 item) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT feed_n FROM feed_row WHERE kind = ? AND item = ?")));
    rows.bind(int(kind)).bind(item);
    QList<qint64> feeds;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return feeds;
        feeds.append(rows.integer(0));
    }
}

Result<QList<FeedItem>> CacheFeeds::itemsOf(qint64 feedN) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT kind, item, feed_n FROM feed_row WHERE feed_n = ?")));
    rows.bind(feedN);
    return itemsFrom(rows);
}

Result<QList<FeedItem>> CacheFeeds::itemsBefore(qint64 generation) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT kind, item, feed_n FROM feed_row WHERE generation < ?")));
    rows.bind(generation);
    return itemsFrom(rows);
}

Result<QString> CacheFeeds::digest(const QString &feed) const
{
    QByteArray total(kDigestBytes, '\0');
    const QString all = QStringLiteral("SELECT digest FROM feed_row AS mine WHERE feed_n = "
                                       "(SELECT n FROM feed WHERE name = ?)");
    // What a queue shows in full, the server no longer counts as shown by the personal feed.
    const QString butQueues =
        QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM feed_row AS other "
                       "JOIN feed ON feed.n = other.feed_n WHERE other.kind = mine.kind "
                       "AND other.item = mine.item AND feed.name GLOB 'q/*')");
    const bool personal = feed.startsWith(QLatin1String("p/"));
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(personal ? all + butQueues : all));
    rows.bind(feed);
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return QString::fromLatin1(total.toHex());
        const QByteArray one = rows.bytes(0);
        for (qsizetype i = 0; i < kDigestBytes && i < one.size(); ++i)
            total[i] = char(total[i] ^ one[i]);
    }
}

} // namespace vigie::store
