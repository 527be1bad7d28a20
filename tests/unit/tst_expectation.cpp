// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/rng.h"
#include "core/sla/expectation.h"
#include "core/ops/apply.h"

#include <QTest>

using namespace vigie;

namespace {

constexpr qint64 kHour = 3'600'000;

qint64 paris(const char *text)
{
    const QDateTime read = QDateTime::fromString(QLatin1String(text), QStringLiteral("yyyy-MM-dd HH:mm"));
    return QDateTime(read.date(), read.time(), QTimeZone("Europe/Paris")).toMSecsSinceEpoch();
}

/// Monday to Friday 08:00–12:00 and 13:00–17:00 in Paris, without Christmas.
BusinessCalendar desk()
{
    BusinessCalendar calendar;
    calendar.zone = QTimeZone("Europe/Paris");
    for (size_t day = 0; day < 5; ++day)
        calendar.week.at(day) = {{8 * 60, 12 * 60}, {13 * 60, 17 * 60}};
    calendar.holidays = {QDate(2026, 12, 25)};
    return calendar;
}

const ServiceBook &book()
{
    static const ServiceBook made = [] {
        ServiceContract all;
        all.within(ClockKind::FirstReply) = {{Priority::Normal, 2 * kHour}, {Priority::High, kHour}};
        all.within(ClockKind::NextReply) = all.within(ClockKind::FirstReply);
        all.within(ClockKind::Resolution) = {{Priority::Normal, 8 * kHour},
                                             {Priority::High, 4 * kHour}};
        return ServiceBook{{{QString(), desk()}}, {all}};
    }();
    return made;
}

class Standing final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override { return paris("2026-10-05 09:00"); }
    [[nodiscard]] qint64 monotonicMs() const override { return 0; }
};

/// A server that says something about times, with a requester and an agent.
struct Desk {
    Standing clock;
    SeededRng rng{3};
    IdGenerator ids{clock, rng};
    QueueId queue = ids.make<QueueId>();
    Person anna;
    Person ben;
    TicketState state;

    Desk()
    {
        anna.id = ids.make<PersonId>();
        ben.id = ids.make<PersonId>();
        ben.role = Role::Agent;
        ben.queues = {queue};
        CreateTicket create;
        create.message = ids.make<MessageId>();
        create.title = QStringLiteral("Printer");
        create.kit.what = QStringLiteral("Blank pages");
        create.requester = anna.id;
        did(anna, create, "2026-10-05 09:00");
    }
    /// Applies it at a time; false when it was not accepted.
    bool did(const Person &who, Payload payload, const char *when)
    {
        ApplyContext context;
        context.mode = ApplyContext::Mode::Authoritative;
        context.actor = actorOf(who);
        context.now = paris(when);
        context.intakeQueue = queue;
        context.nextNumber = 7;
        context.queueExists = [](const QueueId &) { return true; };
        context.person = [this](const PersonId &id) -> std::optional<Person> {
            return id == ben.id ? ben : anna;
        };
        context.services = &book();
        Op op;
        op.id = ids.make<OpId>();
        op.ticket = state.exists ? state.ticket.id : ids.make<TicketId>();
        op.base = baseFor(payload, state.ticket);
        op.seenThrough = state.thread.isEmpty() ? MessageId() : state.thread.constLast().id;
        op.payload = std::move(payload);
        op.writtenAt = context.now;
        const Outcome outcome = apply(state, op, context);
        if (outcome.verdict != Verdict::Applied && outcome.verdict != Verdict::Merged)
            return false;
        state = outcome.state;
        return true;
    }
    AddMessage words()
    {
        AddMessage add;
        add.message = ids.make<MessageId>();
        add.body = QStringLiteral("Words");
        return add;
    }
    [[nodiscard]] Expectation expected() const { return state.ticket.expected; }
};

} // namespace

class TestExpectation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workingTimeSkipsPausesNightsWeekendsAndHolidays_data();
    void workingTimeSkipsPausesNightsWeekendsAndHolidays();
    void aCalendarWithoutHoursExpectsNothing();
    void aReportIsExpectedToBeAnsweredAndFixed();
    void anAnswerFulfilsTheFirstAndAQuestionAsksForItAgain();
    void nothingIsExpectedWhileTheBallLiesElsewhere();
    void anotherPriorityMovesTheTimesAndNothingElseThatIsPublic();
    void withoutRulesNothingIsSaid();
};

void TestExpectation::workingTimeSkipsPausesNightsWeekendsAndHolidays_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *name, const char *start, int minutes, const char *end) {
        QTest::newRow(name) << QString::fromLatin1(start) << minutes << QString::fromLatin1(end);
    };
    row("within a span", "2026-10-05 09:00", 60, "2026-10-05 10:00");
    row("over noon", "2026-10-05 11:00", 120, "2026-10-05 14:00");
    row("to the end of the day, not the next morning", "2026-10-05 16:00", 60, "2026-10-05 17:00");
    row("before the doors open", "2026-10-05 03:00", 30, "2026-10-05 08:30");
    row("over night", "2026-10-05 16:30", 60, "2026-10-06 08:30");
    row("over the weekend", "2026-10-09 16:30", 60, "2026-10-12 08:30");
    row("on a Sunday", "2026-10-11 12:00", 480, "2026-10-12 17:00");
    row("over a holiday", "2026-12-24 16:00", 120, "2026-12-28 09:00");
    row("over the end of summer time", "2026-10-23 16:00", 120, "2026-10-26 09:00");
    row("over the beginning of summer time", "2027-03-26 16:00", 120, "2027-03-29 09:00");
    row("nothing to do", "2026-10-05 09:00", 0, "2026-10-05 09:00");
}

void TestExpectation::workingTimeSkipsPausesNightsWeekendsAndHolidays()
{
    QFETCH(QString, start);
    QFETCH(int, minutes);
    QFETCH(QString, end);
    QCOMPARE(desk().after(paris(qPrintable(start)), minutes * 60'000LL), paris(qPrintable(end)));
}

void TestExpectation::aCalendarWithoutHoursExpectsNothing()
{
    Desk d;
    ServiceBook never = book();
    never.calendars[QString()].week = {};
    QVERIFY(!never.isEmpty());
    QCOMPARE(expectedFrom(never, d.state.ticket.service), Expectation());
}

void TestExpectation::aReportIsExpectedToBeAnsweredAndFixed()
{
    Desk d;
    QCOMPARE(d.expected(),
             (Expectation{paris("2026-10-05 11:00"), paris("2026-10-06 09:00")}));
    // Five-minute steps, upwards.
    d.state = {};
    CreateTicket create;
    create.message = d.ids.make<MessageId>();
    create.title = create.kit.what = QStringLiteral("Printer");
    create.requester = d.anna.id;
    QVERIFY(d.did(d.anna, create, "2026-10-05 09:01"));
    QCOMPARE(d.expected().answerBy, paris("2026-10-05 11:05"));
}

void TestExpectation::anAnswerFulfilsTheFirstAndAQuestionAsksForItAgain()
{
    Desk d;
    const qint64 fixBy = d.expected().fixBy;
    AddMessage note = d.words();
    note.kind = MessageKind::Note;
    QVERIFY(d.did(d.ben, note, "2026-10-05 09:30"));
    QCOMPARE(d.expected().answerBy, paris("2026-10-05 11:00"));
    QVERIFY(d.did(d.ben, d.words(), "2026-10-05 10:00"));
    QCOMPARE(d.expected(), (Expectation{0, fixBy}));
    QVERIFY(d.did(d.anna, AskUpdate{}, "2026-10-05 14:00"));
    QCOMPARE(d.expected(), (Expectation{paris("2026-10-05 16:00"), fixBy}));
    // Asking twice moves nothing.
    QVERIFY(d.did(d.anna, AskUpdate{}, "2026-10-05 15:00"));
    QCOMPARE(d.expected().answerBy, paris("2026-10-05 16:00"));
}

void TestExpectation::nothingIsExpectedWhileTheBallLiesElsewhere()
{
    // Of the two and eight hours one was used up before.
    Desk waiting;
    QVERIFY(waiting.did(waiting.ben, SetState{State::WaitingRequester, {}}, "2026-10-05 10:00"));
    QCOMPARE(waiting.expected(), Expectation());
    QVERIFY(waiting.did(waiting.anna, waiting.words(), "2026-10-06 09:00"));
    QCOMPARE(waiting.expected(),
             (Expectation{paris("2026-10-06 10:00"), paris("2026-10-06 17:00")}));
    // What was fixed and is not after all is begun anew.
    for (const State state : {State::Resolved, State::Closed}) {
        Desk d;
        QVERIFY(d.did(d.ben, SetState{state, {}}, "2026-10-05 10:00"));
        QCOMPARE(d.expected(), Expectation());
        if (state == State::Closed)
            QVERIFY(d.did(d.anna, SetState{State::Open, {}}, "2026-10-06 09:00"));
        else
            QVERIFY(d.did(d.anna, d.words(), "2026-10-06 09:00"));
        QCOMPARE(d.expected(),
                 (Expectation{paris("2026-10-06 11:00"), paris("2026-10-07 09:00")}));
    }
    // A vendor or a date is our business: the requester goes on waiting for us.
    Desk d;
    const Expectation before = d.expected();
    QVERIFY(d.did(d.ben, SetState{State::WaitingVendor, {}}, "2026-10-05 10:00"));
    QCOMPARE(d.expected(), before);
}

void TestExpectation::anotherPriorityMovesTheTimesAndNothingElseThatIsPublic()
{
    Desk d;
    Ticket before = forRequester(d.state.ticket, d.anna.id);
    QVERIFY(d.did(d.ben, SetField{QStringLiteral("priority"), nameOf(Priority::High)},
                  "2026-10-05 10:00"));
    QCOMPARE(d.expected(),
             (Expectation{paris("2026-10-05 10:00"), paris("2026-10-05 14:00")}));
    Ticket after = forRequester(d.state.ticket, d.anna.id);
    before.expected = after.expected;
    before.updatedAt = before.publicUpdatedAt = after.publicUpdatedAt;
    QCOMPARE(after, before);
    // Those without a time of their own promise nothing.
    QVERIFY(d.did(d.ben, SetField{QStringLiteral("priority"), nameOf(Priority::Low)},
                  "2026-10-05 10:30"));
    QCOMPARE(d.expected(), Expectation());
}

void TestExpectation::withoutRulesNothingIsSaid()
{
    QVERIFY(ServiceBook().isEmpty());
    Desk d;
    QCOMPARE(expectedFrom({}, d.state.ticket.service), Expectation());
}

QTEST_APPLESS_MAIN(TestExpectation)
#include "tst_expectation.moc"
