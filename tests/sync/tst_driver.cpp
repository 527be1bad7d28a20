// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/driver.h"
#include "tests/support/fixedclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace vigie;
using store::OpState;
using store::OutboxEntry;

namespace {

/// Keeps every question until the test answers it.
class ScriptedServer final : public remote::ServerAdapter
{
public:
    [[nodiscard]] remote::Capabilities capabilities() const override { return {}; }
    void sync(const wire::SyncRequest &request,
              std::function<void(remote::Reply<wire::SyncResponse>)> done) override
    {
        (request.pull ? pulls : pushes).append({request, std::move(done)});
    }
    void known(const QList<OpId> &ops,
               std::function<void(remote::Reply<QList<OpId>>)> done) override
    {
        asked.append({ops, std::move(done)});
    }
    void upload(const QString &, std::function<void(remote::Reply<bool>)>) override {}
    void download(const QString &, qint64, const TicketId &,
                  std::function<void(remote::Reply<bool>)>) override {}
    void cancelAll() override
    {
        pulls.clear();
        pushes.clear();
        asked.clear();
    }

    struct Sync {
        wire::SyncRequest request;
        std::function<void(remote::Reply<wire::SyncResponse>)> done;
    };
    struct Known {
        QList<OpId> ops;
        std::function<void(remote::Reply<QList<OpId>>)> done;
    };
    QList<Sync> pulls;
    QList<Sync> pushes;
    QList<Known> asked;
};

class ScriptedWakeUp final : public sync::WakeUp
{
public:
    void plan(qint64 delayMs, std::function<void()> call) override
    {
        m_soon = delayMs <= 0;
        m_call = std::move(call);
    }
    void cancel() override { m_call = nullptr; }
    /// Runs what is due now, and what that makes due.
    void run()
    {
        while (m_call && m_soon)
            std::exchange(m_call, nullptr)();
    }

private:
    std::function<void()> m_call;
    bool m_soon = false;
};

/// A new cache, an outbox with one report, and a driver whose server says what the test says.
struct Desk {
    QTemporaryDir folder;
    FixedClock clock;
    SeededRng rng{1};
    ScriptedServer server;
    ScriptedWakeUp wakeUp;
    std::unique_ptr<store::Profile> profile;
    std::unique_ptr<sync::Driver> driver;
    QList<OpId> gaveWay;
    Person me;
    OpId op;

    Desk()
    {
        me.id = PersonId(QUuid::createUuid());
        me.login = me.name = QStringLiteral("anna");
        auto opened = store::Profile::open(folder.path() + QStringLiteral("/p"), clock.nowMs());
        if (!opened || !(*opened)->cache().setMe(me))
            qFatal("no profile");
        profile = std::move(*opened);
        sync::Driver::Listeners listeners;
        listeners.gaveWay = [this](const OutboxEntry &entry) { gaveWay.append(entry.op.id); };
        driver = std::make_unique<sync::Driver>(
            sync::Driver::Ports{*profile, server, clock, rng, wakeUp}, std::move(listeners));
        report();
    }
    /// Writes a report, which becomes `op`.
    void report()
    {
        CreateTicket create;
        create.message = MessageId(QUuid::createUuid());
        create.requester = me.id;
        create.title = create.kit.what = QStringLiteral("The printer is on fire");
        Op written;
        written.ticket = TicketId(QUuid::createUuid());
        written.payload = create;
        const auto stored = driver->submit({written}, {});
        if (!stored)
            qFatal("%s", qPrintable(toLog(stored.error())));
        op = stored->first().id;
    }
    [[nodiscard]] OutboxEntry entry() const { return *profile->outbox().entry(op); }
    void put(OpState state, const QList<wire::FeedPoint> &points = {})
    {
        OutboxEntry changed = entry();
        changed.state = state;
        changed.attempts = 1;
        changed.points = points;
        if (!profile->outbox().update({changed}))
            qFatal("not updated");
    }
    /// Answers which operations the server knows.
    void tellKnown(const QList<OpId> &ops)
    {
        const auto question = server.asked.takeFirst();
        question.done({remote::Outcome::Ok, ops, {}});
        wakeUp.run();
    }
    /// The end of every feed, told by the server of this epoch.
    [[nodiscard]] remote::Reply<wire::SyncResponse> lastPage(const char *epoch) const
    {
        wire::SyncResponse page;
        page.epoch = QLatin1String(epoch);
        page.serverTime = clock.nowMs();
        page.me = me;
        return {remote::Outcome::Ok, page, {}};
    }
    /// Answers the oldest pull.
    void tellAll(const char *epoch = "one")
    {
        const auto question = server.pulls.takeFirst();
        question.done(lastPage(epoch));
        wakeUp.run();
    }
};

} // namespace

/// What the engine's decisions become: calls of the store and of the server.
class TestDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheServerHasAfterAllComesToRestInANewCache_data()
    {
        QTest::addColumn<OpState>("state");
        QTest::newRow("refused here") << OpState::Parked;
        QTest::newRow("in conflict here") << OpState::Conflict;
        QTest::newRow("in the bin") << OpState::Discarded;
    }
    void whatTheServerHasAfterAllComesToRestInANewCache()
    {
        QFETCH(OpState, state);
        Desk desk;
        desk.put(state);
        desk.driver->start(true);
        QCOMPARE(desk.server.asked.size(), 1);
        desk.tellKnown({desk.op});
        QCOMPARE(desk.entry().state, OpState::Acked);
        desk.tellAll();
        QCOMPARE(desk.entry().state, OpState::Done);
    }

    void aPlaceInAHistoryNobodyRemembersIsNotWaitedFor()
    {
        Desk desk;
        desk.put(OpState::Acked, {{QStringLiteral("p/x"), {300, QStringLiteral("chain")}}});
        desk.driver->start(true);
        desk.tellKnown({desk.op});
        QVERIFY(desk.entry().points.isEmpty());
        desk.tellAll();
        QCOMPARE(desk.entry().state, OpState::Done);
    }

    void aVerdictThatTheServerForgotIsAskedForAgain_data()
    {
        QTest::addColumn<OpState>("before");
        QTest::addColumn<bool>("withdrawn");
        QTest::newRow("refused") << OpState::Parked << false;
        QTest::newRow("in conflict") << OpState::Conflict << false;
        QTest::newRow("in the bin") << OpState::Discarded << true;
    }
    void aVerdictThatTheServerForgotIsAskedForAgain()
    {
        QFETCH(OpState, before);
        QFETCH(bool, withdrawn);
        Desk desk;
        desk.put(before);
        desk.driver->start(true);
        QCOMPARE(desk.server.asked.size(), 1);
        desk.tellKnown({});
        // A copy that is still on its way must find a verdict when it arrives.
        QCOMPARE(desk.server.pushes.size(), 1);
        const wire::SyncRequest push = desk.server.pushes.constFirst().request;
        QCOMPARE(push.ops.size(), 1);
        QCOMPARE(push.ops.constFirst().id, desk.op);
        QCOMPARE(push.withdrawn.contains(desk.op), withdrawn);
        QCOMPARE(push.again.contains(desk.op), !withdrawn);
    }

    void aPageAskedForEarlierSettlesNothingItCannotHaveSeen()
    {
        Desk desk;
        const OpId refused = desk.op;
        desk.put(OpState::Conflict);
        desk.report();
        desk.driver->start(true);
        desk.tellKnown({refused});
        // The write learns of the restored server while a page is still on its way.
        QCOMPARE(desk.server.pulls.size(), 1);
        const auto early = desk.server.pulls.takeFirst();
        wire::SyncResponse restored;
        restored.epoch = QStringLiteral("two");
        restored.timeTravel = true;
        QCOMPARE(desk.server.pushes.size(), 1);
        const auto push = desk.server.pushes.takeFirst();
        push.done({remote::Outcome::Ok, restored, {}});
        desk.wakeUp.run();
        desk.tellKnown({refused});
        QCOMPARE(desk.profile->outbox().entry(refused)->state, OpState::Acked);
        early.done(desk.lastPage("two"));
        desk.wakeUp.run();
        QCOMPARE(desk.profile->outbox().entry(refused)->state, OpState::Acked);
        desk.tellAll("two");
        QCOMPARE(desk.profile->outbox().entry(refused)->state, OpState::Done);
    }

    void aChangeThatGaveWayIsTold()
    {
        Desk desk;
        desk.driver->start(true);
        desk.wakeUp.run();
        QCOMPARE(desk.server.pushes.size(), 1);
        wire::OpResult result;
        result.op = desk.op;
        result.status = wire::OpStatus::Merged;
        result.conflict = Conflict();
        wire::SyncResponse answer;
        answer.epoch = QStringLiteral("one");
        answer.results = {result};
        const auto question = desk.server.pushes.takeFirst();
        question.done({remote::Outcome::Ok, answer, {}});
        desk.wakeUp.run();
        QCOMPARE(desk.gaveWay, QList<OpId>{desk.op});
        QCOMPARE(desk.entry().state, OpState::Done);
    }
};

QTEST_GUILESS_MAIN(TestDriver)
#include "tst_driver.moc"
