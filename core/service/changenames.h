// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/rehearsal.h"
#include "core/store/cachereader.h"

namespace vigie {

/// Names, by the text of their ids, for the people and queues that stand for themselves among the
/// values of changes; those that are not known here are missing. The thread of `cache`.
[[nodiscard]] Result<QHash<QString, QString>> namesIn(const QList<RehearsedChange> &changes,
                                                      const store::CacheReader &cache);

} // namespace vigie
