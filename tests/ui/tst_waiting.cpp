// SPDX-License-Identifier: GPL-3.0-or-later
// What agents wait for and what they worked: reminders and the stopwatch, with real widgets.
#include "app/queue/queuepage.h"
#include "app/queue/ticketlistmodel.h"
#include "app/shell/agentscreen.h"
#include "app/text/noticetext.h"
#include "app/text/remindertext.h"
#include "app/text/worktext.h"
#include "app/ticket/bulkpage.h"
#include "app/ticket/fieldpill.h"
#include "app/ticket/ticketpage.h"
#include "app/ticket/worksection.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/label.h"
#include "app/widgets/sidepane.h"
#include "app/widgets/theme.h"
#include "core/service/stopwatchservice.h"
#include "tests/support/uiworld.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>

using namespace vigie;

class TestWaiting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void aReminderIsSetWithTheKeyboardShownAndTakenBack();
    void aMomentIsTypedAndWhatIsWrongSaidInPlace();
    void momentsAreReadAsPeopleWriteThem();
    void whoeverIsRemindedReadsWhy();
    void theListSaysWhenATicketWakes();
    void severalAreRemindedOfAtOnce();
    void theWatchOnlyRunsWhenItIsStartedAndOnlyOne();
    void theWatchRunsOnOverARestart();
    void timeIsCorrectedByHandLoggedAndTakenBack();
    void whatIsWrittenWhileTimeIsLoggedStays();
    void whatCannotBeLoggedStaysAndSaysWhy();
    void aForgottenWatchIsNotLoggedUnread();
    void theRequestersViewKnowsNothingOfIt();
    void timesAreReadAndWritten();

private:
    [[nodiscard]] bool start();
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_screen->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] Ticket now(const TicketId &id) const
    {
        const auto view = UiWorld::await(m_world->workspace->tickets().open(id));
        return view ? view->ticket : Ticket();
    }
    [[nodiscard]] Ticket now() const { return now(m_ticket.id); }
    [[nodiscard]] StopwatchService &watches() const { return m_world->workspace->stopwatch(); }
    void trigger(const char *id) const { child<QAction>(id)->trigger(); }
    [[nodiscard]] QAction *entry(const char *pill, const char *name) const
    {
        QMenu *menu = child<FieldPill>(pill)->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->objectName() == QLatin1String(name))
                return action;
        }
        return nullptr;
    }
    [[nodiscard]] QString problem() const
    {
        auto *label = child<Label>("workProblemLabel");
        return label->isVisible() ? label->text() : QString();
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<AgentScreen> m_screen;
    Ticket m_ticket;
    Ticket m_other;
};

void TestWaiting::init()
{
    m_world = std::make_unique<UiWorld>();
    m_ticket = m_world->ticket(QStringLiteral("Printer prints empty pages"), m_world->desk, 1041);
    m_other = m_world->ticket(QStringLiteral("Toner is empty"), m_world->desk, 1042);
    m_ticket.state = m_other.state = State::Open;
    QVERIFY(m_world->say(m_world->directory()
                         << m_world->told(m_ticket) << m_world->told(m_other)));
    QVERIFY(m_world->enter(m_world->ben));
    QVERIFY(start());
}

void TestWaiting::cleanup()
{
    m_screen.reset();
    m_world.reset();
}

bool TestWaiting::start()
{
    m_screen = std::make_unique<AgentScreen>(*m_world->workspace, m_world->prompt, nullptr);
    m_screen->resize(1700, 900);
    m_screen->show();
    m_screen->activateWindow();
    m_screen->queue()->showScope(ListScope::All);
    if (!QTest::qWaitFor(
            [this] { return child<QTableView>("ticketListView")->model()->rowCount() == 2; }))
        return false;
    m_screen->openTicket(m_ticket.id);
    return QTest::qWaitForWindowActive(m_screen.get()) && QTest::qWaitFor([this] {
        return child<QLabel>("ticketNumberLabel")->text() == QLatin1String("#1041");
    });
}

void TestWaiting::aReminderIsSetWithTheKeyboardShownAndTakenBack()
{
    const auto *pill = child<FieldPill>("reminderField");
    QVERIFY(!pill->isVisible()); // as the fields that are changed rarely
    trigger("ticket.remind");
    QTRY_VERIFY(pill->isVisible() && pill->menu()->isVisible());
    pill->menu()->close();
    QCOMPARE(pill->value(), QStringLiteral("None"));
    QVERIFY(!entry("reminderField", "reminderNone"));
    QVERIFY(entry("reminderField", "reminderMorning") || entry("reminderField", "reminderWeek"));
    const qint64 before = SystemClock().nowMs();
    entry("reminderField", "reminderHour")->trigger();
    QTRY_VERIFY(now().pendingUntil > 0);
    QVERIFY(now().pendingUntil >= before + 59 * 60'000);
    QVERIFY(now().pendingUntil <= SystemClock().nowMs() + 60 * 60'000);
    QTRY_COMPARE(pill->value(), ReminderText::value(now().pendingUntil, SystemClock().nowMs()));
    trigger("ticket.undo");
    QTRY_COMPARE(now().pendingUntil, 0);
    QTRY_COMPARE(pill->value(), QStringLiteral("None"));
    entry("reminderField", "reminderHour")->trigger();
    QTRY_VERIFY(entry("reminderField", "reminderNone"));
    entry("reminderField", "reminderNone")->trigger();
    QTRY_COMPARE(now().pendingUntil, 0);
}

void TestWaiting::aMomentIsTypedAndWhatIsWrongSaidInPlace()
{
    m_world->prompt.texts = {QStringLiteral("2026-02-30 09:00"), QStringLiteral("2020-01-01"),
                             QStringLiteral("3d")};
    const qint64 before = SystemClock().nowMs();
    entry("reminderField", "reminderOther")->trigger();
    const QList<TextQuestion> &asked = m_world->prompt.askedTexts;
    QCOMPARE(asked.size(), 3);
    QVERIFY(asked.at(0).text.isEmpty());
    QCOMPARE(asked.at(1).text, QStringLiteral("2026-02-30 09:00")); // to be mended, not typed anew
    QVERIFY(asked.at(1).label.contains(QStringLiteral("no day and time")));
    QVERIFY(asked.at(2).label.contains(QStringLiteral("is over")));
    QTRY_VERIFY(now().pendingUntil > before + 2 * 86'400'000LL);
    // Whoever changes their mind changes nothing.
    const qint64 until = now().pendingUntil;
    m_world->prompt.texts = {std::nullopt};
    entry("reminderField", "reminderOther")->trigger();
    QCOMPARE(now().pendingUntil, until);
}

void TestWaiting::momentsAreReadAsPeopleWriteThem()
{
    const QDateTime noon(QDate(2026, 10, 6), QTime(12, 0));
    const qint64 at = noon.toMSecsSinceEpoch();
    const auto read = [at](const char *text) {
        const ReminderText::Moment moment = ReminderText::read(QLatin1String(text), at);
        return moment.problem.isEmpty() ? QDateTime::fromMSecsSinceEpoch(moment.at) : QDateTime();
    };
    QCOMPARE(read("14:30"), QDateTime(noon.date(), QTime(14, 30)));
    QCOMPARE(read("14h30"), QDateTime(noon.date(), QTime(14, 30)));
    QCOMPARE(read("9:15"), QDateTime(noon.date().addDays(1), QTime(9, 15)));
    QCOMPARE(read(" 2 h "), noon.addSecs(7'200));
    QCOMPARE(read("45 min"), noon.addSecs(2'700));
    QCOMPARE(read("3d"), noon.addDays(3));
    QCOMPARE(read("2026-10-09"), QDateTime(QDate(2026, 10, 9), QTime(8, 0)));
    QCOMPARE(read("2026-10-09 16:45"), QDateTime(QDate(2026, 10, 9), QTime(16, 45)));
    for (const char *wrong : {"", "soon", "2026-13-01", "2026-10-09 25:00", "2026-10-06 11:59",
                              "2031-01-01", "-2h", "0 min"})
        QVERIFY2(!read(wrong).isValid(), wrong);
    QCOMPARE(ReminderText::brief(0, at), QString());
    QCOMPARE(ReminderText::brief(at - 1, at), QStringLiteral("woke up"));
    QVERIFY(ReminderText::brief(at + 3'600'000, at).startsWith(QStringLiteral("wakes ")));
}

void TestWaiting::whoeverIsRemindedReadsWhy()
{
    Notice notice;
    notice.kind = NoticeKind::Reminder;
    QVERIFY(!NoticeText::happened(notice).isEmpty());
    QCOMPARE(NoticeText::icon(notice), Icon::Clock);
}

void TestWaiting::theListSaysWhenATicketWakes()
{
    entry("reminderField", "reminderHour")->trigger();
    const auto *list = child<QTableView>("ticketListView");
    const auto spoken = [list] {
        QString all;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            all += list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return all;
    };
    QTRY_VERIFY(spoken().contains(QStringLiteral("wakes up")));
}

void TestWaiting::severalAreRemindedOfAtOnce()
{
    trigger("queue.markAll");
    QTRY_COMPARE(child<BulkPage>("bulkPage")->tickets().size(), 2);
    entry("bulkReminderField", "reminderHour")->trigger();
    QTRY_VERIFY(now().pendingUntil > 0 && now(m_other.id).pendingUntil > 0);
    QTRY_VERIFY(child<Banner>("bulkResult")->isVisible());
    child<Banner>("bulkResult")->actionButton()->click();
    QTRY_VERIFY(now().pendingUntil == 0 && now(m_other.id).pendingUntil == 0);
}

void TestWaiting::theWatchOnlyRunsWhenItIsStartedAndOnlyOne()
{
    QVERIFY(watches().running().isNull());
    QVERIFY(child<QLineEdit>("workTimeEdit")->text().isEmpty());
    auto *run = child<IconButton>("watchButton");
    QCOMPARE(run->accessibleName(), QStringLiteral("Start the stopwatch"));
    run->click();
    QCOMPARE(watches().running(), m_ticket.id);
    QCOMPARE(run->accessibleName(), QStringLiteral("Pause the stopwatch"));
    QVERIFY(!child<QLineEdit>("workTimeEdit")->text().isEmpty());
    m_screen->openTicket(m_other.id);
    QTRY_COMPARE(child<QLabel>("ticketNumberLabel")->text(), QStringLiteral("#1042"));
    QCOMPARE(watches().running(), m_ticket.id); // reading another ticket is no reason
    QTRY_VERIFY(child<Label>("workTotalLabel")->text().contains(QStringLiteral("another ticket")));
    trigger("ticket.watch");
    QCOMPARE(watches().running(), m_other.id);
    QVERIFY(!watches().watch(m_ticket.id).isRunning());
    trigger("ticket.watch");
    QVERIFY(watches().running().isNull());
}

void TestWaiting::theWatchRunsOnOverARestart()
{
    watches().correct(m_other.id, 90'000);
    watches().start(m_ticket.id);
    watches().setNote(m_ticket.id, QStringLiteral("on site"));
    const StopwatchService::Watch before = watches().watch(m_ticket.id);
    QVERIFY(before.startedAt > 0);
    m_screen.reset();
    QVERIFY(m_world->restart());
    QVERIFY(start());
    QTRY_COMPARE(watches().running(), m_ticket.id);
    QCOMPARE(watches().watch(m_ticket.id), before);
    QCOMPARE(watches().elapsedMs(m_other.id), 90'000);
    QTRY_COMPARE(child<QLineEdit>("workNoteEdit")->text(), QStringLiteral("on site"));
    // Two moments are subtracted, so it never drifts, and never counts backwards.
    QCOMPARE(before.elapsedMs(before.startedAt + 5'400'000), 5'400'000);
    QCOMPARE(before.elapsedMs(before.startedAt - 1), 0);
}

void TestWaiting::timeIsCorrectedByHandLoggedAndTakenBack()
{
    QVERIFY(child<Label>("workTotalLabel")->text().contains(QStringLiteral("Nothing")));
    trigger("ticket.watch");
    trigger("ticket.work");
    auto *time = child<QLineEdit>("workTimeEdit");
    QTRY_COMPARE(QApplication::focusWidget(), time);
    QTest::keyClicks(time, QStringLiteral("1:25"));
    QVERIFY(watches().running().isNull()); // whoever types is not measured
    QCOMPARE(watches().elapsedMs(m_ticket.id), 85 * 60'000);
    auto *note = child<QLineEdit>("workNoteEdit");
    QTest::keyClicks(note, QStringLiteral("new drum"));
    QCOMPARE(watches().watch(m_ticket.id).note, QStringLiteral("new drum"));
    QTest::keyClick(note, Qt::Key_Return);
    QTRY_COMPARE(now().workedSeconds, 85 * 60);
    QTRY_COMPARE(child<Label>("workTotalLabel")->text(), QStringLiteral("1 h 25 min in all"));
    QTRY_VERIFY(time->text().isEmpty() && note->text().isEmpty());
    const auto view = UiWorld::await(m_world->workspace->tickets().open(m_ticket.id));
    QVERIFY(view);
    QCOMPARE(view->thread.constLast().message.event, QStringLiteral("work"));
    QCOMPARE(view->thread.constLast().message.visibility, Visibility::Internal);
    trigger("ticket.undo");
    QTRY_COMPARE(now().workedSeconds, 0);
    QTRY_COMPARE(child<Label>("workTotalLabel")->text(), QStringLiteral("Nothing logged so far"));
    // It is there to be logged again, here or otherwise.
    QTRY_COMPARE(time->text(), QStringLiteral("1:25:00"));
    QCOMPARE(note->text(), QStringLiteral("new drum"));
    QVERIFY(watches().running().isNull());
}

void TestWaiting::whatIsWrittenWhileTimeIsLoggedStays()
{
    auto *time = child<QLineEdit>("workTimeEdit");
    auto *note = child<QLineEdit>("workNoteEdit");
    QTest::keyClicks(time, QStringLiteral("0:30"));
    QTest::keyClicks(note, QStringLiteral("first"));
    QTest::keyClick(note, Qt::Key_Return);
    QTest::keyClick(note, Qt::Key_Return); // held a little too long
    QTest::keyClicks(note, QStringLiteral(", second"));
    QTRY_COMPARE(now().workedSeconds, 30 * 60);
    QTRY_VERIFY(time->text().isEmpty());
    QCOMPARE(note->text(), QStringLiteral("first, second"));
    QCOMPARE(watches().watch(m_ticket.id).note, QStringLiteral("first, second"));
    QTRY_COMPARE(child<Label>("workTotalLabel")->text(), QStringLiteral("30 min in all"));
    QCOMPARE(now().workedSeconds, 30 * 60); // once
}

void TestWaiting::whatCannotBeLoggedStaysAndSaysWhy()
{
    auto *time = child<QLineEdit>("workTimeEdit");
    QVERIFY(!child<QWidget>("logWorkButton")->isEnabled());
    for (const char *wrong : {"a while", "1:75", "25:00", "0"}) {
        time->clear();
        QTest::keyClicks(time, QLatin1String(wrong));
        QTest::keyClick(time, Qt::Key_Return);
        QVERIFY2(!problem().isEmpty(), wrong);
        QCOMPARE(time->text(), QLatin1String(wrong));
    }
    QCOMPARE(now().workedSeconds, 0);
    QTest::keyClick(time, Qt::Key_Backspace);
    QVERIFY(problem().isEmpty());
}

void TestWaiting::aForgottenWatchIsNotLoggedUnread()
{
    watches().correct(m_ticket.id, 60 * 3'600'000LL);
    QTRY_COMPARE(child<QLineEdit>("workTimeEdit")->text(), QStringLiteral("60:00:00"));
    QTest::mouseClick(child<QWidget>("logWorkButton"), Qt::LeftButton);
    QVERIFY(problem().contains(QStringLiteral("more than a day")));
    QCOMPARE(now().workedSeconds, 0);
    QCOMPARE(watches().elapsedMs(m_ticket.id), 60 * 3'600'000LL);
}

void TestWaiting::theRequestersViewKnowsNothingOfIt()
{
    watches().correct(m_ticket.id, 60'000);
    entry("reminderField", "reminderHour")->trigger();
    QTRY_VERIFY(now().pendingUntil > 0);
    trigger("ticket.requesterView");
    QTRY_VERIFY(!child<QWidget>("reminderField")->isVisible());
    QVERIFY(!child<QWidget>("workSection")->isVisible());
    QVERIFY(child<QLineEdit>("workTimeEdit")->text().isEmpty());
}

void TestWaiting::timesAreReadAndWritten()
{
    const auto read = [](const char *text) { return WorkText::read(QLatin1String(text)).value_or(-1); };
    QCOMPARE(read("1:30"), 5'400);
    QCOMPARE(read("0:04:31"), 271);
    QCOMPARE(read("90"), 5'400);
    QCOMPARE(read("90 min"), 5'400);
    QCOMPARE(read("1 h 30"), 5'400);
    QCOMPARE(read("1h30m"), 5'400);
    QCOMPARE(read("2 H"), 7'200);
    QCOMPARE(read("45 s"), 45);
    QCOMPARE(read("24:00"), 86'400);
    for (const char *wrong : {"", "h", "1:60", "24:00:01", "-5", "1.5.5", "five", "99999999999"})
        QCOMPARE(read(wrong), -1);
    QCOMPARE(WorkText::watch(3'661), QStringLiteral("1:01:01"));
    QCOMPARE(WorkText::amount(40), QStringLiteral("40 s"));
    QCOMPARE(WorkText::amount(7'200), QStringLiteral("2 h"));
    QCOMPARE(WorkText::amount(-5'100), QStringLiteral("−1 h 25 min"));
}

QTEST_MAIN(TestWaiting)
#include "tst_waiting.moc"
