// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"
#include "core/store/outboxstore.h"

namespace vigie {

/// How far the words of an operation have come.
[[nodiscard]] Delivery deliveryOf(OpState state);

/// An entry of a conversation and the ticket in which it was written.
struct ConversationEntry {
    const MessageView *view = nullptr;
    const Ticket *ticket = nullptr;
};
/// What was written in the ticket and in those merged into it, by the server's time; what still
/// waits stands at the end, and what the merges themselves left in the merged ones is left out.
/// Points into `view`.
[[nodiscard]] QList<ConversationEntry> conversationOf(const TicketView &view);
/// The ticket of a conversation in which a file was sent: the one that the server gives it out for.
[[nodiscard]] TicketId holderOf(const TicketView &view, const QString &sha256);

/// Everything a ticket page shows. NotFound when the ticket is not (or no longer) here.
[[nodiscard]] Result<TicketView> composeTicketView(const store::CacheReader &cache,
                                                   store::OutboxStore &outbox, const Person &me,
                                                   const TicketId &id);

} // namespace vigie
