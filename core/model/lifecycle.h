// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/enums.h"

namespace vigie {

/// The fixed mapping that keeps internal life internal: waiting for a vendor or a maintenance
/// window is our business, so the requester sees "in progress".
[[nodiscard]] PublicState publicState(State state);

/// True while somebody still has something to do.
[[nodiscard]] bool isOpen(State state);

/// True while nobody here can go on: for the requester, a vendor or a date.
[[nodiscard]] bool isWaiting(State state);

/// True for the states that end the work; moving there is guarded by `seenThrough`.
[[nodiscard]] bool isEnding(State state);

/// Whether an agent may move a ticket between two states. Every move between different states is
/// allowed but one: a closed ticket is reopened (to Open), not moved elsewhere.
[[nodiscard]] bool mayMove(State from, State to);

/// Whether the requester may: close at any time, reopen what is fixed or closed.
[[nodiscard]] bool requesterMayMove(State from, State to);

/// Priority from impact x urgency:
///
///              blocked   hindered  annoyed  can wait
///   company    critical  critical  high     normal
///   site       critical  high      normal   normal
///   team       high      normal    normal   low
///   person     high      normal    low      low
[[nodiscard]] Priority priorityOf(Impact impact, Urgency urgency);

/// The impact that "who is affected" suggests; agents may change it.
[[nodiscard]] Impact impactOf(Affected affected);

/// One level up; L4 stays L4.
[[nodiscard]] Level above(Level level);

} // namespace vigie
