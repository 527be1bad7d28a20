// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remote/serveradapter.h"
#include "core/store/outboxtypes.h"

/// Pure functions between answers and outbox entries.
namespace vigie::sync {

/// The entry after the server's verdict on it.
[[nodiscard]] store::OutboxEntry afterResult(store::OutboxEntry entry,
                                             const wire::OpResult &result, qint64 nowMs);

/// The entry when the push that carried it ended without a verdict. `before` is its state before
/// the attempt.
[[nodiscard]] store::OutboxEntry afterNoAnswer(store::OutboxEntry entry, store::OpState before,
                                               remote::Outcome outcome, const Error &error,
                                               qint64 nowMs);

/// Whether an accepted op's change has been read by a client that has read the feeds as far as
/// `positions`. `all` says that everything was read that was there after the last op lost its
/// points, which settles those without.
[[nodiscard]] bool isRead(const store::OutboxEntry &entry,
                          const QHash<QString, qint64> &positions, bool all);

} // namespace vigie::sync
