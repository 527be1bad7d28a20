// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/bench.h"

#include "core/base/limits.h"
#include "core/model/lifecycle.h"
#include "core/ops/permissions.h"

#include <algorithm>

namespace vigie {

namespace {

/// Longer chains are somebody's mistake, or a circle.
constexpr int kMostMerges = 64;

/// Whom a ticket brings along into another.
QList<PersonId> peopleOf(const Ticket &ticket)
{
    QList<PersonId> people = ticket.watchers;
    if (!people.contains(ticket.requester))
        people.append(ticket.requester);
    return people;
}

void welcome(Ticket &ticket, const PersonId &who, const TicketId &through)
{
    if (who == ticket.requester)
        return;
    const auto known = std::find_if(ticket.guests.begin(), ticket.guests.end(),
                                    [&](const Guest &guest) { return guest.who == who; });
    if (known != ticket.guests.end()) {
        if (!known->through.contains(through) && known->through.size() < limits::kMergedPerGuest)
            known->through.append(through);
    } else if (!ticket.watchers.contains(who)
               && ticket.watchers.size() < limits::kWatchersPerTicket) {
        ticket.guests.append({who, {through}});
        ticket.watchers.append(who);
        std::sort(ticket.watchers.begin(), ticket.watchers.end());
    }
}

void seeOff(Ticket &ticket, const PersonId &who, const TicketId &through)
{
    const auto known = std::find_if(ticket.guests.begin(), ticket.guests.end(),
                                    [&](const Guest &guest) { return guest.who == who; });
    if (known == ticket.guests.end() || known->through.removeAll(through) == 0
        || !known->through.isEmpty())
        return;
    ticket.guests.erase(known);
    ticket.watchers.removeAll(who);
}

QList<PersonId> guestsThrough(const Ticket &ticket, const TicketId &through)
{
    QList<PersonId> people;
    for (const Guest &guest : ticket.guests) {
        if (guest.through.contains(through))
            people.append(guest.who);
    }
    return people;
}

Echo echoTo(const TicketId &target, Echo::Kind kind, const Ticket &from, QList<PersonId> people = {})
{
    Echo echo;
    echo.kind = kind;
    echo.target = target;
    echo.from = from.id;
    echo.number = from.number;
    echo.title = from.title;
    echo.people = std::move(people);
    return echo;
}

} // namespace

void Bench::doIt(const MergeInto &merge)
{
    if (merge.into.isNull() && ticket().merged.into.isNull())
        return Bench::merged();
    if (!merge.into.isNull())
        return join(merge.into);
    if (!sawCurrent(QStringLiteral("merged"))) {
        return conflict(QStringLiteral("merged"), {}, ticket().merged.into.text(),
                        ticket().versions.value(QStringLiteral("merged")));
    }
    const State before = ticket().merged.before;
    leave();
    if (ticket().state != before)
        moveQuietly(before);
}

std::optional<Ticket> Bench::rootOf(const TicketId &wanted)
{
    std::optional<Ticket> root = otherTicket(wanted);
    for (int step = 0; root && !root->merged.into.isNull(); ++step) {
        if (step == kMostMerges) {
            reject(ErrorCode::Invalid, QStringLiteral("merged in a circle"));
            return std::nullopt;
        }
        root = otherTicket(root->merged.into);
    }
    if (root && root->id == ticket().id) {
        reject(ErrorCode::Conflict, QStringLiteral("that ticket is merged into this one"));
        return std::nullopt;
    }
    if (authoritative() && (!root || sightOf(m_context.actor, *root) != Sight::Staff)) {
        reject(ErrorCode::NotFound, QStringLiteral("no such ticket to merge into"));
        return std::nullopt;
    }
    if (root)
        return root;
    // A computer that has not got the other ticket believes its author until the server answers.
    Ticket unknown;
    unknown.id = wanted;
    return unknown;
}

void Bench::join(const TicketId &wanted)
{
    if (wanted == ticket().id)
        return reject(ErrorCode::Invalid, QStringLiteral("a ticket cannot be merged into itself"));
    const std::optional<Ticket> target = rootOf(wanted);
    if (!target)
        return;
    const TicketId current = ticket().merged.into;
    if (current == target->id)
        return merged();
    if (!sawCurrent(QStringLiteral("merged"))) {
        return conflict(QStringLiteral("merged"), target->id.text(), current.text(),
                        ticket().versions.value(QStringLiteral("merged")));
    }
    QList<PersonId> people = peopleOf(ticket());
    people.removeIf([&](const PersonId &id) { return target->watchers.contains(id); });
    if (target->watchers.size() + people.size() > limits::kWatchersPerTicket)
        return reject(ErrorCode::TooLarge, QStringLiteral("too many watchers"));
    const State before = current.isNull() ? ticket().state : ticket().merged.before;
    ticket().merged = {target->id, before};
    touched(QStringLiteral("merged"));
    if (ticket().state != State::Closed)
        moveQuietly(State::Closed);
    event("merged", Visibility::Public,
          {{QStringLiteral("into"), target->id.text()},
           {QStringLiteral("number"), QString::number(target->number)}});
}

/// No longer merged; the caller says in which state it goes on.
void Bench::leave()
{
    const TicketId into = ticket().merged.into;
    const std::optional<Ticket> target = otherTicket(into);
    ticket().merged = {};
    touched(QStringLiteral("merged"));
    event("unmerged", Visibility::Public,
          {{QStringLiteral("into"), into.text()},
           {QStringLiteral("number"), QString::number(target ? target->number : 0)}});
}

void Bench::moveQuietly(State state)
{
    const PublicState fromPublic = ticket().publicState;
    ticket().state = state;
    ticket().publicState = publicState(state);
    touched(QStringLiteral("state"));
    if (fromPublic != ticket().publicState)
        touched(QStringLiteral("public-state"));
}

Outcome Bench::run(const Echo &echo)
{
    const auto told = [&](const char *name) {
        event(name, Visibility::Internal,
              {{QStringLiteral("from"), echo.from.text()},
               {QStringLiteral("number"), QString::number(echo.number)},
               {QStringLiteral("title"), echo.title}});
    };
    switch (echo.kind) {
    case Echo::Kind::Joined:
        for (const PersonId &id : echo.people)
            welcome(ticket(), id, echo.from);
        told("joined");
        break;
    case Echo::Kind::Left:
        for (const PersonId &id : guestsThrough(ticket(), echo.from))
            seeOff(ticket(), id, echo.from);
        told("left");
        break;
    case Echo::Kind::Fewer:
        for (const PersonId &id : echo.people)
            seeOff(ticket(), id, echo.from);
        m_out.anyChange = ticket().watchers != m_before->watchers;
        break;
    case Echo::Kind::Words:
        told("joined-words");
        if (ticket().state == State::Resolved
            || (ticket().state == State::WaitingRequester
                && m_context.actor.id == ticket().requester))
            moveTo(State::Open, {});
        break;
    case Echo::Kind::Asked:
        if (ticket().updateAskedAt == 0)
            ticket().updateAskedAt = m_context.now;
        told("joined-words");
        break;
    }
    return finish();
}

QList<Echo> echoesOf(const Op &op, const TicketState &before, const Outcome &done)
{
    if (!done.anyChange)
        return {};
    const Ticket &after = done.state.ticket;
    const TicketId was = before.exists ? before.ticket.merged.into : TicketId();
    const TicketId is = after.merged.into;
    QList<Echo> echoes;
    if (was != is) {
        if (!was.isNull())
            echoes.append(echoTo(was, Echo::Kind::Left, after));
        if (!is.isNull())
            echoes.append(echoTo(is, Echo::Kind::Joined, after, peopleOf(after)));
    } else if (!is.isNull()) {
        const auto *words = std::get_if<AddMessage>(&op.payload);
        if (words && words->kind == MessageKind::Reply)
            echoes.append(echoTo(is, Echo::Kind::Words, after));
        else if (std::holds_alternative<AskUpdate>(op.payload))
            echoes.append(echoTo(is, Echo::Kind::Asked, after));
    }
    return echoes;
}

bool passesOn(const Echo &echo, const Ticket &target)
{
    const bool talk = echo.kind == Echo::Kind::Words || echo.kind == Echo::Kind::Asked;
    return talk && !target.merged.into.isNull();
}

QList<Echo> echoesOf(const Echo &echo, const TicketState &target, const Outcome &done)
{
    if (!target.exists || target.ticket.merged.into.isNull())
        return {};
    if (passesOn(echo, target.ticket)) {
        Echo further = echo;
        further.target = target.ticket.merged.into;
        return {further};
    }
    QList<PersonId> lost = target.ticket.watchers;
    lost.removeIf([&](const PersonId &id) {
        return done.state.ticket.watchers.contains(id) || id == done.state.ticket.requester;
    });
    if (!done.anyChange || lost.isEmpty())
        return {};
    return {echoTo(target.ticket.merged.into, Echo::Kind::Fewer, target.ticket, lost)};
}

Outcome applyEcho(const TicketState &target, const Echo &echo, const Op &cause,
                  const ApplyContext &context)
{
    if (!target.exists) {
        Outcome gone;
        gone.error = Error{ErrorCode::NotFound, QStringLiteral("no such ticket"), std::nullopt};
        return gone;
    }
    return Bench(target, cause, context).run(echo);
}

} // namespace vigie
