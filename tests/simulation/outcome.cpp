// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/outcome.h"

#include "core/ops/opcodec.h"
#include "tests/simulation/simworld.h"

namespace vigie::sim {

namespace {

QString loginOf(const SimWorld &world, const PersonId &id)
{
    for (const Person &person : world.people) {
        if (person.id == id)
            return person.login;
    }
    return QStringLiteral("-");
}

QString queueOf(const SimWorld &world, const QueueId &id)
{
    for (const Queue &queue : world.queues) {
        if (queue.id == id)
            return queue.name;
    }
    return QStringLiteral("-");
}

QStringList fatesOf(SimWorld &world)
{
    QStringList fates;
    for (const auto &[id, written] : world.ops) {
        const auto entry = world.clients[written.client]->profile().outbox().entry(OpId::fromStored(id));
        const QString state = entry ? QString::fromLatin1(store::stateName(entry->state)) : QStringLiteral("gone");
        fates.append(QStringLiteral("op %1/%2 %3: %4")
                         .arg(written.client)
                         .arg(written.op.deviceSeq, 5)
                         .arg(kindName(written.op.payload), state));
    }
    return fates;
}

QStringList ticketsOf(SimWorld &world)
{
    QStringList tickets;
    auto rows = world.server.desk().store().database().prepare(
        QStringLiteral("SELECT DISTINCT ticket FROM audit WHERE op_id <> ''"));
    while (rows && rows->next().value_or(false)) {
        const TicketId id = TicketId::fromStored(rows->text(0));
        const auto ticket = world.server.desk().store().tickets().ticket(id);
        const auto thread = world.server.desk().store().tickets().thread(id);
        if (!ticket || !*ticket || !thread)
            continue;
        const Ticket &is = **ticket;
        QStringList watchers;
        for (const PersonId &watcher : is.watchers)
            watchers.append(loginOf(world, watcher));
        watchers.sort();
        tickets.append(QStringLiteral("ticket %1: %2, %3, level %4, %5, owner %6, contact %7, tags %8, watchers %9, ")
                           .arg(is.title, nameOf(is.state), nameOf(is.priority))
                           .arg(int(is.level))
                           .arg(queueOf(world, is.queue), loginOf(world, is.owner), loginOf(world, is.contact),
                                is.tags.join(u'+'), watchers.join(u'+'))
                       + QStringLiteral("%1 messages").arg(thread->size()));
    }
    return tickets;
}

} // namespace

QStringList outcomeOf(SimWorld &world)
{
    QStringList outcome = fatesOf(world) + ticketsOf(world);
    outcome.sort();
    return outcome;
}

} // namespace vigie::sim
