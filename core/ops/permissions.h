// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/person.h"
#include "core/ops/op.h"

namespace vigie {

/// The one permission function: the server asks it for every operation, the client to grey out
/// what cannot be done. Default is deny. `before` is null when the ticket does not exist (yet).
/// Answers NotFound where even the existence of the ticket is none of the person's business.
[[nodiscard]] Done mayApply(const Actor &actor, const Op &op, const Ticket *before);

/// Whether the person may see the ticket at all, and as what.
enum class Sight { None, Requester, Staff };
[[nodiscard]] Sight sightOf(const Actor &actor, const Ticket &ticket);

/// Whether the person may receive this message, given their sight of its ticket.
[[nodiscard]] bool maySee(Sight sight, const Message &message);

} // namespace vigie
