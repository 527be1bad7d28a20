// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/ical/holidayfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;
using namespace vigie::server;

namespace {

QByteArray calendar(const QByteArray &events)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + events + "END:VCALENDAR\r\n";
}

QByteArray entry(const QByteArray &lines)
{
    return "BEGIN:VEVENT\r\nUID:1@example\r\nSUMMARY:Holiday\r\n" + lines + "END:VEVENT\r\n";
}

QList<QDate> days(const QByteArray &text)
{
    const auto found = holidaysFrom(text, QDate(2026, 1, 1), QDate(2028, 12, 31));
    QList<QDate> sorted;
    if (found)
        sorted = QList<QDate>(found->cbegin(), found->cend());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

} // namespace

class TestHolidayFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeDaysAreHolidays()
    {
        QCOMPARE(days(calendar(entry("DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\n")
                               + entry("DTSTART;VALUE=DATE:20270101\r\n"))),
                 (QList<QDate>{QDate(2026, 12, 25), QDate(2026, 12, 26), QDate(2027, 1, 1)}));
        // Some programs write midnight to midnight, some end a day on itself.
        QCOMPARE(days(calendar(entry("DTSTART;TZID=Europe/Paris:20260714T000000\r\n"
                                     "DTEND;TZID=Europe/Paris:20260715T000000\r\n")
                               + entry("DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260501\r\n"))),
                 (QList<QDate>{QDate(2026, 5, 1), QDate(2026, 7, 14)}));
    }

    void whatTakesHoursIsNone()
    {
        QVERIFY(days(calendar(entry("DTSTART:20260714T080000Z\r\nDTEND:20260714T120000Z\r\n")
                              + entry("DTSTART:20260714T000000Z\r\n"))).isEmpty());
    }

    void yearlyOnesComeEveryYear()
    {
        QCOMPARE(days(calendar(entry("DTSTART;VALUE=DATE:19890714\r\nRRULE:FREQ=YEARLY\r\n"))),
                 (QList<QDate>{QDate(2026, 7, 14), QDate(2027, 7, 14), QDate(2028, 7, 14)}));
        // The fourth Thursday of November, until it was abolished.
        QCOMPARE(days(calendar(entry("DTSTART;VALUE=DATE:20201126\r\n"
                                     "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20271231\r\n"))),
                 (QList<QDate>{QDate(2026, 11, 26), QDate(2027, 11, 25)}));
        QCOMPARE(days(calendar(entry("DTSTART;VALUE=DATE:20260817\r\nDTEND;VALUE=DATE:20260819\r\n"
                                     "RRULE:FREQ=YEARLY;COUNT=3\r\nEXDATE;VALUE=DATE:20270817\r\n"
                                     "RDATE;VALUE=DATE:20271224\r\n"))),
                 (QList<QDate>{QDate(2026, 8, 17), QDate(2026, 8, 18), QDate(2027, 12, 24),
                               QDate(2027, 12, 25), QDate(2028, 8, 17), QDate(2028, 8, 18)}));
    }

    void whatWasCancelledIsNone()
    {
        QVERIFY(days(calendar(entry("DTSTART;VALUE=DATE:20260817\r\nSTATUS:CANCELLED\r\n"))).isEmpty());
    }

    void severalCalendarsInOneFileAreRead()
    {
        QCOMPARE(days(calendar(entry("DTSTART;VALUE=DATE:20260817\r\n"))
                      + calendar(entry("DTSTART;VALUE=DATE:20260818\r\n"))),
                 (QList<QDate>{QDate(2026, 8, 17), QDate(2026, 8, 18)}));
    }

    void whatIsNoCalendarIsToldByName()
    {
        for (const char *text : {"", "hello", "BEGIN:VCARD\r\nEND:VCARD\r\n"})
            QVERIFY(!holidaysFrom(text, QDate(2026, 1, 1), QDate(2028, 12, 31)));
        QCOMPARE(days(calendar(entry("DTSTART;VALUE=DATE:notaday\r\n"))), QList<QDate>());
        QCOMPARE(days(calendar(entry("DTSTART;VALUE=DATE:20260817\r\nRRULE:FREQ=SECONDLY\r\n"))).size(),
                 1);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("holidays.ics"));
        const auto missing = holidaysOfFile(path, QDate(2026, 1, 1), QDate(2028, 12, 31));
        QVERIFY(!missing && missing.error().detail.contains(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(calendar(entry("DTSTART;VALUE=DATE:20260817\r\n")));
        file.close();
        const auto read = holidaysOfFile(path, QDate(2026, 1, 1), QDate(2028, 12, 31));
        QVERIFY(read);
        QCOMPARE(*read, QSet<QDate>{QDate(2026, 8, 17)});
        // An endless calendar is not.
        QVERIFY(!holidaysFrom(calendar(entry("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY\r\n")),
                              QDate(2026, 1, 1), QDate(2036, 1, 1)));
    }
};

QTEST_APPLESS_MAIN(TestHolidayFile)
#include "tst_holidayfile.moc"
