// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cacherows.h"
#include "core/store/knowledgerows.h"
#include "core/store/outboxtypes.h"

namespace vigie::store {

/// What CacheRebase is for tickets, for articles and topics: effective = confirmed ⊕ the shown
/// operations of the lane, in order. The caller brings the transaction.
class KnowledgeRebase
{
public:
    KnowledgeRebase(sql::Database &database, CacheRows &refs, Person me)
        : m_database(database), m_refs(refs), m_rows(database), m_me(std::move(me))
    {
    }

    /// Whether the lane is one of the knowledge base's, by its operations or by what is here.
    [[nodiscard]] Result<bool> isOurs(const TicketId &lane, const QList<OutboxEntry> &entries);
    [[nodiscard]] Result<bool> isTopic(const TicketId &lane);
    [[nodiscard]] Done run(const TicketId &lane, const QList<OutboxEntry> &entries);
    /// Lanes whose rows are marked as having operations on top.
    [[nodiscard]] Result<QList<TicketId>> pending();

private:
    [[nodiscard]] Done runTopic(const TopicId &id, const QList<OutboxEntry> &shown);
    [[nodiscard]] Done runArticle(const ArticleId &id, const QList<OutboxEntry> &shown);
    struct Pending {
        Revision revision;
        QString op;
        qint64 at = 0;
    };
    [[nodiscard]] Done writePending(const QList<StoredRevision> &stored, const QList<Pending> &wanted);
    /// Nothing of it is left but what the server said.
    [[nodiscard]] Done dropArticle(const ArticleId &id);

    sql::Database &m_database;
    CacheRows &m_refs;
    KnowledgeRows m_rows;
    Person m_me;
};

} // namespace vigie::store
