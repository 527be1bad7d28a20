// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cachereader.h"

namespace vigie::store {

/// Which of `query.groups` a row of the list belongs to; -1 = none of them.
[[nodiscard]] int groupOf(const TicketRow &row, const ListQuery &query);

namespace lists {

struct Keyed;
struct Plan;

/// See CacheReader::groups().
[[nodiscard]] Result<QList<ListGroup>> groupsOf(sql::Database &database, const ListQuery &query);
/// One page of a grouped list: large groups are walked in their order, of small ones all tickets
/// are looked at, so that a page costs no more than one walk over the index of groups.
[[nodiscard]] Result<QList<Keyed>> readGrouped(sql::Database &database, const Plan &plan);

/// What groups are counted and found by, open or ended; as statementFor() for ungrouped lists.
[[nodiscard]] QString groupSourceFor(const Plan &plan, bool open);

} // namespace lists

} // namespace vigie::store
