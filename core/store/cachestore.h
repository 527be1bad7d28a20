// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"
#include "core/sql/database.h"
#include "core/store/cachereader.h"
#include "core/store/outboxtypes.h"

namespace vigie::store {

/// Which rows a committed change touched, for models.
struct StoreChange {
    QSet<TicketId> tickets;
    QSet<ArticleId> articles;
    bool outbox = false;
    bool knowledge = false; ///< topics of the knowledge base
    bool directory = false; ///< people, queues or the signed-in person
    bool everything = false; ///< purge, resync, new cache
    /// Messages and events by others that just arrived, for notifications.
    QList<Message> arrived;

    void merge(const StoreChange &other);
    [[nodiscard]] bool isEmpty() const;
};

/// What the client knows about its place in the server's history.
struct SyncMeta {
    QString epoch;
    QList<wire::FeedState> feeds;
    Person me; ///< null id before the first exchange
    QueueId intakeQueue;
    bool resyncing = false;
};

/// Writes of the disposable database: rows as people see them (effective), the server's copy of
/// those rows that have operations on top (confirmed), feeds' positions, full-text index, counters.
/// Everything here can be fetched again. Lives on the profile's writer thread.
class CacheStore
{
public:
    explicit CacheStore(sql::Database &database) : m_database(database), m_reader(database) {}

    [[nodiscard]] CacheReader &reader() { return m_reader; }

    /// Kept in memory: every attempt of an exchange begins with it.
    [[nodiscard]] Result<SyncMeta> meta() const;
    /// At sign-in, before the first exchange: who I am.
    [[nodiscard]] Done setMe(const Person &me);

    /// effective = confirmed ⊕ the ticket's shown operations, in order; one transaction. Called
    /// after every change of the ticket's outbox entries. Idempotent.
    [[nodiscard]] Result<StoreChange> rebase(const TicketId &ticket,
                                             const QList<OutboxEntry> &liveEntries);

    /// After a crash between the two databases: rebases every ticket with live operations and every
    /// ticket still marked as having some. Does nothing before the first exchange.
    [[nodiscard]] Result<StoreChange> heal(const QList<OutboxEntry> &live);

    /// Applies one page with its positions in one transaction: purges feeds that left the scope,
    /// writes rows, rebases tickets with live operations on top, moves the cursors. A page whose
    /// start is not our cursor (an old answer) changes nothing. `live` are all live entries.
    [[nodiscard]] Result<StoreChange> applyPage(const wire::SyncRequest &request,
                                                const wire::SyncResponse &page,
                                                const QList<OutboxEntry> &live);

    /// Remembers the newest points heard of in answers to pushes.
    [[nodiscard]] Done noteHighWater(const QString &epoch, const QList<wire::FeedPoint> &points);

    /// The server went back in time: forget positions, keep showing rows, mark all as to be seen
    /// again; rows not seen by the end of the resync are removed by the page that ends it.
    [[nodiscard]] Done beginResync(const QString &newEpoch);

    /// Digest of all confirmed rows of a feed as the server counts it (wire::rowDigest XORed), hex.
    [[nodiscard]] Result<QString> feedDigest(const QString &feed) const;

private:
    [[nodiscard]] Result<QList<TicketId>> pendingTickets() const;

    /// Begins a write that may change what meta() says.
    [[nodiscard]] Result<sql::Transaction> beginChange();

    sql::Database &m_database;
    CacheReader m_reader;
    mutable std::optional<SyncMeta> m_meta;
};

} // namespace vigie::store
