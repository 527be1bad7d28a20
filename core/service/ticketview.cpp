// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/ticketview.h"

#include "core/ops/permissions.h"

#include <algorithm>
#include <limits>

namespace vigie {

namespace {

MessageId messageOf(const Op &op)
{
    if (const auto *add = std::get_if<AddMessage>(&op.payload))
        return add->message;
    if (const auto *create = std::get_if<CreateTicket>(&op.payload))
        return create->message;
    return {};
}

MessageView viewOf(const Message &message, const QHash<MessageId, const OutboxEntry *> &waiting,
                   const PersonId &me)
{
    MessageView view;
    view.message = message;
    view.mine = message.author == me;
    const auto entry = waiting.constFind(message.id);
    if (entry == waiting.constEnd())
        return view;
    view.delivery = deliveryOf((*entry)->state);
    if (view.delivery != Delivery::Sent)
        view.op = (*entry)->op.id;
    return view;
}

/// The people and titles behind the ids of requester, watchers and links.
Done addRelations(const store::CacheReader &cache, TicketView &view)
{
    VIGIE_TRY_ASSIGN(requester, cache.person(view.ticket.requester));
    view.requester = requester;
    for (const PersonId &id : std::as_const(view.ticket.watchers)) {
        VIGIE_TRY_ASSIGN(person, cache.person(id));
        if (person)
            view.watchers.append(*person);
    }
    for (const Link &link : std::as_const(view.ticket.links)) {
        VIGIE_TRY_ASSIGN(row, cache.row(link.other));
        if (row && !view.linked.contains(*row))
            view.linked.append(*row);
    }
    return {};
}

QList<MessageView> viewsOf(const QList<Message> &thread, const QList<OutboxEntry> &pending,
                           const PersonId &me)
{
    QHash<MessageId, const OutboxEntry *> waiting;
    for (const OutboxEntry &entry : pending) {
        if (const MessageId message = messageOf(entry.op); !message.isNull())
            waiting.insert(message, &entry);
    }
    QList<MessageView> views;
    views.reserve(thread.size());
    for (const Message &message : thread)
        views.append(viewOf(message, waiting, me));
    return views;
}

/// What stands in other tickets because of a merge.
Done addMerged(const store::CacheReader &cache, store::OutboxStore &outbox, const PersonId &me,
               TicketView &view)
{
    VIGIE_TRY_ASSIGN(joined, cache.joinedTo(view.ticket.id));
    for (const Ticket &ticket : joined) {
        VIGIE_TRY_ASSIGN(pending, outbox.liveOf(ticket.id));
        VIGIE_TRY_ASSIGN(thread, cache.thread(ticket.id));
        view.joined.append({ticket, viewsOf(thread, pending, me)});
    }
    if (!view.ticket.merged.into.isNull()) {
        VIGIE_TRY_ASSIGN(row, cache.row(view.ticket.merged.into));
        view.goesOnIn = row;
    }
    return {};
}

} // namespace

QList<ConversationEntry> conversationOf(const TicketView &view)
{
    QList<ConversationEntry> entries;
    for (const MessageView &message : view.thread)
        entries.append({&message, &view.ticket});
    if (view.joined.isEmpty())
        return entries;
    for (const JoinedTicket &joined : view.joined) {
        for (const MessageView &message : joined.thread) {
            const QString &event = message.message.event;
            if (event != QLatin1String("merged") && event != QLatin1String("unmerged"))
                entries.append({&message, &joined.ticket});
        }
    }
    const auto at = [](const ConversationEntry &entry) {
        const qint64 received = entry.view->message.receivedAt;
        return received > 0 ? received : std::numeric_limits<qint64>::max();
    };
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const auto &a, const auto &b) { return at(a) < at(b); });
    return entries;
}

TicketId holderOf(const TicketView &view, const QString &sha256)
{
    const QList<ConversationEntry> entries = conversationOf(view);
    const auto holds = [&](const ConversationEntry &entry) {
        const QList<Attachment> &files = entry.view->message.attachments;
        return std::any_of(files.cbegin(), files.cend(),
                           [&](const Attachment &file) { return file.sha256 == sha256; });
    };
    const auto found = std::find_if(entries.cbegin(), entries.cend(), holds);
    return found == entries.cend() ? view.ticket.id : found->ticket->id;
}

Delivery deliveryOf(OpState state)
{
    switch (state) {
    case OpState::Queued: return Delivery::Waiting;
    case OpState::Sending: return Delivery::Sending;
    case OpState::Withdrawing:
    case OpState::Ambiguous: return Delivery::Checking;
    case OpState::Parked:
    case OpState::Conflict: return Delivery::NeedsYou;
    case OpState::Acked:
    case OpState::Done:
    case OpState::Discarded: return Delivery::Sent;
    }
    return Delivery::Sent;
}

Result<TicketView> composeTicketView(const store::CacheReader &cache, store::OutboxStore &outbox,
                                     const Person &me, const TicketId &id)
{
    TicketView view;
    // The outbox first: what leaves it between the two reads is then shown as waiting a moment
    // too long, never as sent too early.
    VIGIE_TRY_ASSIGN(pending, outbox.liveOf(id));
    VIGIE_TRY_ASSIGN(ticket, cache.ticket(id));
    if (!ticket)
        return fail(ErrorCode::NotFound, QStringLiteral("the ticket is not here"));
    VIGIE_TRY_ASSIGN(thread, cache.thread(id));
    view.ticket = *ticket;
    view.pending = pending;
    view.thread = viewsOf(thread, pending, me.id);
    VIGIE_TRY(addMerged(cache, outbox, me.id, view));
    view.asStaff = sightOf(actorOf(me), view.ticket) == Sight::Staff;
    if (!view.asStaff)
        return view;
    VIGIE_TRY_ASSIGN(staff, cache.staffOf(view.ticket.queue));
    VIGIE_TRY_ASSIGN(queues, cache.queues());
    view.staff = staff;
    view.queues = queues;
    VIGIE_TRY(addRelations(cache, view));
    return view;
}

} // namespace vigie
