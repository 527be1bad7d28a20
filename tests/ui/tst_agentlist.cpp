// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/columntext.h"
#include "app/queue/listrules.h"
#include "app/queue/rowsteps.h"
#include "app/queue/sorttext.h"
#include "app/queue/ticketdelegate.h"
#include "app/queue/ticketlistmodel.h"
#include "app/queue/tickettable.h"
#include "app/text/remindertext.h"
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
                },
                [this](const ListQuery &query) {
                    return readyFuture(Result<QList<ListGroup>>(groups(query)));
                }};
    }

    /// Of priorities only.
    [[nodiscard]] QList<ListGroup> groups(ListQuery query) const
    {
        QList<ListGroup> found;
        query.grouping = ViewGrouping::None;
        for (const EnumName<Priority> &priority : enumNames<Priority>()) {
            ListGroup group;
            group.key = QLatin1String(priority.name);
            group.count = int(std::count_if(rows.cbegin(), rows.cend(), [&](const TicketRow &row) {
                return belongsTo(row, query) && row.priority == priority.value;
            }));
            if (group.count > 0)
                found.append(group);
        }
        return found;
    }

    [[nodiscard]] QList<TicketRow> window(const ListQuery &query) const
    {
        QList<TicketRow> found;
        for (const TicketRow &row : rows) {
            if (belongsTo(row, query)
                && (query.text.isEmpty() || row.title.contains(query.text))
                && (!query.after || standsBefore(*query.after, row, query)))
                found.append(row);
        }
        std::sort(found.begin(), found.end(), [&](const TicketRow &a, const TicketRow &b) {
            return standsBefore(a, b, query);
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
                row.pendingUntil = m_random.bounded(3) > 0 ? 1 + m_random.bounded(9) : 0;
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

/// A head above the first ticket of each group, with what the store counts, and nowhere else.
bool headsAreRight(const TicketListModel &model, const ListQuery &query)
{
    if (query.grouping == ViewGrouping::None)
        return model.rowCount() == model.loaded().size();
    QList<ListGroup> heads;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QVariant head = model.index(row).data(TicketListModel::HeadRole);
        if (head.isValid())
            heads.append(head.value<ListGroup>());
        else if (heads.isEmpty() || heads.last().key
                 != nameOf(model.index(row).data(TicketListModel::RowRole).value<TicketRow>().priority))
            return false;
    }
    return heads == query.groups.mid(0, heads.size())
        && (heads.size() == query.groups.size() || model.canFetchMore({}));
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
    void aFoldedGroupKeepsItsHeadAndCount();
    void unfoldingALargeGroupLeavesTheRestForLater();
    void columnsComeAndGoWithoutAReset();
    void aColumnSaysWhenATicketWakesUp();
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
    QTest::addColumn<bool>("grouped");
    QTest::addColumn<bool>("turned");
    const auto row = [](const char *name, ListSort sort, int start, const char *text = "",
                        bool grouped = false, bool turned = false) {
        QTest::newRow(name) << int(sort) << start << QString::fromLatin1(text) << grouped << turned;
    };
    row("few, by change", ListSort::UpdatedNewest, 30);
    row("pages, by change", ListSort::UpdatedNewest, 450);
    row("pages, by priority", ListSort::PriorityFirst, 450);
    row("pages, by number", ListSort::NumberNewest, 450);
    row("pages, by reminder", ListSort::WakesFirst, 450);
    row("filtered by text", ListSort::UpdatedNewest, 450, "1");
    row("pages, turned round", ListSort::UpdatedNewest, 450, "", false, true);
    row("few, in groups", ListSort::UpdatedNewest, 30, "", true);
    row("pages, in groups", ListSort::UpdatedNewest, 450, "", true);
    row("pages, in groups, turned round", ListSort::NumberNewest, 450, "", true, true);
}

void TestAgentList::theModelStaysTrueToTheStoreOverRandomChanges()
{
    QFETCH(int, sort);
    QFETCH(int, start);
    QFETCH(QString, text);
    QFETCH(bool, grouped);
    QFETCH(bool, turned);
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
        query.grouping = grouped ? ViewGrouping::Priority : ViewGrouping::None;
        query.reversed = turned;
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
                all.limit = int(model.loaded().size());
                all.groups = store.groups(query);
                return headsAreRight(model, all) && idsOf(model.loaded()) == idsOf(store.window(all))
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
    table.setRowHeights(delegate.rowHeight(table.font()), 30);
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

void TestAgentList::aFoldedGroupKeepsItsHeadAndCount()
{
    FakeStore store(8);
    for (int i = 0; i < 60; ++i)
        store.add();
    TicketListModel model(store.source());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ListQuery query;
    query.grouping = ViewGrouping::Priority;
    model.setQuery(query);
    QTRY_COMPARE(model.loaded().size(), 60);
    const QList<ListGroup> groups = model.groups();
    QCOMPARE(groups.size(), 4);
    QCOMPARE(model.rowCount(), 64);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.fold(groups[1].key, true);
    QTRY_COMPARE(model.rowCount(), 64 - groups[1].count);
    const int head = groups[0].count + 1;
    QVERIFY(model.index(head).data(TicketListModel::FoldedRole).toBool());
    QCOMPARE(model.index(head).data(TicketListModel::HeadRole).value<ListGroup>(), groups[1]);
    QVERIFY(model.idAt(head).isNull());
    QCOMPARE(model.ticketRow(head, 1), head + 2);
    QCOMPARE(model.ticketRow(head, -1), head - 1);
    // What is hidden is counted all the same.
    TicketRow more = store.rows.first();
    more.id = TicketId(QUuid::createUuid());
    more.priority = Priority::High;
    store.rows.append(more);
    model.refresh({more.id}, false);
    QTRY_COMPARE(model.groups()[1].count, groups[1].count + 1);
    QCOMPARE(model.rowCount(), 64 - groups[1].count);
    model.fold(groups[1].key, false);
    QTRY_COMPARE(model.rowCount(), 65);
    QCOMPARE(resets.count(), 0);
    for (const ListGroup &group : groups)
        model.fold(group.key, true);
    QTRY_COMPARE(model.rowCount(), 4);
    model.fold(groups[3].key, false);
    QTRY_COMPARE(model.rowCount(), 4 + groups[3].count);
}

void TestAgentList::unfoldingALargeGroupLeavesTheRestForLater()
{
    FakeStore store(9);
    for (int i = 0; i < 1'400; ++i) {
        store.add();
        store.rows.last().priority = i < 1'200 ? Priority::Critical : Priority::Low;
    }
    TicketListModel model(store.source());
    ListQuery query;
    query.grouping = ViewGrouping::Priority;
    model.setFolded({nameOf(Priority::Critical)});
    model.setQuery(query);
    QTRY_COMPARE(model.loaded().size(), TicketListModel::kPage);
    model.fold(nameOf(Priority::Critical), false);
    QTRY_COMPARE(model.loaded().size(), TicketListModel::kMostAtOnce);
    QVERIFY(model.canFetchMore({}));
    QCOMPARE(model.rowCount(), TicketListModel::kMostAtOnce + 1); // the other head comes later
    while (model.loaded().size() < 1'400) {
        const auto before = model.loaded().size();
        model.fetchMore({});
        QTRY_VERIFY(model.loaded().size() > before);
    }
    query.groups = store.groups(query);
    query.limit = 2'000;
    QCOMPARE(idsOf(model.loaded()), idsOf(store.window(query)));
    QCOMPARE(model.rowCount(), 1'402);
}

void TestAgentList::columnsComeAndGoWithoutAReset()
{
    FakeStore store(10);
    for (int i = 0; i < 5; ++i)
        store.add();
    TicketListModel model(store.source());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 5);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QCOMPARE(model.columnCount(), 1);
    model.setColumns({ViewColumn::Number, ViewColumn::Title, ViewColumn::State});
    QCOMPARE(model.columnCount(), 3);
    QVERIFY(!model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    QCOMPARE(model.index(0, 1).data().toString(), model.loaded().first().title);
    QVERIFY(model.index(0, 1).data(Qt::AccessibleTextRole).toString().contains(model.loaded().first().title));
    model.setColumns({ViewColumn::Title, ViewColumn::Due});
    QCOMPARE(model.columnCount(), 2);
    model.setColumns({});
    QCOMPARE(model.columnCount(), 1);
    QCOMPARE(resets.count(), 0);
}

void TestAgentList::aColumnSaysWhenATicketWakesUp()
{
    const qint64 now = QDateTime(QDate(2026, 10, 5), QTime(11, 0)).toMSecsSinceEpoch();
    TicketRow row;
    row.state = State::WaitingVendor;
    const auto words = [&] { return ColumnText::of(row, ViewColumn::Wakes, {}, now); };
    QVERIFY(words().isEmpty());
    row.pendingUntil = now + 3'600'000;
    QCOMPARE(words(), ReminderText::value(row.pendingUntil, now));
    row.state = State::Resolved; // nobody is reminded of it any more
    QVERIFY(words().isEmpty());
    QCOMPARE(ColumnText::sortOf(ViewColumn::Wakes), std::optional(ListSort::WakesFirst));
    QVERIFY(!SortText::of(ListSort::WakesFirst).isEmpty());
    QVERIFY(ColumnText::width(ViewColumn::Wakes, QApplication::font())
            > QFontMetrics(QApplication::font()).horizontalAdvance(ColumnText::name(ViewColumn::Wakes)));
}

QTEST_MAIN(TestAgentList)
#include "tst_agentlist.moc"
