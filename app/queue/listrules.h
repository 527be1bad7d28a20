// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

namespace vigie {

/// Whether the first row stands before the second in a list sorted so; the store's own order.
[[nodiscard]] bool standsBefore(const TicketRow &first, const TicketRow &second, ListSort sort);

/// The same in the list that a query asks for: group before group, and perhaps the other way round.
[[nodiscard]] bool standsBefore(const TicketRow &first, const TicketRow &second,
                                const ListQuery &query);

/// Whether a row belongs to what a query asks for, as far as a row can tell: the text filter is
/// the index's business and is not looked at.
[[nodiscard]] bool belongsTo(const TicketRow &row, const ListQuery &query);

/// The loaded part of a list after a change. `loaded` is what was shown, `window` the fresh first
/// rows, `touched` the fresh rows of the tickets that changed. Rows behind the window keep their
/// place unless they were touched; touched ones move, leave or stay by the two rules above.
/// `whole` = the window is the entire list.
[[nodiscard]] QList<TicketRow> mergedRows(const QList<TicketRow> &loaded,
                                          const QList<TicketRow> &window,
                                          const QSet<TicketId> &touchedIds,
                                          const QList<TicketRow> &touched, const ListQuery &query,
                                          bool whole);

} // namespace vigie
