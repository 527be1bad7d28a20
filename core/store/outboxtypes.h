// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/messages.h"

namespace vigie::store {

/// Where an operation stands (RELIABILITY §2.9).
enum class OpState {
    Queued,    ///< on disk, not sent (or to be sent again)
    Sending,   ///< an attempt is on record; the answer is not
    Ambiguous, ///< it may have arrived: asked again with the same id
    Acked,     ///< the server accepted it; not yet seen in the feed
    Done,      ///< seen in the feed; kept to heal a restored server
    Parked,    ///< refused; needs a person
    Conflict,  ///< somebody else was first; needs a person
    Withdrawing, ///< given up by the person while it may have arrived: the server is told to
                 ///< refuse it for ever, or says that it is too late
    Discarded, ///< given up by the person; in the bin
};

/// An operation about to be stored, with what takes it back.
struct NewOp {
    Op op;
    std::optional<Payload> undo;
    QString title{}; ///< as in OutboxEntry; empty = that of the submission
};

/// One row of the outbox.
struct OutboxEntry {
    Op op;
    OpState state = OpState::Queued;
    int attempts = 0;        ///< how often it was sent
    int serverFaults = 0;    ///< 5xx answers in a row to this op
    qint64 notBefore = 0;    ///< wall clock; do not send earlier
    Error error;             ///< why it is parked or was put back
    std::optional<Conflict> conflict;
    QList<wire::FeedPoint> points; ///< where its change stands, once acked
    bool merged = false;     ///< applied together with somebody else's change: tell the person
    qint64 changedAt = 0;
    /// Wall clock: accepted once, and offered again because the server was restored to a time
    /// before that; 0 = not, or accepted again.
    qint64 reofferedAt = 0;
    QString title;           ///< the ticket's title when it was written, for the outbox page
    std::optional<Payload> undo; ///< what takes it back once the server has it

    bool operator==(const OutboxEntry &) const = default;
};

/// True while the operation's effect is shown on top of what the server said. Refused words stay
/// visible (marked), refused field changes do not pretend to be true.
[[nodiscard]] bool isShown(const OutboxEntry &entry);

/// True while the operation still wants something: everything but Done and Discarded.
[[nodiscard]] bool isLive(OpState state);

[[nodiscard]] const char *stateName(OpState state);
[[nodiscard]] std::optional<OpState> stateFrom(const QString &name);

} // namespace vigie::store
