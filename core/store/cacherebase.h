// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cachefeeds.h"

namespace vigie::store {

/// Makes one ticket's effective rows from its confirmed ones and its operations.
class CacheRebase
{
public:
    CacheRebase(CacheRows &rows, CacheReader &reader, const SyncMeta &meta)
        : m_rows(rows), m_reader(reader), m_meta(meta)
    {
    }

    /// `entries`: operations of this ticket or of any; those of others are ignored.
    [[nodiscard]] Done run(const TicketId &ticket, const QList<OutboxEntry> &entries);

private:
    /// A message that exists through an operation only.
    struct Pending {
        Message message;
        QString op;
        qint64 at = 0;
    };
    struct View {
        TicketState state;
        QList<Pending> messages;
    };

    [[nodiscard]] ApplyContext contextFor(const Op &op) const;
    [[nodiscard]] Done readServices();
    [[nodiscard]] Result<TicketState> confirmedState(const std::optional<StoredTicket> &ticket,
                                                     const QList<StoredMessage> &thread) const;
    /// `confirmed`: the messages that the server has.
    [[nodiscard]] View applied(TicketState state, const QSet<MessageId> &confirmed,
                               const QList<OutboxEntry> &shown) const;
    [[nodiscard]] Done writePending(const QList<StoredMessage> &thread,
                                    const QList<Pending> &wanted);

    CacheRows &m_rows;
    CacheReader &m_reader;
    const SyncMeta &m_meta;
    std::optional<ServiceBook> m_services; ///< read when first needed
};

} // namespace vigie::store
