// SPDX-License-Identifier: GPL-3.0-or-later
// Every page has four states: loading, empty, content, error; and an error has a way out.
#include "app/outbox/outboxpage.h"
#include "app/queue/queuepage.h"
#include "app/report/reportpage.h"
#include "app/requests/requestspage.h"
#include "app/requests/requestview.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/button.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/statestack.h"
#include "app/widgets/theme.h"
#include "core/sql/database.h"
#include "tests/ui/uisample.h"

#include <QApplication>
#include <QLabel>

using namespace vigie;

namespace {

using Shows = StateStack::Shows;

/// The stack that a widget's state is shown by.
StateStack *stackOf(QWidget *widget)
{
    for (QWidget *at = widget; at; at = at->parentWidget()) {
        if (auto *stack = qobject_cast<StateStack *>(at))
            return stack;
    }
    return nullptr;
}

/// Puts a view that fails in a table's place and brings the table back: a disk that fails and heals.
/// A table that is simply gone would be damage, and the copy would be fetched anew.
class UnreadableTable
{
public:
    UnreadableTable(const QString &path, const QString &table) : m_path(path), m_table(table)
    {
        run({QStringLiteral("ALTER TABLE %1 RENAME TO %1_away"),
             QStringLiteral("CREATE VIEW %1 AS SELECT * FROM %1_away "
                            "WHERE abs(-9223372036854775807 - 1) > 0")});
    }
    ~UnreadableTable() { bringBack(); }
    void bringBack()
    {
        if (std::exchange(m_away, false))
            run({QStringLiteral("DROP VIEW %1"), QStringLiteral("ALTER TABLE %1_away RENAME TO %1")});
    }

private:
    void run(const QStringList &statements)
    {
        auto database = sql::Database::open(m_path, sql::Durability::Disposable);
        QVERIFY2(database, database ? "" : qPrintable(toLog(database.error())));
        for (const QString &statement : statements)
            VERIFY_OK((*database)->run(statement.arg(m_table)));
    }

    QString m_path;
    QString m_table;
    bool m_away = true;
};

QString words(const EmptyState *state)
{
    QStringList all;
    for (const QLabel *label : state->findChildren<QLabel *>())
        all.append(label->text());
    return all.join(QLatin1Char(' '));
}

} // namespace

class TestPageStates final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init() { m_world = std::make_unique<UiWorld>(); }
    void cleanup()
    {
        m_page.reset();
        m_world.reset();
    }

    void theQueueLoadsAndShowsItsTickets();
    void anEmptyQueueSaysWhatComesNext();
    void aSearchWithoutAHitOffersToClearIt();
    void aQueueThatCannotBeReadSaysSoAndTriesAgain();
    void theTicketPageWaitsForAChoice();
    void theTicketPageLoadsAndShowsItsTicket();
    void aTicketThatIsNotHereSaysSo();
    void theRequestsLoadAndShow();
    void noRequestsOfferToReportOne();
    void requestsThatCannotBeReadSaySoAndTryAgain();
    void aRequestThatIsNotHereSaysSo();
    void theOutboxLoadsAndShowsWhatWaits();
    void anEmptyOutboxSaysThatEverythingArrived();
    void anOutboxThatCannotBeReadIsNotAnEmptyOne();
    void aReportWhoseDraftCannotBeReadCanStillBeWritten();

private:
    template<class Page>
    Page *show(Page *page)
    {
        m_page.reset(page);
        page->resize(1100, 700);
        page->show();
        return page;
    }
    /// An error state with all its words and a button that works.
    void verifyError(StateStack *stack);

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<QWidget> m_page;
};

void TestPageStates::verifyError(StateStack *stack)
{
    QTRY_COMPARE(stack->shows(), Shows::Error);
    const EmptyState *state = stack->errorState();
    QVERIFY(state->isVisible());
    QVERIFY(!state->title().isEmpty());
    // What happened, what was kept, what to do: a sentence each.
    QVERIFY2(words(state).count(QLatin1Char('.')) >= 3, qPrintable(words(state)));
    QVERIFY(state->actionButton()->isVisible() && !state->actionButton()->text().isEmpty());
}

void TestPageStates::theQueueLoadsAndShowsItsTickets()
{
    fillAgent(*m_world);
    auto *page = show(new QueuePage(*m_world->workspace, m_world->prompt, nullptr));
    StateStack *stack = stackOf(page->findChild<QWidget *>(QStringLiteral("ticketListView")));
    QCOMPARE(stack->shows(), Shows::Loading);
    page->showScope(ListScope::All);
    QTRY_COMPARE(stack->shows(), Shows::Content);
}

void TestPageStates::anEmptyQueueSaysWhatComesNext()
{
    QVERIFY(m_world->say(m_world->directory()));
    QVERIFY(m_world->enter(m_world->ben));
    auto *page = show(new QueuePage(*m_world->workspace, m_world->prompt, nullptr));
    StateStack *stack = stackOf(page->findChild<QWidget *>(QStringLiteral("ticketListView")));
    for (const ListScope scope : {ListScope::Mine, ListScope::All, ListScope::Waiting,
                                  ListScope::Unassigned}) {
        page->showScope(scope);
        QTRY_COMPARE(stack->shows(), Shows::Empty);
        QVERIFY(!stack->emptyState()->title().isEmpty());
        QVERIFY(words(stack->emptyState()).contains(QLatin1Char('.')));
    }
}

void TestPageStates::aSearchWithoutAHitOffersToClearIt()
{
    fillAgent(*m_world);
    auto *page = show(new QueuePage(*m_world->workspace, m_world->prompt, nullptr));
    page->showScope(ListScope::All);
    StateStack *stack = stackOf(page->findChild<QWidget *>(QStringLiteral("ticketListView")));
    QTRY_COMPARE(stack->shows(), Shows::Content);
    QTest::keyClicks(page->findChild<QWidget *>(QStringLiteral("ticketSearchField")),
                     QStringLiteral("qqqq"));
    QTRY_COMPARE(stack->shows(), Shows::Empty);
    stack->emptyState()->actionButton()->click();
    QTRY_COMPARE(stack->shows(), Shows::Content);
}

void TestPageStates::aQueueThatCannotBeReadSaysSoAndTriesAgain()
{
    fillAgent(*m_world);
    UnreadableTable away(m_world->path("cache.db"), QStringLiteral("ticket"));
    auto *page = show(new QueuePage(*m_world->workspace, m_world->prompt, nullptr));
    StateStack *stack = stackOf(page->findChild<QWidget *>(QStringLiteral("ticketListView")));
    page->showScope(ListScope::All);
    verifyError(stack);
    away.bringBack();
    stack->errorState()->actionButton()->click();
    QTRY_COMPARE(stack->shows(), Shows::Content);
}

void TestPageStates::theTicketPageWaitsForAChoice()
{
    fillAgent(*m_world);
    auto *page = show(new TicketPage(*m_world->workspace, m_world->prompt, nullptr));
    const auto *stack = page->findChild<StateStack *>();
    QCOMPARE(stack->shows(), Shows::Empty);
    QVERIFY(words(stack->emptyState()).contains(QLatin1Char('.')));
}

void TestPageStates::theTicketPageLoadsAndShowsItsTicket()
{
    fillAgent(*m_world);
    ListQuery query;
    query.limit = 1;
    const auto rows = UiWorld::await(m_world->workspace->tickets().list(query));
    QVERIFY(rows && rows->size() == 1);
    auto *page = show(new TicketPage(*m_world->workspace, m_world->prompt, nullptr));
    const auto *stack = page->findChild<StateStack *>();
    page->showTicket(rows->first().id);
    QCOMPARE(stack->shows(), Shows::Loading);
    QTRY_COMPARE(stack->shows(), Shows::Content);
}

void TestPageStates::aTicketThatIsNotHereSaysSo()
{
    fillAgent(*m_world);
    auto *page = show(new TicketPage(*m_world->workspace, m_world->prompt, nullptr));
    page->showTicket(m_world->ids.make<TicketId>());
    verifyError(page->findChild<StateStack *>());
}

void TestPageStates::theRequestsLoadAndShow()
{
    fillEmployee(*m_world);
    auto *page = show(new RequestsPage(*m_world->workspace, m_world->prompt,
                                       m_world->systemClock, nullptr));
    StateStack *list = stackOf(page->findChild<QWidget *>(QStringLiteral("requestListView")));
    const auto *view = page->view()->findChild<StateStack *>();
    QCOMPARE(list->shows(), Shows::Loading);
    QCOMPARE(view->shows(), Shows::Empty);
    QTRY_COMPARE(list->shows(), Shows::Content);
    QTRY_COMPARE(view->shows(), Shows::Content);
}

void TestPageStates::noRequestsOfferToReportOne()
{
    QVERIFY(m_world->reopen());
    QVERIFY(m_world->enter(m_world->anna));
    auto *page = show(new RequestsPage(*m_world->workspace, m_world->prompt,
                                       m_world->systemClock, nullptr));
    StateStack *list = stackOf(page->findChild<QWidget *>(QStringLiteral("requestListView")));
    QTRY_COMPARE(list->shows(), Shows::Empty);
    bool wanted = false;
    QObject::connect(page, &RequestsPage::reportWanted, page, [&wanted] { wanted = true; });
    list->emptyState()->actionButton()->click();
    QVERIFY(wanted);
}

void TestPageStates::requestsThatCannotBeReadSaySoAndTryAgain()
{
    fillEmployee(*m_world);
    UnreadableTable away(m_world->path("cache.db"), QStringLiteral("ticket"));
    auto *page = show(new RequestsPage(*m_world->workspace, m_world->prompt,
                                       m_world->systemClock, nullptr));
    StateStack *list = stackOf(page->findChild<QWidget *>(QStringLiteral("requestListView")));
    verifyError(list);
    away.bringBack();
    list->errorState()->actionButton()->click();
    QTRY_COMPARE(list->shows(), Shows::Content);
}

void TestPageStates::aRequestThatIsNotHereSaysSo()
{
    fillEmployee(*m_world);
    auto *page = show(new RequestsPage(*m_world->workspace, m_world->prompt,
                                       m_world->systemClock, nullptr));
    page->view()->open(m_world->ids.make<TicketId>());
    auto *stack = page->view()->findChild<StateStack *>();
    QCOMPARE(stack->shows(), Shows::Loading);
    verifyError(stack);
}

void TestPageStates::theOutboxLoadsAndShowsWhatWaits()
{
    QVERIFY(m_world->reopen());
    VERIFY_OK(m_world->send(m_world->report(m_world->ids.make<TicketId>(),
                                            QStringLiteral("The scanner beeps"), m_world->anna)));
    QVERIFY(m_world->enter(m_world->anna));
    auto *page = show(new OutboxPage(*m_world->workspace, m_world->prompt, m_world->systemClock,
                                     nullptr));
    const auto *stack = page->findChild<StateStack *>();
    QCOMPARE(stack->shows(), Shows::Loading);
    QTRY_COMPARE(stack->shows(), Shows::Content);
}

void TestPageStates::anEmptyOutboxSaysThatEverythingArrived()
{
    fillEmployee(*m_world);
    auto *page = show(new OutboxPage(*m_world->workspace, m_world->prompt, m_world->systemClock,
                                     nullptr));
    const auto *stack = page->findChild<StateStack *>();
    QTRY_COMPARE(stack->shows(), Shows::Empty);
    QVERIFY(!stack->emptyState()->title().isEmpty());
}

void TestPageStates::anOutboxThatCannotBeReadIsNotAnEmptyOne()
{
    fillEmployee(*m_world);
    UnreadableTable away(m_world->path("outbox.db"), QStringLiteral("op"));
    auto *page = show(new OutboxPage(*m_world->workspace, m_world->prompt, m_world->systemClock,
                                     nullptr));
    auto *stack = page->findChild<StateStack *>();
    verifyError(stack);
    away.bringBack();
    stack->errorState()->actionButton()->click();
    QTRY_COMPARE(stack->shows(), Shows::Empty);
}

void TestPageStates::aReportWhoseDraftCannotBeReadCanStillBeWritten()
{
    fillEmployee(*m_world);
    UnreadableTable away(m_world->path("outbox.db"), QStringLiteral("draft"));
    auto *page = show(new ReportPage(*m_world->workspace, m_world->prompt, m_world->systemClock,
                                     nullptr));
    QWidget *close = nullptr;
    QTRY_VERIFY((close = page->findChild<QWidget *>(QStringLiteral("bannerCloseButton")))
                && close->isVisible());
    QVERIFY(page->findChild<QWidget *>(QStringLiteral("reportTitleEdit"))->isEnabled());
}

QTEST_MAIN(TestPageStates)
#include "tst_pagestates.moc"
