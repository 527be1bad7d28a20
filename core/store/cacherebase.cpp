// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cacherebase.h"

#include "core/base/logging.h"
#include "core/model/codec.h"

#include <QJsonDocument>

#include <algorithm>

namespace vigie::store {

namespace {

/// Pending messages stand behind everything the server has accepted, in the order of their
/// operations.
constexpr qint64 kPendingAt = qint64(1) << 53;
constexpr qint64 kMessagesPerOp = 1024;

QList<OutboxEntry> shownOf(const TicketId &ticket, const QList<OutboxEntry> &entries)
{
    QList<OutboxEntry> shown;
    for (const OutboxEntry &entry : entries) {
        if (entry.op.ticket == ticket && isShown(entry))
            shown.append(entry);
    }
    std::stable_sort(shown.begin(), shown.end(), [](const OutboxEntry &a, const OutboxEntry &b) {
        return a.op.deviceSeq < b.op.deviceSeq;
    });
    return shown;
}

/// An accepted operation stays until its place in the feed is read; its effect may be in the
/// confirmed rows before that, and must not be counted twice.
bool isThereAlready(const QList<Message> &messages, const QSet<MessageId> &confirmed)
{
    return std::any_of(messages.cbegin(), messages.cend(), [&](const Message &message) {
        return confirmed.contains(message.id);
    });
}

} // namespace

ApplyContext CacheRebase::contextFor(const Op &op) const
{
    ApplyContext context;
    context.mode = ApplyContext::Mode::Optimistic;
    context.actor = actorOf(m_meta.me);
    context.now = op.writtenAt;
    context.intakeQueue = m_meta.intakeQueue;
    context.queueExists = [](const QueueId &) { return true; };
    context.services = m_services ? &*m_services : nullptr;
    context.ticket = [this](const TicketId &id) -> std::optional<Ticket> {
        const auto found = m_reader.ticket(id);
        return found ? *found : std::nullopt;
    };
    context.person = [this](const PersonId &id) -> std::optional<Person> {
        const auto found = m_reader.person(id);
        return found ? *found : std::nullopt;
    };
    return context;
}

Done CacheRebase::readServices()
{
    if (m_services || !actorOf(m_meta.me).isStaff())
        return {};
    VIGIE_TRY_ASSIGN(book, m_reader.services());
    m_services = book;
    return {};
}

Result<TicketState> CacheRebase::confirmedState(const std::optional<StoredTicket> &ticket,
                                                const QList<StoredMessage> &thread) const
{
    TicketState state;
    if (!ticket)
        return state;
    state.exists = true;
    state.ticket = ticket->ticket;
    for (const StoredMessage &stored : thread) {
        if (!stored.pendingOp.isEmpty())
            continue;
        VIGIE_TRY_ASSIGN(message,
                         codec::messageFrom(QJsonDocument::fromJson(stored.json).object()));
        state.thread.append({message.id, message.author, message.kind, message.visibility});
    }
    return state;
}

CacheRebase::View CacheRebase::applied(TicketState state, const QSet<MessageId> &confirmed,
                                       const QList<OutboxEntry> &shown) const
{
    View view;
    view.state = std::move(state);
    for (const OutboxEntry &entry : shown) {
        Outcome outcome = apply(view.state, entry.op, contextFor(entry.op));
        if (outcome.verdict == Verdict::Conflict || outcome.verdict == Verdict::Rejected)
            continue;
        if (view.state.exists && isThereAlready(outcome.messages, confirmed))
            continue;
        view.state = std::move(outcome.state);
        qint64 at = kPendingAt + entry.op.deviceSeq * kMessagesPerOp;
        for (const Message &message : std::as_const(outcome.messages)) {
            // A report's first message may arrive before its ticket.
            if (!confirmed.contains(message.id))
                view.messages.append({message, entry.op.id.text(), at++});
        }
    }
    return view;
}

Done CacheRebase::writePending(const QList<StoredMessage> &thread, const QList<Pending> &wanted)
{
    QHash<QString, StoredMessage> old;
    for (const StoredMessage &stored : thread) {
        if (!stored.pendingOp.isEmpty())
            old.insert(stored.id, stored);
    }
    for (const Pending &pending : wanted) {
        const QString id = pending.message.id.text();
        std::optional<StoredMessage> before;
        if (const auto found = old.constFind(id); found != old.constEnd())
            before = *found;
        old.remove(id);
        VIGIE_TRY(m_rows.writeMessage(before, pending.message, pending.op, pending.at));
    }
    for (const StoredMessage &unwanted : std::as_const(old))
        VIGIE_TRY(m_rows.removeMessage(unwanted));
    return {};
}

Done CacheRebase::run(const TicketId &ticket, const QList<OutboxEntry> &entries)
{
    const QList<OutboxEntry> shown = shownOf(ticket, entries);
    VIGIE_TRY_ASSIGN(n, shown.isEmpty() ? m_rows.knownRef(ticket.text())
                                        : m_rows.ref(ticket.text()));
    if (n == 0)
        return {};
    VIGIE_TRY_ASSIGN(head, m_rows.head(n));
    VIGIE_TRY_ASSIGN(copy, m_rows.confirmed(n));
    std::optional<StoredTicket> confirmed = copy;
    if (!confirmed && head.exists && !head.pending) {
        VIGIE_TRY_ASSIGN(row, m_rows.ticket(n));
        confirmed = row;
    }
    VIGIE_TRY_ASSIGN(thread, m_rows.thread(n));
    VIGIE_TRY_ASSIGN(state, confirmedState(confirmed, thread));
    QSet<MessageId> accepted;
    for (const StoredMessage &stored : std::as_const(thread)) {
        if (stored.pendingOp.isEmpty())
            accepted.insert(MessageId::fromStored(stored.id));
    }
    if (!shown.isEmpty())
        VIGIE_TRY(readServices());
    const View view = applied(state, accepted, shown);
    VIGIE_TRY(writePending(thread, view.messages));
    if (!view.state.exists)
        return m_rows.removeTicket(n);

    const bool pending = !shown.isEmpty();
    const bool isFull = confirmed && confirmed->isFull;
    if (pending && confirmed)
        VIGIE_TRY(m_rows.writeConfirmed(n, confirmed->ticket, isFull));
    else
        VIGIE_TRY(m_rows.dropConfirmed(n));
    VIGIE_TRY(m_rows.writeTicket(n, head, view.state.ticket, pending, isFull));
    return m_rows.recount(n);
}

} // namespace vigie::store
