// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/serviceadoption.h"
#include "core/sla/serviceclock.h"
#include "core/sql/migrator.h"
#include "tests/server/world.h"

using namespace vigie;
using namespace vigie::server;

namespace {

constexpr qint64 kHour = 3'600'000;

ServiceBook bookOf(int answerHours, int fixHours)
{
    ServiceContract all;
    for (const EnumName<Priority> &priority : enumNames<Priority>()) {
        all.within(ClockKind::FirstReply).insert(priority.value, answerHours * kHour);
        all.within(ClockKind::Resolution).insert(priority.value, fixHours * kHour);
    }
    return {{{QString(), allHours()}}, {all}};
}

QJsonObject bookIn(const Actress &who)
{
    return who.row(staffFeed(), QStringLiteral("services"), QStringLiteral("services"));
}

Ticket ticketIn(const Actress &who, const QString &feed, const TicketId &id)
{
    const auto read = codec::ticketFrom(who.row(feed, QStringLiteral("ticket"), id.text()));
    return read ? *read : Ticket();
}

/// The desk with another configuration, on the same data.
void restart(World &w, const std::optional<ServiceBook> &book)
{
    DeskOptions options = w.options();
    options.services = book;
    w.desk.reset();
    auto opened = Desk::open(options, w.clock, w.rng);
    if (!opened)
        qFatal("%s", qPrintable(toLog(opened.error())));
    w.desk = *std::move(opened);
}

} // namespace

/// What is agreed on about times: who gets it, and what a server makes of old and new tickets.
class TestServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staffGetTheBookAndNobodyElse()
    {
        World w(World::Place::Disk, true, bookOf(1, 8));
        for (Actress *who : {&w.anna, &w.bob, &w.ada, &w.bert, &w.chief})
            w.pull(*who);
        for (const Actress *who : {&w.ada, &w.bert, &w.chief}) {
            const auto book = codec::serviceBookFrom(bookIn(*who));
            QVERIFY(book);
            QCOMPARE(*book, bookOf(1, 8));
        }
        for (const Actress *who : {&w.anna, &w.bob}) {
            QVERIFY(!who->rows.contains(staffFeed()));
            for (const auto &feed : who->rows) {
                for (const QJsonObject &row : feed)
                    QVERIFY(!json::compact(row).contains("contracts"));
            }
        }
        // Who becomes staff gets it, who stops to be loses sight of the feed.
        Person anna = w.anna.person;
        anna.role = Role::Agent;
        anna.queues = {w.front.id};
        World::must(w.desk->updatePerson(anna));
        w.pull(w.anna);
        QCOMPARE(*codec::serviceBookFrom(bookIn(w.anna)), bookOf(1, 8));
        anna.role = Role::Employee;
        anna.queues = {};
        World::must(w.desk->updatePerson(anna));
        wire::SyncRequest request = w.anna.request();
        request.pull = true;
        const auto answer = w.desk->sync(w.anna.caller(), request);
        QVERIFY(answer);
        QVERIFY(!answer->scope.contains(staffFeed()));
    }

    void ticketsOfEarlierVersionsGetTheirClocksWhenSomethingIsAgreedOn()
    {
        World w(World::Place::Disk, true, std::nullopt);
        const TicketId open = w.reported(w.anna);
        const qint64 reported = w.clock.at;
        w.clock.at += kHour / 2;
        QCOMPARE(w.send(w.ada, open, SetState{State::WaitingRequester, {}}).status,
                 wire::OpStatus::Applied);
        const qint64 paused = w.clock.at;
        w.clock.at += 5 * kHour;
        QCOMPARE(w.send(w.anna, open, w.words(QStringLiteral("here"))).status,
                 wire::OpStatus::Applied);
        const qint64 resumed = w.clock.at;
        const TicketId ended = w.reported(w.anna);
        QCOMPARE(w.send(w.ada, ended, SetState{State::Resolved, {}}).status,
                 wire::OpStatus::Applied);
        w.pull(w.ada);
        w.pull(w.anna);
        QCOMPARE(w.ticket(open).service, ServiceRecord());
        QVERIFY(bookIn(w.ada).isEmpty());

        restart(w, bookOf(1, 8));
        QCOMPARE(w.ticket(open).service.dueAt, reported + kHour + resumed - paused);
        QCOMPARE(w.ticket(ended).service, ServiceRecord());
        QVERIFY(w.pull(w.ada) > 0);
        QCOMPARE(ticketIn(w.ada, queueFeed(w.front.id), open).service, w.ticket(open).service);
        w.pull(w.anna);
        const Ticket face = ticketIn(w.anna, personFeed(w.anna.person.id), open);
        QCOMPARE(face.service, ServiceRecord());
        QVERIFY(face.expected.answerBy > 0);
        // What had ended gets them when it goes on.
        QCOMPARE(w.send(w.anna, ended, w.words(QStringLiteral("no"))).status,
                 wire::OpStatus::Applied);
        QCOMPARE(w.ticket(ended).service.dueClock, ClockKind::Resolution);
        QCOMPARE(w.ticket(ended).service.dueAt, w.clock.at + 8 * kHour);
    }

    void aNewBookReachesOpenTicketsOnceAndKeepsTheirPauses()
    {
        World w(World::Place::Disk, true, bookOf(1, 8));
        const TicketId id = w.reported(w.anna);
        const qint64 reported = w.clock.at;
        QCOMPARE(w.send(w.ada, id, SetState{State::WaitingRequester, {}}).status,
                 wire::OpStatus::Applied);
        const qint64 paused = w.clock.at - 1; // when it was written, not when it was received
        w.clock.at += 3 * kHour;
        QCOMPARE(w.send(w.anna, id, w.words(QStringLiteral("here"))).status,
                 wire::OpStatus::Applied);
        const qint64 lost = w.clock.at - paused;
        w.pull(w.ada);
        restart(w, bookOf(2, 8));
        QCOMPARE(w.ticket(id).service.dueAt, reported + 2 * kHour + lost);
        QCOMPARE(w.pull(w.ada), 2); // the book and the ticket
        // The same configuration again says nothing to anybody, and a tool without one neither.
        restart(w, bookOf(2, 8));
        restart(w, std::nullopt);
        QCOMPARE(w.pull(w.ada), 0);
        QCOMPARE(w.send(w.ada, id, w.words(QStringLiteral("yes"))).status, wire::OpStatus::Applied);
        QCOMPARE(w.ticket(id).service.dueClock, ClockKind::Resolution);
    }

    void contractsNameTheirQueues()
    {
        World w(World::Place::Disk, true, std::nullopt);
        ServiceBook book = bookOf(1, 8);
        book.contracts.prepend(book.contracts.first());
        book.contracts.first().name = QStringLiteral("Gold");
        book.contracts.first().within(ClockKind::Resolution).insert(Priority::Normal, 2 * kHour);
        const auto named = withQueues(w.desk->store(), book,
                                      {{QStringLiteral("Gold"), {QStringLiteral("back")}}});
        QVERIFY(named);
        QCOMPARE(named->contracts.first().queues, QList<QueueId>{w.back.id});
        QVERIFY(named->contracts.last().queues.isEmpty());
        QCOMPARE(named->termsFor(w.back.id, Priority::Normal)->target(ClockKind::Resolution),
                 2 * kHour);
        QCOMPARE(named->termsFor(w.front.id, Priority::Normal)->target(ClockKind::Resolution),
                 8 * kHour);
        const auto unknown = withQueues(w.desk->store(), book,
                                        {{QStringLiteral("Gold"), {QStringLiteral("No such")}}});
        QVERIFY(unknown);
        QCOMPARE(unknown->contracts, QList<ServiceContract>{book.contracts.last()});
    }

    void aDatabaseOfTheFirstVersionIsBroughtUpToDate()
    {
        World w(World::Place::Disk, true, std::nullopt);
        const TicketId id = w.reported(w.anna);
        const QString path = databasePath(w.options().folder);
        w.desk.reset();
        {
            // As if the later scripts had never run.
            auto old = sql::Database::open(path, sql::Durability::Precious);
            QVERIFY(old);
            for (const char *statement :
                 {"DROP INDEX ticket_open", "DROP INDEX ticket_due",
                  "ALTER TABLE ticket DROP COLUMN is_open",
                  "ALTER TABLE ticket DROP COLUMN has_clocks", "ALTER TABLE ticket DROP COLUMN due",
                  "DROP TABLE own_thing", "DROP TABLE desk_thing", "DROP TABLE rule_hit",
                  "DROP TABLE topic", "DROP TABLE article", "DROP TABLE revision",
                  "DROP TABLE revision_blob", "DROP TABLE article_vote",
                  "DROP INDEX ticket_not_closed", "ALTER TABLE ticket DROP COLUMN is_closed",
                  "PRAGMA user_version = 1"})
                QVERIFY((*old)->run(QLatin1String(statement)));
            QCOMPARE(*sql::schemaVersion(**old), 1);
        }
        restart(w, bookOf(1, 8));
        QVERIFY(w.ticket(id).service.dueAt > 0);
        auto due = w.desk->store().database().prepare(
            QStringLiteral("SELECT due, is_open, has_clocks FROM ticket WHERE id = ?"));
        QVERIFY(due);
        QVERIFY(*due->bind(id.text()).next());
        QCOMPARE(due->integer(0), w.ticket(id).service.dueAt);
        QCOMPARE(due->integer(1), 1);
        QCOMPARE(due->integer(2), 1);
    }
};

QTEST_GUILESS_MAIN(TestServices)
#include "tst_services.moc"
