// SPDX-License-Identifier: GPL-3.0-or-later
// What people are told: which arrivals, as which bubbles, and the list of all of it.
#include "app/desktop/noticedesk.h"
#include "app/notices/noticespage.h"
#include "app/requests/requestspage.h"
#include "app/requests/requestview.h"
#include "app/shell/mainwindow.h"
#include "app/text/noticetext.h"
#include "app/widgets/button.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/statestack.h"
#include "app/widgets/theme.h"
#include "core/base/limits.h"
#include "core/service/noticerules.h"
#include "core/service/noticeservice.h"
#include "tests/support/fakenotifier.h"
#include "tests/ui/uisample.h"

#include <QApplication>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace vigie;

class TestNoticeDesk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void requestersHearAnswersAndStates();
    void agentsHearWhatHappensInTheirTickets();
    void tenUpdatesOfATicketAreOneBubble();
    void anAnswerAndItsStateAreOneBubble();
    void theButtonsLeadToTheirPlace_data();
    void theButtonsLeadToTheirPlace();
    void aBubbleShowsNoMoreThanWasChosen();
    void quietHoursKeepTheListAndNothingElse();
    void quietHoursMayGoOverMidnight();
    void moreThanFiveAMinuteBecomeOne();
    void aSnoozedTicketComesBackAndSurvivesARestart();
    void anAnswerTypedIntoABubbleWaitsInTheOutbox();
    void nothingIsShownToSomebodyWhoLooksAtTheWindow();
    void theListHoldsEverythingAndOpensIt();
    void openingATicketReadsItsNotices();
    void theButtonsOfABubbleOpenTheRequestAtThatPlace();
    void theListCanBeReadInBothSchemes();

private:
    void enterAs(bool agent);
    /// A message or event as it arrives from the server.
    [[nodiscard]] Message arrival(const Ticket &about, const Person &by, const QString &body,
                                  MessageKind kind = MessageKind::Reply);
    [[nodiscard]] Message happened(const Ticket &about, const Person &by, const char *name,
                                const QMap<QString, QString> &params);
    /// Lets it arrive and waits until it was taken.
    void arrive(const QList<Message> &messages);
    [[nodiscard]] QList<Notice> list() const;
    [[nodiscard]] Ticket ticketIn(PublicState state) const;
    void openWindow();

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<FakeNotifier> m_notifier;
    std::unique_ptr<NoticeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    FixedClock m_clock;
    QList<Ticket> m_tickets;
};

void TestNoticeDesk::initTestCase()
{
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    applyTheme(*qApp, Scheme::Light);
}

void TestNoticeDesk::cleanup()
{
    m_window.reset();
    m_desk.reset();
    m_notifier.reset();
    m_world.reset();
    m_tickets.clear();
    m_clock = FixedClock();
}

void TestNoticeDesk::enterAs(bool agent)
{
    m_world = std::make_unique<UiWorld>();
    if (agent)
        fillAgent(*m_world);
    else
        fillEmployee(*m_world);
    QVERIFY(m_world->workspace);
    ListQuery query;
    query.scope = agent ? ListScope::All : ListScope::MyRequests;
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

Ticket TestNoticeDesk::ticketIn(PublicState state) const
{
    for (const Ticket &ticket : m_tickets) {
        if (ticket.publicState == state)
            return ticket;
    }
    return {};
}

Message TestNoticeDesk::arrival(const Ticket &about, const Person &by, const QString &body,
                                MessageKind kind)
{
    return m_world->message(about, by, body, kind);
}

Message TestNoticeDesk::happened(const Ticket &about, const Person &by, const char *name,
                              const QMap<QString, QString> &params)
{
    Message made = m_world->message(about, by, QString(), MessageKind::Event);
    made.event = QLatin1String(name);
    made.params = params;
    made.visibility = made.event == QLatin1String("owner") ? Visibility::Internal
                                                           : Visibility::Public;
    return made;
}

void TestNoticeDesk::arrive(const QList<Message> &messages)
{
    QSignalSpy added(&m_world->workspace->notices(), &NoticeService::added);
    m_world->workspace->notices().take(messages);
    QTRY_COMPARE(added.size(), 1);
}

QList<Notice> TestNoticeDesk::list() const
{
    return UiWorld::await(m_world->workspace->notices().list()).value_or(QList<Notice>());
}

void TestNoticeDesk::openWindow()
{
    m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt,
                                            m_world->systemClock);
    connect(m_desk.get(), &NoticeDesk::openWanted, m_window.get(), &MainWindow::openTold);
    m_window->resize(1240, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestNoticeDesk::requestersHearAnswersAndStates()
{
    enterAs(false);
    const Ticket mine = ticketIn(PublicState::InProgress);
    const Person anna = m_world->anna;
    const Person ben = m_world->ben;
    const auto kind = [&](const Message &message) {
        const auto notice = noticeFor(message, mine, anna);
        return notice ? nameOf(notice->kind) : QString();
    };
    QCOMPARE(kind(arrival(mine, ben, QStringLiteral("Hello"))), QStringLiteral("reply"));
    QCOMPARE(kind(happened(mine, ben, "public-state", {{QStringLiteral("to"), QStringLiteral("fixed")}})),
             QStringLiteral("state"));
    QCOMPARE(kind(arrival(mine, anna, QStringLiteral("My own words"))), QString());
    QCOMPARE(kind(arrival(mine, ben, QStringLiteral("Internal"), MessageKind::Note)), QString());
    QCOMPARE(kind(happened(mine, ben, "owner", {})), QString());
    const auto fixed = noticeFor(
        happened(mine, ben, "public-state", {{QStringLiteral("to"), QStringLiteral("fixed")}}), mine, anna);
    QCOMPARE(fixed->state, PublicState::Fixed);
    QVERIFY(!fixed->asStaff);
    QCOMPARE(NoticeText::happened(*fixed), QStringLiteral("Fixed? Please try it"));
}

void TestNoticeDesk::agentsHearWhatHappensInTheirTickets()
{
    enterAs(true);
    const Person anna = m_world->anna;
    const Person ben = m_world->ben;
    Person cleo = m_world->person(QStringLiteral("Cleo"), Role::Agent, ben.queues);
    Ticket ticket = m_tickets.constFirst();
    ticket.requester = anna.id;
    ticket.watchers.clear();
    ticket.contact = PersonId();
    const auto kind = [&](const Message &message) {
        const auto notice = noticeFor(message, ticket, ben);
        return notice ? nameOf(notice->kind) : QString();
    };
    const Message reply = arrival(ticket, anna, QStringLiteral("Hello"));
    const Message note = arrival(ticket, cleo, QStringLiteral("Look"), MessageKind::Note);
    const Message asked = happened(ticket, anna, "ask-update", {});
    const Message rated = happened(ticket, anna, "rating", {{QStringLiteral("score"), QStringLiteral("1")},
                                                         {QStringLiteral("comment"), QStringLiteral("Slow")}});
    const Message given = happened(ticket, cleo, "owner", {{QStringLiteral("to"), ben.name}});
    const Message reopened =
        happened(ticket, anna, "public-state", {{QStringLiteral("to"), QStringLiteral("in-progress")}});
    ticket.owner = cleo.id;
    for (const Message &message : {reply, note, asked, rated, given, reopened})
        QCOMPARE(kind(message), QString());
    // Somebody else's, but I am mentioned.
    QCOMPARE(kind(arrival(ticket, cleo, QStringLiteral("Ask @%1, please").arg(ben.name), MessageKind::Note)),
             QStringLiteral("note"));
    for (const QString &text : {QStringLiteral("Ask @%1son"), QStringLiteral("a@%1"), QStringLiteral("%1")})
        QCOMPARE(kind(arrival(ticket, cleo, text.arg(ben.name), MessageKind::Note)), QString());
    ticket.owner = PersonId();
    QCOMPARE(kind(reply), QStringLiteral("reply"));
    QCOMPARE(kind(note), QString());
    QCOMPARE(kind(arrival(ticket, anna, QStringLiteral("New"), MessageKind::Report)),
             QStringLiteral("report"));
    ticket.owner = ben.id;
    QCOMPARE(kind(note), QStringLiteral("note"));
    QCOMPARE(kind(asked), QStringLiteral("ask-update"));
    QCOMPARE(kind(given), QStringLiteral("assigned"));
    QCOMPARE(kind(reopened), QStringLiteral("state"));
    const auto verdict = noticeFor(rated, ticket, ben);
    QVERIFY(verdict);
    QCOMPARE(verdict->score, 1);
    QCOMPARE(verdict->words, QStringLiteral("Slow"));
    QVERIFY(verdict->asStaff);
}

void TestNoticeDesk::tenUpdatesOfATicketAreOneBubble()
{
    enterAs(false);
    const Ticket mine = ticketIn(PublicState::InProgress);
    QList<Message> ten;
    for (int i = 0; i < 10; ++i)
        ten.append(arrival(mine, m_world->ben, QString::number(i)));
    arrive(ten);
    QCOMPARE(m_notifier->shown.size(), 1);
    QVERIFY(m_notifier->shown.last().body.endsWith(QLatin1Char('9')));
    arrive({arrival(mine, m_world->ben, QStringLiteral("ten"))});
    QCOMPARE(m_notifier->shown.size(), 2);
    QCOMPARE(m_notifier->shown.last().key, m_notifier->shown.first().key);
    QCOMPARE(list().size(), 11);
}

void TestNoticeDesk::anAnswerAndItsStateAreOneBubble()
{
    enterAs(false);
    const Ticket mine = ticketIn(PublicState::NeedsYou);
    arrive({arrival(mine, m_world->ben, QStringLiteral("Which floor?")),
            happened(mine, m_world->ben, "public-state",
                  {{QStringLiteral("to"), QStringLiteral("needs-you")}})});
    QCOMPARE(m_notifier->shown.size(), 1);
    QCOMPARE(m_notifier->shown.last().title, QStringLiteral("We need you"));
    QVERIFY(m_notifier->shown.last().body.endsWith(QStringLiteral("Which floor?")));
    QCOMPARE(m_notifier->actions(), QStringList{QStringLiteral("reply")});
}

void TestNoticeDesk::theButtonsLeadToTheirPlace_data()
{
    QTest::addColumn<bool>("agent");
    QTest::addColumn<PublicState>("state");
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("place");
    const auto row = [](const char *name, bool agent, PublicState state, const char *action,
                        RequestPlace place) {
        QTest::newRow(name) << agent << state << QString::fromLatin1(action) << int(place);
    };
    row("the bubble itself", false, PublicState::InProgress, "", RequestPlace::Thread);
    row("an answer", false, PublicState::NeedsYou, "reply", RequestPlace::Reply);
    row("it works", false, PublicState::Fixed, "works", RequestPlace::Verdict);
    row("not yet", false, PublicState::Fixed, "not-yet", RequestPlace::Reopen);
    row("an agent", true, PublicState::InProgress, "open", RequestPlace::Thread);
}

void TestNoticeDesk::theButtonsLeadToTheirPlace()
{
    QFETCH(bool, agent);
    QFETCH(PublicState, state);
    QFETCH(QString, action);
    QFETCH(int, place);
    enterAs(agent);
    Ticket ticket = ticketIn(state);
    QVERIFY(!ticket.id.isNull());
    for (const Ticket &one : std::as_const(m_tickets)) {
        if (agent && one.owner.isNull())
            ticket = one;
    }
    arrive({arrival(ticket, agent ? m_world->anna : m_world->ben, QStringLiteral("Words"))});
    QCOMPARE(m_notifier->shown.size(), 1);
    if (!action.isEmpty())
        QVERIFY(m_notifier->actions().contains(action));
    QSignalSpy wanted(m_desk.get(), &NoticeDesk::openWanted);
    Q_EMIT m_notifier->activated(m_notifier->shown.last().key, action);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(0).value<TicketId>(), ticket.id);
    QCOMPARE(wanted.first().at(1).toBool(), agent);
    QCOMPARE(int(wanted.first().at(2).value<RequestPlace>()), place);
    QVERIFY(m_notifier->withdrawn.contains(ticket.id.text()));
}

void TestNoticeDesk::aBubbleShowsNoMoreThanWasChosen()
{
    enterAs(false);
    const Ticket mine = ticketIn(PublicState::NeedsYou);
    const auto bubble = [&](NoticePrivacy privacy) {
        NoticeChoices choices;
        choices.privacy = privacy;
        m_desk->setChoices(choices);
        arrive({arrival(mine, m_world->ben, QStringLiteral("Your salary"))});
        return m_notifier->shown.last();
    };
    const Bubble full = bubble(NoticePrivacy::Full);
    QVERIFY(full.title.contains(m_world->ben.name));
    QVERIFY(full.body.contains(mine.title) && full.body.contains(QStringLiteral("Your salary")));
    QVERIFY(!full.replyHint.isEmpty());
    const Bubble subject = bubble(NoticePrivacy::Subject);
    QVERIFY(subject.body.contains(mine.title));
    QVERIFY(!(subject.title + subject.body).contains(m_world->ben.name));
    const Bubble count = bubble(NoticePrivacy::Count);
    QVERIFY2(count.body.startsWith(QStringLiteral("3 ")), qPrintable(count.body));
    for (const Bubble &bare : {subject, count}) {
        QVERIFY(!(bare.title + bare.body).contains(QStringLiteral("salary")));
        QVERIFY(bare.replyHint.isEmpty());
    }
    QVERIFY(!(count.title + count.body).contains(mine.title));
}

void TestNoticeDesk::quietHoursKeepTheListAndNothingElse()
{
    enterAs(false);
    NoticeChoices choices;
    choices.quietHours = true;
    choices.quietFrom = QTime(10, 0);
    choices.quietTo = QTime(12, 0);
    m_desk->setChoices(choices);
    const Ticket mine = ticketIn(PublicState::InProgress);
    arrive({arrival(mine, m_world->ben, QStringLiteral("One"))});
    QVERIFY(m_notifier->shown.isEmpty());
    QVERIFY(!m_desk->askForRating(mine.id, mine.title));
    choices.quietHours = false;
    choices.show = false;
    m_desk->setChoices(choices);
    arrive({arrival(mine, m_world->ben, QStringLiteral("Two"))});
    QVERIFY(m_notifier->shown.isEmpty());
    QCOMPARE(list().size(), 2);
    QCOMPARE(m_world->workspace->notices().unread(), 2);
}

void TestNoticeDesk::quietHoursMayGoOverMidnight()
{
    NoticeChoices choices;
    QVERIFY(!choices.isQuiet(QTime(23, 0)));
    choices.quietHours = true;
    QVERIFY(choices.isQuiet(QTime(22, 0)));
    QVERIFY(choices.isQuiet(QTime(0, 0)));
    QVERIFY(choices.isQuiet(QTime(6, 59)));
    QVERIFY(!choices.isQuiet(QTime(7, 0)));
    QVERIFY(!choices.isQuiet(QTime(21, 59)));
    choices.quietTo = choices.quietFrom;
    QVERIFY(!choices.isQuiet(QTime(22, 0)));
    for (const NoticePrivacy one :
         {NoticePrivacy::Full, NoticePrivacy::Subject, NoticePrivacy::Count})
        QCOMPARE(privacyFrom(nameOf(one)), one);
}

void TestNoticeDesk::moreThanFiveAMinuteBecomeOne()
{
    enterAs(true);
    QList<Message> many;
    for (int i = 0; i < limits::kBubblesPerMinute + 3; ++i) {
        Ticket ticket = m_tickets.at(i % m_tickets.size());
        for (const Ticket &one : std::as_const(m_tickets)) {
            if (one.owner.isNull())
                ticket = one;
        }
        arrive({arrival(ticket, m_world->anna, QStringLiteral("Hello"))});
    }
    QCOMPARE(m_notifier->shown.size(), limits::kBubblesPerMinute + 3);
    const Bubble last = m_notifier->shown.last();
    QVERIFY2(last.body.startsWith(QStringLiteral("3 ")), qPrintable(last.body));
    QCOMPARE(m_notifier->shown.at(limits::kBubblesPerMinute).key, last.key);
    QSignalSpy wanted(m_desk.get(), &NoticeDesk::listWanted);
    Q_EMIT m_notifier->activated(last.key, QString());
    QCOMPARE(wanted.size(), 1);
    // A minute later they come one by one again.
    m_clock.at += 60'000;
    for (const Ticket &one : std::as_const(m_tickets)) {
        if (one.owner.isNull()) {
            arrive({arrival(one, m_world->anna, QStringLiteral("Hello"))});
            break;
        }
    }
    QVERIFY(m_notifier->shown.last().key != last.key);
}

void TestNoticeDesk::aSnoozedTicketComesBackAndSurvivesARestart()
{
    enterAs(true);
    m_clock.at = m_world->systemClock.nowMs(); // the store asks the system's clock
    Ticket ticket;
    for (const Ticket &one : std::as_const(m_tickets)) {
        if (one.owner.isNull())
            ticket = one;
    }
    arrive({arrival(ticket, m_world->anna, QStringLiteral("First"))});
    QCOMPARE(m_notifier->actions(), (QStringList{QStringLiteral("open"), QStringLiteral("take"),
                                                 QStringLiteral("snooze")}));
    Q_EMIT m_notifier->activated(m_notifier->shown.last().key, QStringLiteral("snooze"));
    QVERIFY(m_notifier->withdrawn.contains(ticket.id.text()));
    m_notifier->shown.clear();
    arrive({arrival(ticket, m_world->anna, QStringLiteral("Second"))});
    QVERIFY(m_notifier->shown.isEmpty());
    QCOMPARE(list().size(), 2);

    m_desk->setWorkspace(nullptr);
    QVERIFY(m_world->restart());
    m_desk->setWorkspace(m_world->workspace.get());
    arrive({arrival(ticket, m_world->anna, QStringLiteral("Third"))});
    QVERIFY(m_notifier->shown.isEmpty());
    m_clock.at += limits::kSnoozeMs + 1;
    m_desk->tick();
    QTRY_COMPARE(m_notifier->shown.size(), 1);
    QVERIFY(m_notifier->shown.last().body.endsWith(QStringLiteral("Third")));
    m_desk->tick();
    arrive({arrival(ticket, m_world->anna, QStringLiteral("Fourth"))});
    QCOMPARE(m_notifier->shown.size(), 2);
}

void TestNoticeDesk::anAnswerTypedIntoABubbleWaitsInTheOutbox()
{
    enterAs(false);
    const Ticket mine = ticketIn(PublicState::NeedsYou);
    const Message question = arrival(mine, m_world->ben, QStringLiteral("Which floor?"));
    arrive({question});
    Q_EMIT m_notifier->replied(m_notifier->shown.last().key, QStringLiteral(" The second \n"));
    QTRY_COMPARE(m_world->workspace->notices().unread(), 0);
    const auto entries = UiWorld::await(m_world->workspace->outbox().entries());
    QVERIFY(entries);
    QCOMPARE(entries->size(), 1);
    const Op op = entries->constFirst().op;
    QCOMPARE(op.ticket, mine.id);
    QCOMPARE(op.seenThrough, question.id);
    QCOMPARE(std::get<AddMessage>(op.payload).body, QStringLiteral("The second"));
    QCOMPARE(std::get<AddMessage>(op.payload).kind, MessageKind::Reply);
    // A key that nobody was shown does nothing.
    Q_EMIT m_notifier->replied(ticketIn(PublicState::Fixed).id.text(), QStringLiteral("x"));
    QCOMPARE(UiWorld::await(m_world->workspace->outbox().entries())->size(), 1);
}

void TestNoticeDesk::nothingIsShownToSomebodyWhoLooksAtTheWindow()
{
    enterAs(false);
    bool looks = true;
    m_desk->setWatched([&looks] { return looks; });
    const Ticket mine = ticketIn(PublicState::InProgress);
    arrive({arrival(mine, m_world->ben, QStringLiteral("One"))});
    QVERIFY(m_notifier->shown.isEmpty());
    looks = false;
    arrive({arrival(mine, m_world->ben, QStringLiteral("Two"))});
    QCOMPARE(m_notifier->shown.size(), 1);
}

void TestNoticeDesk::theListHoldsEverythingAndOpensIt()
{
    enterAs(false);
    NoticesPage page(*m_world->workspace, m_world->systemClock, nullptr);
    page.resize(700, 500);
    page.show();
    auto *view = page.findChild<QListView *>(QStringLiteral("noticeListView"));
    auto *all = page.findChild<Button *>(QStringLiteral("markAllReadButton"));
    const EmptyState *empty = page.findChild<StateStack *>()->emptyState();
    QTRY_VERIFY(empty->isVisible() && !empty->title().isEmpty());
    const Ticket first = ticketIn(PublicState::InProgress);
    const Ticket second = ticketIn(PublicState::Fixed);
    arrive({arrival(first, m_world->ben, QStringLiteral("One")),
            arrival(second, m_world->ben, QStringLiteral("Two"))});
    QTRY_COMPARE(view->model()->rowCount(), 2);
    QVERIFY(view->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(
        QStringLiteral("New: ")));
    QTRY_VERIFY(view->isVisible());
    // With the keyboard alone.
    QSignalSpy opened(&page, &NoticesPage::opened);
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<Notice>().ticket, first.id);
    QVERIFY(all->isEnabled());
    all->click();
    QTRY_VERIFY(!all->isEnabled());
    QCOMPARE(m_world->workspace->notices().unread(), 0);
    QTRY_VERIFY(!view->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(
        QStringLiteral("New: ")));
    // What comes later does not take the choice away.
    view->setCurrentIndex(view->model()->index(0, 0));
    arrive({arrival(first, m_world->ben, QStringLiteral("Three"))});
    QTRY_COMPARE(view->model()->rowCount(), 3);
    QCOMPARE(view->currentIndex().row(), 1);
}

void TestNoticeDesk::openingATicketReadsItsNotices()
{
    enterAs(false);
    const Ticket first = ticketIn(PublicState::InProgress);
    const Ticket second = ticketIn(PublicState::Fixed);
    openWindow();
    m_window->showPage(QStringLiteral("outbox"));
    arrive({arrival(first, m_world->ben, QStringLiteral("One")),
            arrival(second, m_world->ben, QStringLiteral("Two"))});
    auto *bell = m_window->findChild<QToolButton *>(QStringLiteral("noticesNavButton"));
    QTRY_COMPARE(bell->accessibleDescription(), QStringLiteral("2"));
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openTold(first.id, false, RequestPlace::Thread);
    QTRY_COMPARE(bell->accessibleDescription(), QStringLiteral("1"));
    QVERIFY(m_notifier->withdrawn.contains(first.id.text()));
    // What arrives while it is looked at is read at once.
    QTRY_COMPARE(m_window->requests()->view()->ticket(), first.id);
    arrive({arrival(first, m_world->ben, QStringLiteral("Three"))});
    QTRY_COMPARE(m_world->workspace->notices().unread(), 1);
}

void TestNoticeDesk::theButtonsOfABubbleOpenTheRequestAtThatPlace()
{
    enterAs(false);
    openWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const Ticket needs = ticketIn(PublicState::NeedsYou);
    const Ticket fixed = ticketIn(PublicState::Fixed);
    m_window->openTold(needs.id, false, RequestPlace::Reply);
    QTRY_COMPARE(m_window->requests()->view()->ticket(), needs.id);
    auto *reply = m_window->findChild<QPlainTextEdit *>(QStringLiteral("replyEdit"));
    QTRY_VERIFY(reply->hasFocus());
    m_window->openTold(fixed.id, false, RequestPlace::Verdict);
    auto *works = m_window->findChild<Button *>(QStringLiteral("confirmFixedButton"));
    QTRY_VERIFY(works->hasFocus());
    QVERIFY(m_world->prompt.askedTexts.isEmpty());
    m_window->openTold(fixed.id, false, RequestPlace::Reopen);
    QTRY_COMPARE(m_world->prompt.askedTexts.size(), 1);
}

void TestNoticeDesk::theListCanBeReadInBothSchemes()
{
    enterAs(false);
    arrive({arrival(ticketIn(PublicState::InProgress), m_world->ben,
                    QStringLiteral("Good morning Anna, does the test page come out blank as well?")),
            happened(ticketIn(PublicState::Fixed), m_world->ben, "public-state",
                  {{QStringLiteral("to"), QStringLiteral("fixed")}})});
    m_world->workspace->notices().markRead(ticketIn(PublicState::InProgress).id);
    const QString folder = qEnvironmentVariable("VIGIE_PICTURES");
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        applyTheme(*qApp, scheme);
        openWindow();
        m_window->showPage(QStringLiteral("notices"));
        auto *view = m_window->findChild<QListView *>(QStringLiteral("noticeListView"));
        QTRY_VERIFY(view && view->model()->rowCount() == 2 && view->isVisible());
        const QImage picture = m_window->grab().toImage();
        QVERIFY(picture.width() >= 1240);
        if (!folder.isEmpty())
            picture.save(folder + QStringLiteral("/notices-%1.png").arg(int(scheme)));
        m_window.reset();
    }
    applyTheme(*qApp, Scheme::Light);
}

QTEST_MAIN(TestNoticeDesk)
#include "tst_noticedesk.moc"
