// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeworld.h"

#include "core/query/matches.h"
#include "core/query/parser.h"
#include "core/query/printer.h"
#include "core/ops/places.h"
#include "core/store/cachelists.h"
#include "core/store/cachequery.h"
#include "tests/support/randomquery.h"

using namespace vigie;
using namespace vigie::store;

/// Queries over the cache, and the same over single tickets in memory.
class TestListQuery : public QObject
{
    Q_OBJECT

private:
    StoreWorld *w = nullptr;
    QList<Ticket> all;
    QHash<TicketId, QList<Message>> threads;
    QSet<TicketId> pending;
    ListQuery base;

    void fill(int count);
    [[nodiscard]] Ticket randomTicket(int number);
    void say(const Ticket &ticket, const QString &feed, QList<wire::Change> &changes);
    [[nodiscard]] Person chef() const;
    [[nodiscard]] QStringList inMemory(const ListQuery &query);
    [[nodiscard]] QStringList titles(const char *text);
    [[nodiscard]] QString disagreement(const query::Expr &expr, ListSort sort, ListScope scope);

private Q_SLOTS:
    void init();
    void cleanup();
    void bothWaysOfAskingAgreeOnRandomQueries();
    void bothAgreeOnAFrequentWord();
    void queriesSayWhatTheyMean_data();
    void queriesSayWhatTheyMean();
    void namesMeanExactOnesFirst();
    void namesOfNobodyAreTold();
    void somebodyElsesWorkIsNotAnswered();
    void windowsJoinAndCountsCount();
    void filterAndTextAndLevelAreAllAsked();
    void noQueryScansOrSorts_data();
    void noQueryScansOrSorts();
    void smallSetsAndShortListsAreUsed();
    void changedKeysAreFollowed();
    void statementsOfQueriesAreNotKept();
};

void TestListQuery::init()
{
    w = new StoreWorld;
    w->fullSync = false;
    w->clock.at = QDateTime(QDate(2026, 3, 15), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    QVERIFY(w->reopen());
    all.clear();
    threads.clear();
    pending.clear();
    base = ListQuery();
    base.openOnly = false;
    base.limit = 1000;
    base.me = w->ben.id;
    base.around.me = w->ben;
    base.around.now = w->clock.at;
    base.around.zone = QTimeZone("Europe/Paris");
    Queue desk{w->desk, QStringLiteral("Service Desk"), {}, true, 1};
    Queue field{w->field, QStringLiteral("Field Réseau"), {}, true, 1};
    VERIFY_OK(w->apply(w->ben, {w->said(StoreWorld::staffFeed(), w->anna),
                                w->said(StoreWorld::staffFeed(), w->ben),
                                w->said(StoreWorld::staffFeed(), chef()),
                                w->said(StoreWorld::staffFeed(), desk),
                                w->said(StoreWorld::staffFeed(), field)}));
}

void TestListQuery::cleanup()
{
    delete w;
    w = nullptr;
}

/// Somebody whose name begins like another's.
Person TestListQuery::chef() const
{
    Person made;
    made.id = PersonId::fromStored(QStringLiteral("01890000-0000-7000-8000-00000000000c"));
    made.login = QStringLiteral("bchef");
    made.name = QStringLiteral("Benoît Chef");
    made.email = QStringLiteral("anna@example.org");
    made.role = Role::Agent;
    made.queues = {w->desk};
    return made;
}

Ticket TestListQuery::randomTicket(int number)
{
    Rng &rng = w->rng;
    const QStringList words{QStringLiteral("vpn"),     QStringLiteral("Drücker"),
                            QStringLiteral("œuvre"),   QStringLiteral("paper jam"),
                            QStringLiteral("INC-0042"), QStringLiteral("L’imprimante")};
    const auto some = [&rng](quint64 of) { return rng.below(of) == 0; };
    Ticket made = w->ticket(QStringLiteral("T%1 %2").arg(number).arg(
                                words[qsizetype(rng.below(quint64(words.size())))]),
                            some(3) ? w->field : w->desk, some(9) ? 0 : number);
    made.state = State(rng.below(7));
    made.publicState = PublicState(rng.below(5));
    made.kind = TicketKind(rng.below(3));
    made.level = Level(1 + rng.below(4));
    made.priority = Priority(1 + rng.below(4));
    made.impact = Impact(1 + rng.below(4));
    made.urgency = Urgency(1 + rng.below(4));
    made.category = categoryKeys()[qsizetype(rng.below(quint64(categoryKeys().size())))];
    const QList<PersonId> people{w->ben.id, w->anna.id, chef().id, PersonId()};
    const auto anybody = [&] { return people[qsizetype(rng.below(4))]; };
    made.owner = anybody();
    made.contact = anybody();
    made.requester = people[qsizetype(rng.below(3))];
    if (some(3))
        made.watchers = {w->ben.id};
    if (some(4))
        made.watchers.prepend(chef().id); // the smaller id comes first
    if (some(3))
        made.tags.append(QStringLiteral("VIP"));
    if (some(4))
        made.tags.append(QStringLiteral("réseau"));
    const qint64 now = base.around.now;
    const auto around = [&](qint64 days) {
        return now - days * 86'400'000 + qint64(rng.below(quint64(2 * days))) * 43'200'000;
    };
    made.createdAt = some(12) ? 0 : around(20);
    made.updatedAt = around(10);
    if (some(2))
        made.service.dueAt = around(5);
    if (some(6))
        made.updateAskedAt = around(3);
    if (some(6))
        made.kit.liveUntil = around(2);
    if (some(6))
        made.links.append({LinkKind::RelatesTo, w->ids.make<TicketId>()});
    if (some(6))
        made.rating.score = 3;
    return made;
}

void TestListQuery::say(const Ticket &ticket, const QString &feed, QList<wire::Change> &changes)
{
    changes.append(w->said(feed, ticket));
    const QStringList bodies{QStringLiteral("the vpn is down again"), QStringLiteral("Église, vpn-7"),
                             QStringLiteral("paper is in, jam is not"), QString()};
    for (quint64 n = w->rng.below(3); n > 0; --n) {
        Message words =
            w->message(ticket, w->anna, bodies[qsizetype(w->rng.below(quint64(bodies.size())))]);
        if (w->rng.below(3) == 0) {
            Attachment file;
            file.sha256 = QString(64, QLatin1Char('a'));
            file.name = QStringLiteral("printer-log.txt");
            file.mediaType = QStringLiteral("text/plain");
            file.size = 1;
            words.attachments.append(file);
        }
        changes.append(w->said(feed, words));
        threads[ticket.id].append(words);
    }
}

/// Work in both queues, and own requests elsewhere, of which only the public face is here.
void TestListQuery::fill(int count)
{
    QList<wire::Change> changes;
    for (int i = 0; i < count; ++i) {
        Ticket ticket = randomTicket(i + 1);
        QString feed = StoreWorld::queueFeed(ticket.queue);
        if (w->rng.below(6) == 0) {
            ticket.requester = w->ben.id;
            ticket = forRequester(ticket, w->ben.id);
            feed = StoreWorld::personFeed(w->ben);
        }
        say(ticket, feed, changes);
        all.append(ticket);
    }
    VERIFY_OK(w->apply(w->ben, changes));
    for (int i = 0; i < count / 10; ++i) {
        Ticket &ticket = all[qsizetype(w->rng.below(quint64(all.size())))];
        if (ticket.queue.isNull() || pending.contains(ticket.id))
            continue;
        VERIFY_OK(w->send(w->op(ticket.id, EditTags{{QStringLiteral("mine")}, {}})));
        pending.insert(ticket.id);
        ticket = **w->reader().ticket(ticket.id);
        threads[ticket.id] = *w->reader().thread(ticket.id);
    }
    for (const Ticket &ticket : std::as_const(all)) {
        if (w->rng.below(5) == 0)
            base.around.drafts.insert(ticket.id);
        if (w->rng.below(5) == 0)
            base.around.unread.insert(ticket.id);
        if (w->rng.below(9) == 0)
            base.around.conflicts.insert(ticket.id);
    }
}

/// What matches() says about each ticket of the scope, by title.
QStringList TestListQuery::inMemory(const ListQuery &query)
{
    const query::ListDirectory directory(
        {w->ben, w->anna, chef()},
        {{w->desk, QStringLiteral("Service Desk"), {}, true, 1},
         {w->field, QStringLiteral("Field Réseau"), {}, true, 1}},
        {QStringLiteral("VIP"), QStringLiteral("réseau"), QStringLiteral("mine")});
    const query::Bound bound = query::bind(query.filter, query.around, directory);
    QStringList found;
    for (const Ticket &ticket : std::as_const(all)) {
        const Places places = placesOf(ticket, query.around.me);
        const bool inScope = query.scope == ListScope::MyRequests ? places.request : places.listed;
        if (inScope && (places.open || !query.openOnly)
            && query::matches(bound, {ticket, threads[ticket.id], pending.contains(ticket.id)}))
            found.append(ticket.title);
    }
    found.sort();
    return found;
}

QString TestListQuery::disagreement(const query::Expr &expr, ListSort sort, ListScope scope)
{
    ListQuery query = base;
    query.filter = expr;
    query.sort = sort;
    query.scope = scope;
    QStringList listed = w->listed(query);
    listed.sort();
    const QStringList expected = inMemory(query);
    const auto count = w->reader().count(query, 10'000);
    if (!count)
        return toLog(count.error());
    if (listed == expected && *count == expected.size())
        return {};
    return QStringLiteral("SQL found %1 (counted %2), memory %3: %4 / %5")
        .arg(listed.size()).arg(*count).arg(expected.size())
        .arg(listed.mid(0, 8).join(QLatin1Char('|')), expected.mid(0, 8).join(QLatin1Char('|')));
}

void TestListQuery::bothWaysOfAskingAgreeOnRandomQueries()
{
    fill(160);
    const quint64 seed = 4'261;
    SeededRng rng(seed);
    query::RandomQuery random(
        rng, {{QStringLiteral("ben"), QStringLiteral("Anna"), QStringLiteral("CHEF"),
               QStringLiteral("Ben Lefevre"), QStringLiteral("nobody"), w->anna.id.text()},
              {QStringLiteral("desk"), QStringLiteral("reseau"), QStringLiteral("Service Desk"),
               QStringLiteral("gone"), w->field.text()},
              {QStringLiteral("vip"), QStringLiteral("RESEAU"), QStringLiteral("mine"),
               QStringLiteral("other")},
              {QStringLiteral("vpn"), QStringLiteral("paper jam"), QStringLiteral("drucker"),
               QStringLiteral("OEUVRE"), QStringLiteral("inc-0042"), QStringLiteral("impri"),
               QStringLiteral("eglise"), QStringLiteral("anna"), QStringLiteral("12"),
               QStringLiteral("log"), QStringLiteral("v"), QStringLiteral("pap"),
               QStringLiteral("print"), all.first().id.shortTag()},
              QDate(2026, 3, 15)});
    int some = 0;
    for (int i = 0; i < 400; ++i) {
        const query::Expr expr = random.expr(2);
        const ListScope scope = rng.below(4) == 0 ? ListScope::MyRequests : ListScope::All;
        const QString why = disagreement(expr, ListSort(rng.below(4)), scope);
        QVERIFY2(why.isEmpty(), qPrintable(QStringLiteral("seed %1, case %2, %3: %4")
                                               .arg(seed).arg(i).arg(query::print(expr), why)));
        ListQuery asked = base;
        asked.filter = expr;
        const QStringList found = inMemory(asked);
        some += !found.isEmpty() && found.size() < all.size() ? 1 : 0;
    }
    // Queries for which everything or nothing is right would prove little.
    QVERIFY(some > 150);
}

void TestListQuery::bothAgreeOnAFrequentWord()
{
    QList<wire::Change> changes;
    for (int i = 0; i < 700; ++i) {
        Ticket ticket = w->ticket(QStringLiteral("Frequent %1").arg(i), w->desk, i + 1);
        ticket.state = State(w->rng.below(7));
        ticket.priority = Priority(1 + w->rng.below(4));
        all.append(ticket);
        changes.append(w->said(StoreWorld::queueFeed(w->desk), ticket));
    }
    VERIFY_OK(w->apply(w->ben, changes));
    for (const char *text : {"frequent", "freq*", "-frequent", "frequent is:open",
                             "-frequent OR is:closed", "title:frequent priority>=high",
                             "frequent number:5..9", "-(frequent is:open)"}) {
        const query::Parsed parsed = query::parse(QLatin1String(text));
        QVERIFY(parsed.ok());
        QCOMPARE(disagreement(parsed.expr, ListSort::PriorityFirst, ListScope::All), QString());
    }
}

QStringList TestListQuery::titles(const char *text)
{
    const query::Parsed parsed = query::parse(QString::fromUtf8(text));
    if (!parsed.ok())
        return {query::problemName(parsed.problem->code)};
    ListQuery query = base;
    query.filter = parsed.expr;
    query.sort = ListSort::NumberNewest;
    return w->listed(query);
}

void TestListQuery::queriesSayWhatTheyMean_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(expected);
    };
    row("", "C,B,A");
    row("is:open", "B,A");
    row("is:closed", "C");
    row("state:scheduled", "B");
    row("is:waiting", "B");
    row("is:mine", "A");
    row("owner:me,none", "B,A");
    row("is:unassigned", "B");
    row("owner:benoit", "C");
    row("queue:reseau", "B");
    row("queue:\"Service Desk\" -is:closed", "A");
    row("priority>=high", "A");
    row("priority<high", "C,B");
    row("level:L2..L3", "B");
    row("tag:vip", "A");
    row("tag:none", "C,B");
    row("-tag:vip is:open", "B");
    row("number:2", "B");
    row("number:2..3", "C,B");
    row("number<3", "B,A");
    row("due<4h", "B,A");        // A is overdue
    row("due>1h", "C,B");
    row("is:overdue", "A");
    row("due:none", "");
    row("due:today", "B,A");
    row("due:tomorrow", "C");
    row("created<2d", "A");
    row("created:2026-03-14", "A");
    row("created:yesterday", "A");
    row("created:2026-03-01..2026-03-05", "B");
    row("created<2026-03-01", "C");
    row("created:this-month", "B,A");
    row("updated>3d", "C,B");
    row("vpn", "C,A");
    row("\"vpn is\"", "C");
    row("title:vpn", "A");
    row("vpn -title:vpn", "C");
    row("has:attachment", "C");
    row("printer-log*", "C");
    row("a OR state:scheduled", "B,A");
    row("-(is:open vpn)", "C,B");
    row("category:network,mail", "B,A");
}

void TestListQuery::queriesSayWhatTheyMean()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto at = [](int month, int day, int hour) {
        return QDateTime(QDate(2026, month, day), QTime(hour, 0), Qt::UTC).toMSecsSinceEpoch();
    };
    Ticket a = w->ticket(QStringLiteral("A VPN"), w->desk, 1);
    a.owner = w->ben.id;
    a.priority = Priority::Critical;
    a.tags = {QStringLiteral("VIP")};
    a.category = QStringLiteral("network");
    a.createdAt = at(3, 14, 10);
    a.updatedAt = at(3, 14, 11);
    a.service.dueAt = at(3, 15, 11);
    Ticket b = w->ticket(QStringLiteral("B"), w->field, 2);
    b.state = State::Scheduled;
    b.level = Level::L2;
    b.category = QStringLiteral("mail");
    // Still the fifth in Paris, which is an hour ahead.
    b.createdAt = at(3, 5, 22);
    b.updatedAt = at(3, 6, 22);
    b.service.dueAt = at(3, 15, 15);
    Ticket c = w->ticket(QStringLiteral("C"), w->desk, 3);
    c.state = State::Closed;
    c.owner = chef().id;
    c.priority = Priority::Low;
    c.createdAt = at(2, 28, 22);
    c.updatedAt = at(2, 28, 22);
    c.service.dueAt = at(3, 16, 12);
    Message words = w->message(c, w->anna, QStringLiteral("my VPN is slow"));
    Attachment file;
    file.sha256 = QString(64, QLatin1Char('b'));
    file.name = QStringLiteral("printer-log.txt");
    file.mediaType = QStringLiteral("text/plain");
    words.attachments.append(file);
    QList<wire::Change> changes;
    for (const Ticket &ticket : {a, b, c})
        changes.append(w->said(StoreWorld::queueFeed(ticket.queue), ticket));
    changes.append(w->said(StoreWorld::queueFeed(w->desk), words));
    VERIFY_OK(w->apply(w->ben, changes));
    QStringList found;
    for (const QString &title : titles(text.toUtf8().constData()))
        found.append(title.left(1));
    QCOMPARE(found.join(QLatin1Char(',')), expected);
}

void TestListQuery::namesMeanExactOnesFirst()
{
    Ticket annas = w->ticket(QStringLiteral("Anna's"), w->desk, 1);
    Ticket chefs = w->ticket(QStringLiteral("Chef's"), w->desk, 2);
    chefs.requester = chef().id;
    VERIFY_OK(w->apply(w->ben, {w->said(StoreWorld::queueFeed(w->desk), annas),
                                w->said(StoreWorld::queueFeed(w->desk), chefs)}));
    // A login is a name too; an address that begins so is less than that.
    QCOMPARE(titles("requester:anna"), QStringList{annas.title});
    QCOMPARE(titles("requester:ann"), (QStringList{chefs.title, annas.title}));
    QCOMPARE(titles("requester:anna@example.org"), QStringList{chefs.title});
    QCOMPARE(titles("requester:oehler"), QStringList{annas.title});
    QCOMPARE(titles(qPrintable(QStringLiteral("requester:") + w->anna.id.text().toUpper())),
             QStringList{annas.title});
}

void TestListQuery::namesOfNobodyAreTold()
{
    ListQuery query = base;
    query.filter = query::parse(QStringLiteral("owner:xavier OR queue:nowhere tag:new")).expr;
    const auto bound = w->reader().bound(query);
    VERIFY_OK(bound);
    QCOMPARE(bound->unknown,
             (QList<query::UnknownName>{
                 {query::Field::Owner, QStringLiteral("xavier"), {0, 12}},
                 {query::Field::Queue, QStringLiteral("nowhere"), {16, 29}}}));
    QVERIFY(w->listed(query).isEmpty());
}

void TestListQuery::somebodyElsesWorkIsNotAnswered()
{
    Ticket ticket = w->ticket(QStringLiteral("Own"), w->ids.make<QueueId>(), 1);
    ticket.requester = w->ben.id;
    const Ticket face = forRequester(ticket, w->ben.id);
    VERIFY_OK(w->apply(w->ben, {w->said(StoreWorld::personFeed(w->ben), face)}));
    base.scope = ListScope::MyRequests;
    QCOMPARE(titles("is:request"), QStringList{QStringLiteral("Own")});
    QCOMPARE(titles("progress:received"), QStringList{QStringLiteral("Own")});
    for (const char *text : {"state:new", "owner:none", "is:unassigned", "level:L1", "tag:none",
                             "queue:none", "priority:normal"})
        QCOMPARE(titles(text), QStringList());
}

void TestListQuery::windowsJoinAndCountsCount()
{
    fill(150);
    for (const char *text : {"is:open OR vpn", "-tag:vip", "queue:desk", "owner:me,none"}) {
        ListQuery query = base;
        query.filter = query::parse(QLatin1String(text)).expr;
        for (const ListSort sort : {ListSort::UpdatedNewest, ListSort::CreatedNewest,
                                    ListSort::PriorityFirst, ListSort::NumberNewest}) {
            query.sort = sort;
            query.limit = 1000;
            query.after.reset();
            const QStringList whole = w->listed(query);
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
            QCOMPARE(joined, whole);
            QVERIFY(whole.size() > 14);
            QCOMPARE(*w->reader().count(query, 10'000), int(whole.size()));
            QCOMPARE(*w->reader().count(query, 10), 10);
        }
    }
}

void TestListQuery::filterAndTextAndLevelAreAllAsked()
{
    fill(150);
    ListQuery query = base;
    query.text = QStringLiteral("vpn ");
    query.level = Level::L2;
    query.openOnly = true;
    query.filter = query::parse(QStringLiteral("-owner:me")).expr;
    ListQuery inOne = base;
    inOne.filter = query::parse(QStringLiteral("vpn level:L2 is:open -owner:me")).expr;
    QCOMPARE(w->listed(query), w->listed(inOne));
    QVERIFY(!w->listed(query).isEmpty());
}

void TestListQuery::noQueryScansOrSorts_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"state:open", "owner:me", "owner:none", "queue:desk", "is:waiting", "tag:a,b", "tag:none",
          "vpn", "-vpn", "title:vpn", "number:5..9", "created<7d", "updated:today", "due<4h",
          "due:none", "has:attachment", "has:link", "has:draft", "requester:anna OR watcher:me",
          "category:mail,none", "is:open priority>=high queue:desk,reseau"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestListQuery::noQueryScansOrSorts()
{
    QFETCH(QString, text);
    fill(20);
    ListQuery query = base;
    query.filter = query::parse(text).expr;
    const auto bound = w->reader().bound(query);
    VERIFY_OK(bound);
    const auto filter = lists::compiled(w->profile->cacheDatabase(), *bound, ListScope::All);
    VERIFY_OK(filter);
    int plans = 0;
    for (const ListSort sort : {ListSort::UpdatedNewest, ListSort::CreatedNewest,
                                ListSort::PriorityFirst, ListSort::NumberNewest}) {
        query.sort = sort;
        const QString statement = lists::statementFor(query, true, lists::TextFilter::None,
                                                      filter->where.sql);
        auto rows = w->profile->cacheDatabase().prepareRecent(
            QStringLiteral("EXPLAIN QUERY PLAN ") + statement);
        VERIFY_OK(rows);
        for (qsizetype i = statement.count(QLatin1Char('?')); i > 0; --i)
            rows->bind(1);
        while (true) {
            const auto more = rows->next();
            VERIFY_OK(more);
            if (!*more)
                break;
            ++plans;
            const QString step = rows->text(3);
            const bool isList = step.contains(QLatin1String("json_each"));
            QVERIFY2(isList || !step.contains(QLatin1String("SCAN")), qPrintable(step));
            QVERIFY2(!step.contains(QLatin1String("TEMP B-TREE")), qPrintable(step));
        }
    }
    QVERIFY(plans >= 4);
}

void TestListQuery::smallSetsAndShortListsAreUsed()
{
    fill(150);
    const auto compiled = [this](const char *text) {
        ListQuery query = base;
        query.filter = query::parse(QString::fromLatin1(text)).expr;
        const auto bound = w->reader().bound(query);
        return *lists::compiled(w->profile->cacheDatabase(), *bound, ListScope::All);
    };
    for (const char *text : {"tag:vip state:open", "number:5..9", "due:today", "created:today",
                             "title:vpn", "vpn -is:open", "contact:anna"})
        QVERIFY2(compiled(text).hits.has_value(), text);
    for (const char *text : {"-tag:vip", "tag:vip OR vpn", "tag:none", "due:none", "-vpn"})
        QVERIFY2(!compiled(text).hits.has_value(), text);
    QCOMPARE(compiled("owner:me").scope, std::optional(ListScope::Mine));
    QCOMPARE(compiled("is:unassigned level:L1").scope, std::optional(ListScope::Unassigned));
    QCOMPARE(compiled("queue:desk is:open").scope, std::optional(ListScope::Queue));
    QCOMPARE(compiled("is:waiting").scope, std::optional(ListScope::Waiting));
    QVERIFY(!compiled("owner:me OR vpn").scope);
    QVERIFY(!compiled("is:open").ended);
    QVERIFY(!compiled("is:closed").open);
    QVERIFY(compiled("-(is:open vpn)").open);
}

void TestListQuery::changedKeysAreFollowed()
{
    Ticket ticket = w->ticket(QStringLiteral("One"), w->desk, 1);
    ticket.tags = {QStringLiteral("a"), QStringLiteral("b")};
    const QString feed = StoreWorld::queueFeed(w->desk);
    VERIFY_OK(w->apply(w->ben, {w->said(feed, ticket)}));
    ticket.tags = {QStringLiteral("b"), QStringLiteral("Ça")};
    ticket.requester = chef().id;
    VERIFY_OK(w->apply(w->ben, {w->said(feed, ticket)}));
    QCOMPARE(titles("tag:a"), QStringList());
    QCOMPARE(titles("tag:b tag:ca requester:chef -requester:anna"), QStringList{ticket.title});
    QCOMPARE(*w->reader().tags(QString(), 10), (QStringList{QStringLiteral("b"), QStringLiteral("Ça")}));
    QCOMPARE(*w->reader().tags(QStringLiteral("CA"), 10), QStringList{QStringLiteral("Ça")});
    QCOMPARE(w->reader().tags(QString(), 1)->size(), 1);
    VERIFY_OK(w->apply(w->ben, {w->gone(feed, ticket.id)}));
    QVERIFY(w->reader().tags(QString(), 10)->isEmpty());
}

void TestListQuery::statementsOfQueriesAreNotKept()
{
    fill(5);
    QStringList texts;
    w->profile->cacheDatabase().faultHook = [&texts](const QString &text) {
        texts.append(text);
        return Done();
    };
    QCOMPARE(titles("tag:vip").size(), titles("tag:vip").size());
    w->profile->cacheDatabase().faultHook = nullptr;
    // The values of a query never stand in its text.
    for (const QString &text : std::as_const(texts))
        QVERIFY(!text.contains(QLatin1String("vip"), Qt::CaseInsensitive));
}

QTEST_GUILESS_MAIN(TestListQuery)
#include "tst_listquery.moc"
