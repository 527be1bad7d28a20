// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/listrules.h"
#include "app/queue/rowsteps.h"
#include "app/queue/ticketdelegate.h"
#include "app/queue/ticketlistmodel.h"
#include "app/queue/tickettable.h"
#include "core/base/async.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace vigie;

namespace {

/// A store of rows in memory that answers as the real one does: sorted, filtered, by key.
class FakeStore
{
public:
    explicit FakeStore(quint32 seed) : m_random(seed) {}

    TicketListModel::Source source()
    {
        return {[this](const ListQuery &query) {
                    ++lists;
                    return readyFuture(failing ? Result<QList<TicketRow>>(fail(ErrorCode::StoreBusy))
                                               : Result<QList<TicketRow>>(window(query)));
                },
                [this](const QList<TicketId> &ids) {
                    QList<TicketRow> found;
                    for (const TicketRow &row : rows) {
                        if (ids.contains(row.id))
                            found.append(row);
                    }
                    return readyFuture(Result<QList<TicketRow>>(found));
                },
                [](const QString &, int) {
                    return readyFuture(Result<QList<SearchHit>>(QList<SearchHit>()));
                }};
    }

    [[nodiscard]] QList<TicketRow> window(const ListQuery &query) const
    {
        QList<TicketRow> found;
        for (const TicketRow &row : rows) {
            if (belongsTo(row, query)
                && (query.text.isEmpty() || row.title.contains(query.text))
                && (!query.after || standsBefore(*query.after, row, query.sort)))
                found.append(row);
        }
        std::sort(found.begin(), found.end(), [&](const TicketRow &a, const TicketRow &b) {
            return standsBefore(a, b, query.sort);
        });
        return found.mid(0, query.limit);
    }

    TicketId add()
    {
        TicketRow row;
        row.id = TicketId(QUuid::createUuid());
        row.number = ++m_number;
        row.title = QStringLiteral("Ticket %1").arg(m_number);
        row.createdAt = row.updatedAt = ++m_time;
        row.priority = Priority(m_random.bounded(1, 5));
        rows.append(row);
        return row.id;
    }

    /// Adds, changes, closes or removes something; answers what a commit would announce.
    QSet<TicketId> shake()
    {
        QSet<TicketId> touched;
        const int changes = m_random.bounded(1, 6);
        for (int i = 0; i < changes; ++i) {
            const int kind = m_random.bounded(10);
            if (kind < 3 || rows.isEmpty()) {
                touched.insert(add());
                continue;
            }
            TicketRow &row = rows[m_random.bounded(int(rows.size()))];
            touched.insert(row.id);
            if (kind == 3) {
                rows.removeIf([id = row.id](const TicketRow &r) { return r.id == id; });
            } else {
                row.updatedAt = ++m_time;
                row.state = State(m_random.bounded(7));
                row.priority = Priority(m_random.bounded(1, 5));
                row.pending = m_random.bounded(2) == 1;
            }
        }
        return touched;
    }

    QList<TicketRow> rows;
    int lists = 0;
    bool failing = false;

private:
    QRandomGenerator m_random;
    qint64 m_time = 1'700'000'000'000;
    qint64 m_number = 1000;
};

QList<TicketId> idsOf(const QList<TicketRow> &rows)
{
    QList<TicketId> ids;
    for (const TicketRow &row : rows)
        ids.append(row.id);
    return ids;
}

QList<TicketId> applied(QList<TicketId> list, const QList<RowStep> &steps,
                        const QList<TicketId> &after)
{
    for (const RowStep &step : steps) {
        switch (step.kind) {
        case RowStep::Kind::Remove: list.remove(step.row, step.count); break;
        case RowStep::Kind::Insert:
            for (int k = 0; k < step.count; ++k)
                list.insert(step.row + k, after[step.target + k]);
            break;
        case RowStep::Kind::Move: list.move(step.row, step.target); break;
        }
    }
    return list;
}

} // namespace

class TestAgentList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStepsFromOneOrderToAnotherLeadThere();
    void oneTicketThatMovesIsOneMove();
    void theModelStaysTrueToTheStoreOverRandomChanges_data();
    void theModelStaysTrueToTheStoreOverRandomChanges();
    void aChangeNeverResetsTheList();
    void pagesFollowEachOtherWithoutGapsOrDoubles();
    void anAnswerToAnOldQuestionIsDropped();
    void aFailedFirstReadIsSaidAndCanBeRepeated();
    void theMarkedRowStaysMarkedWhenOthersMove();
    void aLongListPaintsOnlyWhatIsSeen();
};

void TestAgentList::theStepsFromOneOrderToAnotherLeadThere()
{
    QRandomGenerator random(7);
    QList<TicketId> pool;
    for (int i = 0; i < 60; ++i)
        pool.append(TicketId(QUuid::createUuid()));
    for (int round = 0; round < 500; ++round) {
        QList<TicketId> before = pool;
        QList<TicketId> after = pool;
        std::shuffle(before.begin(), before.end(), random);
        std::shuffle(after.begin(), after.end(), random);
        before.resize(random.bounded(61));
        after.resize(random.bounded(61));
        QCOMPARE(applied(before, rowSteps(before, after), after), after);
    }
}

void TestAgentList::oneTicketThatMovesIsOneMove()
{
    QList<TicketId> before;
    for (int i = 0; i < 200; ++i)
        before.append(TicketId(QUuid::createUuid()));
    QList<TicketId> after = before;
    after.move(0, 199);
    QCOMPARE(rowSteps(before, after).size(), 1);
    after = before;
    after.move(150, 0);
    QCOMPARE(rowSteps(before, after), (QList<RowStep>{{RowStep::Kind::Move, 150, 1, 0}}));
}

void TestAgentList::theModelStaysTrueToTheStoreOverRandomChanges_data()
{
    QTest::addColumn<int>("sort");
    QTest::addColumn<int>("start");
    QTest::addColumn<QString>("text");
    QTest::newRow("few, by change") << int(ListSort::UpdatedNewest) << 30 << QString();
    QTest::newRow("pages, by change") << int(ListSort::UpdatedNewest) << 450 << QString();
    QTest::newRow("pages, by priority") << int(ListSort::PriorityFirst) << 450 << QString();
    QTest::newRow("pages, by number") << int(ListSort::NumberNewest) << 450 << QString();
    QTest::newRow("filtered by text") << int(ListSort::UpdatedNewest) << 450
                                      << QStringLiteral("1");
}

void TestAgentList::theModelStaysTrueToTheStoreOverRandomChanges()
{
    QFETCH(int, sort);
    QFETCH(int, start);
    QFETCH(QString, text);
    for (quint32 seed = 1; seed <= 2; ++seed) {
        FakeStore store(seed);
        for (int i = 0; i < start; ++i)
            store.add();
        TicketListModel model(store.source());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        ListQuery query;
        query.sort = ListSort(sort);
        query.text = text;
        model.setQuery(query);
        QTRY_COMPARE(model.phase(), TicketListModel::Phase::Ready);
        for (int page = 0; page < 4 && model.canFetchMore({}); ++page) {
            const int before = model.rowCount();
            model.fetchMore({});
            QTRY_VERIFY(model.rowCount() > before || !model.canFetchMore({}));
        }
        for (int round = 0; round < 40; ++round) {
            model.refresh(store.shake(), round % 13 == 12);
            // What is loaded must be a beginning of the truth, once everything was read.
            const auto settled = [&] {
                ListQuery all = query;
                all.limit = model.rowCount();
                return idsOf(model.loaded()) == idsOf(store.window(all))
                    && model.loaded() == store.window(all);
            };
            // Many short rounds: turning the event loop by hand instead of QTRY's pauses.
            for (int turn = 0; turn < 2000 && !settled(); ++turn)
                QCoreApplication::processEvents();
            QVERIFY2(settled(), qPrintable(QStringLiteral("seed %1, round %2, %3 rows")
                                                   .arg(seed).arg(round).arg(model.rowCount())));
        }
    }
}

void TestAgentList::aChangeNeverResetsTheList()
{
    FakeStore store(3);
    for (int i = 0; i < 50; ++i)
        store.add();
    TicketListModel model(store.source());
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 50);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy moves(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    TicketRow &oldest = store.rows.first();
    oldest.updatedAt = 1'800'000'000'000;
    oldest.title = QStringLiteral("It moved");
    model.refresh({oldest.id}, false);
    QTRY_COMPARE(model.idAt(0), oldest.id);
    QCOMPARE(moves.count(), 1);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex().row(), 0);
    QCOMPARE(changes.first().at(1).toModelIndex().row(), 0);
    QCOMPARE(resets.count(), 0);
}

void TestAgentList::pagesFollowEachOtherWithoutGapsOrDoubles()
{
    FakeStore store(5);
    for (int i = 0; i < 350; ++i)
        store.add();
    TicketListModel model(store.source());
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 100);
    for (const int expected : {200, 300, 350}) {
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({})); // one page at a time
        QTRY_COMPARE(model.rowCount(), expected);
    }
    QVERIFY(!model.canFetchMore({}));
    ListQuery all;
    all.limit = 1000;
    QCOMPARE(idsOf(model.loaded()), idsOf(store.window(all)));
}

void TestAgentList::anAnswerToAnOldQuestionIsDropped()
{
    FakeStore store(9);
    for (int i = 0; i < 20; ++i)
        store.add();
    TicketListModel model(store.source());
    QSignalSpy answered(&model, &TicketListModel::queryAnswered);
    ListQuery first;
    first.text = QStringLiteral("1001");
    ListQuery second;
    second.text = QStringLiteral("1002");
    model.setQuery(first);
    model.setQuery(second);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.loaded().first().number, 1002);
    QCOMPARE(answered.count(), 1);
}

void TestAgentList::aFailedFirstReadIsSaidAndCanBeRepeated()
{
    FakeStore store(2);
    store.add();
    store.failing = true;
    TicketListModel model(store.source());
    model.setQuery({});
    QTRY_COMPARE(model.phase(), TicketListModel::Phase::Failed);
    QCOMPARE(model.error().code, ErrorCode::StoreBusy);
    store.failing = false;
    model.refresh({}, true);
    QTRY_COMPARE(model.phase(), TicketListModel::Phase::Ready);
    QCOMPARE(model.rowCount(), 1);
}

void TestAgentList::theMarkedRowStaysMarkedWhenOthersMove()
{
    FakeStore store(4);
    for (int i = 0; i < 30; ++i)
        store.add();
    TicketListModel model(store.source());
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 30);
    const QPersistentModelIndex marked = model.index(10);
    const TicketId id = model.idAt(10);
    for (int i = 0; i < 12; ++i) {
        TicketRow &row = store.rows[i];
        row.updatedAt += 1'000'000 + i;
        if (row.id == id)
            continue;
        model.refresh({row.id}, false);
    }
    ListQuery all;
    QTRY_COMPARE(idsOf(model.loaded()), idsOf(store.window(all)));
    QVERIFY(marked.isValid());
    QCOMPARE(model.idAt(marked.row()), id);
}

void TestAgentList::aLongListPaintsOnlyWhatIsSeen()
{
    FakeStore store(6);
    for (int i = 0; i < 3000; ++i)
        store.add();
    TicketListModel model(store.source());
    TicketTable table(nullptr);
    TicketDelegate delegate;
    table.setModel(&model);
    table.setItemDelegate(&delegate);
    table.setRowHeight(delegate.rowHeight(table.font()));
    table.resize(400, 600);
    table.show();
    model.setQuery({});
    QTRY_VERIFY(model.rowCount() >= 100);
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QVERIFY(model.rowCount() < 400);   // what is far below was not asked for
    table.scrollToBottom();
    QTRY_VERIFY(model.rowCount() > 100); // the next page was
    const int rows = model.rowCount();
    QVERIFY(rows < 1000);
}

QTEST_MAIN(TestAgentList)
#include "tst_agentlist.moc"
