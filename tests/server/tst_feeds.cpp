// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/server/world.h"

#include <QDir>

using namespace vigie;
using namespace vigie::server;

/// Who is told of what, in which feed, and how a restored server is noticed.
class TestFeeds : public QObject
{
    Q_OBJECT

    static QString ticketOf(const Actress &who, const QString &feed, const TicketId &id,
                            const char *key)
    {
        return who.row(feed, QStringLiteral("ticket"), id.text()).value(QLatin1String(key)).toString();
    }
    static bool has(const Actress &who, const QString &feed, const TicketId &id)
    {
        return !who.row(feed, QStringLiteral("ticket"), id.text()).isEmpty();
    }
    static int messages(const Actress &who, const QString &feed, const TicketId &id)
    {
        int count = 0;
        for (const QJsonObject &row : who.rows.value(feed)) {
            if (row.value(QLatin1String("ticket")).toString() == id.text())
                ++count;
        }
        return count;
    }
    /// The digests of what the person holds, as a client computes them.
    static QMap<QString, FeedDigest> digestOf(const Actress &who, const QStringList &scope)
    {
        QMap<QString, FeedDigest> result;
        for (const QString &feed : scope) {
            QByteArray value(32, '\0');
            const auto rows = who.rows.value(feed);
            for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
                const QByteArray row =
                    wire::rowDigest(it.key().section(QLatin1Char('/'), 0, 0), it.value());
                for (int i = 0; i < 32; ++i)
                    value[i] = char(value[i] ^ row[i]);
            }
            result.insert(feed, {rows.size(), QString::fromLatin1(value.toHex())});
        }
        return result;
    }
    static void copyFolder(const QString &from, const QString &to)
    {
        QDir().mkpath(to);
        for (const QString &name : QDir(from).entryList(QDir::Files)) {
            QFile::remove(to + QLatin1Char('/') + name);
            QVERIFY(QFile::copy(from + QLatin1Char('/') + name, to + QLatin1Char('/') + name));
        }
    }

private Q_SLOTS:
    void eachReaderGetsTheFeedsTheyMayRead()
    {
        World w;
        QCOMPARE(*w.desk->scope(w.anna.caller()), QStringList({personFeed(w.anna.person.id), readersFeed()}));
        const QStringList ada = *w.desk->scope(w.ada.caller());
        QCOMPARE(ada, QStringList({staffFeed(), personFeed(w.ada.person.id), libraryFeed(),
                                   queueFeed(w.front.id)}));
        QCOMPARE(w.desk->scope(w.chief.caller())->size(), 5);
    }

    void anEmployeeGetsThePublicFaceAndPublicMessagesOnly()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        w.send(w.ada, id, w.words(QStringLiteral("secret thought"), MessageKind::Note));
        w.send(w.ada, id, w.words(QStringLiteral("Hello Anna")));
        w.pull(w.anna);
        const QString own = personFeed(w.anna.person.id);
        QVERIFY(ticketOf(w.anna, own, id, "queue").isEmpty());
        QCOMPARE(ticketOf(w.anna, own, id, "contactName"), QStringLiteral("ada"));
        for (const QJsonObject &row : w.anna.rows.value(own)) {
            QVERIFY(!json::compact(row).contains("secret thought"));
            if (row.contains(QLatin1String("ticket")))
                QCOMPARE(row.value(QLatin1String("visibility")).toString(), QStringLiteral("public"));
        }
        // report, reply, "in progress"
        QCOMPARE(messages(w.anna, own, id), 3);
        QVERIFY(w.anna.rows.keys() == QStringList{own});
    }

    void aNoteDoesNotMoveTheRequestersFeed()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        const QString own = personFeed(w.anna.person.id);
        const auto before = *w.desk->store().feeds().head(own);
        QStringList moved;
        w.desk->feedsMoved = [&](const QStringList &feeds) { moved += feeds; };
        w.send(w.ada, id, w.words(QStringLiteral("thought"), MessageKind::Note));
        w.send(w.ada, id, SetField{QStringLiteral("priority"), QStringLiteral("critical")});
        w.send(w.ada, id, EditTags{{QStringLiteral("vip")}, {}});
        w.desk->feedsMoved = nullptr;
        QCOMPARE(*w.desk->store().feeds().head(own), before);
        QCOMPARE(moved, QStringList({queueFeed(w.front.id), queueFeed(w.front.id),
                                     queueFeed(w.front.id)}));
    }

    void aTicketThatMovesLeavesOneQueueAndAppearsWholeInTheOther()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        w.send(w.ada, id, w.words(QStringLiteral("thought"), MessageKind::Note));
        w.pull(w.ada);
        w.pull(w.bert);
        QVERIFY(has(w.ada, queueFeed(w.front.id), id));
        QVERIFY(!has(w.bert, queueFeed(w.back.id), id));
        w.send(w.ada, id, SetField{QStringLiteral("queue"), w.back.id.text()});
        w.pull(w.ada);
        w.pull(w.bert);
        QVERIFY(w.ada.rows.value(queueFeed(w.front.id)).isEmpty());
        QVERIFY(has(w.bert, queueFeed(w.back.id), id));
        QCOMPARE(messages(w.bert, queueFeed(w.back.id), id), 3); // report, note, moved
        w.pull(w.chief);
        QVERIFY(has(w.chief, queueFeed(w.back.id), id));
        QVERIFY(!has(w.chief, queueFeed(w.front.id), id));

        // And back again: nothing is missing, nothing is double.
        w.send(w.bert, id, SetField{QStringLiteral("queue"), w.front.id.text()});
        w.pull(w.ada);
        w.pull(w.bert);
        QCOMPARE(messages(w.ada, queueFeed(w.front.id), id), 4);
        QVERIFY(w.bert.rows.value(queueFeed(w.back.id)).isEmpty());
    }

    void theOpsAuthorIsGivenAPointInEveryFeedTheyRead()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        const wire::OpResult moved =
            w.send(w.ada, id, SetField{QStringLiteral("queue"), w.back.id.text()});
        QCOMPARE(moved.points.size(), 1);
        QCOMPARE(moved.points[0].feed, queueFeed(w.front.id));
        QCOMPARE(moved.points[0].at, *w.desk->store().feeds().head(queueFeed(w.front.id)));
        const wire::OpResult byChief = w.send(w.chief, id, w.words(QStringLiteral("Hi")));
        QCOMPARE(byChief.points.size(), 1);
    }

    void aWatcherSeesTheWholePublicThreadAndThenNoneOfIt()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        w.send(w.ada, id, w.words(QStringLiteral("Hello")));
        w.send(w.ada, id, w.words(QStringLiteral("thought"), MessageKind::Note));
        const QString own = personFeed(w.bob.person.id);
        const QString annas = personFeed(w.anna.person.id);
        w.pull(w.bob);
        const auto before = *w.desk->store().feeds().head(annas);
        w.send(w.ada, id, EditWatchers{{w.bob.person.id}, {}});
        QCOMPARE(*w.desk->store().feeds().head(annas), before);
        w.pull(w.bob);
        QVERIFY(has(w.bob, own, id));
        QCOMPARE(messages(w.bob, own, id), 3);
        w.send(w.ada, id, EditWatchers{{}, {w.bob.person.id}});
        w.pull(w.bob);
        QVERIFY(!has(w.bob, own, id));
        QCOMPARE(messages(w.bob, own, id), 0);
        QCOMPARE(w.send(w.bob, id, w.words(QStringLiteral("still here?"))).error.code,
                 ErrorCode::NotFound);
    }

    void staffReadTheirOwnReportsInTheQueueOrElseInTheirOwnFeed()
    {
        World w;
        const TicketId id = w.reported(w.ada); // the front queue takes it, where Ada works
        const QString own = personFeed(w.ada.person.id);
        w.pull(w.ada);
        QVERIFY(has(w.ada, queueFeed(w.front.id), id));
        QVERIFY(!has(w.ada, own, id));
        w.send(w.chief, id, w.words(QStringLiteral("On it")));
        w.send(w.chief, id, SetField{QStringLiteral("queue"), w.back.id.text()});
        w.pull(w.ada);
        QVERIFY(!has(w.ada, queueFeed(w.front.id), id));
        QVERIFY(has(w.ada, own, id));
        QVERIFY(ticketOf(w.ada, own, id, "queue").isEmpty());
        QCOMPARE(messages(w.ada, own, id), 3);
        w.send(w.chief, id, SetField{QStringLiteral("queue"), w.front.id.text()});
        w.pull(w.ada);
        QVERIFY(has(w.ada, queueFeed(w.front.id), id));
    }

    void whoLosesAQueueKeepsTheirOwnReports()
    {
        World w;
        const TicketId own = w.reported(w.ada);
        const TicketId other = w.reported(w.anna);
        w.pull(w.ada);
        w.ada.person.queues = {w.back.id};
        World::must(w.desk->updatePerson(w.ada.person));
        w.pull(w.ada);
        QVERIFY(!w.ada.rows.contains(queueFeed(w.front.id)));
        QVERIFY(has(w.ada, personFeed(w.ada.person.id), own));
        QVERIFY(!has(w.ada, personFeed(w.ada.person.id), other));
        QCOMPARE(messages(w.ada, personFeed(w.ada.person.id), own), 1);
        w.ada.person.role = Role::Employee;
        w.ada.person.queues = {};
        World::must(w.desk->updatePerson(w.ada.person));
        w.pull(w.ada);
        QCOMPARE(w.ada.rows.keys(), QStringList{personFeed(w.ada.person.id)});
        QVERIFY(!w.ada.row(personFeed(w.ada.person.id), QStringLiteral("person"),
                           w.ada.person.id.text()).isEmpty());
    }

    void everyReaderHoldsWhatTheServersDigestSays()
    {
        World w;
        for (int i = 0; i < 5; ++i) {
            const TicketId id = w.reported(i % 2 == 0 ? w.anna : w.ada);
            w.send(w.ada, id, w.words(QStringLiteral("Hello")));
            w.send(w.ada, id, w.words(QStringLiteral("thought"), MessageKind::Note));
            w.send(w.ada, id, EditWatchers{{w.bob.person.id, w.bert.person.id}, {}});
            if (i == 3)
                w.send(w.ada, id, SetField{QStringLiteral("queue"), w.back.id.text()});
            for (Actress *who : {&w.anna, &w.bob, &w.ada, &w.bert, &w.chief}) {
                w.pull(*who);
                QCOMPARE(digestOf(*who, *w.desk->scope(who->caller())),
                         *w.desk->digest(who->caller()));
            }
        }
    }

    void aNewReaderGetsTheNewestStateInPages()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        for (int i = 0; i < 3 * limits::kChangesPerPage; ++i)
            w.send(w.ada, id, w.words(QString::number(i)));
        const wire::SyncResponse page = w.exchange(w.anna, {}, true);
        QCOMPARE(page.changes.size(), limits::kChangesPerPage);
        QVERIFY(page.more);
        QVERIFY(w.pull(w.anna) > 3 * limits::kChangesPerPage);
        QCOMPARE(w.pull(w.anna), 0);
        // 600 replies, the report, "in progress"; one ticket row although it changed 600 times.
        QCOMPARE(messages(w.anna, personFeed(w.anna.person.id), id),
                 3 * limits::kChangesPerPage + 2);
    }

    void aPageStaysSmallWhenMessagesAreLarge()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        const QString body(limits::kBodyLength, QLatin1Char('x'));
        for (int i = 0; i < 50; ++i)
            QCOMPARE(w.send(w.ada, id, w.words(body)).status, wire::OpStatus::Applied);
        const wire::SyncResponse page = w.exchange(w.anna, {}, true);
        QVERIFY(page.more);
        QVERIFY(json::compact(wire::encode(page)).size()
                < limits::kPageBytes + 2 * limits::kBodyLength);
        w.pull(w.anna);
        QCOMPARE(messages(w.anna, personFeed(w.anna.person.id), id), 52);
    }

    void aPositionThatIsNotOurHistoryIsNoticed_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("wrong chain at the cursor") << 0;
        QTest::newRow("wrong chain at the high-water mark") << 1;
        QTest::newRow("high-water mark beyond the end") << 2;
        QTest::newRow("another epoch") << 3;
    }
    void aPositionThatIsNotOurHistoryIsNoticed()
    {
        QFETCH(int, what);
        World w;
        w.reported(w.anna);
        w.pull(w.anna);
        const QString own = personFeed(w.anna.person.id);
        wire::FeedState &state = w.anna.feeds[own];
        if (what == 0)
            state.cursor.chain = QString(64, QLatin1Char('0'));
        if (what == 1)
            state.highWater.chain = QString(64, QLatin1Char('0'));
        if (what == 2)
            ++state.highWater.seq;
        if (what == 3)
            w.anna.epoch = QStringLiteral("elsewhere");
        const Op op = w.op(w.anna, w.ids.make<TicketId>(), w.report(w.anna));
        const wire::SyncResponse answer = w.exchange(w.anna, {op}, true);
        QVERIFY(answer.timeTravel);
        QVERIFY(answer.results.isEmpty() && answer.changes.isEmpty() && answer.next.isEmpty());
        QVERIFY(!*w.desk->store().results().find(op.id));
    }

    void aFeedThatIsNotTheReadersIsNotLookedAt()
    {
        World w;
        w.pull(w.anna);
        wire::FeedState foreign;
        foreign.feed = queueFeed(w.front.id);
        foreign.cursor = foreign.highWater = {999, QString(64, QLatin1Char('1'))};
        w.anna.feeds.insert(foreign.feed, foreign);
        const wire::SyncResponse answer = w.exchange(w.anna, {}, true);
        QVERIFY(!answer.timeTravel);
        QCOMPARE(answer.scope, QStringList({personFeed(w.anna.person.id), readersFeed()}));
    }

    void anOlderCopyOfTheFilesIsNoticedByTheClients()
    {
        World w(World::Place::Disk);
        const TicketId id = w.reported(w.anna);
        w.pull(w.anna);
        const QString data = w.options().folder;
        w.desk.reset();
        copyFolder(data, data + QStringLiteral("-copy"));
        w.open();
        const Op lost = w.op(w.anna, id, w.words(QStringLiteral("lost words")));
        QCOMPARE(w.send(w.anna, lost).status, wire::OpStatus::Applied);
        QVERIFY(w.pull(w.anna) > 0);
        w.desk.reset();
        copyFolder(data + QStringLiteral("-copy"), data);
        w.open();
        QVERIFY(w.exchange(w.anna, {}, true).timeTravel);
        QVERIFY(w.desk->known(w.anna.caller(), {lost.id})->isEmpty());
        w.anna.feeds.clear();
        w.anna.epoch.clear();
        QCOMPARE(w.send(w.anna, lost).status, wire::OpStatus::Applied);
    }

    void anOlderDatabaseIsNoticedByTheServerItself()
    {
        World w(World::Place::Disk);
        const QString database = databasePath(w.options().folder);
        w.desk.reset();
        QVERIFY(QFile::copy(database, database + QStringLiteral(".old")));
        w.open();
        const QString epoch = *w.desk->store().epoch();
        w.reported(w.anna);
        w.desk.reset();
        w.open();
        QCOMPARE(*w.desk->store().epoch(), epoch);
        w.desk.reset();
        QVERIFY(QFile::remove(database));
        QVERIFY(QFile::copy(database + QStringLiteral(".old"), database));
        w.open();
        QVERIFY(*w.desk->store().epoch() != epoch);
    }

    void aBrokenLinkOfAChainIsFound()
    {
        World w;
        w.reported(w.anna);
        World::must(w.desk->store().feeds().verify());
        World::must(w.desk->store().database().run(QStringLiteral(
            "UPDATE feed_entry SET entity = 'x' WHERE feed LIKE 'q/%' AND seq = 2")));
        QCOMPARE(w.desk->store().feeds().verify().error().code, ErrorCode::StoreCorrupt);
    }

    void theAuditLogTellsWhoChangedWhatAndNoticesItsOwnLosses()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        w.send(w.ada, id, SetField{QStringLiteral("title"), QStringLiteral("Printer on floor 2")});
        sql::Database &database = w.desk->store().database();
        {
            auto row = database.prepare(QStringLiteral(
                "SELECT person, before, after FROM audit ORDER BY seq DESC LIMIT 1"));
            QVERIFY(row && *row->next());
            QCOMPARE(row->text(0), w.ada.person.id.text());
            QVERIFY(row->text(1).contains(QStringLiteral("\"title\":\"Printer\"")));
            QVERIFY(row->text(2).contains(QStringLiteral("floor 2")));
        }
        World::must(w.desk->store().audit().verify());
        World::must(database.run(QStringLiteral("SAVEPOINT s")));
        World::must(database.run(QStringLiteral("UPDATE audit SET at = at + 1 WHERE seq = 3")));
        QVERIFY(!w.desk->store().audit().verify());
        World::must(database.run(QStringLiteral("ROLLBACK TO s")));
        World::must(database.run(QStringLiteral("DELETE FROM audit WHERE seq = 3")));
        QVERIFY(!w.desk->store().audit().verify());
        World::must(database.run(QStringLiteral("ROLLBACK TO s")));
        // Cutting the end off leaves a valid chain, but operations without their row.
        World::must(database.run(QStringLiteral(
            "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)")));
        QVERIFY(!w.desk->store().audit().verify());
        World::must(database.run(QStringLiteral("ROLLBACK TO s")));
        World::must(w.desk->store().audit().verify());
        World::must(database.run(QStringLiteral("RELEASE s")));
    }
};

QTEST_GUILESS_MAIN(TestFeeds)
#include "tst_feeds.moc"
