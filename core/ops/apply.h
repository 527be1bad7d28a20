// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/person.h"
#include "core/ops/op.h"
#include "core/sla/servicebook.h"

#include <functional>

namespace vigie {

/// What apply() needs to know about the thread, oldest first: enough for the "unseen message"
/// guard without loading bodies.
struct ThreadEntry {
    MessageId id;
    PersonId author;
    MessageKind kind = MessageKind::Reply;
    Visibility visibility = Visibility::Public;
};

/// A ticket as it is before or after an operation.
struct TicketState {
    bool exists = false;
    Ticket ticket;
    QList<ThreadEntry> thread;
};

/// The world around an operation. The server fills everything; a client fills what it knows and
/// says Optimistic: the result is then shown as pending until the server's own result arrives.
struct ApplyContext {
    enum class Mode { Authoritative, Optimistic };
    Mode mode = Mode::Optimistic;
    Actor actor;
    qint64 now = 0; ///< the server's time; a client passes op.writtenAt
    /// Name and role of a person; nullopt when unknown.
    std::function<std::optional<Person>(const PersonId &)> person;
    /// Whether a queue exists and is active; a client that does not know says true.
    std::function<bool(const QueueId &)> queueExists;
    /// Another ticket, for what an operation means besides; nullopt when it is not known here. Asked
    /// for merges only.
    std::function<std::optional<Ticket>(const TicketId &)> ticket;
    /// What is agreed on about times. Null on requesters' devices and where nothing is; it must
    /// outlive the call.
    const ServiceBook *services = nullptr;
    /// Nobody did it, a rule did: it answers for no one, so that no clock of an answer stops.
    bool byRule = false;
    QueueId intakeQueue;   ///< where reports without a queue go
    qint64 nextNumber = 0; ///< the number a new ticket gets; 0 on a client
};

/// Two people changed the same thing without seeing each other.
struct Conflict {
    QString field;     ///< field name, "state", or "unseen" for messages not yet read
    QString mine;      ///< the value the op wanted
    QString theirs;    ///< the value that stays
    int theirsVersion = 0;
    QString theirsBy;  ///< name, when known

    bool operator==(const Conflict &) const = default;
};

enum class Verdict {
    Applied,  ///< done as intended
    Merged,   ///< done, or already so, after taking somebody else's change into account
    Conflict, ///< nothing changed; a person decides
    Rejected, ///< nothing changed; can never be applied as it is
};

/// What an operation did. `state` and `messages` are meaningful for Applied and Merged only.
struct Outcome {
    Verdict verdict = Verdict::Rejected;
    TicketState state;
    QList<Message> messages; ///< to append, in order
    bool publicChange = false; ///< something a requester may see changed
    bool anyChange = false;
    std::optional<Conflict> conflict; ///< with Merged: what this op gave way to
    Error error; ///< for Rejected
};

/// state ⊕ op → state′. Pure; the same code runs on the server, in the client (optimistically)
/// and in the simulation. Asks mayApply() first.
[[nodiscard]] Outcome apply(const TicketState &before, const Op &op, const ApplyContext &context);

/// The base entries an op needs, read from what the person sees now.
[[nodiscard]] QMap<QString, Base> baseFor(const Payload &payload, const Ticket &seen);

} // namespace vigie
