// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/sla/businesscalendar.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>

using namespace vigie;

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

qint64 utc(const char *text)
{
    return QDateTime::fromString(QLatin1String(text), Qt::ISODate).toMSecsSinceEpoch();
}

/// Open on random days at random minutes, also in the hours in which clocks change.
BusinessCalendar randomCalendar(Rng &rng, const QByteArray &zone)
{
    BusinessCalendar calendar;
    calendar.zone = QTimeZone(zone);
    for (auto &day : calendar.week) {
        int at = 0;
        while (at < 24 * 60 && rng.below(4) != 0) {
            const int from = at + int(rng.below(5 * 60));
            const int to = std::min(24 * 60, from + 1 + int(rng.below(6 * 60)));
            if (from < to)
                day.append({from, to});
            at = to; // the next one may touch
        }
    }
    calendar.week.at(6).append({23 * 60 + 59, 24 * 60});
    if (calendar.week.at(6).size() > 1) {
        const auto before = calendar.week.at(6).at(calendar.week.at(6).size() - 2);
        if (before.to > 23 * 60 + 59)
            calendar.week.at(6).removeLast();
    }
    for (int i = 0; i < 10; ++i)
        calendar.holidays.insert(QDate(2026, 1, 1).addDays(qint64(rng.below(700))));
    return calendar;
}

/// The same by looking at every minute: slow, and too simple to be wrong.
qint64 countedByMinutes(const BusinessCalendar &calendar, qint64 from, qint64 to)
{
    qint64 sum = 0;
    for (qint64 at = from; at < to; at += kMinute) {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, calendar.zone);
        if (calendar.holidays.contains(local.date()))
            continue;
        const int minute = local.time().hour() * 60 + local.time().minute();
        const auto &spans = calendar.week.at(size_t(local.date().dayOfWeek() - 1));
        if (std::any_of(spans.cbegin(), spans.cend(), [minute](const auto &span) {
                return minute >= span.from && minute < span.to;
            }))
            sum += kMinute;
    }
    return sum;
}

void zoneRows()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone :
         {"Europe/Paris", "America/New_York", "Australia/Lord_Howe", "America/Havana",
          "Asia/Kolkata", "Pacific/Apia", "Africa/Casablanca", "UTC"})
        QTest::newRow(zone) << QByteArray(zone);
}

} // namespace

class TestBusinessCalendar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBackIsTheSameTime_data() { zoneRows(); }
    void thereAndBackIsTheSameTime();
    void laterNeverEndsEarlier_data() { zoneRows(); }
    void laterNeverEndsEarlier();
    void partsAddUp_data() { zoneRows(); }
    void partsAddUp();
    void itCountsWhatEveryMinuteSays_data();
    void itCountsWhatEveryMinuteSays();
    void aDayWithAClockChangeIsAsLongAsItIs_data();
    void aDayWithAClockChangeIsAsLongAsItIs();
    void aSkippedHourCountsNothingAndARepeatedOneTwice();
    void allDayEveryDayIsPlainTime();
    void backwardsStaysAtTheBeginningOfASpan();
    void aHolidayIsMentionedOnlyWhenItTakesTimeAway();
    void aCalendarWithoutHoursCountsNothing();
};

void TestBusinessCalendar::thereAndBackIsTheSameTime()
{
    QFETCH(QByteArray, zone);
    SeededRng rng(11);
    for (int i = 0; i < 60; ++i) {
        const BusinessCalendar calendar = randomCalendar(rng, zone);
        for (int j = 0; j < 10; ++j) {
            const qint64 start = utc("2026-01-01T00:00:00Z") + qint64(rng.below(600 * kDay));
            const qint64 work = qint64(rng.below(j % 2 ? 40 * kHour : 3 * kMinute));
            const qint64 end = calendar.after(start, work);
            if (end == 0)
                continue; // hardly ever open
            QVERIFY(end >= start);
            QCOMPARE(calendar.between(start, end), work);
            const qint64 back = calendar.before(end, work);
            QCOMPARE(calendar.between(back, end), work);
            QVERIFY(back >= start || calendar.between(start, back) == 0);
        }
    }
}

void TestBusinessCalendar::laterNeverEndsEarlier()
{
    QFETCH(QByteArray, zone);
    SeededRng rng(12);
    for (int i = 0; i < 60; ++i) {
        const BusinessCalendar calendar = randomCalendar(rng, zone);
        const qint64 start = utc("2026-01-01T00:00:00Z") + qint64(rng.below(600 * kDay));
        const qint64 work = qint64(rng.below(30 * kHour));
        const qint64 end = calendar.after(start, work);
        const qint64 later = calendar.after(start + qint64(rng.below(2 * kDay)), work);
        const qint64 longer = calendar.after(start, work + qint64(rng.below(kDay)));
        if (end == 0 || later == 0 || longer == 0)
            continue;
        QVERIFY(later >= end);
        QVERIFY(longer >= end);
    }
}

void TestBusinessCalendar::partsAddUp()
{
    QFETCH(QByteArray, zone);
    SeededRng rng(13);
    for (int i = 0; i < 60; ++i) {
        const BusinessCalendar calendar = randomCalendar(rng, zone);
        QList<qint64> at;
        for (int j = 0; j < 5; ++j)
            at.append(utc("2026-02-01T00:00:00Z") + qint64(rng.below(500 * kDay)));
        std::sort(at.begin(), at.end());
        qint64 sum = 0;
        qint64 listed = 0;
        for (qsizetype j = 1; j < at.size(); ++j)
            sum += calendar.between(at[j - 1], at[j]);
        qint64 last = at.first();
        for (const auto &stretch : calendar.stretches(at.first(), at.last(), 100'000)) {
            QVERIFY(stretch.from >= last && stretch.to > stretch.from);
            last = stretch.to;
            listed += stretch.to - stretch.from;
        }
        QVERIFY(last <= at.last());
        QCOMPARE(calendar.between(at.first(), at.last()), sum);
        QCOMPARE(listed, sum);
    }
}

void TestBusinessCalendar::itCountsWhatEveryMinuteSays_data()
{
    // Zones whose clocks change between two whole hours of the early morning.
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"Europe/Paris", "America/New_York", "Asia/Kolkata", "UTC"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestBusinessCalendar::itCountsWhatEveryMinuteSays()
{
    QFETCH(QByteArray, zone);
    SeededRng rng(14);
    for (int i = 0; i < 6; ++i) {
        BusinessCalendar calendar = randomCalendar(rng, zone);
        // Hours that come twice are one stretch from their first minute on; see below.
        for (auto &spans : calendar.week)
            spans = {{0, 3 * 60 + int(rng.below(600))}};
        const qint64 from = utc("2026-03-20T00:00:00Z") + qint64(rng.below(20'000)) * kMinute;
        const qint64 to = from + qint64(rng.below(20'000)) * kMinute;
        QCOMPARE(calendar.between(from, to), countedByMinutes(calendar, from, to));
    }
}

void TestBusinessCalendar::aDayWithAClockChangeIsAsLongAsItIs_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<qint64>("minutes");
    const auto row = [](const char *zone, QDate day, qint64 minutes) {
        QTest::addRow("%s %s", zone, qPrintable(day.toString(Qt::ISODate)))
            << QByteArray(zone) << day << minutes;
    };
    row("Europe/Paris", QDate(2026, 3, 29), 23 * 60);
    row("Europe/Paris", QDate(2026, 10, 25), 25 * 60);
    row("Europe/Paris", QDate(2026, 10, 26), 24 * 60);
    row("America/New_York", QDate(2026, 3, 8), 23 * 60);
    row("America/New_York", QDate(2026, 11, 1), 25 * 60);
    row("Australia/Lord_Howe", QDate(2026, 4, 5), 24 * 60 + 30);
    row("Australia/Lord_Howe", QDate(2026, 10, 4), 24 * 60 - 30);
    row("Asia/Kolkata", QDate(2026, 3, 29), 24 * 60);
    row("America/Havana", QDate(2026, 3, 8), 23 * 60); // at midnight
    row("America/Havana", QDate(2026, 11, 1), 25 * 60);
    row("UTC", QDate(2026, 3, 29), 24 * 60);
}

void TestBusinessCalendar::aDayWithAClockChangeIsAsLongAsItIs()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDate, day);
    QFETCH(qint64, minutes);
    BusinessCalendar calendar = allHours();
    calendar.zone = QTimeZone(zone);
    for (size_t other = 0; other < 7; ++other) {
        if (int(other) != day.dayOfWeek() - 1)
            calendar.week.at(other).clear();
    }
    const qint64 noon = QDateTime(day, QTime(12, 0), calendar.zone).toMSecsSinceEpoch();
    QCOMPARE(calendar.between(noon - 2 * kDay, noon + 2 * kDay) / kMinute, minutes);
}

void TestBusinessCalendar::aSkippedHourCountsNothingAndARepeatedOneTwice()
{
    BusinessCalendar night;
    night.zone = QTimeZone("Europe/Paris");
    night.week.at(6) = {{2 * 60 + 15, 2 * 60 + 45}, {2 * 60 + 45, 3 * 60}};
    QCOMPARE(night.between(utc("2026-03-28T12:00:00Z"), utc("2026-03-29T12:00:00Z")), 0);
    QCOMPARE(night.stretches(utc("2026-10-24T12:00:00Z"), utc("2026-10-25T12:00:00Z"), 9),
             (QList<BusinessCalendar::Stretch>{
                 {utc("2026-10-25T00:15:00Z"), utc("2026-10-25T00:45:00Z")},
                 {utc("2026-10-25T00:45:00Z"), utc("2026-10-25T02:00:00Z")}}));
    QCOMPARE(night.after(utc("2026-10-25T00:40:00Z"), kHour), utc("2026-10-25T01:40:00Z"));
}

void TestBusinessCalendar::allDayEveryDayIsPlainTime()
{
    SeededRng rng(15);
    for (const char *zone : {"Europe/Paris", "Australia/Lord_Howe", "America/Havana", "UTC"}) {
        BusinessCalendar calendar = allHours();
        calendar.zone = QTimeZone(zone);
        for (int i = 0; i < 40; ++i) {
            const qint64 start = utc("2026-01-01T00:00:00Z") + qint64(rng.below(600 * kDay));
            const qint64 work = 1 + qint64(rng.below(60 * kDay));
            QCOMPARE(calendar.after(start, work), start + work);
            QCOMPARE(calendar.before(start, work), start - work);
            QCOMPARE(calendar.between(start, start + work), work);
        }
    }
}

void TestBusinessCalendar::backwardsStaysAtTheBeginningOfASpan()
{
    BusinessCalendar desk = officeHours();
    desk.zone = QTimeZone::utc();
    QCOMPARE(desk.before(utc("2026-10-05T10:00:00Z"), 2 * kHour), utc("2026-10-05T08:00:00Z"));
    QCOMPARE(desk.before(utc("2026-10-05T10:00:00Z"), 2 * kHour + 1),
             utc("2026-10-02T18:00:00Z") - 1);
    QCOMPARE(desk.after(utc("2026-10-02T16:00:00Z"), 2 * kHour), utc("2026-10-02T18:00:00Z"));
}

void TestBusinessCalendar::aHolidayIsMentionedOnlyWhenItTakesTimeAway()
{
    BusinessCalendar desk = officeHours();
    desk.zone = QTimeZone::utc();
    desk.holidays = {QDate(2026, 12, 25), QDate(2026, 12, 26)}; // Friday, Saturday
    QVERIFY(desk.hasHolidayWithin(utc("2026-12-24T18:00:00Z"), utc("2026-12-28T08:00:00Z")));
    QVERIFY(!desk.hasHolidayWithin(utc("2026-12-25T18:00:00Z"), utc("2026-12-28T08:00:00Z")));
    QVERIFY(!desk.hasHolidayWithin(utc("2026-12-24T18:00:00Z"), utc("2026-12-25T08:00:00Z")));
    QCOMPARE(desk.between(utc("2026-12-24T17:00:00Z"), utc("2026-12-28T09:00:00Z")), 2 * kHour);
}

void TestBusinessCalendar::aCalendarWithoutHoursCountsNothing()
{
    const BusinessCalendar never;
    QVERIFY(never.isEmpty());
    QCOMPARE(never.after(utc("2026-10-05T10:00:00Z"), 1), 0);
    QCOMPARE(never.before(utc("2026-10-05T10:00:00Z"), 1), 0);
    QCOMPARE(never.between(utc("2026-10-05T10:00:00Z"), utc("2027-10-05T10:00:00Z")), 0);
    const BusinessCalendar always = allHours();
    QCOMPARE(always.between(utc("2026-10-05T10:00:00Z"), utc("2026-10-05T09:00:00Z")), 0);
    // Far away counts as never.
    BusinessCalendar sundays;
    sundays.week.at(6) = {{0, 24 * 60}};
    QCOMPARE(sundays.after(utc("2026-10-05T10:00:00Z"), 24'000 * kHour), 0);
}

QTEST_APPLESS_MAIN(TestBusinessCalendar)
#include "tst_businesscalendar.moc"
