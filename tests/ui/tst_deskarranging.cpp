// SPDX-License-Identifier: GPL-3.0-or-later
// The list beside or above the conversation, for each place of its own.
#include "app/queue/queuepage.h"
#include "app/shell/agentscreen.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/theme.h"
#include "core/service/savedviewservice.h"
#include "tests/ui/uisample.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>

using namespace vigie;

class TestDeskArranging final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void aKeyPutsTheListAboveAndBack();
    void eachPlaceRemembersItsOwn();
    void onePlaceCanBeTheModelOfAll();
    void aboveEachTicketIsOneLine();
    void eachWayKeepsItsOwnSizes();
    void whatIsKeptArrangesAnotherSession();
    void theTicketStaysWhereItIsWhileTheListMoves();

private:
    void open();
    [[nodiscard]] QSplitter *split() const
    {
        return m_screen->findChild<QSplitter *>(QStringLiteral("agentSplitter"));
    }
    [[nodiscard]] QTableView *list() const
    {
        return m_screen->findChild<QTableView *>(QStringLiteral("ticketListView"));
    }
    [[nodiscard]] bool isAbove() const
    {
        return list()->mapTo(m_screen.get(), QPoint(0, list()->height())).y()
            <= m_screen->ticket()->mapTo(m_screen.get(), QPoint()).y();
    }
    void trigger(const char *id) { m_screen->findChild<QAction *>(QLatin1String(id))->trigger(); }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<AgentScreen> m_screen;
};

void TestDeskArranging::init()
{
    m_world = std::make_unique<UiWorld>();
    fillAgent(*m_world);
    QVERIFY(m_world->workspace);
    open();
}

void TestDeskArranging::cleanup()
{
    m_screen.reset();
    m_world.reset();
}

void TestDeskArranging::open()
{
    m_screen = std::make_unique<AgentScreen>(*m_world->workspace, m_world->prompt, nullptr);
    m_screen->resize(1300, 900);
    m_screen->show();
    m_screen->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    m_screen->queue()->showScope(ListScope::All);
    QTRY_VERIFY(!m_screen->ticket()->ticket().isNull());
}

void TestDeskArranging::aKeyPutsTheListAboveAndBack()
{
    QVERIFY(!isAbove());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_L, Qt::ShiftModifier);
    QVERIFY(isAbove());
    // The places keep the whole height.
    QVERIFY(m_screen->queue()->places()->height() > m_screen->height() - 10);
    QVERIFY(list()->hasFocus());
    QTest::keyClick(list(), Qt::Key_L, Qt::ShiftModifier);
    QVERIFY(!isAbove());
}

void TestDeskArranging::eachPlaceRemembersItsOwn()
{
    QSignalSpy kept(m_screen.get(), &AgentScreen::habitsChanged);
    trigger("desk.listAbove");
    QCOMPARE(kept.count(), 1);
    m_screen->queue()->showScope(ListScope::Mine);
    QVERIFY(!isAbove());
    m_screen->queue()->showScope(ListScope::Queue, m_world->desk);
    QVERIFY(!isAbove());
    m_screen->queue()->showView(QStringLiteral("overdue"));
    trigger("desk.listAbove");
    QVERIFY(isAbove());
    m_screen->queue()->showScope(ListScope::Unassigned);
    QVERIFY(!isAbove());
    m_screen->queue()->showScope(ListScope::All);
    QVERIFY(isAbove());
    m_screen->queue()->showView(QStringLiteral("overdue"));
    QVERIFY(isAbove());
}

void TestDeskArranging::onePlaceCanBeTheModelOfAll()
{
    trigger("desk.listAbove");
    trigger("desk.listAlike");
    m_screen->queue()->showScope(ListScope::Mine);
    QVERIFY(isAbove());
    trigger("desk.listAbove"); // and this one is different again
    m_screen->queue()->showScope(ListScope::Unassigned);
    QVERIFY(isAbove());
    m_screen->queue()->showScope(ListScope::Mine);
    QVERIFY(!isAbove());
}

void TestDeskArranging::aboveEachTicketIsOneLine()
{
    QTRY_COMPARE(list()->model()->rowCount(), 5);
    const int card = list()->rowHeight(0);
    QVERIFY(list()->horizontalHeader()->isHidden());
    const QModelIndex chosen = list()->currentIndex();
    trigger("desk.listAbove");
    QTRY_VERIFY(list()->model()->columnCount() > 4);
    QVERIFY2(list()->rowHeight(0) * 4 < card * 3, qPrintable(QString::number(list()->rowHeight(0))));
    QVERIFY(list()->horizontalHeader()->isVisible());
    QVERIFY(list()->horizontalHeader()->length() <= list()->viewport()->width());
    const int columns = list()->model()->columnCount();
    m_screen->resize(900, 900);
    QTRY_VERIFY(list()->model()->columnCount() < columns);
    QVERIFY(list()->horizontalHeader()->length() <= list()->viewport()->width());
    m_screen->resize(1300, 900);
    QTRY_COMPARE(list()->model()->columnCount(), columns);
    QCOMPARE(list()->currentIndex().row(), chosen.row());
    QVERIFY(list()->selectionModel()->isRowSelected(chosen.row(), {})); // all of its columns
    // It is how the list stands, not what was chosen for it: beside there are cards again.
    m_screen->queue()->showScope(ListScope::Mine);
    QTRY_COMPARE(list()->model()->columnCount(), 1);
    m_screen->queue()->showScope(ListScope::All);
    QTRY_COMPARE(list()->model()->columnCount(), columns);
    trigger("desk.listAbove");
    QTRY_COMPARE(list()->model()->columnCount(), 1);
    QCOMPARE(list()->rowHeight(0), card);
    const auto looks = UiWorld::await(m_world->workspace->savedViews().looks());
    QVERIFY(looks && looks->isEmpty());
}

void TestDeskArranging::eachWayKeepsItsOwnSizes()
{
    const auto drag = [this](int to) {
        // As the mouse does it.
        QMetaObject::invokeMethod(split(), [this, to] {
            QList<int> sizes = split()->sizes();
            sizes = {to, sizes[0] + sizes[1] - to};
            split()->setSizes(sizes);
            Q_EMIT split()->splitterMoved(to, 1);
        });
    };
    drag(430);
    QCOMPARE(split()->sizes().first(), 430);
    trigger("desk.listAbove");
    drag(310);
    QCOMPARE(split()->sizes().first(), 310);
    trigger("desk.listAbove");
    QCOMPARE(split()->sizes().first(), 430);
    trigger("desk.listAbove");
    QCOMPARE(split()->sizes().first(), 310);
}

void TestDeskArranging::whatIsKeptArrangesAnotherSession()
{
    trigger("desk.listAbove");
    const QString kept = m_screen->habits().toText();
    m_screen.reset();
    open();
    QVERIFY(!isAbove());
    m_screen->setHabits(DeskHabits::fromText(kept));
    QVERIFY(isAbove());
    // A damaged state neither turns nor hides anything.
    DeskHabits damaged = m_screen->habits();
    damaged.aboveSizes = QByteArrayLiteral("nonsense");
    m_screen->setHabits(damaged);
    QVERIFY(isAbove());
    QVERIFY(!split()->sizes().contains(0));
}

void TestDeskArranging::theTicketStaysWhereItIsWhileTheListMoves()
{
    const TicketId before = m_screen->ticket()->ticket();
    QSignalSpy shown(m_screen->ticket(), &TicketPage::ticketShown);
    trigger("desk.listAbove");
    QCOMPARE(m_screen->ticket()->ticket(), before);
    QCOMPARE(shown.count(), 0);
    QTest::keyClick(list(), Qt::Key_J);
    QTRY_VERIFY(m_screen->ticket()->ticket() != before);
}

QTEST_MAIN(TestDeskArranging)
#include "tst_deskarranging.moc"
