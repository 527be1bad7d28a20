// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cachereader.h"

namespace vigie::store {

/// The newest tickets that match, each once, with an excerpt of the message that matched. Stops as
/// soon as enough are found; see CacheReader::search().
[[nodiscard]] Result<QList<SearchHit>> searched(sql::Database &database, const QString &text,
                                                int most);

} // namespace vigie::store
