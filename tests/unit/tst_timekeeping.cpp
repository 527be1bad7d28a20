// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/base/rng.h"
#include "core/ops/timekeeping.h"
#include "core/sla/serviceclock.h"
#include "tests/support/fixedclock.h"

#include <QTest>

using namespace vigie;

namespace {

using Kind = ServiceMark::Kind;

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;

QMap<Priority, qint64> hours(int critical, int normal)
{
    return {{Priority::Critical, critical * kHour}, {Priority::High, critical * kHour},
            {Priority::Normal, normal * kHour}, {Priority::Low, normal * kHour}};
}

/// A helpdesk as the server knows it, and the same tickets as an agent's device sees them.
struct Desk {
    FixedClock clock;
    SeededRng rng;
    IdGenerator ids{clock, rng};
    QueueId front = ids.make<QueueId>();
    QueueId gold = ids.make<QueueId>();
    Person anna = person(Role::Employee);
    Person ben = person(Role::Agent);
    Person cleo = person(Role::Agent);
    ServiceBook book;
    TicketState state;
    QList<Message> thread;

    explicit Desk(quint64 seed = 5) : rng(seed)
    {
        ServiceContract better;
        better.name = QStringLiteral("Gold");
        better.calendar = QStringLiteral("always");
        better.queues = {gold};
        better.within(ClockKind::Ownership) = hours(1, 1);
        better.within(ClockKind::FirstReply) = hours(1, 2);
        better.within(ClockKind::Resolution) = hours(2, 8);
        ServiceContract usual;
        usual.within(ClockKind::Ownership) = hours(1, 2);
        usual.within(ClockKind::FirstReply) = hours(1, 4);
        usual.within(ClockKind::NextReply) = hours(2, 4);
        usual.within(ClockKind::Resolution) = hours(8, 40);
        usual.warnBeforeMs = hours(1, 1);
        BusinessCalendar week = officeHours();
        week.zone = QTimeZone("America/New_York");
        book = {{{QString(), week}, {QStringLiteral("always"), allHours()}}, {better, usual}};
        clock.at = 1'793'620'800'000; // the end of October 2026: the clocks change within a week
    }
    Person person(Role role)
    {
        Person made;
        made.id = ids.make<PersonId>();
        made.name = nameOf(role);
        made.role = role;
        if (role == Role::Agent)
            made.queues = {front, gold};
        return made;
    }
    ApplyContext context(const Person &who, ApplyContext::Mode mode, qint64 now)
    {
        ApplyContext made;
        made.mode = mode;
        made.actor = actorOf(who);
        made.now = now;
        made.intakeQueue = front;
        made.nextNumber = mode == ApplyContext::Mode::Authoritative ? 7 : 0;
        made.queueExists = [](const QueueId &) { return true; };
        made.person = [this](const PersonId &id) -> std::optional<Person> {
            for (const Person &known : {anna, ben, cleo}) {
                if (known.id == id)
                    return known;
            }
            return std::nullopt;
        };
        made.services = &book;
        return made;
    }
    Op op(Payload payload, qint64 writtenAt)
    {
        Op made;
        made.id = ids.make<OpId>();
        made.ticket = state.exists ? state.ticket.id : ids.make<TicketId>();
        made.base = baseFor(payload, state.ticket);
        if (!state.thread.isEmpty())
            made.seenThrough = state.thread.constLast().id;
        made.payload = std::move(payload);
        made.writtenAt = writtenAt;
        return made;
    }
    /// On the server, received now.
    bool receive(const Person &who, const Op &made)
    {
        const Outcome outcome =
            apply(state, made, context(who, ApplyContext::Mode::Authoritative, clock.at));
        if (outcome.verdict != Verdict::Applied && outcome.verdict != Verdict::Merged)
            return false;
        state = outcome.state;
        thread.append(outcome.messages);
        return true;
    }
    bool did(const Person &who, Payload payload)
    {
        return receive(who, op(std::move(payload), clock.at));
    }
    bool report()
    {
        CreateTicket create;
        create.message = ids.make<MessageId>();
        create.title = create.kit.what = QStringLiteral("Printer");
        create.requester = anna.id;
        return did(anna, create);
    }
    AddMessage words(MessageKind kind = MessageKind::Reply)
    {
        AddMessage add;
        add.message = ids.make<MessageId>();
        add.kind = kind;
        add.body = QStringLiteral("Words");
        return add;
    }
    /// Anything that somebody may do next.
    Payload something()
    {
        switch (rng.below(8)) {
        case 0: return words();
        case 1: return words(MessageKind::Note);
        case 2:
            return SetField{QStringLiteral("owner"),
                            rng.below(3) == 0 ? QString() : ben.id.text()};
        case 3:
            return SetField{QStringLiteral("priority"), nameOf(Priority(1 + rng.below(4)))};
        case 4:
            return SetField{QStringLiteral("queue"), (rng.below(2) == 0 ? front : gold).text()};
        case 5: return Escalate{Level(1 + rng.below(4)), {}, {}};
        default: return SetState{State(1 + rng.below(6)), {}};
        }
    }
    [[nodiscard]] const ServiceRecord &record() const { return state.ticket.service; }
    [[nodiscard]] ServiceClock clockOf(ClockKind kind) const
    {
        ServiceClock found;
        for (const ServiceClock &one : clocksAt(book, record(), clock.at)) {
            if (one.kind == kind)
                found = one;
        }
        return found;
    }
};

} // namespace

class TestTimeKeeping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientAndServerAgreeToTheMillisecond();
    void whatWasDoneOfflineCountsWhenItWasDone();
    void aClockThatIsWrongCannotTurnThingsRound();
    void whatRequestersWriteCountsWhenItIsHere();
    void anotherQueueMeansOtherTermsAndKeepsWhatWasPaused();
    void aNewBookChangesWhatRunsAndNotWhatEnded();
    void aThreadOfEarlierVersionsGivesTheSameClocks();
    void aRequestersCopyHasNoneOfIt();
    void withoutABookNothingIsWrittenDown();
};

void TestTimeKeeping::clientAndServerAgreeToTheMillisecond()
{
    int compared = 0;
    for (quint64 seed = 1; seed <= 60; ++seed) {
        Desk d(seed);
        QVERIFY(d.report());
        for (int i = 0; i < 25; ++i) {
            d.clock.at += qint64(d.rng.below(quint64(9 * kHour)));
            if (d.rng.below(4) == 0) {
                QVERIFY(d.did(d.anna, d.words()));
                continue;
            }
            // Written at the device, received some hours later, with nothing in between.
            const Person &who = d.rng.below(2) == 0 ? d.ben : d.cleo;
            const Op made = d.op(d.something(), d.clock.at);
            const Outcome seen = apply(
                d.state, made, d.context(who, ApplyContext::Mode::Optimistic, made.writtenAt));
            d.clock.at += qint64(d.rng.below(3)) * kHour;
            if (!d.receive(who, made))
                continue;
            ServiceRecord server = d.record();
            for (ServiceMark &mark : server.marks)
                mark.receivedAt = 0;
            ServiceRecord client = seen.state.ticket.service;
            for (ServiceMark &mark : client.marks)
                mark.receivedAt = 0;
            QCOMPARE(client, server);
            QCOMPARE(seen.state.ticket.expected, d.state.ticket.expected);
            QCOMPARE(clocksAt(d.book, seen.state.ticket.service, d.clock.at),
                     clocksAt(d.book, d.record(), d.clock.at));
            ++compared;
        }
    }
    QVERIFY(compared > 500);
}

void TestTimeKeeping::whatWasDoneOfflineCountsWhenItWasDone()
{
    Desk d;
    QVERIFY(d.report());
    const qint64 start = d.clock.at;
    const Op take = d.op(SetField{QStringLiteral("owner"), d.ben.id.text()}, start + kHour);
    const Op reply = d.op(d.words(), start + 90 * kMinute);
    d.clock.at = start + 100 * kHour;
    QVERIFY(d.receive(d.ben, take));
    QVERIFY(d.receive(d.ben, reply));
    QCOMPARE(d.clockOf(ClockKind::Ownership).endedAt, start + kHour);
    QCOMPARE(d.clockOf(ClockKind::FirstReply).endedAt, start + 90 * kMinute);
    QVERIFY(!d.record().missed);
    // Both times are kept.
    QCOMPARE(d.record().marks.constLast().receivedAt, d.clock.at);
}

void TestTimeKeeping::aClockThatIsWrongCannotTurnThingsRound()
{
    Desk d;
    QVERIFY(d.report());
    const qint64 start = d.clock.at;
    // A device in the future, and one in the past.
    QVERIFY(d.receive(d.ben, d.op(d.words(), start + 1000 * kHour)));
    QCOMPARE(d.clockOf(ClockKind::FirstReply).endedAt, start);
    d.clock.at = start + kHour;
    QVERIFY(d.did(d.anna, d.words()));
    QVERIFY(d.clockOf(ClockKind::NextReply).isOpen());
    d.clock.at = start + 2 * kHour;
    // It had seen the question, so it cannot have been written before it.
    QVERIFY(d.receive(d.ben, d.op(d.words(), start - 9 * kHour)));
    QCOMPARE(d.clockOf(ClockKind::NextReply).endedAt, start + kHour);
    // One that had not seen it is held, and answers nothing.
    QVERIFY(d.did(d.anna, d.words()));
    Op blind = d.op(d.words(), start + 90 * kMinute);
    blind.seenThrough = d.state.thread.constFirst().id;
    d.clock.at = start + 3 * kHour;
    QVERIFY(!d.receive(d.ben, blind));
    QVERIFY(d.clockOf(ClockKind::NextReply).isOpen());
    // Nobody is believed for ever.
    d.clock.at = start + 100 * 24 * kHour;
    Op late = d.op(d.words(), start + 4 * kHour);
    late.seenThrough = {};
    QVERIFY(d.receive(d.ben, late));
    QCOMPARE(d.clockOf(ClockKind::NextReply).endedAt, d.clock.at - limits::kOfflineHonouredMs);
}

void TestTimeKeeping::whatRequestersWriteCountsWhenItIsHere()
{
    Desk d;
    d.clock.at += 5 * kHour;
    CreateTicket create;
    create.message = d.ids.make<MessageId>();
    create.title = create.kit.what = QStringLiteral("Printer");
    create.requester = d.anna.id;
    QVERIFY(d.receive(d.anna, d.op(create, d.clock.at - 5 * kHour)));
    QCOMPARE(d.clockOf(ClockKind::Resolution).startedAt, d.clock.at);
    // Somebody of the staff who writes it down for them knew of it then.
    d.state = {};
    create.message = d.ids.make<MessageId>();
    QVERIFY(d.receive(d.ben, d.op(create, d.clock.at - 5 * kHour)));
    QCOMPARE(d.clockOf(ClockKind::Resolution).startedAt, d.clock.at - 5 * kHour);
}

void TestTimeKeeping::anotherQueueMeansOtherTermsAndKeepsWhatWasPaused()
{
    Desk d;
    QVERIFY(d.report());
    const qint64 start = d.clock.at;
    d.clock.at += kHour;
    QVERIFY(d.did(d.ben, SetState{State::WaitingRequester, {}}));
    QVERIFY(d.record().paused);
    d.clock.at += 3 * kHour;
    QVERIFY(d.did(d.anna, d.words()));
    QVERIFY(d.did(d.ben, SetField{QStringLiteral("queue"), d.gold.text()}));
    const ServiceClock fix = d.clockOf(ClockKind::Resolution);
    QCOMPARE(fix.contract, QStringLiteral("Gold"));
    QCOMPARE(fix.dueAt, start + 8 * kHour + 3 * kHour);
    QVERIFY(d.did(d.ben, SetField{QStringLiteral("priority"), nameOf(Priority::Critical)}));
    QCOMPARE(d.clockOf(ClockKind::Resolution).dueAt, start + 2 * kHour + 3 * kHour);
    // There is no target for the next reply in this contract.
    QCOMPARE(d.clockOf(ClockKind::NextReply).targetMs, 0);
}

void TestTimeKeeping::aNewBookChangesWhatRunsAndNotWhatEnded()
{
    Desk d;
    QVERIFY(d.report());
    d.clock.at += kMinute;
    QVERIFY(d.did(d.ben, d.words()));
    const ServiceClock answered = d.clockOf(ClockKind::FirstReply);
    d.clock.at += kHour;
    ServiceBook strict = d.book;
    strict.contracts.last().within(ClockKind::FirstReply) = hours(100, 100);
    strict.contracts.last().within(ClockKind::Resolution) = hours(1, 1);
    Ticket ticket = d.state.ticket;
    applyTerms(strict, d.clock.at, ticket);
    d.book = strict;
    d.state.ticket = ticket;
    QCOMPARE(d.clockOf(ClockKind::FirstReply), answered);
    QCOMPARE(d.clockOf(ClockKind::Resolution).targetMs, kHour);
    // The same again changes nothing.
    applyTerms(strict, d.clock.at + kHour, ticket);
    QCOMPARE(ticket, d.state.ticket);
    // Nothing agreed on any more: nothing is due or said.
    applyTerms({}, d.clock.at, ticket);
    QCOMPARE(ticket.service.dueAt, 0);
    QCOMPARE(ticket.expected, Expectation());
}

void TestTimeKeeping::aThreadOfEarlierVersionsGivesTheSameClocks()
{
    for (quint64 seed = 1; seed <= 40; ++seed) {
        Desk d(seed);
        QVERIFY(d.report());
        for (int i = 0; i < 12; ++i) {
            d.clock.at += 1 + qint64(d.rng.below(quint64(5 * kHour)));
            Payload next = d.something();
            // What changes terms is not in a thread; they are those of today.
            const auto *set = std::get_if<SetField>(&next);
            if (set && set->field != QLatin1String("owner"))
                continue;
            if (d.rng.below(4) == 0)
                (void)d.did(d.anna, d.words());
            else
                (void)d.did(d.ben, std::move(next));
        }
        const ServiceRecord record =
            timeLineFrom(d.book, d.state.ticket, d.thread,
                         [&d](const PersonId &id) { return id != d.anna.id; });
        QCOMPARE(clocksAt(d.book, record, d.clock.at),
                 clocksAt(d.book, d.record(), d.clock.at));
        QCOMPARE(record.dueAt, d.record().dueAt);
        QCOMPARE(record.paused, d.record().paused);
    }
}

void TestTimeKeeping::aRequestersCopyHasNoneOfIt()
{
    Desk d;
    QVERIFY(d.report());
    QVERIFY(!d.record().marks.isEmpty());
    const Ticket copy = forRequester(d.state.ticket, d.anna.id);
    QCOMPARE(copy.service, ServiceRecord());
    QVERIFY(copy.expected.answerBy > 0);
    // Their device takes away what is fulfilled and makes up nothing.
    ApplyContext context = d.context(d.anna, ApplyContext::Mode::Optimistic, d.clock.at);
    context.services = nullptr;
    TicketState seen{true, copy, d.state.thread};
    const Outcome closed = apply(seen, d.op(SetState{State::Closed, {}}, d.clock.at), context);
    QCOMPARE(closed.verdict, Verdict::Applied);
    QCOMPARE(closed.state.ticket.expected, Expectation());
    QCOMPARE(closed.state.ticket.service, ServiceRecord());
}

void TestTimeKeeping::withoutABookNothingIsWrittenDown()
{
    Desk d;
    d.book = {};
    QVERIFY(d.report());
    QVERIFY(d.did(d.ben, d.words()));
    QCOMPARE(d.record(), ServiceRecord());
    QCOMPARE(d.state.ticket.expected, Expectation());
}

QTEST_APPLESS_MAIN(TestTimeKeeping)
#include "tst_timekeeping.moc"
