// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/results.h"

namespace vigie::sync {

using remote::Outcome;
using store::OpState;
using store::OutboxEntry;
using wire::OpStatus;

OutboxEntry afterResult(OutboxEntry entry, const wire::OpResult &result, qint64 nowMs)
{
    entry.changedAt = nowMs;
    entry.error = {};
    entry.conflict.reset();
    entry.serverFaults = 0;
    const bool withdrawing = entry.state == OpState::Withdrawing;
    switch (result.status) {
    case OpStatus::Applied:
    case OpStatus::Duplicate:
    case OpStatus::Merged:
        // An answer without a point changed nothing, so there is nothing to wait for.
        entry.state = result.points.isEmpty() ? OpState::Done : OpState::Acked;
        entry.points = result.points;
        entry.merged = result.status == OpStatus::Merged;
        entry.reofferedAt = 0;
        break;
    case OpStatus::Conflict:
        if (withdrawing) {
            entry.state = OpState::Discarded;
            break;
        }
        entry.state = OpState::Conflict;
        entry.conflict = result.conflict;
        entry.error = {ErrorCode::Conflict, {}, std::nullopt};
        break;
    case OpStatus::Rejected:
        if (withdrawing) {
            entry.state = OpState::Discarded;
            break;
        }
        entry.state = OpState::Parked;
        entry.error = result.error;
        break;
    case OpStatus::Retry:
    case OpStatus::DepFailed:
        // Judged and not done: it certainly did not happen.
        if (!withdrawing)
            entry.state = OpState::Queued;
        entry.error = result.error;
        break;
    }
    return entry;
}

OutboxEntry afterNoAnswer(OutboxEntry entry, OpState before, Outcome outcome, const Error &error,
                          qint64 nowMs)
{
    const bool surelyNot = outcome == Outcome::NotSent || outcome == Outcome::Busy
        || outcome == Outcome::AuthNeeded || outcome == Outcome::TooOld
        || outcome == Outcome::Refused;
    entry.error = error;
    entry.changedAt = nowMs;
    if (entry.state == OpState::Withdrawing)
        return entry;
    entry.state = surelyNot && before == OpState::Queued ? OpState::Queued : OpState::Ambiguous;
    return entry;
}

bool isRead(const OutboxEntry &entry, const QHash<QString, qint64> &positions, bool all)
{
    if (entry.state != OpState::Acked)
        return false;
    if (entry.points.isEmpty())
        return all; // its history is gone, or was forgotten
    for (const wire::FeedPoint &point : entry.points) {
        const auto read = positions.constFind(point.feed);
        if (read != positions.constEnd() && *read < point.at.seq)
            return false;
    }
    return true;
}

} // namespace vigie::sync
