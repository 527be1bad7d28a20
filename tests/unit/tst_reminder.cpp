// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/reminder.h"

#include <QTest>

using namespace vigie;
using Kind = ReminderChoice::Kind;

namespace {

const QTimeZone kParis("Europe/Paris");

qint64 at(const char *local)
{
    const QDateTime read = QDateTime::fromString(QLatin1String(local), Qt::ISODate);
    return QDateTime(read.date(), read.time(), kParis).toMSecsSinceEpoch();
}

/// Monday to Friday, 09:00 to 12:00 and 13:30 to 17:30.
BusinessCalendar desk()
{
    BusinessCalendar hours;
    hours.zone = kParis;
    for (size_t day = 0; day < 5; ++day)
        hours.week.at(day) = {{9 * 60, 12 * 60}, {13 * 60 + 30, 17 * 60 + 30}};
    return hours;
}

} // namespace

/// What is offered to whoever wants to be reminded.
class TestReminder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMorningInTheWeekHasAllFour()
    {
        const QList<ReminderChoice> expected{{Kind::InAnHour, at("2026-10-06T11:15:00")},
                                             {Kind::ThisAfternoon, at("2026-10-06T14:00:00")},
                                             {Kind::NextMorning, at("2026-10-07T09:00:00")},
                                             {Kind::NextWeek, at("2026-10-12T09:00:00")}};
        QCOMPARE(reminderChoices(desk(), at("2026-10-06T10:15:42"), kParis), expected);
    }

    void nothingIsOfferedTwiceOrTooLate()
    {
        // On a Friday afternoon the next morning is next week's.
        const QList<ReminderChoice> expected{{Kind::InAnHour, at("2026-10-09T16:00:00")},
                                             {Kind::NextMorning, at("2026-10-12T09:00:00")}};
        QCOMPARE(reminderChoices(desk(), at("2026-10-09T15:00:00"), kParis), expected);
    }

    void holidaysAndClockChangesAreMet()
    {
        BusinessCalendar hours = desk();
        hours.holidays = {QDate(2026, 10, 26)};
        // The clocks go back on the Sunday between.
        const QList<ReminderChoice> choices =
            reminderChoices(hours, at("2026-10-23T18:00:00"), kParis);
        QCOMPARE(choices.constLast(), (ReminderChoice{Kind::NextMorning, at("2026-10-27T09:00:00")}));
    }

    void whoWorksAroundTheClockStillHasMornings()
    {
        const QList<ReminderChoice> choices =
            reminderChoices(allHours(), at("2026-10-06T23:30:00"), kParis);
        QCOMPARE(choices.at(1), (ReminderChoice{Kind::NextMorning, at("2026-10-07T08:00:00")}));
    }

    void whereNobodyWorksAnHourIsLeft()
    {
        QCOMPARE(reminderChoices({}, at("2026-10-06T10:00:00"), kParis).size(), 1);
    }

    void whatIsNamedBeforehandIsCountedFromTheMoment_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("expected");
        using Wake = WakeAfter::Kind;
        const auto row = [](const char *name, Wake kind, int count, const char *from, const char *expected) {
            QTest::newRow(name) << int(kind) << count << QString::fromLatin1(from) << QString::fromLatin1(expected);
        };
        row("two days", Wake::Days, 2, "2026-10-06T10:15:42", "2026-10-08T10:15:00");
        row("two days over a weekend", Wake::Days, 2, "2026-10-08T10:15:00", "2026-10-12T09:00:00");
        row("a day into lunch", Wake::Days, 1, "2026-10-06T12:30:00", "2026-10-07T13:30:00");
        row("a day after work", Wake::Days, 1, "2026-10-06T18:30:00", "2026-10-08T09:00:00");
        row("a day over the change of clocks", Wake::Days, 3, "2026-10-23T10:00:00", "2026-10-26T10:00:00");
        row("four hours, whoever works", Wake::Hours, 4, "2026-10-06T16:10:30", "2026-10-06T20:10:00");
        row("next morning", Wake::NextMorning, 1, "2026-10-06T10:15:00", "2026-10-07T09:00:00");
        row("next morning on a Friday", Wake::NextMorning, 1, "2026-10-09T10:15:00", "2026-10-12T09:00:00");
        row("next week on a Monday", Wake::NextWeek, 1, "2026-10-05T08:00:00", "2026-10-12T09:00:00");
    }
    void whatIsNamedBeforehandIsCountedFromTheMoment()
    {
        QFETCH(int, kind);
        QFETCH(int, count);
        QFETCH(QString, from);
        QFETCH(QString, expected);
        const WakeAfter wake{WakeAfter::Kind(kind), count};
        QCOMPARE(wakeMoment(wake, desk(), at(from.toLatin1().constData())), at(expected.toLatin1().constData()));
        QCOMPARE(wakeMoment({WakeAfter::Kind::Never, 1}, desk(), at(from.toLatin1().constData())), 0);
    }

    void whereNobodyWorksTheMomentItselfIsNamed()
    {
        BusinessCalendar nobody;
        nobody.zone = kParis;
        QCOMPARE(wakeMoment({WakeAfter::Kind::Days, 1}, nobody, at("2026-10-06T10:15:00")),
                 at("2026-10-07T10:15:00"));
    }

    void theHoursAreThoseThatWereAgreedOn()
    {
        QCOMPARE(reminderHours({}, {}, Priority::Normal), officeHours());
        ServiceContract all;
        all.calendar = QStringLiteral("desk");
        all.within(ClockKind::Ownership) = {{Priority::Normal, 1}};
        const ServiceBook book{{{all.calendar, desk()}}, {all}};
        QCOMPARE(reminderHours(book, {}, Priority::Normal), desk());
    }
};

QTEST_GUILESS_MAIN(TestReminder)
#include "tst_reminder.moc"
