// SPDX-License-Identifier: GPL-3.0-or-later
// How loud people are told: what their lists say, the digest, and mentions that stay.
#include "app/desktop/noticedesk.h"
#include "app/shell/mainwindow.h"
#include "app/widgets/button.h"
#include "app/widgets/theme.h"
#include "core/base/limits.h"
#include "core/model/digesttimes.h"
#include "core/service/noticerules.h"
#include "core/service/noticeservice.h"
#include "core/service/savedviewservice.h"
#include "tests/support/fakenotifier.h"
#include "tests/ui/uisample.h"

#include <QApplication>
#include <QListView>
#include <QSignalSpy>

#include <algorithm>

using namespace vigie;

class TestNoticeClasses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theLoudestListOfATicketCounts();
    void listsSayHowLoudTheirTicketsMayBe();
    void theDigestComesAtItsHour();
    void aMentionStaysUntilItIsRead();
    void theChoiceStaysOnAMentionWhileOthersGiveWay();
    void aTicketIsTakenFromItsBubble();

private:
    /// A message as it arrives from the server.
    [[nodiscard]] Message arrival(const Ticket &about, const Person &by, const QString &body,
                                  MessageKind kind = MessageKind::Reply)
    {
        return m_world->message(about, by, body, kind);
    }
    /// Lets it arrive and waits until it was taken.
    void arrive(const QList<Message> &messages);
    [[nodiscard]] QList<Notice> list() const;
    [[nodiscard]] Ticket ticketOf(const PersonId &owner) const;
    void setNews(const char *place, std::optional<NoticeClass> news);
    void openWindow();
    [[nodiscard]] bool restart();

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<FakeNotifier> m_notifier;
    std::unique_ptr<NoticeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    FixedClock m_clock;
    QList<Ticket> m_tickets;
};

void TestNoticeClasses::initTestCase()
{
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    applyTheme(*qApp, Scheme::Light);
}

void TestNoticeClasses::init()
{
    m_world = std::make_unique<UiWorld>();
    fillAgent(*m_world);
    QVERIFY(m_world->workspace);
    ListQuery query;
    query.scope = ListScope::All;
    query.openOnly = false;
    const auto rows = UiWorld::await(m_world->workspace->tickets().list(query));
    QVERIFY(rows);
    for (const TicketRow &row : *rows)
        m_tickets.append(UiWorld::await(m_world->workspace->tickets().open(row.id))->ticket);
    // In the middle of a day, wherever the test runs.
    m_clock.at = QDateTime(QDate(2026, 10, 5), QTime(11, 0)).toMSecsSinceEpoch();
    m_notifier = std::make_unique<FakeNotifier>();
    m_desk = std::make_unique<NoticeDesk>(*m_notifier, m_clock, nullptr);
    m_desk->setWorkspace(m_world->workspace.get());
}

void TestNoticeClasses::cleanup()
{
    m_window.reset();
    m_desk.reset();
    m_notifier.reset();
    m_world.reset();
    m_tickets.clear();
    m_clock = FixedClock();
}

void TestNoticeClasses::arrive(const QList<Message> &messages)
{
    QSignalSpy added(&m_world->workspace->notices(), &NoticeService::added);
    m_world->workspace->notices().take(messages);
    QTRY_COMPARE(added.size(), 1);
}

QList<Notice> TestNoticeClasses::list() const
{
    return UiWorld::await(m_world->workspace->notices().list()).value_or(QList<Notice>());
}

void TestNoticeClasses::openWindow()
{
    m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt,
                                            m_world->systemClock);
    m_window->resize(1240, 900);
    m_window->show();
    m_window->showPage(QStringLiteral("notices"));
}

bool TestNoticeClasses::restart()
{
    m_window.reset();
    m_desk->setWorkspace(nullptr);
    if (!m_world->restart())
        return false;
    m_desk->setWorkspace(m_world->workspace.get());
    return true;
}

Ticket TestNoticeClasses::ticketOf(const PersonId &owner) const
{
    for (const Ticket &ticket : m_tickets) {
        if (ticket.owner == owner)
            return ticket;
    }
    return {};
}

void TestNoticeClasses::setNews(const char *place, std::optional<NoticeClass> news)
{
    VERIFY_OK(UiWorld::await(
        m_world->workspace->savedViews().saveNews(QString::fromLatin1(place), news)));
}

void TestNoticeClasses::theLoudestListOfATicketCounts()
{
    Notice notice;
    notice.asStaff = true;
    using enum NoticeClass;
    QCOMPARE(loudnessOf(notice, {}), Interrupt); // as without any rule
    QCOMPARE(loudnessOf(notice, {Silent}), Silent);
    QCOMPARE(loudnessOf(notice, {Silent, Badge, Digest}), Badge);
    QCOMPARE(loudnessOf(notice, {Digest, Interrupt}), Interrupt);
    notice.mention = true;
    QCOMPARE(loudnessOf(notice, {Silent}), Badge);
    QCOMPARE(loudnessOf(notice, {Digest}), Badge);
    notice.mention = false;
    notice.asStaff = false;
    QCOMPARE(loudnessOf(notice, {Silent}), Interrupt);
}

void TestNoticeClasses::listsSayHowLoudTheirTicketsMayBe()
{
    const Ticket free = ticketOf({});
    const Ticket mine = ticketOf(m_world->ben.id);
    const NoticeService &notices = m_world->workspace->notices();
    setNews("unassigned", NoticeClass::Badge);
    arrive({arrival(free, m_world->anna, QStringLiteral("One"))});
    QVERIFY(m_notifier->shown.isEmpty());
    QCOMPARE(notices.unread(), 1);
    arrive({arrival(mine, m_world->anna, QStringLiteral("Two"))}); // in no list that says something
    QCOMPARE(m_notifier->shown.size(), 1);
    setNews("mine", NoticeClass::Silent);
    arrive({arrival(mine, m_world->anna, QStringLiteral("Three"))});
    QCOMPARE(m_notifier->shown.size(), 1);
    QCOMPARE(notices.unread(), 2);
    QVERIFY(list().constFirst().read);
    // A list of one's own is louder, for what stands in it alone.
    SavedView view;
    view.name = QStringLiteral("That one");
    view.query = QStringLiteral("number:%1").arg(mine.number);
    view.news = NoticeClass::Interrupt;
    VERIFY_OK(UiWorld::await(m_world->workspace->savedViews().save(view)));
    arrive({arrival(mine, m_world->anna, QStringLiteral("Four"))});
    QCOMPARE(m_notifier->shown.size(), 2);
    // The queue's place, and nothing any more.
    setNews("unassigned", {});
    setNews(qPrintable(QStringLiteral("queue/") + free.queue.text()), NoticeClass::Digest);
    arrive({arrival(free, m_world->anna, QStringLiteral("Five"))});
    QCOMPARE(list().constFirst().loudness, NoticeClass::Digest);
    setNews(qPrintable(QStringLiteral("queue/") + free.queue.text()), {});
    arrive({arrival(free, m_world->anna, QStringLiteral("Six"))});
    QCOMPARE(m_notifier->shown.size(), 3);
}

void TestNoticeClasses::theDigestComesAtItsHour()
{
    const auto day = QDate(2026, 10, 5);
    QCOMPARE(lastDigest({day, QTime(8, 59)}, usualDigestHours()), QDateTime(day.addDays(-1), QTime(17, 0)));
    QCOMPARE(lastDigest({day, QTime(9, 0)}, usualDigestHours()), QDateTime(day, QTime(9, 0)));
    QCOMPARE(lastDigest({day, QTime(23, 0)}, usualDigestHours()), QDateTime(day, QTime(17, 0)));

    const Ticket free = ticketOf({});
    const NoticeService &notices = m_world->workspace->notices();
    setNews("unassigned", NoticeClass::Digest);
    arrive({arrival(free, m_world->anna, QStringLiteral("One")),
            arrival(free, m_world->anna, QStringLiteral("Two"))});
    QVERIFY(m_notifier->shown.isEmpty());
    QCOMPARE(notices.unread(), 0);
    QCOMPARE(notices.waiting(), 2);
    // A digest that was due before they arrived is not theirs.
    const auto at = [this](int days, int hour) {
        const QDate today = QDateTime::fromMSecsSinceEpoch(list().constFirst().at).date();
        m_clock.at = QDateTime(today.addDays(days), QTime(hour, 0)).toMSecsSinceEpoch();
        m_desk->tick();
        (void)list(); // what was asked before has been answered
        QCoreApplication::processEvents();
    };
    at(-1, 18);
    QVERIFY(m_notifier->shown.isEmpty());
    NoticeChoices choices;
    choices.quietHours = true;
    choices.quietFrom = QTime(8, 0);
    choices.quietTo = QTime(10, 0);
    m_desk->setChoices(choices);
    at(1, 9);
    QVERIFY(m_notifier->shown.isEmpty());
    at(1, 10);
    QTRY_COMPARE(m_notifier->shown.size(), 1);
    QVERIFY(m_notifier->shown.last().title.startsWith(QStringLiteral("2 ")));
    QVERIFY(m_notifier->shown.last().body.contains(free.title));
    QTRY_COMPARE(notices.unread(), 2);
    at(1, 17);
    QCOMPARE(m_notifier->shown.size(), 1);
    QSignalSpy wanted(m_desk.get(), &NoticeDesk::listWanted);
    Q_EMIT m_notifier->activated(m_notifier->shown.last().key, QString());
    QCOMPARE(wanted.size(), 1);
}

void TestNoticeClasses::aMentionStaysUntilItIsRead()
{
    Ticket closed;
    for (const Ticket &one : std::as_const(m_tickets)) {
        if (one.state == State::Resolved)
            closed = one;
    }
    QVERIFY(!closed.id.isNull());
    setNews("all", NoticeClass::Silent);
    const Person cleo = m_world->person(QStringLiteral("Cleo"), Role::Agent, m_world->ben.queues);
    arrive({arrival(closed, cleo, QStringLiteral("@%1, please look").arg(m_world->ben.name),
                    MessageKind::Note),
            arrival(ticketOf({}), m_world->anna, QStringLiteral("Hello"))});
    QCOMPARE(m_world->workspace->notices().unread(), 1);
    openWindow();
    auto *view = m_window->findChild<QListView *>(QStringLiteral("noticeListView"));
    QTRY_VERIFY(view && view->model()->rowCount() == 2);
    auto *all = m_window->findChild<Button *>(QStringLiteral("markAllReadButton"));
    QTRY_VERIFY(!all->isEnabled()); // there is nothing it would mark
    m_world->workspace->notices().markAllRead();
    QVERIFY(restart());
    QTRY_COMPARE(m_world->workspace->notices().mentions(), 1);
    QCOMPARE(m_world->workspace->notices().unread(), 1);
    openWindow();
    view = m_window->findChild<QListView *>(QStringLiteral("noticeListView"));
    QTRY_VERIFY(view && view->model()->rowCount() == 2);
    const QModelIndex told = view->model()->index(1, 0);
    QVERIFY(told.data().toString().contains(QStringLiteral("mentions you")));
    view->setCurrentIndex(told);
    auto *one = m_window->findChild<Button *>(QStringLiteral("markReadButton"));
    QVERIFY(one->isEnabled());
    one->click();
    QTRY_COMPARE(m_world->workspace->notices().mentions(), 0);
    QTRY_VERIFY(!one->isEnabled());
    QVERIFY(restart());
    QVERIFY(std::ranges::all_of(list(), [](const Notice &notice) { return notice.read; }));
}

void TestNoticeClasses::theChoiceStaysOnAMentionWhileOthersGiveWay()
{
    const Person cleo = m_world->person(QStringLiteral("Cleo"), Role::Agent, m_world->ben.queues);
    const Ticket free = ticketOf({});
    arrive({arrival(free, cleo, QStringLiteral("@%1, please look").arg(m_world->ben.name),
                    MessageKind::Note)});
    const auto crowd = [this, &free](int count) {
        QList<Message> messages;
        for (int i = 0; i < count; ++i)
            messages.append(arrival(free, m_world->anna, QString::number(i)));
        return messages;
    };
    arrive(crowd(limits::kNotices));
    openWindow();
    auto *view = m_window->findChild<QListView *>(QStringLiteral("noticeListView"));
    QTRY_VERIFY(view && view->model()->rowCount() >= limits::kNotices);
    const auto isMention = [](const QModelIndex &row) {
        return row.data().toString().contains(QStringLiteral("mentions you"));
    };
    const QModelIndex last = view->model()->index(view->model()->rowCount() - 1, 0);
    QVERIFY(isMention(last));
    view->setCurrentIndex(last);
    const QList<Notice> before = list();
    arrive(crowd(5)); // as many others go
    QTRY_VERIFY(list().first().message != before.first().message);
    QTRY_COMPARE(view->model()->rowCount(), int(list().size()));
    QTRY_VERIFY(isMention(view->model()->index(view->model()->rowCount() - 1, 0)));
    QVERIFY(isMention(view->currentIndex()));
}

void TestNoticeClasses::aTicketIsTakenFromItsBubble()
{
    const Ticket free = ticketOf({});
    arrive({arrival(free, m_world->anna, QStringLiteral("Hello"))});
    QVERIFY(m_notifier->actions().contains(QStringLiteral("take")));
    Q_EMIT m_notifier->activated(m_notifier->shown.last().key, QStringLiteral("take"));
    QTRY_COMPARE(m_world->workspace->notices().unread(), 0);
    const auto taken = UiWorld::await(m_world->workspace->tickets().open(free.id));
    QVERIFY(taken);
    QCOMPARE(taken->ticket.owner, m_world->ben.id);
    // What has an owner is not offered, and what got one meanwhile is shown.
    arrive({arrival(free, m_world->anna, QStringLiteral("Once more"))});
    QVERIFY(!m_notifier->actions().contains(QStringLiteral("take")));
    QSignalSpy wanted(m_desk.get(), &NoticeDesk::openWanted);
    Q_EMIT m_notifier->activated(m_notifier->shown.last().key, QStringLiteral("take"));
    QTRY_COMPARE(wanted.size(), 1);
}

QTEST_MAIN(TestNoticeClasses)
#include "tst_noticeclasses.moc"
