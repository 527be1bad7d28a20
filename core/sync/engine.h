// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remote/serveradapter.h"
#include "core/store/outboxtypes.h"
#include "core/sync/syncstatus.h"

#include <QSet>

#include <map>
#include <variant>

namespace vigie::sync {

/// What the engine knows of one live operation.
struct OpView {
    OpId id;
    TicketId lane;
    store::OpState state = store::OpState::Queued;
    QList<OpId> deps;
    QStringList files; ///< SHA-256 of what the server must have first
    int serverFaults = 0;
    int retries = 0;          ///< verdicts "come again" in a row
    qint64 readyAt = 0;       ///< monotonic; not before
    qint64 firstFaultAt = 0;  ///< monotonic; 0 = none
};

/// Everything the engine remembers. A value: decide() maps one to the next.
struct EngineState {
    bool running = false;
    bool signedIn = false;
    Error stopped; ///< code Bug = not stopped; else why no exchange makes sense now
    bool isStopped = false;
    std::map<qint64, OpView> ops; ///< live operations by deviceSeq
    QSet<QString> filesThere;     ///< on the server, as far as this run knows
    std::map<QString, qint64> fileReadyAt; ///< monotonic; a file that failed waits
    bool pushing = false;
    bool pulling = false;
    QString uploading;
    bool probing = false;      ///< the pull in flight finds out whether the way is open again
    bool asking = false;       ///< POST /v1/sync/known in flight
    bool reconciling = false;  ///< the server went back in time; pushes wait
    bool caughtUp = false;     ///< the last page said that there is no more
    bool longPoll = true;      ///< the server holds a pull until something changes
    qint64 pullAt = 0;         ///< monotonic; next pull where it does not
    bool oneAtATime = false;   ///< after an unexplained refusal, to find out which op it is
    int failures = 0;          ///< exchanges that failed in a row; one pull probes the way
    qint64 retryAt = 0;        ///< monotonic; no exchange before
    int pushFailures = 0;      ///< the same for pushes alone: reading may work where writing fails
    qint64 pushAt = 0;         ///< monotonic; no push before
    qint64 lastGoodAt = 0;     ///< monotonic; last proper answer, 0 = never in this run
    qint64 lastContact = 0;    ///< wall clock of the same
    qint64 clockSkewMs = 0;
    Error lastError;
};

// ---- What happens ----

/// The outbox was read: at the start and after every change of it. Replaces all views; waits and
/// fault counts of known ops are kept.
struct OutboxRead {
    std::map<qint64, OpView> ops;
};
struct Started {
    bool signedIn = false;
    /// It is not known whether the server went back in time since this client last heard of it.
    bool uncertain = false;
    bool longPoll = true;
};
struct Stopped {};
struct SignedIn {};
/// The cache was damaged; an empty one is in its place.
struct CacheReplaced {};
struct SyncNow {};
struct WokeUp {};
/// The push ended. `wasOk` results are already in the outbox (an OutboxRead follows).
struct PushEnded {
    remote::Outcome outcome = remote::Outcome::Ok;
    Error error;
    QList<OpId> ops;
    bool timeTravel = false;
    bool someRetry = false; ///< a result said Retry
    qint64 retryAfterMs = 0;
};
struct PullEnded {
    remote::Outcome outcome = remote::Outcome::Ok;
    Error error;
    bool timeTravel = false;
    bool more = false;
    bool stored = true; ///< false: the page could not be written; try again later
    qint64 serverTime = 0;
    QSet<TicketId> tickets; ///< what the page was about
};
struct UploadEnded {
    remote::Outcome outcome = remote::Outcome::Ok;
    Error error;
    QString sha256;
};
struct KnownEnded {
    remote::Outcome outcome = remote::Outcome::Ok;
    Error error;
    bool heard = true; ///< false: there was nothing to ask about, so nobody answered
};

using Event = std::variant<Started, Stopped, SignedIn, CacheReplaced, SyncNow, WokeUp, OutboxRead, PushEnded,
                           PullEnded, UploadEnded, KnownEnded>;

// ---- What to do ----

/// Write the attempt, then send these, in this order.
struct Push {
    QList<OpId> ops;
};
struct Pull {
    qint64 waitMs = 0;
};
struct Upload {
    QString sha256;
};
/// Forget positions, keep showing rows.
struct BeginResync {};
/// Ask which retained ops the server still has and put back the others.
struct AskKnown {};
/// The op stays, refused: its file or its whole request cannot be accepted.
struct Park {
    QList<OpId> ops;
    Error error;
};
struct WakeAt {
    qint64 monotonicMs = 0;
};
/// What is in flight is given up; what it carried may have arrived.
struct CancelExchanges {};

using Effect = std::variant<Push, Pull, Upload, BeginResync, AskKnown, Park, WakeAt,
                            CancelExchanges>;

/// The moment and one random number in [0, 1), so that deciding stays a pure function.
struct Now {
    qint64 monotonicMs = 0;
    qint64 wallMs = 0;
    double jitter = 0.5;
};

struct Decision {
    EngineState state;
    QList<Effect> effects;
};

/// The engine: pure, total over events, no clock, no I/O (RELIABILITY §2.2, §2.9).
[[nodiscard]] Decision decide(EngineState state, const Event &event, const Now &now);

/// The quiet fact for the status bar.
[[nodiscard]] SyncStatus statusOf(const EngineState &state, const Now &now);

/// Which operations may go now, in order: FIFO within a ticket, tickets independent, an op waits
/// for its dependencies and files, a refused op holds back only what depends on it.
[[nodiscard]] QList<OpId> readyOps(const EngineState &state, qint64 monotonicMs, int most);

} // namespace vigie::sync
