// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/bench.h"

#include "core/model/ticketfields.h"

namespace vigie {

void Bench::doIt(const SetField &set)
{
    if (set.field == QLatin1String("owner"))
        return setOwner(set);
    if (set.field == QLatin1String("queue"))
        return setQueue(set);
    const QString current = fieldValue(ticket(), set.field);
    if (current == set.value)
        return merged();
    if (!sawCurrent(set.field))
        return conflict(set.field, set.value, current, ticket().versions.value(set.field));
    const Priority priorityBefore = ticket().priority;
    if (const Done written = setFieldValue(ticket(), set.field, set.value); !written)
        return reject(written.error().code, written.error().detail);
    // The matrix moved it: whoever set a priority meanwhile must get to know.
    if (ticket().priority != priorityBefore && set.field != QLatin1String("priority"))
        touched(QStringLiteral("priority"));
    if (set.field == QLatin1String("contact")) {
        const std::optional<Person> contact = person(ticket().contact);
        if (authoritative() && !ticket().contact.isNull()
            && (!contact || contact->role == Role::Employee || !contact->active))
            return reject(ErrorCode::Invalid, QStringLiteral("contact is not staff"));
        ticket().contactName = nameFor(ticket().contact);
    }
    touched(set.field);
    event("field", Visibility::Internal,
          {{QStringLiteral("field"), set.field},
           {QStringLiteral("from"), current},
           {QStringLiteral("to"), set.value}});
}

void Bench::setOwner(const SetField &set)
{
    const PersonId wanted = PersonId::fromStored(set.value);
    if (wanted.isNull() != set.value.isEmpty())
        return reject(ErrorCode::Invalid, QStringLiteral("not a person"));
    if (ticket().owner == wanted)
        return merged();
    if (!sawCurrent(set.field)) {
        // Un-assigning loses against an assignment nobody saw: quiet, but told.
        if (wanted.isNull()) {
            conflict(set.field, set.value, ticket().owner.text(),
                     ticket().versions.value(set.field));
            m_out.verdict = Verdict::Merged;
            return;
        }
        // An owner who left meanwhile is no reason to stop somebody who wants the work.
        if (!ticket().owner.isNull()) {
            return conflict(set.field, set.value, ticket().owner.text(),
                            ticket().versions.value(set.field));
        }
        merged();
    }
    const std::optional<Person> next = person(wanted);
    if (authoritative() && !wanted.isNull()
        && (!next || !next->active || !actorOf(*next).worksIn(ticket().queue)))
        return reject(ErrorCode::Invalid, QStringLiteral("owner does not work in this queue"));
    const QString from = ticket().ownerName;
    ticket().owner = wanted;
    ticket().ownerName = nameFor(wanted);
    touched(set.field);
    event("owner", Visibility::Internal,
          {{QStringLiteral("from"), from}, {QStringLiteral("to"), ticket().ownerName}});
    if (wanted == m_context.actor.id)
        adoptContact();
    if (ticket().state == State::New && !wanted.isNull())
        moveTo(State::Open, {});
}

void Bench::setQueue(const SetField &set)
{
    const QString current = ticket().queue.text();
    if (current == set.value)
        return merged();
    if (!sawCurrent(set.field))
        return conflict(set.field, set.value, current, ticket().versions.value(set.field));
    const Result<QueueId> wanted = QueueId::parse(set.value);
    if (!wanted || (authoritative() && (!m_context.queueExists || !m_context.queueExists(*wanted))))
        return reject(ErrorCode::Invalid, QStringLiteral("no such queue"));
    if (const Done written = setFieldValue(ticket(), set.field, set.value); !written)
        return reject(written.error().code, written.error().detail);
    touched(set.field);
    event("queue", Visibility::Internal,
          {{QStringLiteral("from"), current}, {QStringLiteral("to"), set.value}});
    // The owner need not work in the new queue; the named contact stays (S1).
    const std::optional<Person> owner = person(ticket().owner);
    if (!ticket().owner.isNull() && owner && !actorOf(*owner).worksIn(*wanted)) {
        ticket().owner = PersonId();
        ticket().ownerName.clear();
        touched(QStringLiteral("owner"));
    }
}

} // namespace vigie
