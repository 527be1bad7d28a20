// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the conversation: the requester, their other tickets, where the ticket leads,
// and the computer.
#include "app/desktop/settings.h"
#include "app/queue/queuepage.h"
#include "app/shell/agentscreen.h"
#include "app/ticket/clocksheet.h"
#include "app/ticket/contextpanel.h"
#include "app/ticket/contextsection.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/sidepane.h"
#include "app/widgets/theme.h"
#include "core/model/lifecycle.h"
#include "tests/support/uiworld.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>

using namespace vigie;

class TestContextPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void thePersonIsThereWithEverythingThatIsKnown();
    void otherTicketsAreOpenFirstAndNewestFirst();
    void onlyTheNewestAreShownAndAllAreAKeyAway();
    void anotherTicketIsOpenedWithTheKeyboard();
    void whatChangesInTheStoreChangesHere();
    void factsAreFoldedAndCopiedWithOneKey();
    void linksAreGroupedOpenedAndRemoved();
    void watchersAreShownAndRemoved();
    void theNextDueTimeOpensTheClocks();
    void itStaysAwayWhereTheConversationNeedsTheRoom();
    void whatWasChosenIsKept();
    void theRequestersViewHasNone();
    void everyRowHasANameAndIsReachedByArrows();

private:
    [[nodiscard]] bool start(int width = 1700);
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_screen->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] ContextPanel *panel() const { return child<ContextPanel>("contextPanel"); }
    [[nodiscard]] QList<ContextRow *> rows(const char *section) const
    {
        return child<ContextSection>(section)->rows();
    }
    [[nodiscard]] QStringList texts(const char *section) const
    {
        QStringList all;
        for (const ContextRow *row : rows(section))
            all << row->look().text;
        return all;
    }
    [[nodiscard]] Ticket now() const
    {
        const auto view = UiWorld::await(m_world->workspace->tickets().open(m_ticket.id));
        return view ? view->ticket : Ticket();
    }
    void trigger(const char *id) { child<QAction>(id)->trigger(); }
    Ticket add(const QString &title, State state, qint64 number);

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<AgentScreen> m_screen;
    Ticket m_ticket;
    QList<Ticket> m_others;
};

void TestContextPanel::init()
{
    m_world = std::make_unique<UiWorld>();
    Person &anna = m_world->anna;
    anna.email = QStringLiteral("anna@example.org");
    anna.phone = QStringLiteral("+33 1 23 45 67 89");
    anna.team = QStringLiteral("Accounting");
    anna.site = QStringLiteral("Lyon");
    m_ticket = m_world->ticket(QStringLiteral("Printer prints empty pages"), m_world->desk, 1041);
    m_ticket.state = State::Open;
    m_ticket.requester = anna.id;
    m_ticket.requesterName = anna.name;
    m_others.clear();
}

void TestContextPanel::cleanup()
{
    m_screen.reset();
    m_world.reset();
}

Ticket TestContextPanel::add(const QString &title, State state, qint64 number)
{
    m_world->clock.at += 60'000;
    Ticket other = m_world->ticket(title, m_world->desk, number);
    other.state = state;
    other.publicState = publicState(state);
    other.requester = m_world->anna.id;
    other.requesterName = m_world->anna.name;
    m_others.append(other);
    return other;
}

bool TestContextPanel::start(int width)
{
    QList<wire::Change> changes = m_world->directory();
    changes << m_world->told(m_ticket);
    for (const Ticket &other : std::as_const(m_others))
        changes << m_world->told(other);
    if (!m_world->say(changes) || !m_world->enter(m_world->ben))
        return false;
    m_screen = std::make_unique<AgentScreen>(*m_world->workspace, m_world->prompt, nullptr);
    m_screen->resize(width, 900);
    m_screen->show();
    m_screen->activateWindow();
    m_screen->openTicket(m_ticket.id);
    return QTest::qWaitForWindowActive(m_screen.get()) && QTest::qWaitFor([this] {
        return child<QLabel>("ticketNumberLabel")->text() == QLatin1String("#1041");
    });
}

void TestContextPanel::thePersonIsThereWithEverythingThatIsKnown()
{
    add(QStringLiteral("VPN drops"), State::Open, 1042);
    add(QStringLiteral("New headset"), State::Closed, 1043);
    QVERIFY(start());
    QVERIFY(panel()->isVisible());
    QCOMPARE(child<ElidedLabel>("contextPersonName")->text(), m_world->anna.name);
    QCOMPARE(child<ElidedLabel>("contextPersonPlace")->text(), QStringLiteral("Accounting · Lyon"));
    QTRY_COMPARE(texts("contextPerson"),
                 (QStringList{m_world->anna.email, m_world->anna.phone, m_world->anna.login,
                              QStringLiteral("2 open ticket(s), 3 in all")}));
    ContextRow *mail = rows("contextPerson").first();
    mail->setFocus();
    QTest::keyClick(mail, Qt::Key_Return);
    QCOMPARE(QApplication::clipboard()->text(), m_world->anna.email);
}

void TestContextPanel::otherTicketsAreOpenFirstAndNewestFirst()
{
    add(QStringLiteral("Old and open"), State::Open, 1042);
    add(QStringLiteral("New and closed"), State::Closed, 1043);
    add(QStringLiteral("New and open"), State::WaitingRequester, 1044);
    add(QStringLiteral("Newest, and closed"), State::Closed, 1045);
    QVERIFY(start());
    QTRY_COMPARE(texts("contextOthers"),
                 (QStringList{QStringLiteral("New and open"), QStringLiteral("Old and open"),
                              QStringLiteral("Newest, and closed"),
                              QStringLiteral("New and closed")}));
    QVERIFY(!child<QAbstractButton>("contextOthersMore")->isVisible());
}

void TestContextPanel::onlyTheNewestAreShownAndAllAreAKeyAway()
{
    for (int i = 0; i < 25; ++i)
        add(QStringLiteral("Request %1").arg(i), i % 2 ? State::Open : State::Closed, 2000 + i);
    Ticket strange = m_world->ticket(QStringLiteral("Somebody else's"), m_world->desk, 3000);
    strange.requester = m_world->ids.make<PersonId>();
    m_others.append(strange);
    QVERIFY(start());
    QTRY_COMPARE(rows("contextOthers").size(), RequesterTickets::kShown);
    auto *more = child<QAbstractButton>("contextOthersMore");
    QVERIFY(more->isVisible());
    QVERIFY(more->text().contains(QStringLiteral("26")));
    more->setFocus();
    QSignalSpy typed(child<SearchField>("ticketSearchField"), &SearchField::searchChanged);
    QTest::keyClick(more, Qt::Key_Space);
    QCOMPARE(child<QLineEdit>("ticketSearchField")->text(), QStringLiteral("requester:anna"));
    const auto *list = child<QTableView>("ticketListView");
    QTRY_COMPARE(list->model()->rowCount(), 26);
    QCOMPARE(m_screen->ticket()->ticket(), m_ticket.id); // nothing else was opened
    // What the field asks for after its own delay is no other list.
    QVERIFY(!typed.isEmpty() || typed.wait());
    QCOMPARE(list->model()->rowCount(), 26);
}

void TestContextPanel::anotherTicketIsOpenedWithTheKeyboard()
{
    const Ticket other = add(QStringLiteral("VPN drops"), State::Open, 1042);
    QVERIFY(start());
    QTRY_COMPARE(rows("contextOthers").size(), 1);
    ContextRow *row = rows("contextOthers").first();
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Return);
    QTRY_COMPARE(m_screen->ticket()->ticket(), other.id);
    QTRY_COMPARE(texts("contextOthers"), QStringList{m_ticket.title});
}

void TestContextPanel::whatChangesInTheStoreChangesHere()
{
    const Ticket other = add(QStringLiteral("VPN drops"), State::Open, 1042);
    QVERIFY(start());
    QTRY_COMPARE(rows("contextOthers").size(), 1);
    VERIFY_OK(UiWorld::await(
        m_world->workspace->tickets().change(other.id, SetState{State::Resolved, {}})));
    QTRY_VERIFY(texts("contextPerson").last().startsWith(QStringLiteral("1 open")));
    // What changed while nobody looked is read when somebody looks again.
    trigger("ticket.context");
    QVERIFY(!panel()->isVisible());
    QSignalSpy changed(m_world->workspace.get(), &Workspace::changed);
    VERIFY_OK(UiWorld::await(
        m_world->workspace->tickets().change(other.id, SetState{State::Open, {}})));
    QTRY_VERIFY(!changed.isEmpty());
    trigger("ticket.context");
    QTRY_VERIFY(texts("contextPerson").last().startsWith(QStringLiteral("2 open")));
}

void TestContextPanel::factsAreFoldedAndCopiedWithOneKey()
{
    m_ticket.kit.facts = {{QStringLiteral("host"), QStringLiteral("LYON-0042")},
                          {QStringLiteral("os"), QStringLiteral("Debian 12")},
                          {QStringLiteral("memory"), QStringLiteral("2000000000/8000000000")},
                          {QStringLiteral("dock"), QStringLiteral("<b>WD19</b>")}};
    QVERIFY(start());
    const auto heads = m_screen->findChildren<QAbstractButton *>(QStringLiteral("contextFactsHead"));
    QCOMPARE(heads.size(), 3);
    const auto groups = m_screen->findChildren<ContextSection *>(QStringLiteral("contextFacts"));
    ContextSection *system = groups.first();
    QVERIFY(!system->isOpen());
    QVERIFY(!system->rows().first()->isVisible());
    heads.first()->setFocus();
    QTest::keyClick(heads.first(), Qt::Key_Space);
    ContextRow *host = system->rows().first();
    QVERIFY(host->isVisible());
    QCOMPARE(host->look().text, QStringLiteral("LYON-0042"));
    host->setFocus();
    QTest::keyClick(host, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("LYON-0042"));
    child<QAbstractButton>("copyFactsButton")->click();
    const QString all = QApplication::clipboard()->text();
    QVERIFY(all.contains(QStringLiteral("Operating system: Debian 12\n")));
    QVERIFY(all.endsWith(QStringLiteral("dock: <b>WD19</b>")));
}

void TestContextPanel::linksAreGroupedOpenedAndRemoved()
{
    const Ticket parent = add(QStringLiteral("Printers of floor 2"), State::Open, 1042);
    const Ticket like = add(QStringLiteral("Toner is empty"), State::Open, 1043);
    m_ticket.links = {{LinkKind::RelatesTo, like.id}, {LinkKind::ChildOf, parent.id}};
    QVERIFY(start());
    QCOMPARE(texts("contextLinks"), (QStringList{parent.title, like.title}));
    QVERIFY(rows("contextLinks").first()->look().note.startsWith(QStringLiteral("Is part of")));
    ContextRow *second = rows("contextLinks").last();
    second->setFocus();
    QTest::keyClick(second, Qt::Key_Delete);
    QTRY_COMPARE(now().links, (QList<Link>{{LinkKind::ChildOf, parent.id}}));
    QTRY_COMPARE(texts("contextLinks"), QStringList{parent.title});
    QTest::keyClick(rows("contextLinks").first(), Qt::Key_Return);
    QTRY_COMPARE(m_screen->ticket()->ticket(), parent.id);
    QTRY_COMPARE(rows("contextLinks").size(), 0);
}

void TestContextPanel::watchersAreShownAndRemoved()
{
    m_ticket.watchers = {m_world->ben.id};
    QVERIFY(start());
    QCOMPARE(texts("contextWatchers"), QStringList{m_world->ben.name});
    ContextRow *row = rows("contextWatchers").first();
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Delete);
    QTRY_VERIFY(now().watchers.isEmpty());
    QTRY_COMPARE(rows("contextWatchers").size(), 0);
}

void TestContextPanel::theNextDueTimeOpensTheClocks()
{
    ServiceMark terms{ServiceMark::Kind::Terms, m_world->clock.at, 0, State::New, {}};
    terms.terms.targetMs = {0, 4 * 3'600'000, 0, 0};
    ServiceBook book;
    book.calendars = {{QString(), BusinessCalendar()}};
    addMark(m_ticket.service, {ServiceMark::Kind::Reported, m_world->clock.at, 0, State::New, {}});
    addMark(m_ticket.service, terms);
    settle(book, m_ticket.service);
    QVERIFY(start());
    QVERIFY(child<QWidget>("contextTimes")->isVisible());
    ContextRow *due = rows("contextTimes").first();
    QVERIFY(!due->look().text.isEmpty());
    due->setFocus();
    QTest::keyClick(due, Qt::Key_Return);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu && menu->findChild<ClockSheet *>());
    menu->close();
}

void TestContextPanel::itStaysAwayWhereTheConversationNeedsTheRoom()
{
    QVERIFY(start());
    SidePane *sides = m_screen->ticket()->sides();
    QVERIFY(panel()->isVisible());
    m_screen->resize(1000, 800);
    QTRY_VERIFY(!panel()->isVisible());
    QVERIFY(sides->isWanted());
    // Asked for, it lies over the conversation, and Escape takes it away.
    QSignalSpy kept(m_screen.get(), &AgentScreen::habitsChanged);
    trigger("ticket.contextFocus");
    QVERIFY(panel()->isVisible());
    auto *row = qobject_cast<ContextRow *>(m_screen->focusWidget());
    QVERIFY(row && panel()->isAncestorOf(row));
    QTest::keyClick(row, Qt::Key_Escape);
    QVERIFY(!panel()->isVisible());
    QCOMPARE(m_screen->focusWidget()->objectName(), QStringLiteral("threadView"));
    // So does going on in the conversation.
    trigger("ticket.contextFocus");
    QVERIFY(panel()->isVisible());
    child<QWidget>("threadView")->setFocus();
    QVERIFY(!panel()->isVisible());
    QCOMPARE(kept.count(), 0); // that was for once
    m_screen->resize(1700, 800);
    QTRY_VERIFY(panel()->isVisible());
}

void TestContextPanel::whatWasChosenIsKept()
{
    QVERIFY(start());
    QSignalSpy kept(m_screen.get(), &AgentScreen::habitsChanged);
    QTest::keyClick(child<QWidget>("threadView"), Qt::Key_C);
    QVERIFY(!panel()->isVisible());
    QCOMPARE(kept.count(), 1);
    const QTemporaryDir folder;
    {
        Settings settings(folder.path(), nullptr, nullptr);
        settings.setText(SettingKey::Desk, m_screen->habits().toText());
        VERIFY_OK(settings.flush());
    }
    const Settings again(folder.path(), nullptr, nullptr);
    DeskHabits habits = DeskHabits::fromText(again.text(SettingKey::Desk));
    QCOMPARE(habits, m_screen->habits());
    QVERIFY(!habits.context);
    habits.context = true;
    habits.contextWidth = 340;
    m_screen->setHabits(habits);
    QVERIFY(panel()->isVisible());
    QCOMPARE(panel()->width(), 340);
    // Damaged ones are the usual.
    QCOMPARE(DeskHabits::fromText(QStringLiteral("{\"context\":7,\"listAboveIn\":[]")), DeskHabits());
}

void TestContextPanel::theRequestersViewHasNone()
{
    add(QStringLiteral("Only agents know"), State::Open, 1042);
    QVERIFY(start());
    QTRY_COMPARE(rows("contextOthers").size(), 1);
    trigger("ticket.requesterView");
    QVERIFY(!panel()->isVisible());
    QVERIFY(rows("contextOthers").isEmpty());
    QVERIFY(child<ElidedLabel>("contextPersonName")->text().isEmpty());
    trigger("ticket.requesterView");
    QVERIFY(panel()->isVisible());
    QTRY_COMPARE(rows("contextOthers").size(), 1);
}

void TestContextPanel::everyRowHasANameAndIsReachedByArrows()
{
    const Ticket other = add(QStringLiteral("VPN drops"), State::Open, 1042);
    m_ticket.links = {{LinkKind::RelatesTo, other.id}};
    m_ticket.watchers = {m_world->ben.id};
    m_ticket.kit.facts = {{QStringLiteral("host"), QStringLiteral("LYON-0042")}};
    QVERIFY(start());
    QTRY_COMPARE(rows("contextOthers").size(), 1);
    for (ContextSection *group : panel()->findChildren<ContextSection *>())
        group->setOpen(true);
    QSet<const QWidget *> wanted;
    for (const ContextRow *row : panel()->findChildren<ContextRow *>()) {
        if (!row->isVisible())
            continue;
        QVERIFY(row->accessibleName().size() > 2);
        wanted.insert(row);
    }
    QVERIFY(wanted.size() >= 7);
    for (const auto *button : panel()->findChildren<QAbstractButton *>()) {
        const bool named = !button->accessibleName().isEmpty() || !button->text().isEmpty();
        QVERIFY2(named || !button->isVisible(), qPrintable(button->objectName()));
    }
    trigger("ticket.contextFocus");
    for (int i = 0; i < 40 && !wanted.isEmpty(); ++i) {
        wanted.remove(m_screen->focusWidget());
        QTest::keyClick(m_screen->focusWidget(),
                        qobject_cast<ContextRow *>(m_screen->focusWidget()) ? Qt::Key_Down
                                                                            : Qt::Key_Tab);
    }
    QVERIFY(wanted.isEmpty());
}

QTEST_MAIN(TestContextPanel)
#include "tst_contextpanel.moc"
