// SPDX-License-Identifier: GPL-3.0-or-later
// Where tickets go back and forth: counted over what is here, shown, listed, copied.
#include "app/ticket/bouncewindow.h"
#include "app/widgets/button.h"
#include "app/widgets/theme.h"
#include "tests/ui/facedwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>

using namespace vigie;

class TestBounceWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init() { QVERIFY(m_faced.open(true)); }
    void cleanup() { m_faced.close(); }

    void whatNeverCameBackIsNotThere();
    void aWayIsShownWithWhatItCosts();
    void itsTicketsAreListed();

private:
    void queue(const char *number, const QueueId &to) const
    {
        auto &tickets = m_faced.world->workspace->tickets();
        const auto id = UiWorld::await(tickets.findByNumber(QLatin1String(number)));
        QVERIFY(id && *id);
        QVERIFY(UiWorld::await(
            tickets.change(**id, SetField{QStringLiteral("queue"), to.text()})));
    }
    /// There, and back for a reason: without one it would count as a slip that was put right.
    void goAndComeBack(const char *number) const
    {
        queue(number, m_faced.world->field);
        auto &tickets = m_faced.world->workspace->tickets();
        const auto id = UiWorld::await(tickets.findByNumber(QLatin1String(number)));
        QVERIFY(id && *id);
        QVERIFY(UiWorld::await(tickets.change(
            **id, Escalate{Level::L1, m_faced.world->desk, QStringLiteral("not ours")})));
    }
    [[nodiscard]] BounceWindow *open() const
    {
        for (QAction *action : m_faced.window->agent()->commands()) {
            if (action->objectName() == QLatin1String("desk.bounces"))
                action->trigger();
        }
        return m_faced.window->findChild<BounceWindow *>();
    }
    template<class W>
    [[nodiscard]] static W *in(const QWidget *window, const char *name)
    {
        return window->findChild<W *>(QLatin1String(name));
    }

    FacedWindow m_faced;
};

void TestBounceWindow::whatNeverCameBackIsNotThere()
{
    queue("1042", m_faced.world->field); // away, and there it stays
    BounceWindow *window = open();
    QVERIFY(window);
    auto *summary = in<QLabel>(window, "bounceSummary");
    QTRY_VERIFY2(summary->text().contains(BounceWindow::tr("none came back.")),
                 qPrintable(summary->text()));
    QCOMPARE(in<QListView>(window, "bounceListView")->model()->rowCount(), 0);
    QVERIFY(!in<Button>(window, "bounceShowButton")->isEnabled());
}

void TestBounceWindow::aWayIsShownWithWhatItCosts()
{
    goAndComeBack("1042");
    BounceWindow *window = open();
    QVERIFY(window);
    auto *list = in<QListView>(window, "bounceListView");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    const QString way = list->model()->index(0, 0).data().toString();
    QVERIFY2(way.contains(QStringLiteral("Service desk")) && way.contains(QStringLiteral("Workstations")),
             qPrintable(way));
    QCOMPARE(way.count(QStringLiteral("→")), 2);
    QTest::mouseClick(in<Button>(window, "bounceCopyButton"), Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(way + QStringLiteral("\t1\t#1042\t")), qPrintable(copied));
}

void TestBounceWindow::itsTicketsAreListed()
{
    goAndComeBack("1042");
    BounceWindow *window = open();
    QVERIFY(window);
    QSignalSpy wanted(window, &BounceWindow::listWanted);
    auto *show = in<Button>(window, "bounceShowButton");
    QTRY_VERIFY(show->isEnabled());
    QTest::mouseClick(show, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("number:1042"));
    auto *rows = m_faced.window->agent()->queue();
    QTRY_VERIFY(!m_faced.window->findChild<BounceWindow *>());
    QVERIFY(rows->isVisible());
}

QTEST_MAIN(TestBounceWindow)
#include "tst_bouncewindow.moc"
