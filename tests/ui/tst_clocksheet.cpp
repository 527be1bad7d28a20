// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent is shown of a ticket's clocks: enough to recompute them by hand, and nothing of it
// where the requester's view is.
#include "app/ticket/clocksheet.h"
#include "app/ticket/fieldpill.h"
#include "app/ticket/ticketheader.h"
#include "app/text/slatext.h"
#include "app/widgets/label.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QTimeZone>

using namespace vigie;

namespace {

constexpr qint64 kHour = 3'600'000;

qint64 paris(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 3, day), QTime(hour, minute), QTimeZone("Europe/Paris"))
        .toMSecsSinceEpoch();
}

/// Monday to Friday, 08:00–12:00 and 13:00–17:00 in Paris.
ServiceBook book()
{
    BusinessCalendar desk;
    desk.zone = QTimeZone("Europe/Paris");
    for (size_t day = 0; day < 5; ++day)
        desk.week.at(day) = {{8 * 60, 12 * 60}, {13 * 60, 17 * 60}};
    ServiceBook made;
    made.calendars = {{QString(), desk}};
    return made;
}

/// Reported on Friday the 13th at 16:00 with 4 h for a first reply and 16 h for a solution.
ServiceRecord reported()
{
    using Kind = ServiceMark::Kind;
    ServiceRecord record;
    ServiceMark terms{Kind::Terms, paris(13, 16), 0, State::New, {}};
    terms.terms.targetMs = {0, 4 * kHour, 0, 16 * kHour};
    addMark(record, {Kind::Reported, paris(13, 16), 0, State::New, {}});
    addMark(record, terms);
    addMark(record, {Kind::State, paris(16, 9), 0, State::WaitingVendor, {}});
    settle(book(), record);
    return record;
}

QStringList labelsOf(const QWidget &widget, const char *name = nullptr)
{
    QStringList words;
    const QList<Label *> labels = name ? widget.findChildren<Label *>(QLatin1String(name))
                                       : widget.findChildren<Label *>();
    for (const Label *label : labels)
        words.append(label->text());
    return words;
}

} // namespace

class TestClockSheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }

    void whatIsCountedAddsUpToWhatWasAgreed();
    void aPausedClockSaysWhatItWaitsFor();
    void withoutTheHoursNothingIsCounted();
    void nothingAgreedIsSaid();
    void thePillSaysWhatIsDueAndOpensTheSheet();
    void thePillIsNotInTheRequestersView();
    void hoursAreSaidByDaysThatAreAlike();
};

void TestClockSheet::whatIsCountedAddsUpToWhatWasAgreed()
{
    const ServiceRecord record = reported();
    // One hour on Friday, three on Monday morning.
    QCOMPARE(record.dueAt, paris(16, 11));
    const ClockSheet sheet(book(), record, paris(16, 14), nullptr);
    QCOMPARE(labelsOf(sheet, "clockSumLabel"),
             (QStringList{QStringLiteral("Counted until it is due: 4 h of 4 h"),
                          QStringLiteral("Counted until it is due: 16 h of 16 h")}));
    QCOMPARE(labelsOf(sheet, "clockStandingLabel").first(), QStringLiteral("late by 2 h"));
    // A vendor is our business: it does not stop what the requester waits for.
    QVERIFY(labelsOf(sheet).contains(
        QStringLiteral("Working time (waiting for the vendor does not stop it)")));
}

void TestClockSheet::aPausedClockSaysWhatItWaitsFor()
{
    ServiceRecord record = reported();
    addMark(record, {ServiceMark::Kind::State, paris(16, 10), 0, State::WaitingRequester, {}});
    settle(book(), record);
    const ClockSheet sheet(book(), record, paris(16, 14), nullptr);
    QVERIFY(labelsOf(sheet).contains(QStringLiteral("Paused: waiting for the requester")));
    QCOMPARE(labelsOf(sheet, "clockSumLabel").first(),
             QStringLiteral("Counted so far: 3 h of 4 h"));
    QCOMPARE(labelsOf(sheet, "clockStandingLabel").first(), QStringLiteral("stands with 1 h left"));
}

void TestClockSheet::withoutTheHoursNothingIsCounted()
{
    const ServiceRecord record = reported();
    const ClockSheet sheet({}, record, paris(16, 14), nullptr);
    QVERIFY(labelsOf(sheet, "clockSumLabel").isEmpty());
    QCOMPARE(labelsOf(sheet, "clockStandingLabel"), (QStringList{QString(), QString()}));
    const QString words = labelsOf(sheet).join(QLatin1Char('|'));
    QVERIFY2(words.contains(QStringLiteral("are not known on this computer")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("due ")), qPrintable(words)); // what the server said
}

void TestClockSheet::nothingAgreedIsSaid()
{
    const ClockSheet sheet({}, {}, paris(16, 14), nullptr);
    QVERIFY(labelsOf(sheet).contains(
        QStringLiteral("Nothing is agreed on about times for this ticket.")));
}

void TestClockSheet::thePillSaysWhatIsDueAndOpensTheSheet()
{
    TicketHeader header(nullptr);
    header.setServices(book());
    TicketView view;
    view.asStaff = true;
    view.ticket.state = State::Open;
    header.resize(900, 300);
    header.show();
    header.showTicket(view, {}, false, paris(16, 14));
    auto *pill = header.findChild<FieldPill *>(QStringLiteral("dueField"));
    QVERIFY(pill && !pill->isVisible()); // nothing is agreed on
    view.ticket.service = reported();
    header.showTicket(view, {}, false, paris(16, 14));
    QVERIFY(pill->isVisible());
    QVERIFY2(pill->value().startsWith(QStringLiteral("First reply late since")),
             qPrintable(pill->value()));
    pill->openMenu();
    QVERIFY(pill->menu()->findChild<ClockSheet *>());
    pill->menu()->close();
}

void TestClockSheet::thePillIsNotInTheRequestersView()
{
    TicketHeader header(nullptr);
    header.setServices(book());
    TicketView view;
    view.asStaff = true;
    view.ticket.service = reported();
    header.resize(900, 300);
    header.show();
    header.showTicket(view, {}, true, paris(16, 14));
    QVERIFY(!header.findChild<FieldPill *>(QStringLiteral("dueField"))->isVisible());
    QVERIFY(!labelsOf(header).join(u' ').contains(QStringLiteral("late")));
}

void TestClockSheet::hoursAreSaidByDaysThatAreAlike()
{
    BusinessCalendar calendar = book().calendar({});
    calendar.week.at(5) = {{9 * 60, 12 * 60}};
    calendar.holidays = {QDate(2026, 5, 1)};
    const QString words = SlaText::hours(calendar);
    QVERIFY2(words.startsWith(QStringLiteral("Mon to Fri ")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("; Sat ")), qPrintable(words));
    QVERIFY2(words.endsWith(QStringLiteral("(Europe/Paris), 1 holiday(s)"))
                 || words.endsWith(QStringLiteral("(Europe/Paris), 1 holiday")),
             qPrintable(words));
    QCOMPARE(SlaText::hours({}), QStringLiteral("none"));
}

QTEST_MAIN(TestClockSheet)
#include "tst_clocksheet.moc"
