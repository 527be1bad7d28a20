// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QSet>

namespace vigie {

/// Whether a change of these tickets shows on a page because of a merge: of those in it, of the one
/// it goes on in, and of one that has just come into it or left it.
[[nodiscard]] bool concernsMerged(const TicketView &view, const QSet<TicketId> &changed);

/// Of the merged tickets, what the requester's own device holds and shows with this one.
void addJoinedFaces(const TicketView &view, TicketView &face);

} // namespace vigie
