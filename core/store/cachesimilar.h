// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cachereader.h"

namespace vigie::store {

/// See CacheReader::similarRequests().
[[nodiscard]] Result<QList<TicketRow>> similarRequests(sql::Database &database,
                                                       const QString &text, int most);

} // namespace vigie::store
