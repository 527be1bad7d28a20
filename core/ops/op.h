// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/message.h"
#include "core/model/ticket.h"
#include "core/ops/articleact.h"

#include <QMap>

#include <optional>
#include <variant>

namespace vigie {

/// The payloads: one struct for each thing a person can intend. The wire name of each kind is in
/// opcodec.cpp, the rule who may do it in permissions.h, what it does in apply.h.

/// "ticket.create": a report. The first message (kind Report) carries `kit.what` and the files.
struct CreateTicket {
    MessageId message;
    TicketKind kind = TicketKind::Incident;
    QString title;
    Kit kit;
    QString category = QStringLiteral("other");
    Urgency urgency = Urgency::Hindered;
    QueueId queue;       ///< staff only; null = the server's intake queue
    PersonId requester;  ///< staff may report for somebody; else the author
    QList<Attachment> attachments;

    bool operator==(const CreateTicket &) const = default;
};

/// "message.add": a reply, an internal note or a call.
struct AddMessage {
    MessageId message;
    MessageKind kind = MessageKind::Reply;
    QString body;
    QList<Attachment> attachments;

    bool operator==(const AddMessage &) const = default;
};

/// "ticket.set": one field of ticketfields.h.
struct SetField {
    QString field;
    QString value;

    bool operator==(const SetField &) const = default;
};

/// "ticket.state": moves the internal state (requesters: close and reopen).
struct SetState {
    State state = State::Open;
    QString reason;
    /// With it the reminder is put to this moment, UTC ms; 0 = what the state makes of it. Staff only.
    qint64 wakeAt = 0;

    bool operator==(const SetState &) const = default;
};

/// "ticket.escalate": one level up, never refused to an agent of the queue (promise 2).
struct Escalate {
    Level to = Level::L2;
    QueueId queue; ///< null = stays in its queue
    QString reason;

    bool operator==(const Escalate &) const = default;
};

/// "ticket.tags", "ticket.watchers", "ticket.links": set operations, merged element by element.
struct EditTags {
    QStringList add;
    QStringList remove;

    bool operator==(const EditTags &) const = default;
};

struct EditWatchers {
    QList<PersonId> add;
    QList<PersonId> remove;

    bool operator==(const EditWatchers &) const = default;
};

struct EditLinks {
    QList<Link> add;
    QList<Link> remove;

    bool operator==(const EditLinks &) const = default;
};

/// "ticket.ask-update": the requester's flag, instead of a "+1" message.
struct AskUpdate {
    bool operator==(const AskUpdate &) const = default;
};

/// "ticket.rate": replaces the requester's earlier verdict.
struct Rate {
    int score = 5; ///< 1..5
    QString comment;

    bool operator==(const Rate &) const = default;
};

/// "ticket.merge": the request goes on in another ticket, as part of which it is shown; a null id
/// takes them apart again. Guarded by "merged"; see Merge and echo.h.
struct MergeInto {
    TicketId into;

    bool operator==(const MergeInto &) const = default;
};

/// "ticket.work": time worked, added to what is there; entries of people who knew nothing of each
/// other all count. An entry with the sign turned round takes one back.
struct LogWork {
    qint64 seconds = 0; ///< never 0; at most limits::kWorkSeconds either way
    QString day;        ///< when, ISO date in the author's zone
    QString note;       ///< plain text, at most limits::kWorkNote characters

    bool operator==(const LogWork &) const = default;
};

using Payload = std::variant<CreateTicket, AddMessage, SetField, SetState, Escalate, EditTags,
                             EditWatchers, EditLinks, AskUpdate, Rate, MergeInto, LogWork, ArticleAct>;

/// The value of a field that the person had before their eyes.
struct Base {
    int version = 0;
    QString hash; ///< valueHash() of it

    bool operator==(const Base &) const = default;
};

/// One intention of a person: the unit that is stored, sent, deduplicated and undone. Its id is
/// made and on disk before the first byte leaves (RELIABILITY §2.4); the same op has the same id
/// for ever, and the server applies an id at most once.
struct Op {
    OpId id;
    DeviceId device;
    qint64 deviceSeq = 0; ///< strictly increasing on a device; the order of a person's intentions
    /// The lane: ops of one ticket go in order. With an ArticleAct the article's or topic's id.
    TicketId ticket;
    Payload payload;
    QMap<QString, Base> base;
    /// The newest message by somebody else that the author had on screen.
    MessageId seenThrough;
    QList<OpId> deps; ///< must have been applied before
    qint64 writtenAt = 0;

    bool operator==(const Op &) const = default;
};

/// Whether the op is about the knowledge base instead of a ticket.
[[nodiscard]] inline bool isArticleOp(const Op &op)
{
    return std::holds_alternative<ArticleAct>(op.payload);
}

/// Whether the op makes the thing its lane is named by: without it nothing else of the lane means
/// anything.
[[nodiscard]] bool makesItsLane(const Op &op);

/// The files an op needs on the server before it can be applied.
[[nodiscard]] QList<Attachment> attachmentsOf(const Op &op);

/// The versioned thing the op writes: a field name, "state", "level", or empty for appends and set
/// operations, which always commute.
[[nodiscard]] QString guardedField(const Op &op);

} // namespace vigie
