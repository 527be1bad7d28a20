// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cacherows.h"
#include "core/store/cachestore.h"

namespace vigie::store {

/// A thing that a feed showed.
struct FeedItem {
    ItemKind kind = ItemKind::Ticket;
    qint64 item = 0;
    qint64 feedN = 0;
};

/// One feed as cache.db has it.
struct StoredFeed {
    qint64 n = 0;
    wire::FeedState state;
    qint64 newestAt = 0; ///< the newest message's server time
    qint64 newestBefore = 0; ///< the same when it was read from the database

    [[nodiscard]] bool isPersonal() const { return state.feed.startsWith(QLatin1String("p/")); }
    /// The queue whose tickets it shows; null for other feeds.
    [[nodiscard]] QueueId queue() const
    {
        return state.feed.startsWith(QLatin1String("q/"))
            ? QueueId::fromStored(state.feed.mid(2))
            : QueueId();
    }
};

/// Reads and writes the tables `meta`, `feed` and `feed_row`. The caller brings the transaction.
class CacheFeeds
{
public:
    explicit CacheFeeds(sql::Database &database) : m_database(database) {}

    [[nodiscard]] Result<QString> meta(const char *key) const;
    [[nodiscard]] Done setMeta(const char *key, const QString &value);
    /// Everything in `meta` but the feeds.
    [[nodiscard]] Result<SyncMeta> syncMeta() const;
    [[nodiscard]] Done setMe(const Person &me);
    [[nodiscard]] Result<qint64> generation() const;

    [[nodiscard]] Result<QList<StoredFeed>> feeds() const;
    [[nodiscard]] Result<StoredFeed> add(const QString &name);
    [[nodiscard]] Done write(const StoredFeed &feed);
    /// The feed and all it showed; the things themselves are the caller's affair.
    [[nodiscard]] Done remove(qint64 feedN);
    /// Forgets every position, keeps the feeds.
    [[nodiscard]] Done forgetPositions();

    [[nodiscard]] Done see(const FeedItem &item, qint64 generation, const QByteArray &digest);
    [[nodiscard]] Done forget(const FeedItem &item);
    [[nodiscard]] Done forgetEverywhere(ItemKind kind, qint64 item);
    [[nodiscard]] Result<QList<qint64>> feedsShowing(ItemKind kind, qint64 item) const;
    [[nodiscard]] Result<QList<FeedItem>> itemsOf(qint64 feedN) const;
    [[nodiscard]] Result<QList<FeedItem>> itemsBefore(qint64 generation) const;
    [[nodiscard]] Result<QString> digest(const QString &feed) const;

private:
    sql::Database &m_database;
};

} // namespace vigie::store
