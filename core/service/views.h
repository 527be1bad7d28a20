// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cachereader.h"
#include "core/store/listgroups.h"
#include "core/store/outboxtypes.h"

#include <optional>

namespace vigie {

using store::groupOf;
using store::ListCounts;
using store::ListGroup;
using store::ListQuery;
using store::ListScope;
using store::OpState;
using store::OutboxEntry;
using store::SearchHit;
using store::TicketRow;

/// How far a message of mine has come.
enum class Delivery { Sent, Waiting, Sending, Checking, NeedsYou };

struct MessageView {
    Message message;
    Delivery delivery = Delivery::Sent;
    OpId op; ///< while it is not Sent
    bool mine = false;
};

/// A ticket that was merged into the one shown, with a thread of its own.
struct JoinedTicket {
    Ticket ticket;
    QList<MessageView> thread;
};

/// Everything a ticket page shows, read in one go.
struct TicketView {
    Ticket ticket;
    QList<MessageView> thread;
    QList<OutboxEntry> pending; ///< live operations of this ticket
    QList<JoinedTicket> joined; ///< directly or through others, oldest first
    std::optional<TicketRow> goesOnIn; ///< of a merged ticket, when the other one is here
    bool asStaff = false;
    QList<Person> staff;  ///< who may own it; staff only
    QList<Queue> queues;  ///< staff only
    std::optional<Person> requester; ///< when this computer knows them; staff only
    QList<Person> watchers;  ///< those whose names are known here; staff only
    QList<TicketRow> linked; ///< where the links lead, as far as it is here; staff only
};

} // namespace vigie
