// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"
#include "core/store/outboxstore.h"

namespace vigie {

/// How far the words of an operation have come.
[[nodiscard]] Delivery deliveryOf(OpState state);

/// Everything a ticket page shows. NotFound when the ticket is not (or no longer) here.
[[nodiscard]] Result<TicketView> composeTicketView(const store::CacheReader &cache,
                                                   store::OutboxStore &outbox, const Person &me,
                                                   const TicketId &id);

} // namespace vigie
