// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engine.h"

#include "core/base/limits.h"

#include <algorithm>

namespace vigie::sync {

namespace {

using remote::Outcome;
using store::OpState;

constexpr qint64 kStoreRetryMs = 2'000;
constexpr qint64 kStoppedRetryMs = 300'000;
constexpr qint64 kPollEveryMs = 30'000;
/// A server that refuses connections costs nobody anything: it is asked again soon, so that its
/// return is noticed at once, and less often after some minutes.
constexpr qint64 kRefusedMostMs = 1'500;
constexpr qint64 kLongRefusedMostMs = 30'000;
constexpr int kLongRefused = 200;

/// An operation that the server has asked to come again this often waits for something that takes
/// its time, such as a lost ticket that another device still holds.
constexpr int kManyRetries = 20;
constexpr qint64 kHourMs = 3'600'000;
/// What waits by the hour is asked for together, and not in a request each.
constexpr qint64 kTogetherMs = 900'000;

bool isCertificateTrouble(ErrorCode code)
{
    return code == ErrorCode::TlsUntrusted || code == ErrorCode::TlsChanged
        || code == ErrorCode::TlsExpired;
}

/// Full jitter, as backoffDelayMs(), from a number that came with the event.
qint64 delayFor(int failures, double jitter)
{
    const int steps = std::clamp(failures - 1, 0, 20);
    const qint64 window = std::min(limits::kBackoffLongestMs, limits::kBackoffFirstMs << steps);
    return std::max<qint64>(250, qint64(jitter * double(window)));
}

/// "Come again": minutes apart at first, then hours (RELIABILITY §2.9). Monotonic.
qint64 retryAt(int retries, const Now &now)
{
    if (retries <= kManyRetries)
        return now.monotonicMs + delayFor(retries, now.jitter);
    const qint64 at = now.monotonicMs + qint64((0.5 + now.jitter / 2) * kHourMs);
    return (at / kTogetherMs + 1) * kTogetherMs;
}

class Decider
{
public:
    Decider(EngineState state, const Now &now) : m_now(now) { m_out.state = std::move(state); }

    Decision run(const Event &event)
    {
        std::visit([this](const auto &happened) { this->on(happened); }, event);
        if (s().running)
            plan();
        return std::move(m_out);
    }

private:
    [[nodiscard]] EngineState &s() { return m_out.state; }
    template<class E>
    void emitEffect(E effect)
    {
        m_out.effects.append(Effect(std::move(effect)));
    }

    void on(const Started &event)
    {
        s().running = true;
        s().signedIn = event.signedIn;
        s().reconciling = event.uncertain;
        s().longPoll = event.longPoll;
    }
    void on(const Stopped &)
    {
        s().running = false;
        forgetFlights();
        emitEffect(CancelExchanges{});
    }
    void on(const SignedIn &)
    {
        forgetFlights();
        emitEffect(CancelExchanges{});
        s().signedIn = true;
        freshStart();
    }
    void on(const CacheReplaced &)
    {
        forgetFlights();
        emitEffect(CancelExchanges{});
        s().caughtUp = false;
        s().pullAt = 0;
        // What was known of the server's history is gone with the cache.
        s().reconciling = true;
    }
    void on(const SyncNow &) { freshStart(); }
    void on(const WokeUp &) {}
    void on(const OutboxRead &event)
    {
        std::map<qint64, OpView> next = event.ops;
        for (auto &[seq, view] : next) {
            const auto known = s().ops.find(seq);
            if (known == s().ops.end() || known->second.id != view.id)
                continue;
            view.readyAt = known->second.readyAt;
            if (known->second.state == OpState::Parked)
                continue; // a person looked at it: its faults count from zero again
            view.retries = known->second.retries;
            view.serverFaults = known->second.serverFaults;
            view.firstFaultAt = known->second.firstFaultAt;
        }
        s().ops = std::move(next);
    }
    void on(const PushEnded &event);
    void on(const PullEnded &event);
    void on(const UploadEnded &event);
    void on(const KnownEnded &event)
    {
        s().asking = false;
        if (event.outcome == Outcome::Ok) {
            if (event.heard)
                answered();
            s().reconciling = false;
            return;
        }
        troubled(event.outcome, event.error);
    }

    void freshStart()
    {
        s().failures = s().pushFailures = 0;
        s().retryAt = s().pushAt = 0;
        s().pullAt = 0;
        s().isStopped = false;
        s().stopped = {};
        s().fileReadyAt.clear();
        for (auto &[seq, view] : s().ops)
            view.readyAt = 0;
    }
    void forgetFlights()
    {
        s().pushing = s().pulling = s().probing = s().asking = false;
        s().uploading.clear();
    }

    /// A proper answer came: the way is open.
    void answered()
    {
        s().failures = 0;
        s().retryAt = 0;
        s().isStopped = false;
        s().lastGoodAt = m_now.monotonicMs;
        s().lastContact = m_now.wallMs;
        s().lastError = {};
    }

    /// The exchange as a whole failed; nothing is known to be wrong with what it carried.
    void troubled(Outcome outcome, const Error &error)
    {
        s().lastError = error;
        if (outcome == Outcome::AuthNeeded) {
            s().signedIn = false;
            return;
        }
        ++s().failures;
        qint64 wait = delayFor(s().failures, m_now.jitter);
        if (outcome == Outcome::NotSent)
            wait = std::min(wait, s().failures < kLongRefused ? kRefusedMostMs : kLongRefusedMostMs);
        if (error.retryAfterMs)
            wait = std::clamp<qint64>(*error.retryAfterMs, 250, limits::kRetryAfterMostMs);
        if (outcome == Outcome::TooOld || isCertificateTrouble(error.code)) {
            // Asked again now and then: a portal's certificate goes away, servers get downgraded.
            s().isStopped = true;
            s().stopped = outcome == Outcome::TooOld
                ? Error{ErrorCode::ProtocolMismatch, error.detail, std::nullopt}
                : error;
            wait = kStoppedRetryMs;
        }
        s().retryAt = m_now.monotonicMs + wait;
    }

    /// A push failed: others of its kind wait longer each time, even if pulls work.
    void pushTroubled(Outcome outcome, const Error &error)
    {
        ++s().pushFailures;
        qint64 wait = delayFor(s().pushFailures, m_now.jitter);
        if (outcome != Outcome::Busy && outcome != Outcome::ServerFault) {
            troubled(outcome, error);
        } else {
            // The server was reached: only writing waits.
            s().lastError = error;
            if (error.retryAfterMs)
                wait = std::clamp<qint64>(*error.retryAfterMs, 250, limits::kRetryAfterMostMs);
        }
        s().pushAt = m_now.monotonicMs + wait;
    }

    void startReconcile()
    {
        if (s().reconciling)
            return;
        s().reconciling = true;
        s().caughtUp = false;
        // A restored server may lack files as well as operations.
        s().filesThere.clear();
        emitEffect(BeginResync{});
    }

    void plan();
    void planUpload();
    [[nodiscard]] qint64 nextWake() const;

    Now m_now;
    Decision m_out;
};

void Decider::on(const PushEnded &event)
{
    s().pushing = false;
    switch (event.outcome) {
    case Outcome::Ok:
        answered();
        s().oneAtATime = false;
        s().pushFailures = 0;
        s().pushAt = 0;
        if (event.timeTravel)
            return startReconcile();
        if (event.someRetry) {
            // Those ops wait; everything else goes on at once.
            for (auto &[seq, view] : s().ops) {
                if (event.ops.contains(view.id) && view.state != OpState::Acked) {
                    view.readyAt = std::max(m_now.monotonicMs + event.retryAfterMs,
                                            retryAt(++view.retries, m_now));
                    // The server may have lost a file that we believe is there.
                    for (const QString &file : view.files)
                        s().filesThere.remove(file);
                }
            }
        }
        return;
    case Outcome::Refused:
        answered();
        if (event.ops.size() == 1)
            return emitEffect(Park{event.ops, event.error});
        s().oneAtATime = true;
        return;
    case Outcome::ServerFault: {
        if (event.ops.size() != 1) {
            s().oneAtATime = true;
            return pushTroubled(event.outcome, event.error);
        }
        for (auto &[seq, view] : s().ops) {
            if (view.id != event.ops.first())
                continue;
            if (view.firstFaultAt == 0)
                view.firstFaultAt = m_now.monotonicMs;
            ++view.serverFaults;
            view.readyAt = m_now.monotonicMs + delayFor(view.serverFaults + 1, m_now.jitter);
            // Poison is an op that fails while other exchanges work; a server that fails at
            // everything is just down.
            if (view.serverFaults >= limits::kServerFaultsBeforeParking
                && s().lastGoodAt > view.firstFaultAt)
                return emitEffect(Park{event.ops, event.error});
        }
        return pushTroubled(event.outcome, event.error);
    }
    default: return pushTroubled(event.outcome, event.error);
    }
}

void Decider::on(const PullEnded &event)
{
    s().pulling = s().probing = false;
    if (event.outcome != Outcome::Ok) {
        // A pull has nothing of its own to be refused for: whatever it was, try again later.
        return troubled(event.outcome, event.error);
    }
    if (!event.stored) {
        s().lastError = event.error;
        ++s().failures;
        s().retryAt = m_now.monotonicMs + kStoreRetryMs;
        return;
    }
    answered();
    if (event.timeTravel)
        return startReconcile();
    for (auto &[seq, view] : s().ops) {
        // What it waited for may just have come.
        if (view.retries > 0 && event.tickets.contains(view.lane))
            view.readyAt = 0;
    }
    s().caughtUp = !event.more;
    s().pullAt = s().longPoll || event.more ? 0 : m_now.monotonicMs + kPollEveryMs;
    if (event.serverTime > 0)
        s().clockSkewMs = event.serverTime - m_now.wallMs;
}

void Decider::on(const UploadEnded &event)
{
    s().uploading.clear();
    switch (event.outcome) {
    case Outcome::Ok:
        answered();
        s().filesThere.insert(event.sha256);
        return;
    case Outcome::Refused: {
        answered();
        QList<OpId> holders;
        for (const auto &[seq, view] : s().ops) {
            if (view.files.contains(event.sha256))
                holders.append(view.id);
        }
        return emitEffect(Park{holders, event.error});
    }
    default:
        s().fileReadyAt[event.sha256] =
            m_now.monotonicMs + delayFor(s().failures + 1, m_now.jitter);
        return troubled(event.outcome, event.error);
    }
}

void Decider::planUpload()
{
    if (!s().uploading.isEmpty())
        return;
    for (const auto &[seq, view] : s().ops) {
        if (view.state != OpState::Queued && view.state != OpState::Ambiguous)
            continue;
        for (const QString &file : view.files) {
            if (s().filesThere.contains(file))
                continue;
            const auto wait = s().fileReadyAt.find(file);
            if (wait != s().fileReadyAt.end() && wait->second > m_now.monotonicMs)
                continue;
            s().uploading = file;
            return emitEffect(Upload{file});
        }
    }
}

qint64 Decider::nextWake() const
{
    const EngineState &state = m_out.state;
    if (state.retryAt > m_now.monotonicMs)
        return state.retryAt;
    qint64 next = 0;
    const auto consider = [&](qint64 at) {
        if (at > m_now.monotonicMs && (next == 0 || at < next))
            next = at;
    };
    consider(state.pullAt);
    consider(state.pushAt);
    for (const auto &[seq, view] : state.ops)
        consider(view.readyAt);
    for (const auto &[file, at] : state.fileReadyAt)
        consider(at);
    return next;
}

void Decider::plan()
{
    if (!s().signedIn)
        return;
    if (s().retryAt <= m_now.monotonicMs) {
        if (s().reconciling) {
            // Nothing is pushed until it is known what the server lost: order within a ticket.
            if (!s().asking && !s().pushing) {
                s().asking = true;
                emitEffect(AskKnown{});
            }
        } else {
            // After trouble one pull, which changes nothing anywhere, finds out whether the way is
            // open again.
            const bool blind = s().failures > 0 && (!s().pulling || s().probing);
            if (!blind)
                planUpload();
            if (!blind && !s().pushing && s().pushAt <= m_now.monotonicMs) {
                const QList<OpId> ready = readyOps(s(), m_now.monotonicMs,
                                                   s().oneAtATime ? 1 : limits::kOpsPerPush);
                if (!ready.isEmpty()) {
                    s().pushing = true;
                    for (auto &[seq, view] : s().ops) {
                        if (ready.contains(view.id))
                            view.state = OpState::Sending;
                    }
                    emitEffect(Push{ready});
                }
            }
            if (!s().pulling && (blind || s().pullAt <= m_now.monotonicMs)) {
                s().pulling = true;
                s().probing = blind;
                emitEffect(Pull{s().caughtUp && !blind ? limits::kLongPollMs : 0});
            }
        }
    }
    if (const qint64 wake = nextWake(); wake > 0)
        emitEffect(WakeAt{wake});
}

} // namespace

Decision decide(EngineState state, const Event &event, const Now &now)
{
    return Decider(std::move(state), now).run(event);
}

QList<OpId> readyOps(const EngineState &state, qint64 monotonicMs, int most)
{
    QList<OpId> ready;
    QSet<TicketId> closedLanes;
    QHash<OpId, OpState> live;
    for (const auto &[seq, view] : state.ops)
        live.insert(view.id, view.state);
    const auto waitsFor = [&](const OpId &dep) {
        const auto found = live.constFind(dep);
        // A dependency that is not live any more has long been applied.
        return found != live.constEnd() && *found != OpState::Acked && !ready.contains(dep);
    };
    for (const auto &[seq, view] : state.ops) {
        if (ready.size() >= most)
            break;
        if (view.state == OpState::Sending)
            closedLanes.insert(view.lane);
        const bool withdrawing = view.state == OpState::Withdrawing;
        if (view.state != OpState::Queued && view.state != OpState::Ambiguous && !withdrawing)
            continue; // acked ones are through, refused ones hold nobody but their dependents
        if (closedLanes.contains(view.lane))
            continue;
        const bool filesMissing =
            std::any_of(view.files.cbegin(), view.files.cend(), [&](const QString &file) {
                return !state.filesThere.contains(file);
            });
        const bool held = std::any_of(view.deps.cbegin(), view.deps.cend(), waitsFor);
        // What is given up needs nothing but the server's word.
        if (view.readyAt > monotonicMs || (!withdrawing && (filesMissing || held))) {
            closedLanes.insert(view.lane);
            continue;
        }
        ready.append(view.id);
    }
    return ready;
}

SyncStatus statusOf(const EngineState &state, const Now &now)
{
    SyncStatus status;
    for (const auto &[seq, view] : state.ops) {
        switch (view.state) {
        case OpState::Queued:
        case OpState::Sending: ++status.waiting; break;
        case OpState::Ambiguous:
        case OpState::Withdrawing:
            ++status.waiting;
            ++status.checking;
            break;
        case OpState::Parked:
        case OpState::Conflict: ++status.needsYou; break;
        default: break;
        }
    }
    status.lastContact = state.lastContact;
    status.clockSkewMs = state.clockSkewMs;
    status.error = state.lastError;
    if (state.retryAt > now.monotonicMs)
        status.nextTryAt = now.wallMs + (state.retryAt - now.monotonicMs);
    using Phase = SyncStatus::Phase;
    if (!state.running)
        status.phase = Phase::Starting;
    else if (!state.signedIn)
        status.phase = Phase::SignInNeeded;
    else if (state.isStopped) {
        status.phase = Phase::Stopped;
        status.error = state.stopped;
    } else if (state.failures > 0)
        status.phase = Phase::Offline;
    else if (state.lastGoodAt == 0)
        status.phase = Phase::Starting;
    else if (state.reconciling)
        status.phase = Phase::Reconciling;
    else if (state.pushing || !state.uploading.isEmpty() || !state.caughtUp)
        status.phase = Phase::Working;
    else
        status.phase = Phase::Online;
    return status;
}

} // namespace vigie::sync
