// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/base/rng.h"
#include "core/sync/engine.h"

#include <QTest>

using namespace vigie;
using namespace vigie::sync;
using store::OpState;

namespace {

Now at(qint64 ms)
{
    return {ms, 1'700'000'000'000 + ms, 0.5};
}

template<class E>
QList<E> only(const Decision &decision)
{
    QList<E> found;
    for (const Effect &effect : decision.effects) {
        if (const auto *wanted = std::get_if<E>(&effect))
            found.append(*wanted);
    }
    return found;
}

OpId opId(int n)
{
    return OpId(derivedUuid(QUuid(), QByteArray::number(n)));
}

TicketId lane(int n)
{
    return TicketId(derivedUuid(QUuid(), "lane" + QByteArray::number(n)));
}

OpView view(int n, int laneNumber, OpState state = OpState::Queued)
{
    OpView made;
    made.id = opId(n);
    made.lane = lane(laneNumber);
    made.state = state;
    return made;
}

/// A running, signed-in, caught-up engine that holds these operations and has a pull in flight.
EngineState running(const QList<OpView> &views)
{
    EngineState state;
    state.running = state.signedIn = state.caughtUp = true;
    state.pulling = true;
    qint64 seq = 0;
    for (const OpView &one : views)
        state.ops.emplace(++seq, one);
    return state;
}

QList<int> numbers(const QList<OpId> &ids)
{
    QList<int> result;
    for (const OpId &id : ids) {
        for (int n = 0; n < 100; ++n) {
            if (opId(n) == id)
                result.append(n);
        }
    }
    return result;
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignedOutClientExchangesNothing()
    {
        EngineState state = running({view(1, 1)});
        state.signedIn = false;
        const Decision decision = decide(state, WokeUp{}, at(1));
        QVERIFY(decision.effects.isEmpty());
        QCOMPARE(statusOf(decision.state, at(1)).phase, SyncStatus::Phase::SignInNeeded);
        QCOMPARE(statusOf(decision.state, at(1)).waiting, 1);
    }

    void startingAsksForChangesAndSendsWhatWaits()
    {
        EngineState state;
        OutboxRead read;
        read.ops.emplace(1, view(1, 1));
        state = decide(state, read, at(1)).state;
        const Decision decision = decide(state, Started{true, false, true}, at(2));
        QCOMPARE(numbers(only<Push>(decision).value(0).ops), QList<int>{1});
        QCOMPARE(only<Pull>(decision).value(0).waitMs, 0);
    }

    void operationsOfOneTicketGoInOrderAndTicketsAreIndependent()
    {
        const EngineState state = running({view(1, 1), view(2, 2), view(3, 1), view(4, 2, OpState::Sending), view(5, 2)});
        QCOMPARE(numbers(readyOps(state, 1, 50)), (QList<int>{1, 2, 3}));
    }

    void aRefusedOperationHoldsBackOnlyItsDependents()
    {
        OpView dependent = view(2, 1);
        dependent.deps = {opId(1)};
        const EngineState state = running({view(1, 1, OpState::Parked), dependent, view(3, 2)});
        QCOMPARE(numbers(readyOps(state, 1, 50)), QList<int>{3});
        const EngineState free = running({view(1, 1, OpState::Parked), view(2, 1), view(3, 2)});
        QCOMPARE(numbers(readyOps(free, 1, 50)), (QList<int>{2, 3}));
    }

    void whatIsBeingWithdrawnWaitsForNoFileAndItsLaneWaitsForIt()
    {
        OpView first = view(1, 1, OpState::Withdrawing);
        first.files = {QStringLiteral("abc")};
        EngineState state = running({first, view(2, 1)});
        QCOMPARE(numbers(readyOps(state, 0, 50)), QList<int>({1, 2}));
        state.ops.begin()->second.readyAt = 1000;
        QVERIFY(readyOps(state, 0, 50).isEmpty());
        const Decision decision = decide(running({first}), WokeUp{}, at(1));
        QVERIFY(only<Upload>(decision).isEmpty());
        QCOMPARE(only<Push>(decision).size(), 1);
    }

    void anOperationWaitsForItsFilesAndTheLaneWaitsWithIt()
    {
        OpView withFile = view(1, 1);
        withFile.files = {QStringLiteral("f")};
        EngineState state = running({withFile, view(2, 1), view(3, 2)});
        const Decision decision = decide(state, WokeUp{}, at(1));
        QCOMPARE(only<Upload>(decision).value(0).sha256, QStringLiteral("f"));
        QCOMPARE(numbers(only<Push>(decision).value(0).ops), QList<int>{3});
        state = decision.state;
        PushEnded pushed;
        pushed.ops = {opId(3)};
        state = decide(state, pushed, at(2)).state;
        const Decision next = decide(state, UploadEnded{remote::Outcome::Ok, {}, QStringLiteral("f")}, at(3));
        QCOMPARE(numbers(only<Push>(next).value(0).ops), (QList<int>{1, 2}));
    }

    void aSilentServerMakesItWaitLongerEachTimeAndNeverForEver()
    {
        EngineState state = running({view(1, 1)});
        qint64 now = 1;
        qint64 longest = 0;
        for (int i = 0; i < 30; ++i) {
            PushEnded lost;
            lost.outcome = remote::Outcome::MaybeSent;
            lost.error = {ErrorCode::Timeout, {}, std::nullopt};
            lost.ops = {opId(1)};
            const Decision decision = decide(state, lost, at(now));
            QVERIFY(only<Push>(decision).isEmpty());
            QVERIFY(only<Pull>(decision).isEmpty());
            const QList<WakeAt> wake = only<WakeAt>(decision);
            QCOMPARE(wake.size(), 1);
            QVERIFY(wake[0].monotonicMs > now);
            longest = std::max(longest, wake[0].monotonicMs - now);
            now = wake[0].monotonicMs;
            state = decision.state;
            QCOMPARE(statusOf(state, at(now)).phase, SyncStatus::Phase::Offline);
        }
        QVERIFY(longest <= limits::kBackoffLongestMs);
        QVERIFY(longest > 60'000);
        QCOMPARE(statusOf(state, at(now)).waiting, 1);
    }

    void aServerThatRefusesConnectionsIsNoticedSoonAfterItReturns()
    {
        EngineState state = running({view(1, 1)});
        state.pulling = false;
        qint64 now = 1;
        for (int i = 0; i < 150; ++i) {
            PullEnded refused;
            refused.outcome = remote::Outcome::NotSent;
            refused.error = {ErrorCode::Offline, {}, std::nullopt};
            const Decision decision = decide(state, refused, at(now));
            QVERIFY(only<Push>(decision).isEmpty());
            const qint64 wake = only<WakeAt>(decision).value(0).monotonicMs;
            QVERIFY(wake > now && wake - now <= 1'500);
            now = wake;
            state = decide(decision.state, WokeUp{}, at(now)).state;
            QVERIFY(state.probing);
        }
        // The probe finds the way open: what waited goes at once.
        QCOMPARE(numbers(only<Push>(decide(state, PullEnded{}, at(now + 1))).value(0).ops), QList<int>{1});
    }

    void retryAfterIsObeyedUpToAnHour()
    {
        for (const auto &[asked, waits] : {std::pair<qint64, qint64>{5'000, 5'000}, {99'999'999, 3'600'000}, {0, 250}}) {
            PushEnded busy;
            busy.outcome = remote::Outcome::Busy;
            busy.error = {ErrorCode::RateLimited, {}, asked};
            const Decision decision = decide(running({view(1, 1)}), busy, at(10));
            QCOMPARE(only<WakeAt>(decision).value(0).monotonicMs, 10 + waits);
        }
    }

    void whatIsAskedToComeAgainGoesByTheHourAfterManyTriesAndTogether()
    {
        EngineState state = running({view(1, 1), view(2, 2)});
        const auto comeAgain = [&](int op, qint64 now) {
            PushEnded ended;
            ended.ops = {opId(op)};
            ended.someRetry = true;
            state = decide(state, ended, at(now)).state;
            return state.ops.at(op).readyAt - now;
        };
        qint64 now = 1;
        for (int i = 0; i < 20; ++i) {
            const qint64 wait = comeAgain(1, now);
            QVERIFY2(wait <= limits::kBackoffLongestMs, qPrintable(QString::number(wait)));
            comeAgain(2, now);
            now += wait;
        }
        const qint64 wait = comeAgain(1, now);
        QVERIFY2(wait >= 1'800'000 && wait <= 4'500'000, qPrintable(QString::number(wait)));
        comeAgain(2, now + 60'000);
        QCOMPARE(state.ops.at(1).readyAt, state.ops.at(2).readyAt);
    }

    void whatWaitsForATicketGoesAtOnceWhenTheTicketComes()
    {
        EngineState state = running({view(1, 1), view(2, 2)});
        PushEnded ended;
        ended.ops = {opId(1), opId(2)};
        ended.someRetry = true;
        ended.retryAfterMs = 600'000;
        state = decide(state, ended, at(1)).state;
        PullEnded page;
        page.tickets = {lane(3)};
        Decision decision = decide(state, page, at(2));
        QVERIFY(only<Push>(decision).isEmpty());
        page.tickets = {lane(2)};
        decision = decide(decision.state, page, at(3));
        QCOMPARE(numbers(only<Push>(decision).value(0).ops), QList<int>{2});
    }

    void aLostTokenStopsTheExchangeAndKeepsEverything()
    {
        PullEnded ended;
        ended.outcome = remote::Outcome::AuthNeeded;
        const Decision decision = decide(running({view(1, 1)}), ended, at(1));
        QVERIFY(decision.effects.isEmpty());
        QCOMPARE(statusOf(decision.state, at(1)).phase, SyncStatus::Phase::SignInNeeded);
        const Decision again = decide(decision.state, SignedIn{}, at(2));
        QCOMPARE(numbers(only<Push>(again).value(0).ops), QList<int>{1});
    }

    void anUntrustedCertificateStopsAndIsAskedAgainSlowly()
    {
        PullEnded ended;
        ended.outcome = remote::Outcome::NotSent;
        ended.error = {ErrorCode::TlsChanged, {}, std::nullopt};
        const Decision decision = decide(running({}), ended, at(1));
        QCOMPARE(statusOf(decision.state, at(1)).phase, SyncStatus::Phase::Stopped);
        QVERIFY(only<WakeAt>(decision).value(0).monotonicMs >= 60'000);
    }

    void aWholeRefusalIsNarrowedDownToTheOperationThatCausesIt()
    {
        PushEnded refused;
        refused.outcome = remote::Outcome::Refused;
        refused.ops = {opId(1), opId(2)};
        const Decision first = decide(running({view(1, 1), view(2, 2)}), refused, at(1));
        QCOMPARE(numbers(only<Push>(first).value(0).ops), QList<int>{1});
        refused.ops = {opId(1)};
        const Decision second = decide(first.state, refused, at(2));
        QCOMPARE(numbers(only<Park>(second).value(0).ops), QList<int>{1});
    }

    void aServerThatFailsAtEverythingParksNothing()
    {
        EngineState state = running({view(1, 1)});
        qint64 now = 1;
        for (int i = 0; i < 50; ++i) {
            PushEnded fault;
            fault.outcome = remote::Outcome::ServerFault;
            fault.ops = {opId(1)};
            const Decision decision = decide(state, fault, at(now));
            QVERIFY(only<Park>(decision).isEmpty());
            state = decision.state;
            now += 400'000;
        }
    }

    void anOperationThatFailsWhileOthersWorkIsParked()
    {
        EngineState state = running({view(1, 1)});
        qint64 now = 1;
        bool parked = false;
        for (int i = 0; i < 10 && !parked; ++i) {
            PushEnded fault;
            fault.outcome = remote::Outcome::ServerFault;
            fault.ops = {opId(1)};
            const Decision decision = decide(state, fault, at(now));
            parked = !only<Park>(decision).isEmpty();
            now += 400'000;
            state = decide(decision.state, PullEnded{}, at(now)).state;
        }
        QVERIFY(parked);
    }

    void aReplacedCacheIsFilledAfterAskingWhatTheServerKnows()
    {
        EngineState state = running({view(1, 1, OpState::Sending)});
        state.pushing = true;
        Decision decision = decide(state, CacheReplaced{}, at(1000));
        QCOMPARE(only<CancelExchanges>(decision).size(), 1);
        QCOMPARE(only<AskKnown>(decision).size(), 1);
        QVERIFY(!decision.state.caughtUp);
        QVERIFY(only<Push>(decision).isEmpty());
        // What was being sent may have arrived: it is asked again, with everything else.
        OutboxRead read;
        read.ops.emplace(1, view(1, 1, OpState::Ambiguous));
        decision = decide(decision.state, read, at(1001));
        QVERIFY(only<Push>(decision).isEmpty());
        // Nobody was asked when nothing was kept: that is no word from the server.
        const Decision silent =
            decide(decision.state, KnownEnded{remote::Outcome::Ok, {}, false}, at(1002));
        QCOMPARE(silent.state.lastContact, qint64(0));
        QVERIFY(!silent.state.reconciling);
        decision = decide(decision.state, KnownEnded{}, at(1002));
        QVERIFY(decision.state.lastContact > 0);
        QCOMPARE(only<Push>(decision).size(), 1);
        QCOMPARE(only<Pull>(decision).size(), 1);
        QCOMPARE(only<Pull>(decision).first().waitMs, qint64(0));
    }

    void aRestoredServerIsComparedBeforeAnythingIsPushed()
    {
        PullEnded travelled;
        travelled.timeTravel = true;
        const Decision decision = decide(running({view(1, 1)}), travelled, at(1));
        QCOMPARE(only<BeginResync>(decision).size(), 1);
        QCOMPARE(only<AskKnown>(decision).size(), 1);
        QVERIFY(only<Push>(decision).isEmpty());
        const Decision failed = decide(decision.state, KnownEnded{remote::Outcome::NotSent, {}}, at(2));
        QVERIFY(only<Push>(failed).isEmpty());
        QVERIFY(only<AskKnown>(failed).isEmpty());
        const Decision again = decide(failed.state, WokeUp{}, at(400'000));
        QCOMPARE(only<AskKnown>(again).size(), 1);
        const Decision done = decide(again.state, KnownEnded{remote::Outcome::Ok, {}}, at(400'001));
        QCOMPARE(numbers(only<Push>(done).value(0).ops), QList<int>{1});
        QCOMPARE(only<Pull>(done).size(), 1);
    }

    void aServerWithoutLongPollIsAskedEveryHalfMinute()
    {
        EngineState state = running({});
        state.longPoll = false;
        const Decision decision = decide(state, PullEnded{}, at(1));
        QVERIFY(only<Pull>(decision).isEmpty());
        QCOMPARE(only<WakeAt>(decision).value(0).monotonicMs, 30'001);
        QCOMPARE(only<Pull>(decide(decision.state, WokeUp{}, at(30'001))).size(), 1);
    }

    void everyEventInEveryStateKeepsTheRules_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %llu", seed) << seed;
    }
    /// Random walks over all events: one push, pull, upload and question at a time, nothing in
    /// flight while signed out, pushes never while reconciling, a way to wake up always planned.
    void everyEventInEveryStateKeepsTheRules()
    {
        QFETCH(quint64, seed);
        SeededRng rng(seed);
        EngineState state;
        qint64 now = 1;
        int pushes = 0;
        int pulls = 0;
        for (int step = 0; step < 2'000; ++step) {
            const remote::Outcome outcomes[] = {remote::Outcome::Ok, remote::Outcome::NotSent, remote::Outcome::MaybeSent, remote::Outcome::NotOurAnswer, remote::Outcome::Busy,
                                        remote::Outcome::AuthNeeded, remote::Outcome::Refused, remote::Outcome::ServerFault, remote::Outcome::TooOld};
            const remote::Outcome outcome = outcomes[rng.below(9)];
            Event event = WokeUp{};
            switch (rng.below(10)) {
            case 0: event = Started{true, rng.below(4) == 0, rng.below(2) == 0}; break;
            case 1:
                if (rng.below(2) == 0)
                    event = SignedIn{};
                else
                    event = CacheReplaced{};
                break;
            case 2: event = SyncNow{}; break;
            case 3: {
                OutboxRead read;
                for (qint64 seq = 1; seq < 8; ++seq) {
                    if (rng.below(2) == 0)
                        continue;
                    OpView one = view(int(seq), int(seq % 3), OpState(rng.below(8)));
                    if (one.state == OpState::Sending && pushes == 0)
                        one.state = OpState::Ambiguous;
                    if (rng.below(3) == 0)
                        one.files = {QString::number(seq)};
                    read.ops.emplace(seq, one);
                }
                event = read;
                break;
            }
            case 4:
            case 5:
                if (pushes == 0)
                    continue;
                event = PushEnded{outcome, {}, {opId(1)}, rng.below(20) == 0, rng.below(5) == 0, 0};
                pushes = 0;
                break;
            case 6:
            case 7:
                if (pulls == 0)
                    continue;
                event = PullEnded{outcome, {}, rng.below(20) == 0, rng.below(3) == 0, rng.below(9) != 0, 1,
                                  {lane(int(rng.below(4)))}};
                pulls = 0;
                break;
            case 8:
                if (state.uploading.isEmpty())
                    continue;
                event = UploadEnded{outcome, {}, state.uploading};
                break;
            default:
                if (state.asking)
                    event = KnownEnded{outcome, {}};
                break;
            }
            const bool resets = std::holds_alternative<SignedIn>(event)
                || std::holds_alternative<CacheReplaced>(event);
            if (resets)
                pushes = pulls = 0;
            now += qint64(rng.below(100'000));
            const Decision decision = decide(state, event, at(now));
            state = decision.state;
            pushes += int(only<Push>(decision).size());
            pulls += int(only<Pull>(decision).size());
            QVERIFY(pushes <= 1);
            QVERIFY(pulls <= 1);
            QVERIFY(only<Upload>(decision).size() <= 1);
            if (!state.signedIn)
                QVERIFY(only<Push>(decision).isEmpty() && only<Pull>(decision).isEmpty());
            if (state.reconciling)
                QVERIFY(only<Push>(decision).isEmpty());
            const bool inFlight = state.pushing || state.pulling || state.asking || !state.uploading.isEmpty();
            if (state.running && state.signedIn && !inFlight)
                QVERIFY2(!only<WakeAt>(decision).isEmpty(), "nothing in flight and nothing planned");
        }
    }
};

QTEST_APPLESS_MAIN(TestEngine)
#include "tst_engine.moc"
