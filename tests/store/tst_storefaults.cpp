// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeworld.h"

#include <QProcess>

using namespace vigie;
using namespace vigie::store;

namespace {

/// Everything a person could see, as text.
QStringList visible(StoreWorld &w)
{
    QStringList lines;
    ListQuery query;
    query.openOnly = false;
    query.limit = 1000;
    const auto rows = w.reader().list(query);
    if (!rows)
        return {toLog(rows.error())};
    for (const TicketRow &row : *rows) {
        lines.append(QStringLiteral("%1 %2 pending=%3 messages=%4")
                         .arg(row.title, nameOf(row.state)).arg(row.pending).arg(row.messages));
        const auto thread = w.reader().thread(row.id);
        for (const Message &message : *thread)
            lines.append(QStringLiteral("  %1 %2").arg(message.id.text(), message.body));
    }
    const auto counts = w.reader().counts(w.ben.id);
    lines.append(QStringLiteral("%1 %2 %3").arg(counts->all).arg(counts->mine)
                     .arg(counts->unassigned));
    const auto meta = w.cache().meta();
    for (const wire::FeedState &feed : meta->feeds) {
        lines.append(QStringLiteral("%1 %2 %3").arg(feed.feed).arg(feed.cursor.seq)
                         .arg(feed.highWater.seq));
        lines.append(*w.cache().feedDigest(feed.feed));
    }
    const auto hits = w.reader().search(QStringLiteral("needle"), 50);
    for (const SearchHit &hit : *hits)
        lines.append(QStringLiteral("hit ") + hit.row.title);
    return lines;
}

QStringList stored(StoreWorld &w)
{
    QStringList lines;
    const auto live = w.outbox().live();
    for (const OutboxEntry &entry : *live) {
        lines.append(QStringLiteral("%1 %2 %3").arg(entry.op.id.text(),
                                                   QLatin1String(stateName(entry.state)))
                         .arg(entry.attempts));
    }
    const auto places = w.outbox().draftPlaces();
    return lines + *places;
}

/// A world with a ticket, words, and unsent work on top; the same every time.
struct Scene {
    StoreWorld w;
    Ticket known = w.ticket(QStringLiteral("Known"), w.desk, 1);
    NewOp waiting = w.reply(known.id, QStringLiteral("needle of mine"));
    QString feed = StoreWorld::queueFeed(w.desk);
    // Made once, so that a second try is the same try.
    NewOp report = w.report(w.ids.make<TicketId>(), QStringLiteral("needle report"), w.ben);
    Message words = w.message(known, w.anna, QStringLiteral("another needle"));

    [[nodiscard]] bool ready()
    {
        w.fullSync = false;
        if (!w.reopen())
            return false;
        return w.apply(w.ben, {w.said(feed, known),
                               w.said(feed, w.message(known, w.anna, QStringLiteral("needle")))})
            && w.send(waiting)
            && w.outbox().saveDraft(QStringLiteral("report"),
                                    {{QStringLiteral("title"), QStringLiteral("x")}}, 1);
    }
    void setHook(const std::function<Done(const QString &)> &hook)
    {
        w.profile->outboxDatabase().faultHook = hook;
        w.profile->cacheDatabase().faultHook = hook;
    }
};

using Work = std::function<Done(Scene &)>;

template<class T>
Done done(const Result<T> &result)
{
    return result ? Done() : Done(fail(result.error()));
}

} // namespace

Q_DECLARE_METATYPE(Work)

/// Every statement fails once; the process is killed at any moment.
class TestStoreFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatementMayFailOnce_data();
    void everyStatementMayFailOnce();
    void everyStatementMayFailAndTheProfileOpensAgain_data() { everyStatementMayFailOnce_data(); }
    void everyStatementMayFailAndTheProfileOpensAgain();
    void whatWasAnnouncedSurvivesAKill();
};

void TestStoreFaults::everyStatementMayFailOnce_data()
{
    QTest::addColumn<Work>("work");
    QTest::newRow("send from a draft") << Work([](Scene &s) -> Done {
        return s.w.outbox().enqueueFromDraft({s.report}, {}, QStringLiteral("report"), 2);
    });
    QTest::newRow("rebase") << Work([](Scene &s) -> Done {
        VIGIE_TRY_ASSIGN(entry, s.w.outbox().entry(s.waiting.op.id));
        entry.state = OpState::Discarded;
        return done(s.w.cache().rebase(s.known.id, {}));
    });
    QTest::newRow("page") << Work([](Scene &s) -> Done {
        Ticket changed = s.known;
        changed.title = QStringLiteral("Changed needle");
        changed.owner = s.w.ben.id;
        s.w.heads.clear();
        s.w.heads[s.feed] = 2;
        return done(s.w.apply(s.w.ben, {s.w.said(s.feed, changed), s.w.said(s.feed, s.words),
                                        s.w.said(StoreWorld::staffFeed(), s.w.anna)}));
    });
    QTest::newRow("gone") << Work([](Scene &s) -> Done {
        s.w.heads[s.feed] = 2;
        return done(s.w.apply(s.w.ben, {s.w.gone(s.feed, s.known.id)}));
    });
    QTest::newRow("lost queue") << Work([](Scene &s) -> Done {
        s.w.ben.queues = {s.w.field};
        return done(s.w.apply(s.w.ben, {}));
    });
    QTest::newRow("resync") << Work([](Scene &s) -> Done {
        return s.w.cache().beginResync(QStringLiteral("epoch-2"));
    });
    QTest::newRow("high water") << Work([](Scene &s) -> Done {
        return s.w.cache().noteHighWater(QStringLiteral("epoch-1"),
                                         {{s.feed, {9, QStringLiteral("c9")}},
                                          {QStringLiteral("new"), {1, QStringLiteral("c1")}}});
    });
    QTest::newRow("update") << Work([](Scene &s) -> Done {
        VIGIE_TRY_ASSIGN(entry, s.w.outbox().entry(s.waiting.op.id));
        entry.attempts = 1;
        entry.state = OpState::Sending;
        return s.w.outbox().update({entry});
    });
    QTest::newRow("heal") << Work([](Scene &s) -> Done {
        VIGIE_TRY_ASSIGN(live, s.w.outbox().live());
        return done(s.w.cache().heal(live));
    });
}

void TestStoreFaults::everyStatementMayFailOnce()
{
    QFETCH(Work, work);
    Scene clean;
    QVERIFY(clean.ready());
    VERIFY_OK(work(clean));
    const QStringList seenAfter = visible(clean.w);
    const QStringList storedAfter = stored(clean.w);
    int failures = 0;
    for (int n = 1; n < 500; ++n) {
        Scene scene;
        QVERIFY(scene.ready());
        const QStringList seenBefore = visible(scene.w);
        const QStringList storedBefore = stored(scene.w);
        int statement = 0;
        scene.setHook([&](const QString &) -> Done {
            return ++statement == n ? Done(fail(ErrorCode::StoreFault, QStringLiteral("planted")))
                                    : Done();
        });
        const Done tried = work(scene);
        scene.setHook(nullptr);
        if (tried && statement < n) {
            QVERIFY(failures > 2);
            return;
        }
        if (!tried) {
            ++failures;
            QCOMPARE(visible(scene.w), seenBefore);
            QCOMPARE(stored(scene.w), storedBefore);
        }
        // The next try does what the first could not, as if nothing had been.
        if (!tried)
            VERIFY_OK(work(scene));
        QCOMPARE(visible(scene.w), seenAfter);
        QCOMPARE(stored(scene.w), storedAfter);
    }
    QFAIL("the work never ended");
}

void TestStoreFaults::everyStatementMayFailAndTheProfileOpensAgain()
{
    QFETCH(Work, work);
    for (int n = 1; n < 500; n += 2) {
        Scene scene;
        QVERIFY(scene.ready());
        int statement = 0;
        // From here on nothing works any more, as when the disk is pulled.
        scene.setHook([&](const QString &) -> Done {
            return ++statement >= n ? Done(fail(ErrorCode::StoreFull, QStringLiteral("planted")))
                                    : Done();
        });
        const Done tried = work(scene);
        scene.setHook(nullptr);
        QVERIFY(scene.w.reopen());
        QVERIFY(!scene.w.profile->cacheReplaced());
        VERIFY_OK(scene.w.profile->cacheDatabase().check());
        // What waited still waits, or is where the work put it.
        QVERIFY(scene.w.outbox().entry(scene.waiting.op.id).has_value());
        const QStringList healed = visible(scene.w);
        QVERIFY(scene.w.reopen());
        QCOMPARE(visible(scene.w), healed);
        if (tried && statement < n)
            return;
    }
    QFAIL("the work never ended");
}

void TestStoreFaults::whatWasAnnouncedSurvivesAKill()
{
    QTemporaryDir folder;
    const QString profile = folder.filePath(QStringLiteral("profile"));
    SeededRng rng(99);
    QStringList announced;
    for (int round = 0; round < 8; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--write"), profile, QString::number(round)});
        QVERIFY(writer.waitForReadyRead(30'000));
        // Killed after a different number of promises each time.
        const qsizetype enough = announced.size() + 1 + qsizetype(rng.below(25));
        while (announced.size() < enough) {
            if (!writer.canReadLine())
                QVERIFY(writer.waitForReadyRead(30'000));
            while (writer.canReadLine())
                announced.append(QString::fromLatin1(writer.readLine().trimmed()));
        }
        writer.kill();
        QVERIFY(writer.waitForFinished(30'000));
        while (writer.canReadLine())
            announced.append(QString::fromLatin1(writer.readLine().trimmed()));
        auto opened = Profile::open(profile, 1);
        VERIFY_OK(opened);
        const auto live = (*opened)->outbox().live();
        VERIFY_OK(live);
        QSet<QString> ids;
        for (const OutboxEntry &entry : *live) {
            ids.insert(entry.op.id.text());
            const auto row = (*opened)->cache().reader().row(entry.op.ticket);
            VERIFY_OK(row);
            QVERIFY(row->has_value()); // and it is shown
        }
        for (const QString &id : std::as_const(announced))
            QVERIFY2(ids.contains(id), qPrintable(id));
        QVERIFY(!(*opened)->cacheReplaced());
        VERIFY_OK((*opened)->cacheDatabase().check());
    }
}

/// With "--write FOLDER ROUND": stores reports and announces each, until it is killed.
static int writeUntilKilled(const QString &folder, int round)
{
    auto profile = Profile::open(folder, 1);
    if (!profile)
        return 1;
    StoreWorld world;
    SeededRng rng(quint64(round) + 1000);
    world.clock.at += round * 100'000;
    IdGenerator ids(world.clock, rng);
    if (!(*profile)->cache().setMe(world.ben))
        return 2;
    while (true) {
        NewOp report = world.report(ids.make<TicketId>(), QStringLiteral("Report"), world.ben);
        report.op.id = ids.make<OpId>();
        const auto seq = (*profile)->outbox().takeDeviceSeq();
        if (!seq)
            return 3;
        report.op.deviceSeq = *seq;
        if (!(*profile)->outbox().enqueue({report}, QStringLiteral("Report"), 1))
            return 4;
        fprintf(stdout, "%s\n", qPrintable(report.op.id.text()));
        fflush(stdout);
        const auto live = (*profile)->outbox().liveOf(report.op.ticket);
        if (!live || !(*profile)->cache().rebase(report.op.ticket, *live))
            return 5;
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1String("--write"))
        return writeUntilKilled(arguments[2], arguments[3].toInt());
    TestStoreFaults test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_storefaults.moc"
