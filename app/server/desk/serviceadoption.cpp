// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/serviceadoption.h"

#include "app/server/desk/fanout.h"
#include "core/base/logging.h"
#include "core/model/codec.h"
#include "core/model/lifecycle.h"
#include "core/ops/timekeeping.h"

namespace vigie::server {

namespace {

Result<Ticket> withBook(ServerStore &store, const ServiceBook &book, qint64 now, Ticket ticket)
{
    if (ticket.service.marks.isEmpty() && !book.isEmpty()) {
        VIGIE_TRY_ASSIGN(record, timeLineOf(store, book, ticket));
        ticket.service = record;
    }
    applyTerms(book, now, ticket);
    return ticket;
}

Done auditChange(ServerStore &store, const ServiceBook &before, const ServiceBook &after,
                 qint64 now)
{
    AuditEntry entry;
    entry.at = now;
    entry.kind = QStringLiteral("services.update");
    std::tie(entry.before, entry.after) =
        changedParts(codec::toJson(before), codec::toJson(after));
    return store.audit().append(entry);
}

} // namespace

Result<ServiceRecord> timeLineOf(ServerStore &store, const ServiceBook &book, const Ticket &ticket)
{
    VIGIE_TRY_ASSIGN(thread, store.tickets().messages(ticket.id));
    std::optional<Error> broken;
    const auto isStaff = [&](const PersonId &id) {
        const Result<std::optional<Person>> found = store.directory().person(id);
        if (!found)
            broken = found.error();
        return found && *found && actorOf(**found).isStaff();
    };
    ServiceRecord record = timeLineFrom(book, ticket, thread, isStaff);
    if (broken)
        return fail(*broken);
    return record;
}

Result<QStringList> adoptServices(ServerStore &store, const ServiceBook &book, qint64 now)
{
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(store.database()));
    VIGIE_TRY_ASSIGN(before, store.services());
    const bool changed = before != book;
    Fanout fanout(store, QStringLiteral("services"), now);
    if (changed) {
        VIGIE_TRY(store.setServices(book));
        VIGIE_TRY(auditChange(store, before, book, now));
        VIGIE_TRY(fanout.servicesChanged());
    } else if (book.isEmpty()) {
        return QStringList();
    }
    VIGIE_TRY_ASSIGN(open, store.tickets().open(!changed));
    for (const TicketId &id : std::as_const(open)) {
        VIGIE_TRY_ASSIGN(ticket, store.tickets().ticket(id));
        if (!ticket)
            continue;
        if (!isOpen(ticket->state)) {
            VIGIE_TRY(store.tickets().noteEnded(id));
            continue;
        }
        VIGIE_TRY_ASSIGN(next, withBook(store, book, now, *ticket));
        if (next == *ticket)
            continue;
        VIGIE_TRY(store.tickets().put(next));
        VIGIE_TRY(fanout.ticketChanged(&*ticket, next, {}));
    }
    VIGIE_TRY(transaction.commit());
    return fanout.moved().keys();
}

Result<ServiceBook> withQueues(ServerStore &store, ServiceBook book,
                               const QMap<QString, QStringList> &queues)
{
    QList<ServiceContract> contracts;
    for (ServiceContract contract : std::as_const(book.contracts)) {
        const QStringList names = queues.value(contract.name);
        for (const QString &name : names) {
            VIGIE_TRY_ASSIGN(queue, store.directory().queueByName(name));
            if (queue)
                contract.queues.append(queue->id);
            else
                qCWarning(lcServer).noquote() << "contract" << contract.name << "names the queue"
                                              << name << "which is not there";
        }
        // Without any it would be for everybody.
        if (names.isEmpty() || !contract.queues.isEmpty())
            contracts.append(contract);
    }
    book.contracts = contracts;
    return book;
}

} // namespace vigie::server
