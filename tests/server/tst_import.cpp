// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/importer.h"
#include "app/server/desk/linesource.h"
#include "tests/server/world.h"

#include <QSaveFile>

#include <zstd.h>

using namespace vigie;
using namespace vigie::server;

namespace {

/// A little history, as lines.
struct History {
    FixedClock clock;
    SeededRng rng{5};
    IdGenerator ids{clock, rng};
    QueueId queue = ids.make<QueueId>();
    Person anna;
    Person ada;
    QByteArray lines;
    TicketId ticket = ids.make<TicketId>();

    History()
    {
        Queue made;
        made.id = queue;
        made.name = QStringLiteral("Imported");
        add({{QStringLiteral("queue"), codec::toJson(made)}});
        anna = person("anna", Role::Employee);
        ada = person("ada", Role::Agent);
        CreateTicket create;
        create.message = ids.make<MessageId>();
        create.title = QStringLiteral("Old trouble");
        create.kit.what = QStringLiteral("It was broken");
        create.requester = anna.id;
        op(anna, create, 1'600'000'000'000);
        AddMessage reply;
        reply.message = ids.make<MessageId>();
        reply.body = QStringLiteral("Fixed");
        op(ada, reply, 1'600'000'100'000);
        op(ada, SetField{QStringLiteral("title"), QStringLiteral("Older trouble")}, 1'600'000'200'000);
        reply.message = ids.make<MessageId>();
        reply.body = QStringLiteral("Thanks");
        op(anna, reply, 1'600'000'300'000);
        op(ada, SetState{State::Resolved, {}}, 1'600'000'400'000);
        op(anna, Rate{5, {}}, 1'600'000'500'000);
    }
    void add(const QJsonObject &object) { lines += json::compact(object) + '\n'; }
    Person person(const char *name, Role role)
    {
        Person made;
        made.id = ids.make<PersonId>();
        made.login = made.name = QLatin1String(name);
        made.role = role;
        if (role != Role::Employee)
            made.queues = {queue};
        QJsonObject object = codec::toJson(made);
        object.insert(QStringLiteral("password"), QStringLiteral("sesame"));
        add({{QStringLiteral("person"), object}});
        return made;
    }
    void op(const Person &by, Payload payload, qint64 at)
    {
        Op made;
        made.id = ids.make<OpId>();
        made.device = ids.make<DeviceId>();
        made.ticket = ticket;
        made.payload = std::move(payload);
        made.deviceSeq = ++m_seq;
        made.writtenAt = at;
        add({{QStringLiteral("op"), encodeOp(made)},
             {QStringLiteral("by"), by.id.text()},
             {QStringLiteral("at"), at}});
    }

private:
    qint64 m_seq = 0;
};

QByteArray packed(const QByteArray &bytes)
{
    QByteArray out(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    out.resize(qsizetype(ZSTD_compress(out.data(), size_t(out.size()), bytes.constData(),
                                       size_t(bytes.size()), 3)));
    return out;
}

QString written(const World &w, const QByteArray &bytes)
{
    const QString path = w.folder.path() + QStringLiteral("/lines");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0 || !file.commit())
        qFatal("cannot write");
    return path;
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHistoryIsReplayed_data()
    {
        QTest::addColumn<bool>("compressed");
        QTest::newRow("plain") << false;
        QTest::newRow("zst") << true;
    }
    void aHistoryIsReplayed()
    {
        QFETCH(bool, compressed);
        World w(World::Place::Memory, false);
        const History h;
        const auto report =
            Importer(*w.desk).run(written(w, compressed ? packed(h.lines) : h.lines));
        QVERIFY2(report, report ? "" : qPrintable(toLog(report.error())));
        QCOMPARE(report->queues, 1);
        QCOMPARE(report->people, 2);
        QCOMPARE(report->ops, 6);
        const Ticket ticket = w.ticket(h.ticket);
        QCOMPARE(ticket.title, QStringLiteral("Older trouble"));
        QCOMPARE(ticket.state, State::Resolved);
        QCOMPARE(ticket.rating.score, 5);
        QCOMPARE(ticket.createdAt, 1'600'000'000'000);
        QCOMPARE(ticket.contactName, QStringLiteral("ada"));
        const QByteArray hash = *w.desk->store().directory().credential(h.anna.id);
        QVERIFY(w.desk->passwords().verify(hash, QStringLiteral("sesame")));
        World::must(w.desk->store().audit().verify());
        World::must(w.desk->store().feeds().verify());
    }

    void importingTwiceBringsNothingTwice()
    {
        World w(World::Place::Memory, false);
        const History h;
        const QString path = written(w, h.lines);
        QVERIFY(Importer(*w.desk).run(path));
        const qint64 entries = *w.desk->store().count(QStringLiteral("feed_entry"));
        const auto again = Importer(*w.desk).run(path);
        QCOMPARE(again->known, 9);
        QCOMPARE(again->ops + again->people + again->queues, 0);
        QCOMPARE(*w.desk->store().count(QStringLiteral("feed_entry")), entries);
    }

    void aLineThatCannotBeImportedIsNamedAndNothingOfItsBatchStays_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("not json") << QByteArray("nonsense");
        QTest::newRow("unknown thing") << QByteArray("{\"article\":{}}");
        QTest::newRow("op without author") << QByteArray("{\"op\":{}}");
        QTest::newRow("queue without name") << QByteArray("{\"queue\":{}}");
    }
    void aLineThatCannotBeImportedIsNamedAndNothingOfItsBatchStays()
    {
        QFETCH(QByteArray, line);
        World w(World::Place::Memory, false);
        const History h;
        const auto report = Importer(*w.desk).run(written(w, h.lines + line + '\n'));
        QVERIFY(!report);
        QVERIFY2(report.error().detail.startsWith(QStringLiteral("line 10: ")),
                 qPrintable(report.error().detail));
        QCOMPARE(*w.desk->store().count(QStringLiteral("ticket")), 0);
    }

    void anOpThatIsNotAllowedStopsTheImport()
    {
        World w(World::Place::Memory, false);
        History h;
        h.op(h.anna, SetField{QStringLiteral("priority"), QStringLiteral("critical")},
             1'600'000'600'000);
        const auto report = Importer(*w.desk).run(written(w, h.lines));
        QVERIFY(!report);
        QVERIFY(report.error().detail.contains(QStringLiteral("line 10")));
    }

    void aDamagedOrCutFileIsRefused()
    {
        World w(World::Place::Memory, false);
        const History h;
        const QByteArray whole = packed(h.lines);
        QVERIFY(!Importer(*w.desk).run(written(w, whole.left(whole.size() - 10))));
        QByteArray flipped = whole;
        flipped[flipped.size() / 2] = char(flipped[flipped.size() / 2] ^ 0x55);
        QVERIFY(!Importer(*w.desk).run(written(w, flipped)));
        QCOMPARE(Importer(*w.desk).run(w.folder.path() + QStringLiteral("/none")).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(*w.desk->store().count(QStringLiteral("ticket")), 0);
    }

    void theSampleIsImported()
    {
        const auto sample =
            LineSource::open(QFINDTESTDATA("../../resources/sample/sample.jsonl.zst"));
        QVERIFY(sample);
        QByteArray first; // more than two batches of it
        QByteArray line;
        for (int i = 0; i < 5000; ++i) {
            const auto more = (*sample)->next(line);
            QVERIFY(more && *more);
            first += line + '\n';
        }
        World w(World::Place::Memory, false);
        const auto report = Importer(*w.desk).run(written(w, first));
        QVERIFY2(report, report ? "" : qPrintable(toLog(report.error())));
        QCOMPARE(report->queues + report->people + report->ops, 5000);
        QVERIFY(*w.desk->store().count(QStringLiteral("ticket")) > 300);
        World::must(w.desk->store().audit().verify());
        World::must(w.desk->store().feeds().verify());
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
