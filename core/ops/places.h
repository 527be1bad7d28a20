// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/person.h"
#include "core/model/ticket.h"

namespace vigie {

/// In which lists a ticket stands for one person, and how much of it is theirs to know.
struct Places {
    bool listed = false;    ///< among all work
    bool request = false;   ///< among the person's own requests
    bool open = false;      ///< somebody still has something to do
    bool waiting = false;   ///< open work that pauses until somebody else moves
    bool knowsWork = false; ///< state, queue, owner and the like are this person's business
};

[[nodiscard]] Places placesOf(const Ticket &ticket, const Person &me);

} // namespace vigie
