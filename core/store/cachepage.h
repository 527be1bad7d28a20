// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cachefeeds.h"
#include "core/store/cacherebase.h"

namespace vigie::store {

/// Applies one page of the feeds; see CacheStore::applyPage(). One object for one page, within the
/// caller's transaction.
class CachePage
{
public:
    CachePage(sql::Database &database, CacheReader &reader, const wire::SyncRequest &request,
              const wire::SyncResponse &page, const QList<OutboxEntry> &live);

    /// True when the page begins where we stand; an old answer does not.
    [[nodiscard]] Result<bool> begin();
    [[nodiscard]] Result<StoreChange> run();
    /// Something was removed that must not stay in freed space or in the index.
    [[nodiscard]] bool purged() const { return m_purged; }

private:
    // Scope
    [[nodiscard]] Done takeMe();
    [[nodiscard]] Done followScope();
    [[nodiscard]] Done forgetPersonal();
    [[nodiscard]] Done purge(const StoredFeed &feed);
    [[nodiscard]] Done reflag();

    // Rows
    [[nodiscard]] Done take(const wire::Change &change);
    [[nodiscard]] Done takeTicket(const wire::Change &change, const StoredFeed &feed);
    [[nodiscard]] Done takeMessage(const wire::Change &change, StoredFeed &feed);
    [[nodiscard]] Done takePerson(const wire::Change &change, const StoredFeed &feed);
    [[nodiscard]] Done takeQueue(const wire::Change &change, const StoredFeed &feed);
    [[nodiscard]] Done takeServices(const wire::Change &change, const StoredFeed &feed);
    [[nodiscard]] Done takeGone(const wire::Change &change, const StoredFeed &feed);
    [[nodiscard]] Done takeTopic(const wire::Change &change, const StoredFeed &feed);
    [[nodiscard]] Done takeArticle(const wire::Change &change, const StoredFeed &feed);
    [[nodiscard]] Done takeRevision(const wire::Change &change, const StoredFeed &feed);
    /// Whether it was an article.
    [[nodiscard]] Result<bool> takeArticleGone(const wire::Change &change);
    [[nodiscard]] Done seen(const wire::Change &change, ItemKind kind, qint64 item,
                            const StoredFeed &feed);
    void noteArrival(const Message &message, StoredFeed &feed);

    // Removal
    [[nodiscard]] Done removeTicket(qint64 n);
    [[nodiscard]] Done removeItem(const FeedItem &item);
    [[nodiscard]] Done removeMessageItem(qint64 n);
    [[nodiscard]] Done removeArticleItem(const ArticleId &id);
    [[nodiscard]] Done removeKnowledgeItem(const FeedItem &item);
    [[nodiscard]] Done dropOldTexts(const ArticleId &id);
    [[nodiscard]] Result<bool> isShownByQueue(qint64 n);

    // End
    [[nodiscard]] Done moveCursors();
    [[nodiscard]] Done rereadPersonalFeed();
    [[nodiscard]] Done rereadLibrary();
    [[nodiscard]] Done endResync();
    [[nodiscard]] Done removeOrphans();
    [[nodiscard]] Result<QList<qint64>> numbers(const char *statement);
    [[nodiscard]] Done settleTickets();
    [[nodiscard]] Done settleKnowledge();

    [[nodiscard]] StoredFeed *feedNamed(const QString &name);
    [[nodiscard]] StoredFeed *personalFeed();
    [[nodiscard]] wire::Position requestedFrom(const QString &feed) const;
    void touch(const TicketId &ticket);

    sql::Database &m_database;
    CacheReader &m_reader;
    const wire::SyncRequest &m_request;
    const wire::SyncResponse &m_page;
    const QList<OutboxEntry> &m_live;
    CacheFeeds m_feeds;
    SyncMeta m_meta;
    qint64 m_generation = 0;
    std::optional<CacheRows> m_rows;
    QList<StoredFeed> m_known;
    QHash<TicketId, QList<OutboxEntry>> m_shown; ///< operations by ticket
    QSet<TicketId> m_touched;
    QSet<TicketId> m_lanes; ///< of articles and topics that changed
    QSet<TicketId> m_renewed; ///< of articles that came themselves
    StoreChange m_change;
    bool m_purged = false;
    bool m_rereadPersonal = false;
    bool m_rereadLibrary = false;
};

} // namespace vigie::store
