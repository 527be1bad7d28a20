// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/apply.h"
#include "core/sql/database.h"

#include <optional>

namespace vigie::server {

/// A message as it is stored: what decides who may see it, and its canonical JSON.
struct MessageRow {
    MessageId id;
    TicketId ticket;
    Visibility visibility = Visibility::Internal;
    QByteArray json;
};

/// Tickets and their threads.
class TicketRows
{
public:
    explicit TicketRows(sql::Database &database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<Ticket>> ticket(const TicketId &id);
    /// The canonical bytes, for digests.
    [[nodiscard]] Result<QByteArray> ticketJson(const TicketId &id);
    [[nodiscard]] Done put(const Ticket &ticket);

    [[nodiscard]] Done add(const Message &message);
    [[nodiscard]] Result<bool> messageExists(const MessageId &id);
    [[nodiscard]] Result<std::optional<MessageRow>> message(const MessageId &id);
    /// Oldest first, in the order of acceptance.
    [[nodiscard]] Result<QList<ThreadEntry>> thread(const TicketId &ticket);

    /// The whole thread, as thread().
    [[nodiscard]] Result<QList<Message>> messages(const TicketId &ticket);

    /// Tickets that somebody still has something to do for, as far as it is known; only those
    /// without clocks, if asked for.
    [[nodiscard]] Result<QList<TicketId>> open(bool withoutClocksOnly);
    /// Of those that are not closed, in the order of their ids, the ones behind `after`.
    [[nodiscard]] Result<QList<TicketId>> notClosed(const TicketId &after, int most);
    /// It is known now.
    [[nodiscard]] Done noteEnded(const TicketId &ticket);

    /// Tickets of a queue in which the person is requester or watcher.
    [[nodiscard]] Result<QList<Ticket>> involving(const PersonId &person, const QueueId &queue);

    /// Whether a message with this file, of this ticket, may be shown to somebody who sees the
    /// ticket's public (or all) messages.
    [[nodiscard]] Result<bool> hasFile(const TicketId &ticket, const QString &sha256,
                                       bool withInternal);

private:
    sql::Database &m_database;
};

} // namespace vigie::server
