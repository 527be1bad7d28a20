// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeworld.h"

#include "core/store/cachelists.h"

using namespace vigie;
using namespace vigie::store;

/// Windowed lists and their counters.
class TestLists : public QObject
{
    Q_OBJECT

private:
    StoreWorld *w = nullptr;
    QString deskFeed;
    QList<Ticket> all;

    void fill(int count);
    [[nodiscard]] QStringList expected(const ListQuery &query) const;
    [[nodiscard]] bool wanted(const ListQuery &query, const Ticket &ticket) const;
    [[nodiscard]] static QList<ListQuery> everyQuery(const StoreWorld &world);
    [[nodiscard]] QString recount();

private Q_SLOTS:
    void init();
    void cleanup();
    void everyScopeAndSortIsWhatAPlainSortSays();
    void pagesJoinWithoutGapsOrRepeats();
    void pagesJoinWhileTheLastRowChanges();
    void noListScansOrSorts();
    void countersAreWhatARecountSays();
    void countersAreKeptThroughRandomWork();
    void ticketsAreFoundByNumberAndTag();
    void employeesSeeTheirRequestsAndNothingElse();
    void anotherRoleSeesOtherLists();
    void textFiltersAList();
    void aFrequentWordFiltersEveryList();
    void peopleAreFoundByAnyBeginning();
};

void TestLists::init()
{
    w = new StoreWorld;
    w->fullSync = false;
    QVERIFY(w->reopen());
    deskFeed = StoreWorld::queueFeed(w->desk);
    all.clear();
}

void TestLists::cleanup()
{
    delete w;
    w = nullptr;
}

/// Tickets in both queues with every state, level and priority, several sharing each time.
void TestLists::fill(int count)
{
    QList<wire::Change> changes;
    for (int i = 0; i < count; ++i) {
        const bool onDesk = w->rng.below(3) > 0;
        Ticket ticket = w->ticket(QStringLiteral("Ticket %1").arg(i), onDesk ? w->desk : w->field,
                                  i + 1);
        ticket.state = State(w->rng.below(7));
        ticket.publicState = PublicState(w->rng.below(5));
        ticket.level = Level(1 + w->rng.below(4));
        ticket.priority = Priority(1 + w->rng.below(4));
        ticket.updatedAt = 1000 + qint64(w->rng.below(20));
        ticket.createdAt = 1000 + qint64(w->rng.below(20));
        if (w->rng.below(2) == 0) {
            ticket.owner = w->rng.below(2) == 0 ? w->ben.id : w->anna.id;
            ticket.ownerName = QStringLiteral("Somebody");
        }
        if (w->rng.below(4) != 0)
            ticket.service.dueAt = 1000 + qint64(w->rng.below(20));
        else
            ticket.service.paused = w->rng.below(2) == 0;
        if (w->rng.below(3) != 0)
            ticket.pendingUntil = 1000 + qint64(w->rng.below(20));
        if (w->rng.below(5) == 0)
            ticket.requester = w->ben.id;
        all.append(ticket);
        changes.append(w->said(StoreWorld::queueFeed(ticket.queue), ticket));
    }
    VERIFY_OK(w->apply(w->ben, changes));
}

bool TestLists::wanted(const ListQuery &query, const Ticket &ticket) const
{
    const bool open = ticket.state != State::Resolved && ticket.state != State::Closed;
    if ((query.openOnly && !open) || (query.level && *query.level != ticket.level))
        return false;
    switch (query.scope) {
    case ListScope::All: return true;
    case ListScope::Mine: return ticket.owner == w->ben.id;
    case ListScope::Unassigned: return ticket.owner.isNull();
    case ListScope::Waiting:
        return ticket.state == State::WaitingRequester || ticket.state == State::WaitingVendor
            || ticket.state == State::Scheduled;
    case ListScope::Queue: return ticket.queue == query.queue;
    case ListScope::MyRequests: return ticket.requester == w->ben.id;
    }
    return false;
}

QStringList TestLists::expected(const ListQuery &query) const
{
    QList<Ticket> rows;
    for (const Ticket &ticket : all) {
        if (wanted(query, ticket))
            rows.append(ticket);
    }
    // Newest stored first among equals: they were stored in this order.
    std::reverse(rows.begin(), rows.end());
    std::stable_sort(rows.begin(), rows.end(), [&](const Ticket &a, const Ticket &b) {
        switch (query.sort) {
        case ListSort::UpdatedNewest: return a.updatedAt > b.updatedAt;
        case ListSort::CreatedNewest: return a.createdAt > b.createdAt;
        case ListSort::NumberNewest: return a.number > b.number;
        case ListSort::DueFirst: {
            const auto dueKey = [](const Ticket &ticket) {
                const ServiceRecord &service = ticket.service;
                return service.dueAt > 0 ? service.dueAt : service.paused ? 1'000'000 : 2'000'000;
            };
            return dueKey(a) < dueKey(b);
        }
        case ListSort::WakesFirst: {
            const auto wakes = [](const Ticket &ticket) {
                const bool never = ticket.state == State::Resolved || ticket.state == State::Closed
                    || ticket.pendingUntil == 0;
                return never ? 1'000'000 : ticket.pendingUntil;
            };
            return wakes(a) < wakes(b);
        }
        case ListSort::PriorityFirst: break;
        }
        return a.priority != b.priority ? a.priority < b.priority : a.updatedAt > b.updatedAt;
    });
    QStringList titles;
    for (const Ticket &ticket : std::as_const(rows))
        titles.append(ticket.title);
    return titles;
}

QList<ListQuery> TestLists::everyQuery(const StoreWorld &world)
{
    QList<ListQuery> queries;
    for (const ListScope scope : {ListScope::All, ListScope::Mine, ListScope::Unassigned,
                                  ListScope::Waiting, ListScope::Queue, ListScope::MyRequests}) {
        for (const ListSort sort : {ListSort::UpdatedNewest, ListSort::CreatedNewest,
                                    ListSort::PriorityFirst, ListSort::NumberNewest,
                                    ListSort::DueFirst, ListSort::WakesFirst}) {
            for (const bool openOnly : {true, false}) {
                for (const auto &level : {std::optional<Level>(), std::optional(Level::L2)}) {
                    ListQuery query;
                    query.scope = scope;
                    query.sort = sort;
                    query.openOnly = openOnly;
                    query.level = level;
                    query.queue = world.field;
                    query.me = world.ben.id;
                    queries.append(query);
                }
            }
        }
    }
    return queries;
}

void TestLists::everyScopeAndSortIsWhatAPlainSortSays()
{
    fill(150);
    const QList<ListQuery> queries = everyQuery(*w);
    for (ListQuery query : queries) {
        query.limit = 1000;
        QCOMPARE(w->listed(query), expected(query));
    }
}

void TestLists::pagesJoinWithoutGapsOrRepeats()
{
    fill(150);
    const QList<ListQuery> queries = everyQuery(*w);
    for (ListQuery query : queries) {
        query.limit = 7;
        QStringList joined;
        while (true) {
            const auto rows = w->reader().list(query);
            VERIFY_OK(rows);
            for (const TicketRow &row : *rows)
                joined.append(row.title);
            if (rows->size() < query.limit)
                break;
            query.after = rows->last();
        }
        QCOMPARE(joined, expected(query));
    }
}

void TestLists::pagesJoinWhileTheLastRowChanges()
{
    fill(60);
    ListQuery query;
    query.limit = 20;
    query.openOnly = false;
    const auto first = w->reader().list(query);
    VERIFY_OK(first);
    query.after = first->last();
    Ticket moved = **w->reader().ticket(first->last().id);
    moved.updatedAt = 5000;
    VERIFY_OK(w->apply(w->ben, {w->said(StoreWorld::queueFeed(moved.queue), moved)}));
    const auto second = w->reader().list(query);
    VERIFY_OK(second);
    QSet<TicketId> seen;
    for (const TicketRow &row : *first)
        seen.insert(row.id);
    for (const TicketRow &row : *second)
        QVERIFY(!seen.contains(row.id));
    QCOMPARE(second->size(), 20);
}

void TestLists::noListScansOrSorts()
{
    const QList<ListQuery> queries = everyQuery(*w);
    int plans = 0;
    for (const ListQuery &query : queries) {
        for (const auto &[open, filter] : {std::pair(true, lists::TextFilter::None),
                                           std::pair(false, lists::TextFilter::None),
                                           std::pair(true, lists::TextFilter::Many),
                                           std::pair(false, lists::TextFilter::Many)}) {
            const QString text = lists::statementFor(query, open, filter);
            auto rows =
                w->profile->cacheDatabase().prepare(QStringLiteral("EXPLAIN QUERY PLAN ") + text);
            VERIFY_OK(rows);
            for (qsizetype i = text.count(QLatin1Char('?')); i > 0; --i)
                rows->bind(1);
            while (true) {
                const auto more = rows->next();
                VERIFY_OK(more);
                if (!*more)
                    break;
                ++plans;
                const QString step = rows->text(3);
                if (step.contains(QLatin1String("json_each")))
                    continue; // the hits themselves
                QVERIFY2(!step.contains(QLatin1String("SCAN")), qPrintable(step));
                QVERIFY2(!step.contains(QLatin1String("TEMP B-TREE")), qPrintable(step));
            }
        }
    }
    QVERIFY(plans >= queries.size());
}

/// What the counters say and what counting says, side by side; empty when they agree.
QString TestLists::recount()
{
    ListCounts plain;
    for (const Ticket &ticket : std::as_const(all)) {
        ListQuery open;
        if (!wanted(open, ticket))
            continue;
        ++plain.all;
        plain.mine += ticket.owner == w->ben.id ? 1 : 0;
        plain.unassigned += ticket.owner.isNull() ? 1 : 0;
        open.scope = ListScope::Waiting;
        plain.waiting += wanted(open, ticket) ? 1 : 0;
        ++plain.queues[ticket.queue];
    }
    const auto kept = w->reader().counts(w->ben.id);
    if (!kept)
        return toLog(kept.error());
    const bool same = kept->all == plain.all && kept->mine == plain.mine
        && kept->unassigned == plain.unassigned && kept->waiting == plain.waiting
        && kept->queues == plain.queues;
    return same ? QString()
                : QStringLiteral("kept %1/%2/%3/%4, counted %5/%6/%7/%8")
                      .arg(kept->all).arg(kept->mine).arg(kept->unassigned).arg(kept->waiting)
                      .arg(plain.all).arg(plain.mine).arg(plain.unassigned).arg(plain.waiting);
}

void TestLists::countersAreWhatARecountSays()
{
    QCOMPARE(w->reader().counts(w->ben.id)->all, 0);
    fill(200);
    QCOMPARE(recount(), QString());
}

void TestLists::countersAreKeptThroughRandomWork()
{
    fill(40);
    for (int step = 0; step < 150; ++step) {
        const qsizetype at = qsizetype(w->rng.below(quint64(all.size())));
        Ticket &ticket = all[at];
        const QString feed = StoreWorld::queueFeed(ticket.queue);
        switch (w->rng.below(6)) {
        case 0: ticket.state = State(w->rng.below(7)); break;
        case 1: ticket.owner = w->rng.below(2) == 0 ? PersonId() : w->ben.id; break;
        case 2: {
            ticket.queue = ticket.queue == w->desk ? w->field : w->desk;
            VERIFY_OK(w->apply(w->ben, {w->said(StoreWorld::queueFeed(ticket.queue), ticket),
                                        w->gone(feed, ticket.id)}));
            break;
        }
        case 3: {
            // One's own pending change, and its refusal.
            const NewOp take = w->op(ticket.id, EditTags{{QString::number(step)}, {}});
            VERIFY_OK(w->send(take));
            VERIFY_OK(w->turn(take.op.id, OpState::Discarded));
            break;
        }
        case 4: {
            VERIFY_OK(w->apply(w->ben, {w->gone(feed, ticket.id)}));
            all.removeAt(at);
            QCOMPARE(recount(), QString());
            continue;
        }
        default: ticket.level = Level(1 + w->rng.below(4)); break;
        }
        VERIFY_OK(w->apply(w->ben, {w->said(StoreWorld::queueFeed(ticket.queue), ticket)}));
        QCOMPARE(recount(), QString());
    }
}

void TestLists::ticketsAreFoundByNumberAndTag()
{
    fill(20);
    const Ticket &wantedTicket = all[12];
    const QString number = QString::number(wantedTicket.number);
    for (const QString &text : {number, QStringLiteral("#") + number, QStringLiteral(" HD-") + number,
                                wantedTicket.id.shortTag().toLower()}) {
        const auto found = w->reader().findByNumber(text);
        VERIFY_OK(found);
        QCOMPARE(found->value_or(TicketId()), wantedTicket.id);
    }
    for (const QString &text : {QStringLiteral("99999"), QStringLiteral("zzzz"), QString(),
                                QStringLiteral("-"), QStringLiteral("99999999999999999999")}) {
        const auto found = w->reader().findByNumber(text);
        VERIFY_OK(found);
        QVERIFY(!found->has_value());
    }
}

void TestLists::employeesSeeTheirRequestsAndNothingElse()
{
    const QString feed = StoreWorld::personFeed(w->anna);
    Ticket mine = w->ticket(QStringLiteral("Mine"), w->desk, 1);
    Ticket watched = w->ticket(QStringLiteral("Watched"), w->desk, 2);
    watched.requester = w->ben.id;
    watched.watchers = {w->anna.id};
    Ticket fixed = w->ticket(QStringLiteral("Fixed"), w->desk, 3);
    fixed.publicState = PublicState::Fixed;
    fixed.state = State::Resolved;
    QList<wire::Change> changes;
    for (const Ticket &ticket : {mine, watched, fixed})
        changes.append(w->said(feed, forRequester(ticket, w->anna.id)));
    VERIFY_OK(w->apply(w->anna, changes));
    const TicketId local = w->ids.make<TicketId>();
    VERIFY_OK(w->send(w->report(local, QStringLiteral("Local"), w->anna)));
    ListQuery query;
    query.scope = ListScope::MyRequests;
    query.sort = ListSort::NumberNewest;
    query.me = w->anna.id;
    // What has no number yet is the newest.
    QCOMPARE(w->listed(query), QStringList({QStringLiteral("Local"), QStringLiteral("Watched"),
                                            QStringLiteral("Mine")}));
    query.openOnly = false;
    QCOMPARE(w->listed(query).size(), 4);
    query.scope = ListScope::Unassigned;
    QVERIFY(w->listed(query).isEmpty());
    QCOMPARE(w->reader().counts(w->anna.id)->unassigned, 0);
    QCOMPARE(w->reader().counts(w->anna.id)->all, 3);
}

void TestLists::anotherRoleSeesOtherLists()
{
    const Ticket ticket = w->ticket(QStringLiteral("Work"), w->desk, 1);
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, ticket)}));
    ListQuery query;
    QCOMPARE(w->listed(query).size(), 1);
    w->ben.role = Role::Admin;
    VERIFY_OK(w->apply(w->ben, {}));
    QCOMPARE(w->listed(query).size(), 1);
    QCOMPARE(w->reader().counts(w->ben.id)->queues.value(w->desk), 1);
}

void TestLists::textFiltersAList()
{
    fill(60);
    const Message words = w->message(all[5], w->anna, QStringLiteral("the flux capacitor hums"));
    VERIFY_OK(w->apply(w->ben, {w->said(StoreWorld::queueFeed(all[5].queue), words)}));
    ListQuery query;
    query.openOnly = false;
    query.text = QStringLiteral("capac");
    QCOMPARE(w->listed(query), QStringList({all[5].title}));
    query.text = QStringLiteral("ticket");
    query.limit = 1000;
    QCOMPARE(w->listed(query), expected(query));
    query.scope = ListScope::Queue;
    query.queue = w->field;
    query.level = Level::L2;
    QCOMPARE(w->listed(query), expected(query));
    query.text = QStringLiteral("unheard");
    QVERIFY(w->listed(query).isEmpty());
    query.text = QStringLiteral("   ");
    QCOMPARE(w->listed(query), expected(query));
}

/// More hits than are looked at one by one: the lists are walked instead, and say the same.
void TestLists::aFrequentWordFiltersEveryList()
{
    fill(700);
    const QList<ListQuery> queries = everyQuery(*w);
    for (ListQuery query : queries) {
        query.limit = 1000;
        query.text = QStringLiteral("ticket ");
        QCOMPARE(w->listed(query), expected(query));
    }
}

void TestLists::peopleAreFoundByAnyBeginning()
{
    Person left = w->person(QStringLiteral("Zoé d'Œuvre"), Role::Agent, {w->desk});
    left.email = QStringLiteral("zoe@example.org");
    Person inactive = w->person(QStringLiteral("Zorro"), Role::Agent, {w->desk});
    inactive.active = false;
    VERIFY_OK(w->apply(w->ben, {w->said(StoreWorld::staffFeed(), w->anna),
                                w->said(StoreWorld::staffFeed(), w->ben),
                                w->said(StoreWorld::staffFeed(), left),
                                w->said(StoreWorld::staffFeed(), inactive)}));
    const auto names = [&](const QString &text) {
        QStringList found;
        const auto people = w->reader().people(text, 10);
        for (const Person &person : *people)
            found.append(person.name);
        return found;
    };
    QCOMPARE(names(QStringLiteral("LEFEV")), QStringList({w->ben.name}));
    QCOMPARE(names(QStringLiteral("oeh")), QStringList({w->anna.name}));
    QCOMPARE(names(QStringLiteral("zoe@ex")), QStringList({left.name}));
    QCOMPARE(names(QStringLiteral("ben lef")), QStringList({w->ben.name}));
    QCOMPARE(names(QStringLiteral("%")), QStringList());
    QCOMPARE(names(QString()).size(), 4);
    QCOMPARE(w->reader().people(QString(), 2)->size(), 2);
    QCOMPARE(*w->reader().staffOf(w->desk), QList<Person>({w->ben, left}));
    QCOMPARE(*w->reader().staffOf(w->field), QList<Person>({w->ben}));
}

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
