// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachestore.h"

#include "core/base/logging.h"
#include "core/store/cachefeeds.h"
#include "core/store/cachepage.h"
#include "core/store/cacherebase.h"
#include "core/store/damage.h"
#include "core/store/knowledgerebase.h"

#include <algorithm>

namespace vigie::store {

using sql::Transaction;

void StoreChange::merge(const StoreChange &other)
{
    tickets.unite(other.tickets);
    articles.unite(other.articles);
    knowledge = knowledge || other.knowledge;
    outbox = outbox || other.outbox;
    directory = directory || other.directory;
    everything = everything || other.everything;
    arrived.append(other.arrived);
}

bool StoreChange::isEmpty() const
{
    return tickets.isEmpty() && articles.isEmpty() && !knowledge && !outbox && !directory
        && !everything && arrived.isEmpty();
}

namespace {

Done noteAll(CacheFeeds &feeds, const QList<wire::FeedPoint> &points)
{
    VIGIE_TRY_ASSIGN(known, feeds.feeds());
    for (const wire::FeedPoint &point : points) {
        auto found = std::find_if(known.begin(), known.end(), [&](const StoredFeed &feed) {
            return feed.state.feed == point.feed;
        });
        if (found == known.end()) {
            VIGIE_TRY_ASSIGN(added, feeds.add(point.feed));
            found = known.insert(known.end(), added);
        }
        if (point.at.seq <= found->state.highWater.seq)
            continue;
        found->state.highWater = point.at;
        VIGIE_TRY(feeds.write(*found));
    }
    return {};
}

/// Freed pages are overwritten (secure_delete); the index keeps the words of removed rows until
/// it is rewritten, and copies put aside keep everything.
Done forgetForGood(sql::Database &database)
{
    VIGIE_TRY(database.run(
        QStringLiteral("INSERT INTO message_fts (message_fts) VALUES ('optimize')")));
    VIGIE_TRY(database.run(
        QStringLiteral("INSERT INTO subject_fts (subject_fts) VALUES ('optimize')")));
    VIGIE_TRY(database.run(
        QStringLiteral("INSERT INTO article_fts (article_fts) VALUES ('optimize')")));
    removeCopies(database.path());
    return {};
}

} // namespace

Result<SyncMeta> CacheStore::meta() const
{
    const auto read = [this]() -> Result<SyncMeta> {
        if (m_meta)
            return *m_meta;
        const CacheFeeds feeds(m_database);
        VIGIE_TRY_ASSIGN(meta, feeds.syncMeta());
        VIGIE_TRY_ASSIGN(known, feeds.feeds());
        for (const StoredFeed &feed : known)
            meta.feeds.append(feed.state);
        m_meta = meta;
        return meta;
    };
    return watched(m_database, read());
}

Result<Transaction> CacheStore::beginChange()
{
    // Also when the write fails in the middle: then it is read again, as it was.
    m_meta.reset();
    return Transaction::begin(m_database);
}

Done CacheStore::setMe(const Person &me)
{
    const auto write = [&]() -> Done {
        VIGIE_TRY_ASSIGN(transaction, beginChange());
        VIGIE_TRY(CacheFeeds(m_database).setMe(me));
        return transaction.commit();
    };
    return watched(m_database, write());
}

Result<StoreChange> CacheStore::rebase(const TicketId &ticket,
                                       const QList<OutboxEntry> &liveEntries)
{
    const auto write = [&]() -> Result<StoreChange> {
        VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
        VIGIE_TRY_ASSIGN(meta, this->meta());
        CacheRows rows(m_database, meta.me);
        StoreChange change;
        KnowledgeRebase shelf(m_database, rows, meta.me);
        VIGIE_TRY_ASSIGN(isArticle, shelf.isOurs(ticket, liveEntries));
        if (isArticle) {
            VIGIE_TRY(shelf.run(ticket, liveEntries));
            change.articles.insert(ArticleId(ticket.uuid()));
            change.knowledge = shelf.isTopic(ticket).value_or(true);
        } else {
            VIGIE_TRY(CacheRebase(rows, m_reader, meta).run(ticket, liveEntries));
            change.tickets.insert(ticket);
        }
        VIGIE_TRY(rows.finish());
        VIGIE_TRY(transaction.commit());
        return change;
    };
    return watched(m_database, write());
}

Result<StoreChange> CacheStore::heal(const QList<OutboxEntry> &live)
{
    const auto write = [&]() -> Result<StoreChange> {
        VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
        VIGIE_TRY_ASSIGN(meta, this->meta());
        StoreChange change;
        if (meta.me.id.isNull())
            return change; // nobody knows yet through whose eyes to look
        QHash<TicketId, QList<OutboxEntry>> byTicket;
        for (const OutboxEntry &entry : live)
            byTicket[entry.op.ticket].append(entry);
        VIGIE_TRY_ASSIGN(marked, pendingTickets());
        for (const TicketId &ticket : marked)
            byTicket[ticket];
        CacheRows rows(m_database, meta.me);
        CacheRebase rebase(rows, m_reader, meta);
        KnowledgeRebase shelf(m_database, rows, meta.me);
        VIGIE_TRY_ASSIGN(shelved, shelf.pending());
        for (const TicketId &lane : std::as_const(shelved))
            byTicket[lane];
        for (auto it = byTicket.cbegin(); it != byTicket.cend(); ++it) {
            VIGIE_TRY_ASSIGN(isArticle, shelf.isOurs(it.key(), it.value()));
            VIGIE_TRY(isArticle ? shelf.run(it.key(), it.value()) : rebase.run(it.key(), it.value()));
            if (isArticle)
                change.articles.insert(ArticleId(it.key().uuid()));
            else
                change.tickets.insert(it.key());
        }
        VIGIE_TRY(rows.finish());
        VIGIE_TRY(transaction.commit());
        return change;
    };
    return watched(m_database, write());
}

Result<QList<TicketId>> CacheStore::pendingTickets() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                               QStringLiteral("SELECT id FROM ticket WHERE pending = 1")));
    QList<TicketId> ids;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return ids;
        ids.append(TicketId::fromStored(rows.text(0)));
    }
}

Result<StoreChange> CacheStore::applyPage(const wire::SyncRequest &request,
                                          const wire::SyncResponse &page,
                                          const QList<OutboxEntry> &live)
{
    if (page.timeTravel)
        return fail(ErrorCode::TimeTravel, QStringLiteral("the server was restored"));
    bool purged = false;
    const auto write = [&]() -> Result<StoreChange> {
        VIGIE_TRY_ASSIGN(transaction, beginChange());
        CachePage work(m_database, m_reader, request, page, live);
        VIGIE_TRY_ASSIGN(current, work.begin());
        if (!current) {
            qCInfo(lcStore, "an old answer of the server is ignored");
            return StoreChange();
        }
        VIGIE_TRY_ASSIGN(change, work.run());
        purged = work.purged();
        if (purged)
            VIGIE_TRY(forgetForGood(m_database));
        VIGIE_TRY(transaction.commit());
        return change;
    };
    Result<StoreChange> applied = watched(m_database, write());
    if (applied && purged)
        m_database.checkpoint(); // the WAL still has the pages as they were
    return applied;
}

Done CacheStore::noteHighWater(const QString &epoch, const QList<wire::FeedPoint> &points)
{
    const auto write = [&]() -> Done {
        VIGIE_TRY_ASSIGN(transaction, beginChange());
        CacheFeeds feeds(m_database);
        VIGIE_TRY_ASSIGN(known, feeds.meta("epoch"));
        // Points of another history say nothing about this one.
        if (!known.isEmpty() && known != epoch)
            return {};
        if (known.isEmpty())
            VIGIE_TRY(feeds.setMeta("epoch", epoch));
        VIGIE_TRY(noteAll(feeds, points));
        return transaction.commit();
    };
    return watched(m_database, write());
}

Done CacheStore::beginResync(const QString &newEpoch)
{
    const auto write = [&]() -> Done {
        VIGIE_TRY_ASSIGN(transaction, beginChange());
        CacheFeeds feeds(m_database);
        VIGIE_TRY(feeds.forgetPositions());
        VIGIE_TRY_ASSIGN(generation, feeds.generation());
        VIGIE_TRY(feeds.setMeta("generation", QString::number(generation + 1)));
        VIGIE_TRY(feeds.setMeta("epoch", newEpoch));
        VIGIE_TRY(feeds.setMeta("resyncing", QStringLiteral("1")));
        return transaction.commit();
    };
    return watched(m_database, write());
}

Result<QString> CacheStore::feedDigest(const QString &feed) const
{
    return watched(m_database, CacheFeeds(m_database).digest(feed));
}

} // namespace vigie::store
