// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets in tabs and in windows of their own.
#include "app/composer/composer.h"
#include "app/desktop/deskkeeper.h"
#include "app/desktop/settings.h"
#include "app/queue/queuepage.h"
#include "app/shell/agentscreen.h"
#include "app/shell/commandpalette.h"
#include "app/shell/commandregistry.h"
#include "app/shell/mainwindow.h"
#include "app/shell/tickettabs.h"
#include "app/shell/ticketwindow.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/theme.h"
#include "tests/ui/facedwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

using namespace vigie;

class TestOpenTickets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup() { m_faced.close(); }

    void aKeyOpensATabAndTheListGoesOnBesideIt();
    void theMiddleButtonOpensATabBehind();
    void tabsAreClosedWithTheKeyTheButtonAndTheMouse();
    void keysWalkAlongTheTabs();
    void tabsAreReorderedAndTheListsIsNeverClosed();
    void aTicketInATabIsBroughtToTheFront();
    void aTabTellsWhatArrivedAndWhatIsUnsent();
    void wordsGoAlongIntoAWindowAndBack();
    void aTicketInAWindowIsNotOpenedTwice();
    void keysAndMenusMeanTheWindowTheyAreIn();
    void thePaletteOfAWindowActsThere();
    void chosenKeysWorkInWindowsToo();
    void whatLayOpenIsOpenedAgain();
    void sendAndNextGoesOnInTheList();
    void afterAnAnswerTheTabGoesIfOneWantsThat();
    void aClosingAnswerClosesItsTabOrGoesToTheNext();
    void aRowOffersItAndADoubleClickDoesIt();
    void aDamagedSessionOpensWhatCanBeRead();
    void aHundredTabsHaveOnePage();

private:
    [[nodiscard]] AgentScreen *desk() const { return m_faced.window->agent(); }
    [[nodiscard]] TicketPage *page() const { return desk()->ticket(); }
    [[nodiscard]] TicketTabs *tabs() const
    {
        return desk()->findChild<TicketTabs *>(QStringLiteral("ticketTabs"));
    }
    [[nodiscard]] QTableView *list() const
    {
        return desk()->findChild<QTableView *>(QStringLiteral("ticketListView"));
    }
    [[nodiscard]] static QList<TicketWindow *> windows()
    {
        QList<TicketWindow *> all;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<TicketWindow *>(widget); window && window->isVisible())
                all.append(window);
        }
        return all;
    }
    template<class W>
    [[nodiscard]] static W *in(const QWidget *place, const char *name)
    {
        return place->findChild<W *>(QLatin1String(name));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(list(), key, with);
    }
    [[nodiscard]] TicketId rowId(int row) const;
    void choose(int row);
    [[nodiscard]] TicketWindow *openWindow();
    void write(const QWidget *place, const QString &words);

    FacedWindow m_faced;
};

void TestOpenTickets::init()
{
    QVERIFY(m_faced.open(true));
    QTRY_COMPARE(list()->model()->rowCount(), 5);
    list()->setFocus();
}

TicketId TestOpenTickets::rowId(int row) const
{
    return qobject_cast<TicketListModel *>(list()->model())->idAt(row);
}

void TestOpenTickets::choose(int row)
{
    list()->setCurrentIndex(list()->model()->index(row, 0));
    QTRY_COMPARE(page()->ticket(), rowId(row));
    QTRY_VERIFY(in<QLabel>(page(), "ticketNumberLabel")->isVisible());
}

TicketWindow *TestOpenTickets::openWindow()
{
    key(Qt::Key_O, Qt::ShiftModifier);
    if (windows().size() != 1)
        return nullptr;
    TicketWindow *window = windows().constFirst();
    const bool there = QTest::qWaitForWindowActive(window) && QTest::qWaitFor([window] {
        return in<QLabel>(window, "ticketNumberLabel")->isVisible();
    });
    return there ? window : nullptr;
}

void TestOpenTickets::write(const QWidget *place, const QString &words)
{
    auto *edit = in<QPlainTextEdit>(place, "replyEdit");
    QTRY_VERIFY(!edit->isReadOnly());
    edit->setFocus();
    QTest::keyClicks(edit, words);
}

void TestOpenTickets::aKeyOpensATabAndTheListGoesOnBesideIt()
{
    choose(1);
    QVERIFY(!tabs()->isVisible());
    key(Qt::Key_O);
    QVERIFY(tabs()->isVisible());
    QCOMPARE(tabs()->tickets(), QList<TicketId>{rowId(1)});
    QCOMPARE(tabs()->current(), rowId(1));
    QTRY_VERIFY(tabs()->tabText(1).startsWith(QStringLiteral("#1045")));
    key(Qt::Key_J);
    QTRY_COMPARE(page()->ticket(), rowId(2));
    QVERIFY(tabs()->current().isNull());
    tabs()->setCurrentIndex(1);
    QTRY_COMPARE(page()->ticket(), rowId(1));
    // The list goes on from where it was, not from the tab.
    key(Qt::Key_J);
    QTRY_COMPARE(page()->ticket(), rowId(3));
}

void TestOpenTickets::theMiddleButtonOpensATabBehind()
{
    choose(0);
    const QPoint third = list()->visualRect(list()->model()->index(2, 0)).center();
    QTest::mouseClick(list()->viewport(), Qt::MiddleButton, {}, third);
    QCOMPARE(tabs()->tickets(), QList<TicketId>{rowId(2)});
    QVERIFY(tabs()->current().isNull());
    QCOMPARE(page()->ticket(), rowId(0));
}

void TestOpenTickets::tabsAreClosedWithTheKeyTheButtonAndTheMouse()
{
    for (int row = 0; row < 3; ++row)
        desk()->openInTab(rowId(row), true);
    QCOMPARE(tabs()->count(), 4);
    key(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(tabs()->tickets(), (QList<TicketId>{rowId(0), rowId(1)}));
    QCOMPARE(tabs()->current(), rowId(1));
    auto *close = qobject_cast<QAbstractButton *>(tabs()->tabButton(1, QTabBar::RightSide));
    QVERIFY(!close->accessibleName().isEmpty());
    close->click();
    QCOMPARE(tabs()->tickets(), QList<TicketId>{rowId(1)});
    QTest::mouseClick(tabs(), Qt::MiddleButton, {}, tabs()->tabRect(1).center());
    QVERIFY(tabs()->tickets().isEmpty());
    QVERIFY(!tabs()->isVisible());
    key(Qt::Key_W, Qt::ControlModifier); // the list's own stays
    QCOMPARE(tabs()->count(), 1);
}

void TestOpenTickets::keysWalkAlongTheTabs()
{
    choose(0);
    desk()->openInTab(rowId(1), false);
    desk()->openInTab(rowId(2), false);
    key(Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(page()->ticket(), rowId(1));
    key(Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(page()->ticket(), rowId(2));
    key(Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(page()->ticket(), rowId(0));
    key(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(page()->ticket(), rowId(2));
}

void TestOpenTickets::tabsAreReorderedAndTheListsIsNeverClosed()
{
    desk()->openInTab(rowId(1), false);
    desk()->openInTab(rowId(2), false);
    tabs()->moveTab(1, 2);
    QCOMPARE(tabs()->tickets(), (QList<TicketId>{rowId(2), rowId(1)}));
    tabs()->moveTab(1, 0);
    QCOMPARE(tabs()->tickets(), (QList<TicketId>{rowId(2), rowId(1)}));
    QVERIFY(!tabs()->tabButton(1, QTabBar::RightSide));
    QTest::mouseClick(tabs(), Qt::MiddleButton, {}, tabs()->tabRect(1).center());
    QCOMPARE(tabs()->count(), 3);
    desk()->openInTab(rowId(2), true); // where it is now
    QCOMPARE(tabs()->currentIndex(), 0);
    choose(3);
    QCOMPARE(tabs()->currentIndex(), 1);
    QVERIFY(tabs()->current().isNull());
}

void TestOpenTickets::aTicketInATabIsBroughtToTheFront()
{
    desk()->openInTab(rowId(3), false);
    choose(0);
    m_faced.window->openTicket(rowId(3));
    QCOMPARE(tabs()->current(), rowId(3));
    QCOMPARE(tabs()->count(), 2);
    QTRY_COMPARE(page()->ticket(), rowId(3));
}

void TestOpenTickets::aTabTellsWhatArrivedAndWhatIsUnsent()
{
    choose(0);
    const TicketId written = rowId(1);
    desk()->openInTab(written, true);
    QTRY_COMPARE(page()->ticket(), written);
    write(page(), QStringLiteral("Half a sen"));
    QVERIFY(tabs()->tabIcon(1).isNull());
    tabs()->setCurrentIndex(0);
    QTRY_VERIFY(!tabs()->tabIcon(1).isNull());
    QVERIFY(tabs()->tabToolTip(1).contains(QStringLiteral("unsent")));
    Message news;
    news.ticket = written;
    Q_EMIT m_faced.world->workspace->messagesArrived({news});
    QVERIFY(tabs()->tabText(1).startsWith(QStringLiteral("●")));
    QVERIFY(tabs()->accessibleTabName(1).contains(QStringLiteral("new arrived")));
    tabs()->setCurrentIndex(1);
    QTRY_COMPARE(in<QPlainTextEdit>(page(), "replyEdit")->toPlainText(),
                 QStringLiteral("Half a sen"));
    QVERIFY(!tabs()->tabText(1).startsWith(QStringLiteral("●")));
    QVERIFY(tabs()->tabIcon(1).isNull());
}

void TestOpenTickets::wordsGoAlongIntoAWindowAndBack()
{
    choose(1);
    const TicketId id = rowId(1);
    write(page(), QStringLiteral("Begun here"));
    list()->setFocus();
    TicketWindow *window = openWindow();
    QVERIFY(window);
    QCOMPARE(window->ticket(), id);
    QTRY_VERIFY(window->windowTitle().startsWith(QStringLiteral("#1045")));
    auto *edit = in<QPlainTextEdit>(window, "replyEdit");
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("Begun here"));
    // Nobody else holds it.
    QVERIFY(page()->ticket().isNull());
    QVERIFY(desk()->findChild<QWidget *>(QStringLiteral("ticketElsewhere"))->isVisible());
    write(window, QStringLiteral(", ended there"));
    QTest::keyClick(edit, Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(windows().isEmpty());
    QTRY_COMPARE(page()->ticket(), id);
    QTRY_COMPARE(in<QPlainTextEdit>(page(), "replyEdit")->toPlainText(),
                 QStringLiteral("Begun here, ended there"));
}

void TestOpenTickets::aTicketInAWindowIsNotOpenedTwice()
{
    choose(1);
    const TicketId id = rowId(1);
    TicketWindow *window = openWindow();
    QVERIFY(window);
    choose(0);
    desk()->openInTab(id, true);
    QVERIFY(tabs()->tickets().isEmpty());
    m_faced.window->openTicket(id);
    desk()->openInWindow(id);
    QCOMPARE(windows(), QList<TicketWindow *>{window});
    // Walking over it in the list does not pull it to the front, and shows where it is.
    m_faced.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_faced.window.get()));
    list()->setCurrentIndex(list()->model()->index(1, 0));
    auto *elsewhere = desk()->findChild<QWidget *>(QStringLiteral("ticketElsewhere"));
    QVERIFY(elsewhere->isVisible());
    QVERIFY(m_faced.window->isActiveWindow());
    elsewhere->findChild<QAbstractButton *>()->click();
    QVERIFY(QTest::qWaitForWindowActive(window));
    // And back into a tab.
    QTest::keyClick(in<QWidget>(window, "threadView"), Qt::Key_O);
    QTRY_VERIFY(windows().isEmpty());
    QTRY_COMPARE(page()->ticket(), id);
    QCOMPARE(tabs()->current(), id);
}

void TestOpenTickets::keysAndMenusMeanTheWindowTheyAreIn()
{
    choose(0);
    const TicketId here = rowId(0);
    const TicketId there = rowId(2);
    list()->setCurrentIndex(list()->model()->index(2, 0));
    TicketWindow *window = openWindow();
    QVERIFY(window);
    choose(0);
    const auto owner = [this](const TicketId &id) {
        const auto view = UiWorld::await(m_faced.world->workspace->tickets().open(id));
        return view ? view->ticket.owner : PersonId();
    };
    QVERIFY(owner(here).isNull());
    QVERIFY(owner(there).isNull());
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(in<QWidget>(window, "threadView"), Qt::Key_M);
    QTRY_COMPARE(owner(there), m_faced.world->ben.id);
    QVERIFY(owner(here).isNull());
    // The window's menu as well: every command of a ticket is in it.
    QSet<QString> offered;
    for (const QAction *menu : window->menuBar()->actions()) {
        for (const QAction *action : menu->menu()->actions()) {
            offered.insert(action->objectName());
            QVERIFY2(action->toolTip().size() > 3, qPrintable(action->objectName()));
        }
    }
    for (const QAction *action : page()->commands())
        QVERIFY2(offered.contains(action->objectName()), qPrintable(action->objectName()));
}

void TestOpenTickets::thePaletteOfAWindowActsThere()
{
    choose(2);
    const TicketId here = rowId(0);
    const TicketId there = rowId(2);
    TicketWindow *window = openWindow();
    QVERIFY(window);
    choose(0);
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(in<QWidget>(window, "threadView"), Qt::Key_K, Qt::ControlModifier);
    auto *palette = in<CommandPalette>(window, "commandPalette");
    QVERIFY(palette && palette->isVisible());
    auto *field = in<QLineEdit>(palette, "paletteField");
    QTest::keyClicks(field, QStringLiteral("Take the ticket"));
    QTest::keyClick(field, Qt::Key_Return);
    const auto owner = [this](const TicketId &id) {
        const auto view = UiWorld::await(m_faced.world->workspace->tickets().open(id));
        return view ? view->ticket.owner : PersonId();
    };
    QTRY_COMPARE(owner(there), m_faced.world->ben.id);
    QVERIFY(owner(here).isNull());
    // What only the main window can do brings that one.
    QSignalSpy front(m_faced.window.get(), &MainWindow::frontWanted);
    palette->summon();
    QTest::keyClicks(field, QStringLiteral("Search tickets"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(front.count(), 1);
    QCOMPARE(m_faced.window->focusWidget()->objectName(), QStringLiteral("ticketSearchField"));
}

void TestOpenTickets::chosenKeysWorkInWindowsToo()
{
    choose(0);
    m_faced.window->commands().chooseKeys(QStringLiteral("ticket.take"),
                                          {QKeySequence(QStringLiteral("Ctrl+Alt+T"))});
    TicketWindow *window = openWindow();
    QVERIFY(window);
    const auto *take = in<QAction>(window, "ticket.take");
    QCOMPARE(take->shortcut(), QKeySequence(QStringLiteral("Ctrl+Alt+T")));
    m_faced.window->commands().chooseUsualKeys(QStringLiteral("ticket.take"));
    QCOMPARE(take->shortcut(), QKeySequence(QStringLiteral("M")));
}

void TestOpenTickets::whatLayOpenIsOpenedAgain()
{
    const QTemporaryDir folder;
    Settings settings(folder.path(), nullptr, nullptr);
    new DeskKeeper(*desk(), settings, QStringLiteral("ben@desk"));
    choose(4);
    const QList<TicketId> open{rowId(2), rowId(0)};
    const TicketId apart = rowId(4);
    TicketWindow *window = openWindow();
    QVERIFY(window);
    desk()->openInTab(open[0], true);
    desk()->openInTab(open[1], false);
    m_faced.window.reset();
    QVERIFY(windows().isEmpty());
    UiWorld &world = *m_faced.world;
    QVERIFY(world.restart());
    m_faced.window = std::make_unique<MainWindow>(*world.workspace, world.prompt, world.systemClock);
    new DeskKeeper(*desk(), settings, QStringLiteral("ben@desk"));
    QVERIFY(windows().isEmpty()); // not before somebody looks
    m_faced.window->show();
    QCOMPARE(tabs()->tickets(), open);
    QCOMPARE(tabs()->current(), open[0]);
    QTRY_COMPARE(page()->ticket(), open[0]);
    QCOMPARE(windows().size(), 1);
    QCOMPARE(windows().constFirst()->ticket(), apart);
    // Somebody else's desk on this computer is another one.
    const QJsonObject all = DeskSession().toJson();
    QCOMPARE(DeskSession::fromJson(all), DeskSession());
    AgentScreen other(*world.workspace, world.prompt, nullptr);
    new DeskKeeper(other, settings, QStringLiteral("zoe@desk"));
    QVERIFY(other.session().tabs.isEmpty() && other.session().windows.isEmpty());
}

void TestOpenTickets::sendAndNextGoesOnInTheList()
{
    choose(1);
    desk()->openInTab(rowId(1), true);
    write(page(), QStringLiteral("Done"));
    auto *edit = in<QPlainTextEdit>(page(), "replyEdit");
    const TicketId next = rowId(2);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(page()->ticket(), next);
    QVERIFY(tabs()->current().isNull());
}

void TestOpenTickets::afterAnAnswerTheTabGoesIfOneWantsThat()
{
    choose(0);
    const TicketId id = rowId(1);
    const auto answer = [&] {
        desk()->openInTab(id, true);
        QTRY_COMPARE(page()->ticket(), id);
        write(page(), QStringLiteral("Done"));
        QTest::keyClick(in<QPlainTextEdit>(page(), "replyEdit"), Qt::Key_Return,
                        Qt::ControlModifier);
        QTRY_VERIFY(in<QPlainTextEdit>(desk(), "replyEdit")->toPlainText().isEmpty());
        QTRY_VERIFY(page()->findChild<QWidget *>(QStringLiteral("undoBar"))->isVisible());
    };
    answer();
    QVERIFY(tabs()->holds(id)); // staying is the usual
    m_faced.window->commands().run(QStringLiteral("desk.afterCloseIfEnded"));
    answer();
    QVERIFY(tabs()->holds(id)); // it is still open
    m_faced.window->commands().run(QStringLiteral("desk.afterClose"));
    QCOMPARE(DeskHabits::fromText(desk()->habits().toText()).afterAnswer, AfterAnswer::Close);
    answer();
    QTRY_VERIFY(!tabs()->holds(id));
}

void TestOpenTickets::aClosingAnswerClosesItsTabOrGoesToTheNext()
{
    choose(0);
    const auto resolve = [&](const TicketId &id) {
        desk()->openInTab(id, true);
        QTRY_COMPARE(page()->ticket(), id);
        write(page(), QStringLiteral("Solved"));
        auto *menu = in<QToolButton>(page(), "sendAndButton")->menu();
        Q_EMIT menu->aboutToShow();
        in<QAction>(menu, "sendAndResolve")->trigger();
    };
    m_faced.window->commands().run(QStringLiteral("desk.afterCloseIfEnded"));
    const TicketId first = rowId(1);
    resolve(first);
    QTRY_VERIFY(!tabs()->holds(first));
    QTRY_VERIFY(qobject_cast<TicketListModel *>(list()->model())->rowOf(first) < 0);
    m_faced.window->commands().run(QStringLiteral("desk.afterNext"));
    choose(1);
    const TicketId second = rowId(1);
    resolve(second);
    QTRY_VERIFY(!tabs()->holds(second));
    QTRY_VERIFY(page()->ticket() != second && !page()->ticket().isNull());
    QVERIFY(tabs()->current().isNull());
}

void TestOpenTickets::aRowOffersItAndADoubleClickDoesIt()
{
    choose(0);
    const TicketId id = rowId(2);
    const QPoint third = list()->visualRect(list()->model()->index(2, 0)).center();
    Q_EMIT list()->customContextMenuRequested(third);
    auto *menu = in<QMenu>(desk(), "rowMenu");
    QVERIFY(menu && menu->isVisible());
    menu->actions().constFirst()->trigger();
    menu->close();
    QCOMPARE(tabs()->current(), id);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, third);
    QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {}, third);
    QTRY_COMPARE(windows().size(), 1);
    QCOMPARE(windows().constFirst()->ticket(), id);
    QVERIFY(!tabs()->holds(id)); // it is in one place only
}

void TestOpenTickets::aDamagedSessionOpensWhatCanBeRead()
{
    const TicketId one = rowId(0);
    const TicketId two = rowId(1);
    const QJsonObject object{
        {QStringLiteral("tabs"), QJsonArray{one.text(), 7, QStringLiteral("x"), one.text()}},
        {QStringLiteral("current"), two.text()},
        {QStringLiteral("windows"),
         QJsonArray{QJsonObject{{QStringLiteral("ticket"), one.text()}},
                    QJsonObject{{QStringLiteral("ticket"), two.text()},
                                {QStringLiteral("geometry"), QStringLiteral("%%")}},
                    QStringLiteral("nonsense")}}};
    const DeskSession session = DeskSession::fromJson(object);
    QCOMPARE(session.tabs, QList<TicketId>{one});
    QVERIFY(session.current.isNull());
    QCOMPARE(session.windows.size(), 1);
    QCOMPARE(session.windows.constFirst().ticket, two);
    QCOMPARE(DeskSession::fromJson(session.toJson()), session);
    desk()->restore(session);
    QCOMPARE(tabs()->tickets(), QList<TicketId>{one});
    QCOMPARE(windows().size(), 1);
}

void TestOpenTickets::aHundredTabsHaveOnePage()
{
    const int pages = int(desk()->findChildren<TicketPage *>().size());
    for (int i = 0; i < 100; ++i)
        desk()->openInTab(m_faced.world->ids.make<TicketId>(), false);
    QCOMPARE(tabs()->tickets().size(), 100);
    QCOMPARE(int(desk()->findChildren<TicketPage *>().size()), pages);
    // Nothing of it makes the window wider than it was.
    QVERIFY(desk()->minimumSizeHint().width() < 1240);
}

QTEST_MAIN(TestOpenTickets)
#include "tst_opentickets.moc"
