// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"
#include "core/model/ticket.h"

#include <optional>

namespace vigie {

/// One stay of a ticket at one level in one queue. Times are UTC milliseconds by the server's
/// clock, by the device's for what still waits to be sent.
struct LadderStage {
    Level level = Level::L1;
    QueueId queue;      ///< null where nothing tells
    QStringList owners; ///< names, in the order in which they had it, each once
    qint64 from = 0;
    qint64 to = 0;       ///< 0 = it is still here
    qint64 stayMs = 0;   ///< from arrival to leaving, to the end of the work, or until now
    qint64 workedMs = 0; ///< of that, while somebody had it and nobody else was waited for
    PersonId passedById; ///< who sent it here; null for the first stage
    QString passedBy;
    QString reason;       ///< why, in that person's words; may be empty
    bool bounced = false; ///< it comes back to where it already was
    bool waiting = false; ///< not at the server yet
    QList<MessageId> said; ///< reports, replies, notes and calls of this stay, in order

    bool operator==(const LadderStage &) const = default;
};

/// The way of a ticket over levels and queues, oldest stage first; never empty.
struct Ladder {
    QList<LadderStage> stages;
    int transfers = 0; ///< changes of level or queue
    int bounces = 0;   ///< of those, the ones that led back
    int contactChanges = 0; ///< how often somebody gave the requester another contact

    bool operator==(const Ladder &) const = default;
};

/// Passed on and taken back by the same person within this time, untouched: never happened.
inline constexpr qint64 kTakenBackMs = 2 * 60'000;

/// Reads the ladder off a staff copy's thread, in whatever order the thread is: what happened at
/// the same moment is put in the order in which one step leads to the next. Events that are
/// damaged, unknown or of another ticket change nothing; where the ticket itself says something
/// else than its last event, the ticket is right. `now` ends the last stay of open tickets. Pure.
///
/// It leads back ("bounced") when it enters, not at a higher level, a queue that it had left before,
/// or falls back, in the same queue, to a level that it had left.
[[nodiscard]] Ladder ladderOf(const Ticket &ticket, const QList<Message> &thread, qint64 now);

/// Where "hand back" leads; nullopt while the ticket has not moved.
[[nodiscard]] std::optional<LadderStage> stageBefore(const Ladder &ladder);

/// The newest stage that led back; -1 when none did.
[[nodiscard]] qsizetype lastBounce(const Ladder &ladder);

} // namespace vigie
