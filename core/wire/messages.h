// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ownthing.h"
#include "core/model/person.h"
#include "core/ops/apply.h"

#include <QJsonObject>

/// What travels between client and server, as values. Codecs are in codec.h.
namespace vigie::wire {

/// A point in a feed: `chain` is the feed's hash chain at `seq`, and proves that the server still
/// has the history the client read. seq 0 is the beginning, with an empty chain.
struct Position {
    qint64 seq = 0;
    QString chain;

    bool operator==(const Position &) const = default;
};

/// What a client knows of one feed: how far it has read it, and the newest point it ever heard of
/// in any answer. Both are needed to notice a restored server (RELIABILITY §2.6).
struct FeedState {
    QString feed;
    Position cursor;
    Position highWater;

    bool operator==(const FeedState &) const = default;
};

struct SyncRequest {
    DeviceId device;
    QString epoch; ///< empty at the first exchange
    QList<FeedState> feeds;
    QList<Op> ops; ///< push half
    /// Those of `ops` that were accepted once, before the server was restored: a ticket that is not
    /// there may still come back from another device, so DepFailed instead of a final NotFound.
    QList<OpId> again;
    /// Those of `ops` that their author has given up: refused for ever (Cancelled) unless they were
    /// applied before, so that no late copy can take effect.
    QList<OpId> withdrawn;
    bool pull = false; ///< pull half
    qint64 waitMs = 0; ///< long poll: answer at the first change or after this time
    /// Ops of this device up to this deviceSeq are done here; the server may forget their results
    /// after its own retention time.
    qint64 ackThrough = 0;
    /// What the person changed among their own things here; a later message wins.
    QList<OwnThing> own;
    /// The person's own things are known here up to this revision; -1 = nobody asks for them.
    qint64 ownThrough = -1;
};

enum class OpStatus { Applied, Duplicate, Merged, Conflict, Rejected, Retry, DepFailed };

/// The operation took effect, now or earlier.
[[nodiscard]] constexpr bool isAccepted(OpStatus status)
{
    return status == OpStatus::Applied || status == OpStatus::Duplicate
        || status == OpStatus::Merged;
}

/// Where an op's change stands in a feed that its author reads; the op is done when it is read.
struct FeedPoint {
    QString feed;
    Position at;

    bool operator==(const FeedPoint &) const = default;
};

struct OpResult {
    OpId op;
    OpStatus status = OpStatus::Retry;
    QList<FeedPoint> points;
    qint64 number = 0; ///< the ticket's or article's number after the op
    std::optional<Conflict> conflict;
    Error error; ///< Rejected, Retry

    bool operator==(const OpResult &) const = default;
};

/// Services: the book of what is agreed on about times (core/sla); staff only, one of it. Topic,
/// Article and Revision: the knowledge base.
enum class ChangeKind { Ticket, Message, Person, Queue, Gone, Services, Topic, Article, Revision };

/// One entry of a feed, with what the thing looks like now to this reader. `data` is empty for
/// Gone: the ticket left this feed (moved to another queue, or the person lost sight of it), or the
/// article is out of the person's sight.
struct Change {
    QString feed;
    qint64 seq = 0;
    ChangeKind kind = ChangeKind::Ticket;
    QString id;
    QJsonObject data;

    bool operator==(const Change &) const = default;
};

struct SyncResponse {
    QString epoch;
    qint64 serverTime = 0;
    /// The server does not know a point the client showed: it was restored. Nothing else in the
    /// answer counts; the client reconciles.
    bool timeTravel = false;
    QList<OpResult> results;
    /// The feeds this person may read now, in no order; a feed the client has and this list has
    /// not is to be purged.
    QStringList scope;
    QList<Change> changes;          ///< ascending by seq within a feed
    QList<FeedPoint> next;          ///< where each feed of the page ends
    bool more = false;              ///< ask again at once
    Person me;                      ///< the caller's own record, so that rights are always fresh
    QueueId intakeQueue;            ///< staff only
    /// Own things as they are now: those of the request, and what is newer than its `ownThrough`.
    QList<OwnThing> own;
    qint64 ownThrough = -1;         ///< `own` leaves out nothing up to here; -1 = nobody asked
};

struct Hello {
    QString product; ///< always "vigie"; anything else is not our server
    QString serverId;
    QString name;
    int protocol = 0;
    QString version;
};

struct SignIn {
    QString login;
    QString password;
    DeviceId device;
    QString deviceName;
};

struct Session {
    QString token;
    QString serverId;
    QString serverName;
    QString epoch;
    Person person;
};

} // namespace vigie::wire
