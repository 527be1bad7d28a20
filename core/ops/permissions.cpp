// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/permissions.h"

#include "core/model/lifecycle.h"

namespace vigie {

namespace {

Done denied(const char *why)
{
    return fail(ErrorCode::Forbidden, QLatin1String(why));
}

Done mayCreate(const Actor &actor, const CreateTicket &create)
{
    if (actor.isStaff())
        return {};
    if (create.requester != actor.id)
        return denied("only staff report for somebody else");
    if (!create.queue.isNull())
        return denied("only staff choose a queue");
    return {};
}

/// What a requester may do with their own ticket. Watchers may only reply.
Done mayAsRequester(const Actor &actor, const Op &op, const Ticket &ticket)
{
    const bool own = ticket.requester == actor.id;
    if (const auto *add = std::get_if<AddMessage>(&op.payload))
        return add->kind == MessageKind::Reply ? Done{} : denied("requesters write replies");
    if (!own)
        return denied("only the requester may do this");
    if (const auto *move = std::get_if<SetState>(&op.payload)) {
        if (move->wakeAt != 0)
            return denied("only staff set reminders");
        // Judged on the public state, the only one a requester's own device knows.
        const bool ended = ticket.publicState == PublicState::Fixed
            || ticket.publicState == PublicState::Closed;
        const bool closed = ticket.publicState == PublicState::Closed;
        if (move->state == State::Closed)
            return closed ? denied("already closed") : Done{};
        if (move->state == State::Open)
            return ended ? Done{} : denied("not closed");
        return denied("requesters close and reopen");
    }
    if (std::holds_alternative<AskUpdate>(op.payload))
        return {};
    if (std::holds_alternative<Rate>(op.payload)) {
        if (!ticket.merged.into.isNull())
            return denied("it goes on in another ticket, which can be rated");
        return ticket.publicState == PublicState::Fixed || ticket.publicState == PublicState::Closed
            ? Done{}
            : denied("nothing to rate yet");
    }
    return denied("only staff may do this");
}

Done mayAsStaff(const Actor &actor, const Op &op, const Ticket &ticket)
{
    if (std::holds_alternative<AskUpdate>(op.payload)
        || std::holds_alternative<Rate>(op.payload)) {
        return ticket.requester == actor.id ? mayAsRequester(actor, op, ticket)
                                            : denied("only the requester may do this");
    }
    if (const auto *add = std::get_if<AddMessage>(&op.payload)) {
        return add->kind == MessageKind::Reply || add->kind == MessageKind::Note
                || add->kind == MessageKind::Call
            ? Done{}
            : denied("this kind of message is made by the server");
    }
    return {};
}

} // namespace

Sight sightOf(const Actor &actor, const Ticket &ticket)
{
    // A copy without a queue is a requester's own copy: only the server's rows have all fields.
    if (!ticket.queue.isNull() && actor.worksIn(ticket.queue))
        return Sight::Staff;
    if (ticket.requester == actor.id || ticket.watchers.contains(actor.id))
        return Sight::Requester;
    return Sight::None;
}

bool maySee(Sight sight, const Message &message)
{
    switch (sight) {
    case Sight::None: return false;
    case Sight::Requester: return message.visibility == Visibility::Public;
    case Sight::Staff: return true;
    }
    return false;
}

Done mayApply(const Actor &actor, const Op &op, const Ticket *before)
{
    if (const auto *create = std::get_if<CreateTicket>(&op.payload))
        return mayCreate(actor, *create);
    if (isArticleOp(op))
        return fail(ErrorCode::Invalid, QStringLiteral("not about a ticket"));
    if (!before)
        return fail(ErrorCode::NotFound, QStringLiteral("no such ticket"));
    switch (sightOf(actor, *before)) {
    case Sight::Staff: return mayAsStaff(actor, op, *before);
    case Sight::Requester: return mayAsRequester(actor, op, *before);
    case Sight::None: break;
    }
    return fail(ErrorCode::NotFound, QStringLiteral("no such ticket"));
}

} // namespace vigie
