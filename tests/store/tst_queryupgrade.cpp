// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeworld.h"

#include "core/base/json.h"
#include "core/query/parser.h"
#include "core/sql/migrator.h"
#include "core/store/cachereader.h"

using namespace vigie;
using namespace vigie::store;

/// What queries need of tickets that an earlier version wrote.
class TestQueryUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCacheOfEveryEarlierVersionAnswersQueries();
};

void TestQueryUpgrade::aCacheOfEveryEarlierVersionAnswersQueries()
{
    StoreWorld w;
    ListQuery base;
    base.openOnly = false;
    base.me = w.ben.id;
    base.around.me = w.ben;
    base.around.now = w.clock.at;
    const QString scripts = QStringLiteral(":/migrations/client/cache");
    constexpr int kLastWithout = 4;
    QVERIFY(sql::newestVersion(scripts) > kLastWithout);
    Ticket ticket = w.ticket(QStringLiteral("old"), w.desk, 7);
    ticket.tags = {QStringLiteral("VIP")};
    ticket.watchers = {w.ben.id};
    ticket.contact = w.anna.id;
    ticket.impact = Impact::Site;
    ticket.urgency = Urgency::CanWait;
    Message words = w.message(ticket, w.anna, QStringLiteral("see \"files\":[ here"));
    Message withFile = words;
    withFile.id = w.ids.make<MessageId>();
    withFile.attachments.append({QString(64, QLatin1Char('c')), QStringLiteral("x"), {}, 1});
    for (int version = 1; version <= kLastWithout; ++version) {
        auto old = sql::Database::open(w.folder.path() + QStringLiteral("/old%1.db").arg(version),
                                       sql::Durability::Disposable);
        VERIFY_OK(old);
        sql::Database &database = **old;
        VERIFY_OK(sql::migrateTo(database, scripts, version));
        {
            auto write = database.prepare(QStringLiteral(
                "INSERT INTO ticket (n, id, tag, number, kind, title, category, priority, state, "
                "public_state, level, queue, owner, owner_name, contact_name, requester_name, "
                "created_at, updated_at, asked_at, pending, is_full, is_open, is_waiting, listed, "
                "request, owner_n, queue_n, rank, number_key, json) VALUES (5, ?, '', 7, 0, 'x', '', "
                "3, 1, 1, 1, '', '', '', '', '', 1, 1, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 7, ?)"));
            VERIFY_OK(write);
            VERIFY_OK(write->bind(ticket.id.text())
                          .bind(json::compact(codec::toJson(ticket))).exec());
        }
        for (const Message &message : {words, withFile}) {
            auto write = database.prepare(QStringLiteral(
                "INSERT INTO message (id, ticket_n, at, kind, visibility, author, json) "
                "VALUES (?, 5, 1, 0, 0, '', ?)"));
            VERIFY_OK(write);
            VERIFY_OK(write->bind(message.id.text())
                          .bind(json::compact(codec::toJson(message))).exec());
        }
        VERIFY_OK(sql::migrate(database, scripts));
        CacheReader reader(database);
        const auto count = [&](const QString &text) {
            ListQuery query = base;
            query.filter = query::parse(text).expr;
            return reader.count(query, 10).value_or(-1);
        };
        const QString meant = QStringLiteral(
            "impact:site urgency:can-wait due:none tag:VIP watcher:me contact:%1 has:attachment")
                                  .arg(w.anna.id.text());
        QVERIFY(query::parse(meant).ok());
        QCOMPARE(count(meant), 1);
        QCOMPARE(count(QStringLiteral("requester:") + ticket.requester.text()), 1);
        QCOMPARE(count(QStringLiteral("due>1h")), 0);
        auto files = database.prepare(QStringLiteral("SELECT files FROM message ORDER BY n"));
        VERIFY_OK(files);
        QVERIFY(*files->next());
        QCOMPARE(files->integer(0), 0);
        QVERIFY(*files->next());
        QCOMPARE(files->integer(0), 1);
    }
}

QTEST_GUILESS_MAIN(TestQueryUpgrade)
#include "tst_queryupgrade.moc"
