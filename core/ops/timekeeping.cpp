// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/timekeeping.h"

#include "core/base/limits.h"
#include "core/model/lifecycle.h"
#include "core/sla/expectation.h"
#include "core/sla/serviceclock.h"

#include <algorithm>

namespace vigie {

namespace {

using Kind = ServiceMark::Kind;

bool isOurs(const Ticket &ticket)
{
    return ticket.publicState == PublicState::Received
        || ticket.publicState == PublicState::InProgress;
}

/// The newest moment of some kinds; 0 when there is none.
qint64 newest(const ServiceRecord &record, std::initializer_list<Kind> kinds)
{
    qint64 at = 0;
    for (const ServiceMark &mark : record.marks) {
        if (std::find(kinds.begin(), kinds.end(), mark.kind) != kinds.end())
            at = mark.at;
    }
    return at;
}

/// One operation's entries in a time line.
class Keeper
{
public:
    Keeper(const Op &op, const ApplyContext &context, const Ticket *before, bool sawAllWords,
           Ticket &ticket)
        : m_op(op), m_context(context), m_before(before), m_sawAllWords(sawAllWords),
          m_ticket(ticket)
    {
    }

    void run()
    {
        ServiceRecord &record = m_ticket.service;
        if (!m_before)
            add(mark(Kind::Reported, 0));
        terms();
        move();
        own();
        talk();
        settle(*m_context.services, record);
    }

private:
    [[nodiscard]] bool isStaffsWork() const
    {
        return m_context.actor.isStaff() && m_context.actor.id != m_ticket.requester;
    }
    [[nodiscard]] bool isRequester() const { return m_context.actor.id == m_ticket.requester; }

    /// The time that counts; `follows` is the newest of what the author must have known.
    [[nodiscard]] qint64 honoured(qint64 follows) const
    {
        const QList<ServiceMark> &marks = m_ticket.service.marks;
        const qint64 first = marks.isEmpty() ? 0 : marks.constFirst().at;
        const qint64 earliest =
            std::max({first, follows, m_context.now - limits::kOfflineHonouredMs});
        const qint64 wish = isStaffsWork() && m_op.writtenAt > 0 ? m_op.writtenAt : m_context.now;
        return std::max(std::min(wish, m_context.now), earliest);
    }

    [[nodiscard]] ServiceMark mark(Kind kind, qint64 follows) const
    {
        ServiceMark made;
        made.kind = kind;
        made.at = honoured(follows);
        if (m_context.mode == ApplyContext::Mode::Authoritative && m_context.now != made.at)
            made.receivedAt = m_context.now;
        return made;
    }
    void add(ServiceMark made) { addMark(m_ticket.service, std::move(made)); }

    void terms()
    {
        const bool moved = !m_before || m_before->priority != m_ticket.priority
            || m_before->queue != m_ticket.queue;
        // A client's book may be older than the one that the server has applied.
        if (!moved && m_context.mode == ApplyContext::Mode::Optimistic)
            return;
        const ServiceTerms next =
            m_context.services->termsFor(m_ticket.queue, m_ticket.priority).value_or(ServiceTerms());
        const ServiceTerms *last = termsOf(m_ticket.service);
        if (last && *last == next)
            return;
        ServiceMark made = mark(Kind::Terms, newest(m_ticket.service, {Kind::Terms}));
        made.terms = next;
        add(std::move(made));
    }

    void move()
    {
        if (m_before && m_before->state == m_ticket.state)
            return;
        if (!m_before && m_ticket.state == State::New)
            return;
        ServiceMark made = mark(Kind::State, newest(m_ticket.service, {Kind::State}));
        made.state = m_ticket.state;
        add(std::move(made));
    }

    void own()
    {
        const bool was = m_before && !m_before->owner.isNull();
        const bool is = !m_ticket.owner.isNull();
        if (was != is)
            add(mark(is ? Kind::Owned : Kind::Released,
                     newest(m_ticket.service, {Kind::Owned, Kind::Released})));
    }

    void talk()
    {
        const auto *words = std::get_if<AddMessage>(&m_op.payload);
        const bool reply = words && words->kind == MessageKind::Reply;
        const bool reopened = m_before && isEnding(m_before->state) && !isEnding(m_ticket.state);
        if (reply && isStaffsWork() && !m_context.byRule)
            add(mark(Kind::Reply, m_sawAllWords ? newest(m_ticket.service, {Kind::Words}) : 0));
        else if (isRequester()
                 && (reply || reopened || std::holds_alternative<AskUpdate>(m_op.payload)))
            add(mark(Kind::Words, 0));
    }

    const Op &m_op;
    const ApplyContext &m_context;
    const Ticket *m_before;
    bool m_sawAllWords;
    Ticket &m_ticket;
};

/// Where nothing is known of clocks, what was said is only taken away.
Expectation fulfilled(const Op &op, const ApplyContext &context, const Ticket &ticket)
{
    if (!isOurs(ticket))
        return {};
    Expectation left = ticket.expected;
    const auto *add = std::get_if<AddMessage>(&op.payload);
    if (add && add->kind == MessageKind::Reply && context.actor.isStaff()
        && !context.byRule && ticket.requester != context.actor.id)
        left.answerBy = 0;
    return left;
}

} // namespace

bool keepTime(const Op &op, const ApplyContext &context, const Ticket *before, bool sawAllWords,
              Ticket &ticket)
{
    // A ticket without a time line (a requester's copy, or one of an earlier version) gets it from
    // the server, which has its whole thread.
    const bool counts = context.services && !context.services->isEmpty()
        && (!before || !before->service.marks.isEmpty());
    Expectation next;
    if (counts) {
        Keeper(op, context, before, sawAllWords, ticket).run();
        next = expectedFrom(*context.services, ticket.service);
    } else {
        next = fulfilled(op, context, ticket);
    }
    if (next == ticket.expected)
        return false;
    ticket.expected = next;
    return true;
}

namespace {

/// Reads a thread as if each of its entries had just been written.
class ThreadReader
{
public:
    ThreadReader(const Ticket &ticket, const std::function<bool(const PersonId &)> &isStaff)
        : m_ticket(ticket), m_isStaff(isStaff)
    {
        m_record.marks.append({Kind::Reported, ticket.createdAt, 0, State::New, {}});
    }

    void take(const Message &message)
    {
        const bool byRequester = message.author == m_ticket.requester;
        if (message.kind == MessageKind::Reply) {
            if (byRequester)
                add(message, Kind::Words);
            else if (m_isStaff(message.author))
                add(message, Kind::Reply);
        }
        if (message.kind == MessageKind::Event)
            takeEvent(message, byRequester);
    }

    [[nodiscard]] ServiceRecord finish()
    {
        const qint64 last = m_record.marks.constLast().at;
        if (m_owned && m_ticket.owner.isNull())
            addMark(m_record, {Kind::Released, std::max(m_movedAt, m_ownedAt), 0, State::New, {}});
        else if (!m_owned && !m_ticket.owner.isNull())
            addMark(m_record, {Kind::Owned, last, 0, State::New, {}});
        if (m_state != m_ticket.state)
            addMark(m_record, {Kind::State, last, 0, m_ticket.state, {}});
        return m_record;
    }

private:
    void add(const Message &message, Kind kind, State state = State::New)
    {
        addMark(m_record, {kind, std::max(message.receivedAt, m_ticket.createdAt), 0, state, {}});
    }

    void takeEvent(const Message &message, bool byRequester)
    {
        const QString to = message.params.value(QStringLiteral("to"));
        if (message.event == QLatin1String("ask-update")) {
            add(message, Kind::Words);
        } else if (message.event == QLatin1String("owner")) {
            own(message, !to.isEmpty());
        } else if (message.event == QLatin1String("escalate")) {
            own(message, false);
        } else if (message.event == QLatin1String("queue")) {
            m_movedAt = message.receivedAt;
        } else if (message.event == QLatin1String("state")) {
            const State next = enumStored(to, m_state);
            const bool reopened = isEnding(m_state) && !isEnding(next);
            m_state = next;
            add(message, Kind::State, next);
            if (reopened && byRequester)
                add(message, Kind::Words);
        }
    }

    void own(const Message &message, bool owned)
    {
        if (owned == m_owned)
            return;
        m_owned = owned;
        m_ownedAt = message.receivedAt;
        add(message, owned ? Kind::Owned : Kind::Released);
    }

    const Ticket &m_ticket;
    const std::function<bool(const PersonId &)> &m_isStaff;
    ServiceRecord m_record;
    State m_state = State::New;
    bool m_owned = false;
    qint64 m_ownedAt = 0;
    qint64 m_movedAt = 0;
};

} // namespace

ServiceRecord timeLineFrom(const ServiceBook &book, const Ticket &ticket,
                           const QList<Message> &thread,
                           const std::function<bool(const PersonId &)> &isStaff)
{
    ThreadReader reader(ticket, isStaff);
    for (const Message &message : thread)
        reader.take(message);
    ServiceRecord record = reader.finish();
    ServiceMark terms{Kind::Terms, ticket.createdAt, 0, State::New, {}};
    terms.terms = book.termsFor(ticket.queue, ticket.priority).value_or(ServiceTerms());
    addMark(record, terms);
    settle(book, record);
    return record;
}

void applyTerms(const ServiceBook &book, qint64 now, Ticket &ticket)
{
    ServiceRecord &record = ticket.service;
    if (record.marks.isEmpty())
        return;
    const ServiceTerms next =
        book.termsFor(ticket.queue, ticket.priority).value_or(ServiceTerms());
    const ServiceTerms *last = termsOf(record);
    if (!last || *last != next) {
        ServiceMark mark{Kind::Terms, std::max(now, record.marks.constLast().at), 0, State::New, {}};
        mark.terms = next;
        addMark(record, mark);
    }
    settle(book, record);
    ticket.expected = expectedFrom(book, record);
}

} // namespace vigie
