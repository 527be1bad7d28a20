// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeworld.h"

#include "core/query/parser.h"
#include "core/store/cacheplan.h"
#include "core/store/listgroups.h"

using namespace vigie;
using namespace vigie::store;

/// Lists in groups: what they hold, in what order, and what is read for it.
class TestGroups : public QObject
{
    Q_OBJECT

private:
    StoreWorld *w = nullptr;

    void fill(int count);
    [[nodiscard]] QList<ListQuery> everyQuery() const;
    [[nodiscard]] QString problemOf(ListQuery query, int pageSize, bool walked);
    [[nodiscard]] QStringList plansOf(const ListQuery &query);

private Q_SLOTS:
    void init();
    void cleanup();
    void everyGroupHoldsItsTicketsInTheOrderOfTheList();
    void largeGroupsAreWalkedWithTheSameResult();
    void groupsThatAreLeftOutAreSkipped();
    void aFilterCountsOnlyWhatItFinds();
    void daysAreThoseOfTheAskersClock();
    void aListTurnedRoundIsTheSameListFromItsEnd();
    void groupsAreCountedWithoutReadingTickets();
    void theListEndsWhereTheGroupOfItsPlaceIsGone();
};

void TestGroups::init()
{
    w = new StoreWorld;
    w->fullSync = false;
    QVERIFY(w->reopen());
}

void TestGroups::cleanup()
{
    delete w;
    w = nullptr;
}

void TestGroups::fill(int count)
{
    const QStringList categories{QString(), QStringLiteral("network"), QStringLiteral("hardware")};
    QList<wire::Change> changes;
    const auto line = [this](const QueueId &id, const QString &name) {
        Queue queue;
        queue.id = id;
        queue.name = name;
        return w->said(StoreWorld::staffFeed(), queue);
    };
    changes << line(w->desk, QStringLiteral("Service desk")) << line(w->field, QStringLiteral("Field"));
    for (int i = 0; i < count; ++i) {
        Ticket ticket = w->ticket(QStringLiteral("Ticket %1 %2").arg(i).arg(QLatin1String(i % 3 ? "printer" : "vpn")),
                                  w->rng.below(3) > 0 ? w->desk : w->field, i + 1);
        ticket.state = State(w->rng.below(7));
        ticket.level = Level(1 + w->rng.below(4));
        ticket.priority = Priority(1 + w->rng.below(4));
        ticket.category = categories[int(w->rng.below(3))];
        ticket.requesterName = QStringLiteral("Person %1").arg(w->rng.below(9));
        ticket.updatedAt = 1000 + qint64(w->rng.below(20));
        ticket.createdAt = 1000 + qint64(w->rng.below(20));
        if (w->rng.below(2) == 0) {
            const bool ben = w->rng.below(2) == 0;
            ticket.owner = ben ? w->ben.id : w->anna.id;
            ticket.ownerName = ben ? w->ben.name : w->anna.name;
        }
        if (w->rng.below(4) != 0)
            ticket.service.dueAt = w->clock.at + (qint64(w->rng.below(24)) - 6) * 12 * 3'600'000;
        else
            ticket.service.paused = w->rng.below(2) == 0;
        changes.append(w->said(StoreWorld::queueFeed(ticket.queue), ticket));
    }
    VERIFY_OK(w->apply(w->ben, changes));
}

QList<ListQuery> TestGroups::everyQuery() const
{
    QList<ListQuery> queries;
    for (const ListScope scope : {ListScope::All, ListScope::Mine, ListScope::Unassigned,
                                  ListScope::Waiting, ListScope::Queue}) {
        for (const EnumName<ViewGrouping> &grouping : enumNames<ViewGrouping>()) {
            for (const ListSort sort : {ListSort::UpdatedNewest, ListSort::DueFirst, ListSort::WakesFirst}) {
                for (const bool turned : {false, true}) {
                    ListQuery query;
                    query.scope = scope;
                    query.grouping = grouping.value;
                    query.sort = sort;
                    query.reversed = turned;
                    query.openOnly = turned;
                    query.queue = w->field;
                    query.me = w->ben.id;
                    query.around.me = w->ben;
                    query.around.now = w->clock.at;
                    query.around.zone = QTimeZone::utc();
                    if (grouping.value != ViewGrouping::None)
                        queries.append(query);
                }
            }
        }
    }
    return queries;
}

/// The grouped list in pages beside the plain list taken apart by hand; empty when they agree.
QString TestGroups::problemOf(ListQuery query, int pageSize, bool walked)
{
    const auto groups = w->reader().groups(query);
    if (!groups)
        return toLog(groups.error());
    ListQuery plain = query;
    plain.grouping = ViewGrouping::None;
    plain.limit = 1000;
    const auto all = w->reader().list(plain);
    if (!all)
        return toLog(all.error());
    query.groups = *groups;
    QList<QList<TicketId>> wanted(groups->size());
    for (const TicketRow &row : *all) {
        const int group = groupOf(row, query);
        if (group < 0)
            return QStringLiteral("a ticket without a group");
        wanted[group].append(row.id);
    }
    QList<TicketId> flat;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i].size() != groups->at(i).count)
            return QStringLiteral("group '%1' has %2, counted %3").arg(groups->at(i).key)
                .arg(wanted[i].size()).arg(groups->at(i).count);
        flat += wanted[i];
    }
    if (walked) {
        for (ListGroup &group : query.groups)
            group.count = 10'000;
    }
    query.limit = pageSize;
    QList<TicketId> joined;
    while (true) {
        const auto rows = w->reader().list(query);
        if (!rows)
            return toLog(rows.error());
        for (const TicketRow &row : *rows)
            joined.append(row.id);
        if (rows->size() < pageSize)
            break;
        query.after = rows->last();
    }
    return joined == flat ? QString() : QStringLiteral("another order or other tickets");
}

void TestGroups::everyGroupHoldsItsTicketsInTheOrderOfTheList()
{
    fill(150);
    for (const ListQuery &query : everyQuery())
        QCOMPARE(problemOf(query, 7, false), QString());
}

void TestGroups::largeGroupsAreWalkedWithTheSameResult()
{
    fill(150);
    for (const ListQuery &query : everyQuery())
        QCOMPARE(problemOf(query, 7, true), QString());
}

void TestGroups::groupsThatAreLeftOutAreSkipped()
{
    fill(80);
    ListQuery query = everyQuery().first();
    query.grouping = ViewGrouping::Priority;
    query.limit = 1000;
    query.groups = *w->reader().groups(query);
    QCOMPARE(query.groups.size(), 4);
    QCOMPARE(query.groups.first().key, nameOf(Priority::Critical));
    query.groups.removeAt(1);
    const auto rows = w->reader().list(query);
    VERIFY_OK(rows);
    int counted = 0;
    for (const ListGroup &group : std::as_const(query.groups))
        counted += group.count;
    QCOMPARE(rows->size(), counted);
    QCOMPARE(*w->reader().count(query, 1000), counted);
    for (const TicketRow &row : *rows)
        QVERIFY(row.priority != Priority::High);
}

void TestGroups::aFilterCountsOnlyWhatItFinds()
{
    fill(150);
    for (ListQuery query : everyQuery()) {
        query.text = QStringLiteral("vpn");
        QCOMPARE(problemOf(query, 7, false), QString());
        query.text.clear();
        query.filter = query::parse(QStringLiteral("level:L2 printer")).expr;
        QCOMPARE(problemOf(query, 7, false), QString());
        query.filter = query::parse(QStringLiteral("priority:high or priority:critical")).expr;
        QCOMPARE(problemOf(query, 7, true), QString());
    }
}

void TestGroups::daysAreThoseOfTheAskersClock()
{
    const QDateTime noon(QDate(2026, 3, 28), QTime(12, 0), QTimeZone("Europe/Paris"));
    const auto at = [&](int day, int hour) {
        return QDateTime(noon.date().addDays(day), QTime(hour, 0), noon.timeZone()).toMSecsSinceEpoch();
    };
    QList<wire::Change> changes;
    // The night to the 29th has an hour less.
    for (const qint64 due : {at(0, 11), at(0, 23), at(1, 0), at(1, 23), at(2, 0), at(30, 0)}) {
        Ticket ticket = w->ticket(QStringLiteral("due"), w->desk, changes.size() + 1);
        ticket.service.dueAt = due;
        changes.append(w->said(StoreWorld::queueFeed(w->desk), ticket));
    }
    VERIFY_OK(w->apply(w->ben, changes));
    ListQuery query;
    query.grouping = ViewGrouping::DueDay;
    query.around.now = noon.toMSecsSinceEpoch();
    query.around.zone = noon.timeZone();
    QStringList said;
    const auto groups = w->reader().groups(query);
    VERIFY_OK(groups);
    for (const ListGroup &group : *groups)
        said.append(QStringLiteral("%1=%2").arg(group.key).arg(group.count));
    QCOMPARE(said, (QStringList{QStringLiteral("overdue=1"), QStringLiteral("2026-03-28=1"),
                                QStringLiteral("2026-03-29=2"), QStringLiteral("2026-03-30=1"),
                                QStringLiteral("later=1")}));
}

void TestGroups::aListTurnedRoundIsTheSameListFromItsEnd()
{
    fill(60);
    for (ListQuery query : everyQuery()) {
        query.grouping = ViewGrouping::None;
        query.limit = 1000;
        query.reversed = false;
        QStringList plain = w->listed(query);
        std::reverse(plain.begin(), plain.end());
        query.reversed = true;
        QCOMPARE(w->listed(query), plain);
    }
}

QStringList TestGroups::plansOf(const ListQuery &query)
{
    QStringList steps;
    const auto plan = lists::planOf(w->profile->cacheDatabase(), query);
    if (!plan)
        return {toLog(plan.error())};
    for (const bool open : {true, false}) {
        const QString text = QStringLiteral("EXPLAIN QUERY PLAN SELECT ticket.state, count(*) FROM ")
            + lists::groupSourceFor(*plan, open) + QStringLiteral(" GROUP BY 1");
        auto rows = w->profile->cacheDatabase().prepare(text);
        if (!rows)
            return {toLog(rows.error())};
        for (qsizetype i = text.count(QLatin1Char('?')); i > 0; --i)
            rows->bind(1);
        while (rows->next().value_or(false))
            steps.append(rows->text(3));
    }
    return steps;
}

void TestGroups::groupsAreCountedWithoutReadingTickets()
{
    for (const ListQuery &query : everyQuery()) {
        const QStringList steps = plansOf(query);
        QVERIFY(!steps.isEmpty());
        int covered = 0;
        for (const QString &step : steps) {
            QVERIFY2(!step.contains(QLatin1String("SCAN")), qPrintable(step));
            covered += step.contains(QLatin1String("COVERING INDEX ticket_group")) ? 1 : 0;
        }
        QCOMPARE(covered, 2);
    }
}

void TestGroups::theListEndsWhereTheGroupOfItsPlaceIsGone()
{
    fill(60);
    ListQuery query = everyQuery().first();
    query.grouping = ViewGrouping::State;
    query.groups = *w->reader().groups(query);
    query.limit = 1;
    const auto page = w->reader().list(query);
    VERIFY_OK(page);
    query.after = page->last();
    query.groups.removeFirst();
    QCOMPARE(w->reader().list(query)->size(), 0);
}

QTEST_GUILESS_MAIN(TestGroups)
#include "tst_groups.moc"
