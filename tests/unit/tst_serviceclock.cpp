// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/base/rng.h"
#include "core/sla/serviceclock.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>

using namespace vigie;

namespace {

using Kind = ServiceMark::Kind;
using Line = ClockSegment::Kind;

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

qint64 paris(const char *text)
{
    const QDateTime read =
        QDateTime::fromString(QLatin1String(text), QStringLiteral("yyyy-MM-dd HH:mm"));
    return QDateTime(read.date(), read.time(), QTimeZone("Europe/Paris")).toMSecsSinceEpoch();
}

/// Monday to Friday 08:00–12:00 and 13:00–17:00 in Paris; and all hours for the second contract.
ServiceBook book()
{
    BusinessCalendar desk;
    desk.zone = QTimeZone("Europe/Paris");
    for (size_t day = 0; day < 5; ++day)
        desk.week.at(day) = {{8 * 60, 12 * 60}, {13 * 60, 17 * 60}};
    desk.holidays = {QDate(2026, 12, 25)};
    ServiceBook made;
    made.calendars = {{QString(), desk}, {QStringLiteral("always"), allHours()}};
    return made;
}

ServiceTerms terms(qint64 own, qint64 first, qint64 next, qint64 fix)
{
    ServiceTerms made;
    made.targetMs = {own, first, next, fix};
    made.warnMs = 30 * kMinute;
    return made;
}

struct TimeLine {
    ServiceRecord record;

    TimeLine(const char *reported, const ServiceTerms &agreed)
    {
        at(reported, Kind::Reported);
        ServiceMark mark{Kind::Terms, paris(reported), 0, State::New, agreed};
        addMark(record, mark);
        settle(book(), record);
    }
    TimeLine &at(const char *when, Kind kind, State state = State::New)
    {
        addMark(record, {kind, paris(when), 0, state, {}});
        settle(book(), record);
        return *this;
    }
    TimeLine &at(const char *when, State state) { return at(when, Kind::State, state); }
    TimeLine &at(const char *when, const ServiceTerms &agreed)
    {
        addMark(record, {Kind::Terms, paris(when), 0, State::New, agreed});
        settle(book(), record);
        return *this;
    }
    [[nodiscard]] QList<ServiceClock> clocks(const char *now) const
    {
        return clocksAt(book(), record, paris(now));
    }
    /// The newest of a kind.
    [[nodiscard]] ServiceClock clock(ClockKind kind, const char *now) const
    {
        ServiceClock found;
        for (const ServiceClock &clock : clocks(now)) {
            if (clock.kind == kind)
                found = clock;
        }
        return found;
    }
};

const ServiceTerms kUsual = terms(kHour, 2 * kHour, 4 * kHour, 8 * kHour);

/// Any time line that a ticket can have.
ServiceRecord randomLine(Rng &rng, qint64 &end)
{
    ServiceRecord record;
    qint64 at = paris("2026-09-01 00:00") + qint64(rng.below(60 * kDay));
    addMark(record, {Kind::Reported, at, 0, State::New, {}});
    const auto agreed = [&rng] {
        ServiceTerms made = terms(qint64(rng.below(2)) * kHour, qint64(1 + rng.below(9)) * kHour,
                                  qint64(1 + rng.below(9)) * kHour, qint64(1 + rng.below(40)) * kHour);
        if (rng.below(3) == 0)
            made.calendar = QStringLiteral("always");
        return made;
    };
    addMark(record, {Kind::Terms, at, 0, State::New, agreed()});
    for (quint64 i = rng.below(12); i > 0; --i) {
        at += qint64(rng.below(2 * kDay));
        switch (rng.below(6)) {
        case 0: addMark(record, {Kind::Words, at, 0, State::New, {}}); break;
        case 1: addMark(record, {Kind::Reply, at, 0, State::New, {}}); break;
        case 2: addMark(record, {Kind::Owned, at, 0, State::New, {}}); break;
        case 3: addMark(record, {Kind::Released, at, 0, State::New, {}}); break;
        case 4: addMark(record, {Kind::Terms, at, 0, State::New, agreed()}); break;
        default: addMark(record, {Kind::State, at, 0, State(1 + rng.below(6)), {}});
        }
    }
    end = at;
    settle(book(), record);
    return record;
}

} // namespace

class TestServiceClock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportStartsThreeClocks();
    void takingAnsweringAndSolvingEndThem();
    void onlyWaitingForTheRequesterPausesWhatTheyWaitFor();
    void aHoldOverNightDoesNotPushTheDayAway();
    void otherTermsKeepThePauses();
    void whatHasEndedKeepsItsVerdict();
    void aQuestionStartsTheNextReplyAndOnlyOnce();
    void whatIsOpenedAgainIsBegunAnew();
    void nobodyOwningItAnyMoreStartsTheClockAgain();
    void offlineWorkCountsWhenItWasDone();
    void theLinesSayWhyAndAddUp();
    void listsGetTheNextOneThatRuns();
    void theWarningComesWithinWorkingTime();
    void anyTimeLineCanBeRecomputedByHand();
    void theOrderOfArrivalDoesNotMatter();
    void aLongLifeForgetsOldTalkFirst();
};

void TestServiceClock::aReportStartsThreeClocks()
{
    const TimeLine line("2026-10-05 09:00", kUsual);
    const QList<ServiceClock> clocks = line.clocks("2026-10-05 09:30");
    QCOMPARE(clocks.size(), 3);
    QCOMPARE(clocks[0].kind, ClockKind::Ownership);
    QCOMPARE(clocks[0].dueAt, paris("2026-10-05 10:00"));
    QCOMPARE(clocks[0].leftMs, 30 * kMinute);
    QCOMPARE(clocks[1].kind, ClockKind::FirstReply);
    QCOMPARE(clocks[1].dueAt, paris("2026-10-05 11:00"));
    QCOMPARE(clocks[2].kind, ClockKind::Resolution);
    QCOMPARE(clocks[2].dueAt, paris("2026-10-06 09:00"));
    QCOMPARE(clocks[2].state, ClockState::Running);
    QCOMPARE(line.clocks("2026-10-05 10:30")[0].state, ClockState::Breached);
    QCOMPARE(line.clocks("2026-10-05 10:30")[0].leftMs, -30 * kMinute);
    // A priority without a target has no such clock.
    QCOMPARE(TimeLine("2026-10-05 09:00", terms(0, 0, 0, kHour)).clocks("2026-10-05 09:30").size(),
             1);
}

void TestServiceClock::takingAnsweringAndSolvingEndThem()
{
    TimeLine line("2026-10-05 09:00", kUsual);
    line.at("2026-10-05 09:40", Kind::Owned).at("2026-10-05 11:00", Kind::Reply);
    line.at("2026-10-06 09:01", State::Resolved);
    const QList<ServiceClock> clocks = line.clocks("2026-10-07 09:00");
    QCOMPARE(clocks[0].state, ClockState::Met);
    QCOMPARE(clocks[0].endedAt, paris("2026-10-05 09:40"));
    QCOMPARE(clocks[1].state, ClockState::Met); // to the minute
    QCOMPARE(clocks[2].state, ClockState::Breached);
    QCOMPARE(clocks[2].leftMs, -kMinute);
    QVERIFY(line.record.missed);
    QCOMPARE(line.record.dueAt, 0);
    QVERIFY(!line.record.paused);
}

void TestServiceClock::onlyWaitingForTheRequesterPausesWhatTheyWaitFor()
{
    for (const State state : {State::WaitingVendor, State::Scheduled, State::Open}) {
        TimeLine line("2026-10-05 09:00", kUsual);
        line.at("2026-10-05 09:30", state);
        QCOMPARE(line.clock(ClockKind::FirstReply, "2026-10-05 10:00").dueAt,
                 paris("2026-10-05 11:00"));
        QCOMPARE(line.clock(ClockKind::Resolution, "2026-10-05 10:00").state, ClockState::Running);
        QCOMPARE(line.clock(ClockKind::Ownership, "2026-10-05 10:00").state,
                 state == State::Open ? ClockState::Running : ClockState::Paused);
    }
    TimeLine line("2026-10-05 09:00", kUsual);
    line.at("2026-10-05 09:30", State::WaitingRequester);
    for (const ServiceClock &clock : line.clocks("2026-10-05 16:00")) {
        QCOMPARE(clock.state, ClockState::Paused);
        QCOMPARE(clock.dueAt, 0);
        QCOMPARE(clock.leftMs, clock.targetMs - 30 * kMinute);
    }
    QVERIFY(line.record.paused);
    line.at("2026-10-06 10:00", State::Open);
    QCOMPARE(line.clock(ClockKind::FirstReply, "2026-10-06 10:00").dueAt,
             paris("2026-10-06 11:30"));
    QVERIFY(!line.record.paused);
}

void TestServiceClock::aHoldOverNightDoesNotPushTheDayAway()
{
    // Held outside of working hours only: no working time was lost, so nothing moves.
    TimeLine line("2026-10-05 16:00", kUsual);
    line.at("2026-10-05 17:00", State::WaitingRequester).at("2026-10-06 08:00", State::Open);
    QCOMPARE(line.clock(ClockKind::FirstReply, "2026-10-06 08:00").dueAt,
             paris("2026-10-06 09:00"));
    QCOMPARE(line.clock(ClockKind::Resolution, "2026-10-06 08:00").dueAt,
             paris("2026-10-06 16:00"));
}

void TestServiceClock::otherTermsKeepThePauses()
{
    TimeLine line("2026-10-05 09:00", kUsual);
    line.at("2026-10-05 10:00", State::WaitingRequester).at("2026-10-05 11:00", State::Open);
    line.at("2026-10-05 13:00", terms(kHour, kHour, kHour, 4 * kHour));
    // 09–10, 11–12 and 13–15: the hour of the pause is not counted.
    QCOMPARE(line.clock(ClockKind::Resolution, "2026-10-05 13:00").dueAt,
             paris("2026-10-05 15:00"));
    ServiceTerms always = terms(kHour, kHour, kHour, 4 * kHour);
    always.calendar = QStringLiteral("always");
    line.at("2026-10-05 13:30", always);
    QCOMPARE(line.clock(ClockKind::Resolution, "2026-10-05 13:30").dueAt,
             paris("2026-10-05 14:00"));
    QCOMPARE(line.clock(ClockKind::Resolution, "2026-10-05 13:30").calendar,
             QStringLiteral("always"));
}

void TestServiceClock::whatHasEndedKeepsItsVerdict()
{
    TimeLine line("2026-10-05 09:00", kUsual);
    line.at("2026-10-05 10:30", Kind::Reply);
    QCOMPARE(line.clock(ClockKind::FirstReply, "2026-10-05 12:00").state, ClockState::Met);
    line.at("2026-10-05 11:00", terms(kMinute, kMinute, kMinute, kMinute));
    QCOMPARE(line.clock(ClockKind::FirstReply, "2026-10-05 12:00").state, ClockState::Met);
    QCOMPARE(line.clock(ClockKind::FirstReply, "2026-10-05 12:00").targetMs, 2 * kHour);
    QCOMPARE(line.clock(ClockKind::Resolution, "2026-10-05 12:00").state, ClockState::Breached);
}

void TestServiceClock::aQuestionStartsTheNextReplyAndOnlyOnce()
{
    TimeLine line("2026-10-05 09:00", kUsual);
    line.at("2026-10-05 09:10", Kind::Words); // the first reply still has to come
    QCOMPARE(line.clocks("2026-10-05 09:20").size(), 3);
    line.at("2026-10-05 09:30", Kind::Reply).at("2026-10-05 10:00", Kind::Words);
    line.at("2026-10-05 11:00", Kind::Words);
    QCOMPARE(line.clock(ClockKind::NextReply, "2026-10-05 11:00").startedAt,
             paris("2026-10-05 10:00"));
    QCOMPARE(line.clock(ClockKind::NextReply, "2026-10-05 11:00").dueAt, paris("2026-10-05 15:00"));
    line.at("2026-10-05 14:00", Kind::Reply);
    QCOMPARE(line.clock(ClockKind::NextReply, "2026-10-05 16:00").state, ClockState::Met);
    QCOMPARE(line.clocks("2026-10-05 16:00").size(), 4);
}

void TestServiceClock::whatIsOpenedAgainIsBegunAnew()
{
    TimeLine line("2026-10-05 09:00", kUsual);
    line.at("2026-10-05 09:10", Kind::Owned).at("2026-10-05 10:00", State::Resolved);
    line.at("2026-10-06 10:00", State::Closed).at("2026-10-07 09:00", State::Open);
    const ServiceClock again = line.clock(ClockKind::Resolution, "2026-10-07 09:00");
    QCOMPARE(again.startedAt, paris("2026-10-07 09:00"));
    QCOMPARE(again.dueAt, paris("2026-10-08 09:00"));
    const QList<ServiceClock> clocks = line.clocks("2026-10-07 09:00");
    QCOMPARE(std::count_if(clocks.cbegin(), clocks.cend(),
                           [](const auto &clock) { return clock.kind == ClockKind::Resolution; }),
             2);
    // Somebody has it still.
    QCOMPARE(line.clock(ClockKind::Ownership, "2026-10-07 09:00").endedAt,
             paris("2026-10-05 09:10"));
}

void TestServiceClock::nobodyOwningItAnyMoreStartsTheClockAgain()
{
    TimeLine line("2026-10-05 09:00", kUsual);
    line.at("2026-10-05 09:10", Kind::Owned).at("2026-10-05 11:00", Kind::Released);
    QCOMPARE(line.clock(ClockKind::Ownership, "2026-10-05 11:00").dueAt, paris("2026-10-05 12:00"));
    line.at("2026-10-05 11:30", State::Resolved);
    QCOMPARE(line.clock(ClockKind::Ownership, "2026-10-05 15:00").state, ClockState::Met);
}

void TestServiceClock::offlineWorkCountsWhenItWasDone()
{
    // Answered offline at 10:30; in the meantime somebody else answered, and the requester again.
    TimeLine line("2026-10-05 09:00", kUsual);
    line.at("2026-10-05 11:30", Kind::Reply).at("2026-10-05 13:00", Kind::Words);
    QCOMPARE(line.clock(ClockKind::FirstReply, "2026-10-05 14:00").state, ClockState::Breached);
    line.at("2026-10-05 10:30", Kind::Reply);
    QCOMPARE(line.clock(ClockKind::FirstReply, "2026-10-05 14:00").state, ClockState::Met);
    QCOMPARE(line.clock(ClockKind::FirstReply, "2026-10-05 14:00").endedAt,
             paris("2026-10-05 10:30"));
    // It does not answer what was asked after it.
    QVERIFY(line.clock(ClockKind::NextReply, "2026-10-05 14:00").isOpen());
    QVERIFY(!line.record.missed);
}

void TestServiceClock::theLinesSayWhyAndAddUp()
{
    TimeLine line("2026-12-24 15:00", kUsual);
    line.at("2026-12-24 15:30", State::WaitingRequester).at("2026-12-24 16:00", State::WaitingVendor);
    const ServiceClock fix = line.clock(ClockKind::Resolution, "2026-12-24 16:30");
    QCOMPARE(fix.dueAt, paris("2026-12-28 15:30"));
    const QList<ClockSegment> lines = segmentsOf(book(), line.record, fix, paris("2026-12-24 16:30"));
    const QList<ClockSegment> wanted{
        {Line::Counted, paris("2026-12-24 15:00"), paris("2026-12-24 15:30"), 30 * kMinute, State::New},
        {Line::Paused, paris("2026-12-24 15:30"), paris("2026-12-24 16:00"), 0, State::WaitingRequester},
        {Line::Counted, paris("2026-12-24 16:00"), paris("2026-12-24 17:00"), kHour, State::WaitingVendor},
        {Line::Holiday, paris("2026-12-24 17:00"), paris("2026-12-28 08:00"), 0, State::WaitingVendor},
        {Line::Counted, paris("2026-12-28 08:00"), paris("2026-12-28 12:00"), 4 * kHour, State::WaitingVendor},
        {Line::Closed, paris("2026-12-28 12:00"), paris("2026-12-28 13:00"), 0, State::WaitingVendor},
        {Line::Counted, paris("2026-12-28 13:00"), paris("2026-12-28 15:30"), 150 * kMinute, State::WaitingVendor}};
    QCOMPARE(lines, wanted);
}

void TestServiceClock::listsGetTheNextOneThatRuns()
{
    TimeLine line("2026-10-05 09:00", kUsual);
    QCOMPARE(line.record.dueAt, paris("2026-10-05 10:00"));
    QCOMPARE(line.record.dueClock, ClockKind::Ownership);
    QCOMPARE(line.record.warnAt, paris("2026-10-05 09:30"));
    line.at("2026-10-05 09:20", Kind::Owned);
    QCOMPARE(line.record.dueAt, paris("2026-10-05 11:00"));
    QCOMPARE(line.record.dueClock, ClockKind::FirstReply);
    line.at("2026-10-05 09:30", Kind::Reply);
    QCOMPARE(line.record.dueClock, ClockKind::Resolution);
    QVERIFY(!line.record.missed);
}

void TestServiceClock::theWarningComesWithinWorkingTime()
{
    // Due ten minutes after the doors open: the warning comes the evening before.
    TimeLine line("2026-10-05 16:10", terms(0, kHour, 0, 0));
    QCOMPARE(line.record.dueAt, paris("2026-10-06 08:10"));
    QCOMPARE(line.record.warnAt, paris("2026-10-05 16:40"));
    // A short target is warned of at its half.
    QCOMPARE(TimeLine("2026-10-05 09:00", terms(0, 10 * kMinute, 0, 0)).record.warnAt,
             paris("2026-10-05 09:05"));
}

void TestServiceClock::anyTimeLineCanBeRecomputedByHand()
{
    SeededRng rng(21);
    for (int i = 0; i < 600; ++i) {
        qint64 end = 0;
        const ServiceRecord record = randomLine(rng, end);
        const qint64 now = end + qint64(rng.below(5 * kDay));
        for (const ServiceClock &clock : clocksAt(book(), record, now)) {
            qint64 at = clock.startedAt;
            qint64 counted = 0;
            qint64 countedToDue = 0;
            for (const ClockSegment &line : segmentsOf(book(), record, clock, now)) {
                QCOMPARE(line.from, at); // without gaps
                QVERIFY(line.to > line.from);
                QVERIFY(line.countedMs == 0 || line.countedMs == line.to - line.from);
                QCOMPARE(line.kind == Line::Counted, line.countedMs > 0);
                QCOMPARE(line.kind == Line::Paused, pauses(clock.kind, line.state));
                at = line.to;
                counted += line.countedMs;
                if (line.to <= clock.dueAt)
                    countedToDue += line.countedMs;
            }
            const qint64 until = clock.endedAt > 0 ? clock.endedAt : std::max(now, clock.dueAt);
            QCOMPARE(at, std::max(until, clock.startedAt));
            if (clock.dueAt > 0 && clock.dueAt <= until)
                QCOMPARE(countedToDue, clock.targetMs);
            if (clock.endedAt > 0 || now >= clock.dueAt)
                QCOMPARE(clock.leftMs, clock.targetMs - counted);
            QCOMPARE(clock.state == ClockState::Breached,
                     clock.dueAt > 0 && (clock.endedAt > 0 ? clock.endedAt : now) > clock.dueAt);
        }
    }
}

void TestServiceClock::theOrderOfArrivalDoesNotMatter()
{
    SeededRng rng(22);
    for (int i = 0; i < 400; ++i) {
        qint64 end = 0;
        const ServiceRecord record = randomLine(rng, end);
        ServiceRecord other;
        QList<ServiceMark> marks = record.marks;
        // Of the same moment the order is the order of arrival, so those stay as they are.
        bool apart = true;
        for (qsizetype j = 2; j < marks.size(); ++j)
            apart = apart && marks[j].at > marks[j - 1].at;
        if (!apart)
            continue;
        for (qsizetype j = marks.size() - 1; j > 2; --j)
            std::swap(marks[j], marks[2 + qsizetype(rng.below(quint64(j - 1)))]);
        for (const ServiceMark &mark : std::as_const(marks))
            addMark(other, mark);
        settle(book(), other);
        QCOMPARE(other, record);
        QCOMPARE(clocksAt(book(), other, end), clocksAt(book(), record, end));
    }
}

void TestServiceClock::aLongLifeForgetsOldTalkFirst()
{
    TimeLine line("2026-10-05 09:00", kUsual);
    line.at("2026-10-05 09:05", Kind::Owned).at("2026-10-05 09:10", Kind::Reply);
    line.at("2026-10-05 09:20", State::WaitingRequester).at("2026-10-05 09:50", State::Open);
    const ServiceClock before = line.clock(ClockKind::FirstReply, "2026-10-05 16:00");
    const ServiceClock fix = line.clock(ClockKind::Resolution, "2026-10-05 16:00");
    for (int i = 0; i < 300; ++i) {
        const Kind kind = i % 2 ? Kind::Reply : Kind::Words;
        addMark(line.record, {kind, paris("2026-10-05 10:00") + i * 1000, 0, State::New, {}});
    }
    addMark(line.record, {Kind::Words, paris("2026-10-05 11:00"), 0, State::New, {}});
    QCOMPARE(line.record.marks.size(), qsizetype(limits::kServiceMarks));
    QCOMPARE(line.clock(ClockKind::FirstReply, "2026-10-05 16:00"), before);
    QCOMPARE(line.clock(ClockKind::Resolution, "2026-10-05 16:00"), fix);
    QVERIFY(line.clock(ClockKind::NextReply, "2026-10-05 11:00").isOpen());
    const auto back = codec::serviceRecordFrom(codec::toJson(line.record));
    QVERIFY(back);
    QCOMPARE(*back, line.record);
}

QTEST_APPLESS_MAIN(TestServiceClock)
#include "tst_serviceclock.moc"
