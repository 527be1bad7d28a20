// SPDX-License-Identifier: GPL-3.0-or-later
// Several tickets at once: marking them, changing them, and taking it back.
#include "app/queue/queuepage.h"
#include "app/queue/ticketlistmodel.h"
#include "app/queue/tickettable.h"
#include "app/shell/agentscreen.h"
#include "app/ticket/bulkpage.h"
#include "app/ticket/fieldpill.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/theme.h"
#include "core/service/outboxservice.h"
#include "core/service/ticketservice.h"
#include "tests/ui/uisample.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;

class TestBulk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void ticketsAreMarkedWithMouseAndKeyboard();
    void aPlainClickShowsOneTicketAgain();
    void whatIsDoneIsDoneToAllAndUndone();
    void whatMayNotBeStaysAndSaysWhy();
    void ticketCommandsMeanTheMarkedOnes();
    void aReplyIsNotWrittenToSeveral();
    void anotherListForgetsTheMarks();
    void tagsAreAddedOnlyWhereTheyAreMissing();
    void theWholeListIsMarkedBeyondWhatIsLoaded();

private:
    [[nodiscard]] bool start(int rows);
    [[nodiscard]] QModelIndex row(int n) const { return m_table->model()->index(n, 0); }
    void click(int n, Qt::KeyboardModifiers keys = {});
    [[nodiscard]] QList<TicketRow> rows();
    [[nodiscard]] int ownedByBen();
    [[nodiscard]] QString result() const
    {
        auto *banner = child<Banner>("bulkResult");
        return banner->isVisible() ? banner->text() : QString();
    }
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_screen->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] QString title() const { return child<Label>("bulkTitleLabel")->text(); }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<AgentScreen> m_screen;
    TicketTable *m_table = nullptr;
    BulkPage *m_bulk = nullptr;
};

void TestBulk::init()
{
    m_world = std::make_unique<UiWorld>();
    fillAgent(*m_world);
    QVERIFY(start(5));
}

void TestBulk::cleanup()
{
    m_screen.reset();
    m_world.reset();
}

bool TestBulk::start(int rows)
{
    m_screen = std::make_unique<AgentScreen>(*m_world->workspace, m_world->prompt, nullptr);
    m_screen->resize(1280, 800);
    m_screen->show();
    m_screen->activateWindow();
    m_screen->queue()->showScope(ListScope::All);
    m_table = child<TicketTable>("ticketListView");
    m_bulk = child<BulkPage>("bulkPage");
    return QTest::qWaitForWindowActive(m_screen.get())
        && QTest::qWaitFor([&] { return m_table->model()->rowCount() == rows; });
}

void TestBulk::click(int n, Qt::KeyboardModifiers keys)
{
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, keys, m_table->visualRect(row(n)).center());
}

QList<TicketRow> TestBulk::rows()
{
    ListQuery all;
    all.openOnly = false;
    all.limit = 1'000;
    const auto found = UiWorld::await(m_world->workspace->tickets().list(all));
    return found ? *found : QList<TicketRow>();
}

int TestBulk::ownedByBen()
{
    const QList<TicketRow> all = rows();
    return int(std::count_if(all.cbegin(), all.cend(), [this](const TicketRow &one) {
        return one.owner == m_world->ben.id;
    }));
}

void TestBulk::ticketsAreMarkedWithMouseAndKeyboard()
{
    QVERIFY(!m_bulk->isVisible());
    click(0);
    QVERIFY(!m_bulk->isVisible());
    click(2, Qt::ControlModifier);
    QTRY_COMPARE(m_bulk->tickets().size(), 1);
    click(4, Qt::ShiftModifier); // from the last one on
    QTRY_COMPARE(m_bulk->tickets().size(), 3);
    QVERIFY(m_bulk->isVisible());
    QCOMPARE(title(), QStringLiteral("3 ticket(s) marked"));
    QVERIFY(row(3).data(TicketListModel::MarkedRole).toBool());
    QVERIFY(row(3).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("marked")));
    click(3, Qt::ControlModifier);
    QCOMPARE(m_bulk->tickets().size(), 2);

    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Escape);
    QVERIFY(!m_bulk->isVisible());
    m_table->setCurrentIndex(row(0));
    QTest::keyClick(m_table, Qt::Key_X);
    QTest::keyClick(m_table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_table, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_bulk->tickets().size(), 3);
    QCOMPARE(m_table->currentIndex().row(), 2);
    child<QAction>("queue.markAll")->trigger();
    QCOMPARE(m_bulk->tickets().size(), 5);
    QVERIFY(!child<Button>("markWholeListButton")->isVisible()); // that is all there is
    child<Button>("clearMarksButton")->click();
    QVERIFY(!m_bulk->isVisible());
}

void TestBulk::aPlainClickShowsOneTicketAgain()
{
    click(1, Qt::ControlModifier);
    click(2, Qt::ControlModifier);
    QVERIFY(m_bulk->isVisible());
    click(3);
    QVERIFY(!m_bulk->isVisible());
    QVERIFY(m_screen->ticket()->isVisible());
    QVERIFY(!row(1).data(TicketListModel::MarkedRole).toBool());
}

void TestBulk::whatIsDoneIsDoneToAllAndUndone()
{
    const int before = ownedByBen();
    QCOMPARE(before, 3);
    child<QAction>("queue.markAll")->trigger();
    child<Button>("bulkTakeButton")->click();
    QTRY_COMPARE(result(), QStringLiteral("Owner: %1: 3 changed, 2 were so already")
                               .arg(m_world->ben.name));
    QCOMPARE(ownedByBen(), 6);
    QTRY_VERIFY(child<Label>("bulkSummaryLabel")->text().contains(
        QStringLiteral("5 × ") + m_world->ben.name));
    child<Banner>("bulkResult")->actionButton()->click();
    QTRY_VERIFY(result().startsWith(QStringLiteral("Undone:")));
    QCOMPARE(ownedByBen(), before);
    // Never sent: nothing of it is left to send.
    const auto entries = UiWorld::await(m_world->workspace->outbox().entries());
    QVERIFY(entries);
    QVERIFY(std::none_of(entries->cbegin(), entries->cend(), [](const OutboxEntry &entry) {
        return entry.state == OpState::Queued;
    }));
}

void TestBulk::whatMayNotBeStaysAndSaysWhy()
{
    const auto move = [this](const QString &state) {
        auto *pill = child<FieldPill>("bulkStateField");
        pill->openMenu();
        const QList<QAction *> actions = pill->menu()->actions();
        for (QAction *action : actions) {
            if (action->text() == state)
                action->trigger();
        }
        pill->menu()->close();
    };
    child<QAction>("queue.openOnly")->trigger(); // the resolved one, too
    QTRY_COMPARE(m_table->model()->rowCount(), 6);
    click(0, Qt::ControlModifier);
    move(QStringLiteral("Closed"));
    QTRY_VERIFY2(result().contains(QStringLiteral("1 changed")), qPrintable(result()));
    child<QAction>("queue.markAll")->trigger();
    // What is closed can only be opened again.
    move(QStringLiteral("Scheduled"));
    QTRY_VERIFY2(result().contains(QStringLiteral("1 stayed as they are: ")), qPrintable(result()));
    const QList<TicketRow> all = rows();
    QVERIFY(std::any_of(all.cbegin(), all.cend(),
                        [](const TicketRow &one) { return one.state == State::Closed; }));
    QVERIFY(std::count_if(all.cbegin(), all.cend(), [](const TicketRow &one) {
                return one.state == State::Scheduled;
            }) > 1);
}

void TestBulk::ticketCommandsMeanTheMarkedOnes()
{
    click(0, Qt::ControlModifier);
    click(1, Qt::ControlModifier);
    click(2, Qt::ControlModifier);
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_M); // take
    QTRY_COMPARE(ownedByBen(), 5);
    QSignalSpy told(m_bulk, &BulkPage::statusText);
    QTest::keyClick(m_table, Qt::Key_E); // escalating is about one
    QCOMPARE(told.count(), 1);
    QTest::keyClick(m_table, Qt::Key_Z);
    QTRY_COMPARE(ownedByBen(), 3);
    // Nothing is lost with the marks.
    QTest::keyClick(m_table, Qt::Key_M);
    QTRY_COMPARE(ownedByBen(), 5);
    QTest::keyClick(m_table, Qt::Key_Escape);
    QVERIFY(!m_bulk->isVisible());
    QTest::keyClick(m_table, Qt::Key_Z);
    QTRY_COMPARE(ownedByBen(), 3);
}

void TestBulk::aReplyIsNotWrittenToSeveral()
{
    auto *reply = child<QAction>("composer.reply");
    QVERIFY(reply);
    QVERIFY(reply->isEnabled());
    click(0, Qt::ControlModifier);
    QVERIFY(!reply->isEnabled());
    child<Button>("clearMarksButton")->click();
    QVERIFY(reply->isEnabled());
}

void TestBulk::anotherListForgetsTheMarks()
{
    child<QAction>("queue.markAll")->trigger();
    QVERIFY(m_bulk->isVisible());
    m_screen->queue()->showScope(ListScope::Mine);
    QTRY_VERIFY(!m_bulk->isVisible());
    QVERIFY(m_bulk->tickets().isEmpty());
}

void TestBulk::tagsAreAddedOnlyWhereTheyAreMissing()
{
    child<QAction>("queue.markAll")->trigger();
    m_world->prompt.texts = {QStringLiteral(" hardware , hardware,")};
    child<QAction>("ticket.tag")->trigger();
    QTRY_COMPARE(result(), QStringLiteral("Tags added: hardware: 4 changed, 1 were so already"));
}

void TestBulk::theWholeListIsMarkedBeyondWhatIsLoaded()
{
    m_screen.reset();
    m_world->workspace.reset();
    QVERIFY(m_world->reopen());
    QList<wire::Change> changes;
    for (int i = 0; i < 250; ++i) {
        Ticket made = m_world->ticket(QStringLiteral("Many %1").arg(i), m_world->desk, 3000 + i);
        made.state = State::Open;
        changes.append(m_world->told(made));
    }
    VERIFY_OK(m_world->apply(m_world->ben, changes));
    QVERIFY(m_world->enter(m_world->ben));
    QVERIFY(start(TicketListModel::kPage));
    child<QAction>("queue.markAll")->trigger();
    auto *whole = child<Button>("markWholeListButton");
    QTRY_VERIFY(whole->isVisible());
    QCOMPARE(whole->text(), QStringLiteral("Mark all 255 of this list"));
    whole->click();
    QTRY_COMPARE(m_bulk->tickets().size(), 255);
    child<Button>("bulkTakeButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(result().contains(QStringLiteral("253 changed")), 30'000);
    child<Banner>("bulkResult")->actionButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(result().startsWith(QStringLiteral("Undone:")), 200'000);
    QCOMPARE(ownedByBen(), 3);
}

QTEST_MAIN(TestBulk)
#include "tst_bulk.moc"
