// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/ops/op.h"

#include <utility>

namespace vigie {

/// The most tickets that one action may be about.
inline constexpr int kBulkTickets = 10'000;

/// What became of one intention about many tickets.
struct BulkOutcome {
    QList<OpId> ops;       ///< written, in the order of the tickets
    int changed = 0;       ///< tickets they are about
    QList<TicketId> alike; ///< were so already: nothing was written
    /// Refused by the same rules as on the server, which is no reason to keep the others back.
    QList<std::pair<TicketId, Error>> refused;
};

/// Whether the ticket can go where the payload wants it. Only the server refuses what a menu never
/// offers; among many tickets there are always some for which it would not have been offered.
[[nodiscard]] bool mayBecome(const Payload &payload, const Ticket &ticket);

/// Whether the payload would leave the ticket as it is. False for what always adds something.
[[nodiscard]] bool isSoAlready(const Payload &payload, const Ticket &ticket);

} // namespace vigie
