// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/parser.h"
#include "core/sla/serviceclock.h"
#include "core/sql/migrator.h"
#include "tests/store/storeworld.h"

using namespace vigie;
using namespace vigie::store;

namespace {

constexpr qint64 kHour = 3'600'000;

ServiceBook book()
{
    ServiceContract all;
    all.within(ClockKind::Ownership) = {{Priority::Normal, kHour}};
    all.within(ClockKind::FirstReply) = {{Priority::Normal, 2 * kHour}};
    all.within(ClockKind::Resolution) = {{Priority::Normal, 8 * kHour}};
    return {{{QString(), allHours()}}, {all}};
}

wire::Change said(StoreWorld &w, const ServiceBook &agreed)
{
    return w.change(StoreWorld::staffFeed(), wire::ChangeKind::Services,
                    QStringLiteral("services"), codec::toJson(agreed));
}

/// A ticket as the server sends it: reported now, nobody's.
Ticket reported(StoreWorld &w, const QString &title)
{
    Ticket made = w.ticket(title, w.desk, w.clock.at % 1'000'000);
    ServiceMark terms{ServiceMark::Kind::Terms, made.createdAt, 0, State::New, {}};
    terms.terms = *book().termsFor(made.queue, made.priority);
    addMark(made.service, {ServiceMark::Kind::Reported, made.createdAt, 0, State::New, {}});
    addMark(made.service, terms);
    settle(book(), made.service);
    return made;
}

} // namespace

/// The clocks in the client's databases.
class TestDue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBookIsKeptAndGoesWithItsFeed();
    void whatIDoOfflineMovesTheClockAtOnce();
    void thoseWhoWorkOnItAreWarned();
    void eachDueTimeIsToldOnce();
    void whoWaitsIsFoundInTime();
    void aCacheOfEveryEarlierVersionIsSortedByDue();
};

void TestDue::theBookIsKeptAndGoesWithItsFeed()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    QVERIFY(w.reader().services()->isEmpty());
    VERIFY_OK(w.apply(w.ben, {said(w, book())}));
    QCOMPARE(*w.reader().services(), book());
    QVERIFY(w.reopen());
    QCOMPARE(*w.reader().services(), book());
    // A book that cannot be read here is left out; what is known stays.
    QJsonObject broken = codec::toJson(book());
    broken.insert(QStringLiteral("calendars"), QJsonArray());
    VERIFY_OK(w.apply(w.ben, {w.change(StoreWorld::staffFeed(), wire::ChangeKind::Services,
                                       QStringLiteral("services"), broken)}));
    QCOMPARE(*w.reader().services(), book());
    // Ben leaves the staff: nothing of it stays.
    Person employee = w.ben;
    employee.role = Role::Employee;
    employee.queues = {};
    VERIFY_OK(w.apply(employee, {}));
    QVERIFY(w.reader().services()->isEmpty());
}

void TestDue::whatIDoOfflineMovesTheClockAtOnce()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const Ticket printer = reported(w, QStringLiteral("Printer"));
    VERIFY_OK(w.apply(w.ben, {said(w, book()), w.said(StoreWorld::queueFeed(w.desk), printer)}));
    QCOMPARE((*w.reader().row(printer.id))->dueClock, ClockKind::Ownership);
    w.clock.at = printer.createdAt + kHour / 2;
    const NewOp take =
        w.op(printer.id, SetField{QStringLiteral("owner"), w.ben.id.text()}, printer);
    VERIFY_OK(w.outbox().enqueue({take}, QStringLiteral("Printer"), w.clock.at));
    VERIFY_OK(w.cache().rebase(printer.id, *w.outbox().live()));
    const auto row = *w.reader().row(printer.id);
    QVERIFY(row && row->pending);
    QCOMPARE(row->dueClock, ClockKind::FirstReply);
    QCOMPARE(row->dueAt, printer.createdAt + 2 * kHour);
    QVERIFY(!row->missed);
    const Ticket mine = (*w.reader().ticket(printer.id)).value_or(Ticket());
    VERIFY_OK(w.outbox().enqueue({w.op(printer.id, SetState{State::WaitingRequester, {}}, mine)},
                                 QStringLiteral("Printer"),
                             w.clock.at));
    VERIFY_OK(w.cache().rebase(printer.id, *w.outbox().live()));
    QVERIFY((*w.reader().row(printer.id))->paused);
    QCOMPARE((*w.reader().row(printer.id))->dueAt, 0);
}

void TestDue::thoseWhoWorkOnItAreWarned()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const qint64 now = w.clock.at + 10 * kHour;
    QList<wire::Change> changes;
    QHash<QString, TicketId> ids;
    const auto add = [&](const QString &title, const PersonId &owner, qint64 warnAt, qint64 dueAt) {
        Ticket made = w.ticket(title, w.desk, changes.size() + 1);
        made.owner = owner;
        made.service.warnAt = warnAt;
        made.service.dueAt = dueAt;
        made.service.dueClock = ClockKind::NextReply;
        ids.insert(title, made.id);
        changes.append(w.said(StoreWorld::queueFeed(w.desk), made));
    };
    add(QStringLiteral("mine"), w.ben.id, now - 1, now + kHour);
    add(QStringLiteral("nobody's"), {}, now, now + kHour / 2);
    add(QStringLiteral("a colleague's"), w.anna.id, now - 1, now + kHour);
    add(QStringLiteral("later"), w.ben.id, now + 3 * kHour, now + 4 * kHour);
    add(QStringLiteral("a little late"), w.ben.id, now - 3 * kHour, now - kHour);
    add(QStringLiteral("long ago"), w.ben.id, now - 99 * kHour, now - 90 * kHour);
    add(QStringLiteral("without"), w.ben.id, 0, 0);
    VERIFY_OK(w.apply(w.ben, changes));
    const auto clocks = w.reader().dueClocks(w.ben.id, now - 4 * kHour, now, 10);
    VERIFY_OK(clocks);
    QList<TicketId> found;
    for (const DueClock &due : clocks->now)
        found.append(due.ticket);
    QCOMPARE(found, (QList<TicketId>{ids[QStringLiteral("a little late")],
                                     ids[QStringLiteral("nobody's")], ids[QStringLiteral("mine")]}));
    QCOMPARE(clocks->now.first().clock, ClockKind::NextReply);
    QCOMPARE(clocks->nextAt, now + 3 * kHour);
    QCOMPARE(w.reader().dueClocks(w.ben.id, now - 4 * kHour, now, 1)->now.size(), 1);
}

void TestDue::eachDueTimeIsToldOnce()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const DueClock one{w.ids.make<TicketId>(), ClockKind::FirstReply, w.clock.at};
    DueClock moved = one;
    moved.dueAt += kHour;
    QCOMPARE(w.outbox().notices().untold({one, moved})->size(), 2);
    VERIFY_OK(w.outbox().notices().noteTold({one}, w.clock.at));
    VERIFY_OK(w.outbox().notices().noteTold({one}, w.clock.at));
    QVERIFY(w.reopen());
    VERIFY_OK(w.profile->replaceCache(w.clock.at));
    const auto fresh = w.outbox().notices().untold({one, moved});
    VERIFY_OK(fresh);
    QCOMPARE(fresh->size(), 1);
    QCOMPARE(fresh->first().dueAt, moved.dueAt);
}

void TestDue::whoWaitsIsFoundInTime()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const qint64 now = w.clock.at;
    const auto until = [&](const QString &title, qint64 at) {
        Ticket made = reported(w, title);
        made.owner = w.ben.id;
        made.pendingUntil = at;
        return made;
    };
    const Ticket over = until(QStringLiteral("over"), now - kHour);
    const Ticket soon = until(QStringLiteral("soon"), now + kHour);
    const Ticket never = until(QStringLiteral("never"), 0);
    const QString feed = StoreWorld::queueFeed(w.desk);
    VERIFY_OK(w.apply(w.ben, {w.said(feed, over), w.said(feed, soon), w.said(feed, never)}));
    const auto found = w.reader().reminders(w.ben.id, 0, now, 9);
    VERIFY_OK(found);
    QCOMPARE(found->now.size(), 1);
    QCOMPARE(found->now.first().ticket, over.id);
    QVERIFY(found->now.first().reminder);
    QCOMPARE(found->nextAt, soon.pendingUntil);
    // A clock that is due at the same moment is another thing to be told of.
    const DueClock clock{over.id, ClockKind::Ownership, over.pendingUntil, false};
    VERIFY_OK(w.outbox().notices().noteTold({clock}, now));
    QCOMPARE(w.outbox().notices().untold(found->now)->size(), 1);
    VERIFY_OK(w.outbox().notices().noteTold(found->now, now));
    // Long ago is cleared away for clocks, and kept for reminders as long as they are looked for.
    VERIFY_OK(w.outbox().notices().noteTold(found->now, now + kReminderLateMs));
    QCOMPARE(w.outbox().notices().untold(found->now)->size(), 0);
    QCOMPARE(w.outbox().notices().untold({clock})->size(), 1);
    ListQuery query;
    query.me = query.around.me.id = w.ben.id;
    query.around.me = w.ben;
    query.around.now = now;
    const auto count = [&](const char *text) {
        query.filter = query::parse(QLatin1String(text)).expr;
        return w.reader().count(query, 10).value_or(-1);
    };
    // As with due times, what is over is soon.
    QCOMPARE(count("pending:<2h"), 2);
    QCOMPARE(count("wakes<30m"), 1);
    QCOMPARE(count("pending:today"), count("wakes:today"));
    QCOMPARE(count("wakes:none"), 1);
    QCOMPARE(count("-wakes:none"), 2);
}

void TestDue::aCacheOfEveryEarlierVersionIsSortedByDue()
{
    // From the newest to the oldest: what each script brought is taken away again.
    const QList<QStringList> downgrades{
        {QStringLiteral("DROP TABLE topic"), QStringLiteral("DROP TABLE article"),
         QStringLiteral("DROP TABLE revision"), QStringLiteral("DROP TABLE article_fts")},
        {QStringLiteral("DROP INDEX ticket_all_wake"), QStringLiteral("DROP INDEX ticket_owner_wake"),
         QStringLiteral("DROP INDEX ticket_queue_wake"),
         QStringLiteral("DROP INDEX ticket_waiting_wake"),
         QStringLiteral("DROP INDEX ticket_request_wake"),
         QStringLiteral("ALTER TABLE ticket DROP COLUMN wake_key")},
        {QStringLiteral("DROP INDEX ticket_wakes"),
         QStringLiteral("ALTER TABLE ticket DROP COLUMN pending_until")},
        {QStringLiteral("DROP TABLE subject_words"), QStringLiteral("DROP TABLE message_words")},
        {QStringLiteral("DROP INDEX ticket_group")},
        {QStringLiteral("DROP TABLE ticket_key"), QStringLiteral("DROP INDEX message_files"),
         QStringLiteral("ALTER TABLE message DROP COLUMN files"),
         QStringLiteral("ALTER TABLE ticket DROP COLUMN impact"),
         QStringLiteral("ALTER TABLE ticket DROP COLUMN urgency")},
        {QStringLiteral("DROP TABLE service_book"), QStringLiteral("DROP INDEX ticket_due"),
         QStringLiteral("DROP INDEX ticket_all_due"), QStringLiteral("DROP INDEX ticket_owner_due"),
         QStringLiteral("DROP INDEX ticket_queue_due"),
         QStringLiteral("DROP INDEX ticket_waiting_due"),
         QStringLiteral("DROP INDEX ticket_request_due"),
         QStringLiteral("ALTER TABLE ticket DROP COLUMN due_at"),
         QStringLiteral("ALTER TABLE ticket DROP COLUMN warn_at"),
         QStringLiteral("ALTER TABLE ticket DROP COLUMN due_clock"),
         QStringLiteral("ALTER TABLE ticket DROP COLUMN is_paused"),
         QStringLiteral("ALTER TABLE ticket DROP COLUMN has_missed"),
         QStringLiteral("ALTER TABLE ticket DROP COLUMN due_key")},
        {QStringLiteral("ALTER TABLE ticket DROP COLUMN live_until")},
        {QStringLiteral("DROP INDEX message_ticket")}};
    for (int version = 9; version >= 1; --version) {
        StoreWorld w;
        QVERIFY(w.reopen());
        const QString feed = StoreWorld::queueFeed(w.desk);
        const Ticket old = w.ticket(QStringLiteral("old"), w.desk, 1);
        VERIFY_OK(w.apply(w.ben, {w.said(feed, old)}));
        for (int step = 0; step <= 9 - version; ++step) {
            for (const QString &statement : downgrades.at(step))
                VERIFY_OK(w.profile->cacheDatabase().run(statement));
        }
        VERIFY_OK(w.profile->cacheDatabase().run(
            QStringLiteral("PRAGMA user_version = %1").arg(version)));
        QVERIFY(w.reopen());
        QVERIFY(!w.profile->cacheReplaced());
        QCOMPARE((*w.reader().ticket(old.id)).value_or(Ticket()), old);
        Ticket late = reported(w, QStringLiteral("late"));
        late.pendingUntil = w.clock.at + kHour;
        Ticket sooner = reported(w, QStringLiteral("sooner"));
        sooner.service.dueAt = late.service.dueAt - 1;
        Ticket paused = reported(w, QStringLiteral("paused"));
        paused.service.dueAt = 0;
        paused.service.paused = true;
        VERIFY_OK(w.apply(w.ben, {w.said(feed, late), w.said(feed, paused), w.said(feed, sooner)}));
        QCOMPARE((*w.reader().row(late.id))->pendingUntil, late.pendingUntil);
        QCOMPARE((*w.reader().row(old.id))->pendingUntil, 0);
        QCOMPARE(w.reader().reminders(w.ben.id, 0, late.pendingUntil, 9)->now.size(), 1);
        QCOMPARE((*w.reader().row(late.id))->pendingUntil, late.pendingUntil);
        QCOMPARE((*w.reader().row(old.id))->pendingUntil, 0);
        QCOMPARE(w.reader().reminders(w.ben.id, 0, late.pendingUntil, 9)->now.size(), 1);
        ListQuery query;
        query.sort = ListSort::DueFirst;
        QStringList titles;
        const auto rows = w.reader().list(query);
        VERIFY_OK(rows);
        for (const TicketRow &row : *rows)
            titles.append(row.title);
        QCOMPARE(titles, (QStringList{QStringLiteral("sooner"), QStringLiteral("late"),
                                      QStringLiteral("paused"), QStringLiteral("old")}));
        query.sort = ListSort::WakesFirst;
        const auto awake = w.reader().list(query);
        VERIFY_OK(awake);
        QCOMPARE(awake->size(), 4);
        QCOMPARE(awake->constFirst().title, QStringLiteral("late"));
    }
}

QTEST_GUILESS_MAIN(TestDue)
#include "tst_due.moc"
