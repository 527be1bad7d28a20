// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/driver.h"

#include "core/base/limits.h"
#include "core/base/logging.h"
#include "core/store/ownsync.h"
#include "core/sync/driverparts.h"

namespace vigie::sync {

Driver::Driver(Ports ports, Listeners listeners)
    : m_parts(std::make_unique<Parts>(ports, std::move(listeners)))
{
}

Driver::~Driver()
{
    m_parts->alive.reset();
    m_parts->ports.wakeUp.cancel();
    m_parts->ports.server.cancelAll();
}

void Driver::start(bool signedIn)
{
    // Without points of its history (a new or replaced cache) nothing would tell us that the
    // server was restored, so it is asked.
    bool uncertain = false;
    if (const auto meta = m_parts->ports.profile.cache().meta())
        uncertain = meta->resyncing || meta->feeds.isEmpty();
    m_parts->reread();
    m_parts->happen(
        Started{signedIn, uncertain, m_parts->ports.server.capabilities().longPoll});
}

void Driver::stop()
{
    m_parts->happen(Stopped{});
}

void Driver::ownChanged()
{
    m_parts->sendOwn();
}

void Driver::syncNow()
{
    m_parts->happen(SyncNow{});
    m_parts->sendOwn();
}

void Driver::signedIn()
{
    m_parts->happen(SignedIn{});
    m_parts->sendOwn();
}

Done Driver::replaceCache()
{
    VIGIE_TRY(m_parts->ports.profile.replaceCache(m_parts->ports.clock.nowMs()));
    m_parts->toAskIsOld = true;
    m_parts->happen(CacheReplaced{});
    store::StoreChange change;
    change.everything = true;
    m_parts->announce(change);
    return {};
}

const SyncStatus &Driver::status() const
{
    return m_parts->status;
}

Result<QList<Op>> Driver::submit(QList<Op> ops, const QString &draftPlace)
{
    return m_parts->editor.submit(std::move(ops), draftPlace);
}

Result<BulkOutcome> Driver::submitEach(const QList<QList<Op>> &tickets)
{
    return m_parts->editor.submitEach(tickets);
}

Done Driver::retry(const OpId &op)
{
    return m_parts->editor.retry(op);
}

Done Driver::useMine(const OpId &op)
{
    return m_parts->editor.useMine(op);
}

Done Driver::editMessage(const OpId &op, const QString &body)
{
    return m_parts->editor.editMessage(op, body);
}

Done Driver::discard(const OpId &op)
{
    return m_parts->editor.discard(op);
}

Done Driver::restore(const OpId &op)
{
    return m_parts->editor.restore(op);
}

Done Driver::undo(const OpId &op)
{
    return m_parts->editor.undo(op);
}

Driver::Parts::Parts(Ports p, Listeners l)
    : ports(p), listeners(std::move(l)),
      editor(ports.profile, ports.clock, ports.rng,
             [this](const QSet<TicketId> &tickets) { outboxChanged(tickets); })
{
}

Now Driver::Parts::now()
{
    return {ports.clock.monotonicMs(), ports.clock.nowMs(), ports.rng.unit()};
}

void Driver::Parts::happen(const Event &event)
{
    Decision decision = decide(std::move(state), event, now());
    state = std::move(decision.state);
    for (const Effect &effect : std::as_const(decision.effects))
        std::visit([this](const auto &wanted) { perform(wanted); }, effect);
    publish();
}

void Driver::Parts::publish()
{
    SyncStatus next = statusOf(state, now());
    if (next == status)
        return;
    status = std::move(next);
    if (listeners.status)
        listeners.status(status);
}

void Driver::Parts::announce(const store::StoreChange &change)
{
    if (!change.isEmpty() && listeners.changed)
        listeners.changed(change);
}

void Driver::Parts::storeTrouble(const char *what, const Error &error)
{
    qCWarning(lcSync, "%s: %s", what, qPrintable(toLog(error)));
    state.lastError = error;
}

/// Reads the live entries and tells the engine.
void Driver::Parts::reread()
{
    toAskIsOld = true;
    const Result<QList<store::OutboxEntry>> live = ports.profile.outbox().live();
    if (!live)
        return storeTrouble("reading the outbox", live.error());
    OutboxRead read;
    for (const store::OutboxEntry &entry : *live) {
        OpView view;
        view.id = entry.op.id;
        view.lane = entry.op.ticket;
        view.state = entry.state;
        view.deps = entry.op.deps;
        view.serverFaults = entry.serverFaults;
        const QList<Attachment> files = attachmentsOf(entry.op);
        for (const Attachment &file : files)
            view.files.append(file.sha256);
        read.ops.emplace(entry.op.deviceSeq, std::move(view));
    }
    happen(read);
}

/// Recomputes what people see of these tickets, then lets the engine look.
void Driver::Parts::outboxChanged(const QSet<TicketId> &tickets)
{
    store::StoreChange change;
    change.outbox = true;
    for (const TicketId &ticket : tickets)
        rebase(ticket, change);
    announce(change);
    reread();
}

void Driver::Parts::rebase(const TicketId &ticket, store::StoreChange &change)
{
    const auto live = ports.profile.outbox().liveOf(ticket);
    if (!live)
        return storeTrouble("reading the outbox", live.error());
    const auto rebased = ports.profile.cache().rebase(ticket, *live);
    if (!rebased)
        return storeTrouble("showing operations", rebased.error());
    change.merge(*rebased);
    change.tickets.insert(ticket);
}

std::optional<wire::SyncRequest> Driver::Parts::baseRequest()
{
    const Result<store::SyncMeta> meta = ports.profile.cache().meta();
    if (!meta) {
        storeTrouble("reading the cursors", meta.error());
        return std::nullopt;
    }
    wire::SyncRequest request;
    request.device = ports.profile.device();
    request.epoch = meta->epoch;
    request.feeds = meta->feeds;
    return request;
}

void Driver::Parts::perform(const Push &push)
{
    std::optional<wire::SyncRequest> request = baseRequest();
    QList<store::OutboxEntry> attempts;
    QHash<OpId, store::OpState> before;
    qsizetype bytes = 0;
    for (const OpId &id : push.ops) {
        const auto entry = ports.profile.outbox().entry(id);
        if (!entry || !request)
            break;
        bytes += json::compact(encodeOp(entry->op)).size();
        if (bytes > limits::kPushBytes && !attempts.isEmpty())
            break;
        before.insert(id, entry->state);
        attempts.append(*entry);
        if (entry->state == store::OpState::Withdrawing)
            request->withdrawn.append(id);
        else
            attempts.last().state = store::OpState::Sending;
        ++attempts.last().attempts;
        attempts.last().changedAt = ports.clock.nowMs();
        request->ops.append(entry->op);
        if (entry->reofferedAt > 0
            && ports.clock.nowMs() - entry->reofferedAt < limits::kTicketAwaitedMs)
            request->again.append(id);
    }
    // The attempt is on the disk before the first byte leaves; otherwise a crash could not tell
    // "never sent" from "may have arrived".
    const Done written = attempts.isEmpty() ? Done(fail(ErrorCode::StoreFault))
                                            : ports.profile.outbox().update(attempts);
    if (!written) {
        storeTrouble("writing the attempt", written.error());
        return later([this, error = written.error()] {
            reread();
            happen(PushEnded{remote::Outcome::NotSent, error, {}});
        });
    }
    store::StoreChange change;
    change.outbox = true;
    announce(change);
    ports.server.sync(*request, guarded([this, before](remote::Reply<wire::SyncResponse> reply) {
                          pushAnswered(before, reply);
                      }));
}

void Driver::Parts::pushAnswered(const QHash<OpId, store::OpState> &before,
                                 const remote::Reply<wire::SyncResponse> &reply)
{
    PushEnded ended;
    ended.outcome = reply.outcome;
    ended.error = reply.error;
    ended.ops = before.keys();
    QHash<OpId, wire::OpResult> results;
    if (reply.outcome == remote::Outcome::Ok) {
        ended.timeTravel = reply.value.timeTravel;
        newEpoch = reply.value.epoch;
        for (const wire::OpResult &result : reply.value.results)
            results.insert(result.op, result);
    }
    QList<store::OutboxEntry> entries;
    QList<wire::FeedPoint> points;
    QSet<TicketId> tickets;
    QList<OpId> tooLate;
    QList<store::OutboxEntry> gaveWay;
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        const auto entry = ports.profile.outbox().entry(it.key());
        // It may have been given up while the answer was under way.
        const bool withdrawing = entry && entry->state == store::OpState::Withdrawing;
        if (!entry || (entry->state != store::OpState::Sending && !withdrawing))
            continue;
        const auto result = results.constFind(it.key());
        if (result == results.constEnd()) {
            entries.append(afterNoAnswer(*entry, it.value(), reply.outcome, reply.error,
                                         ports.clock.nowMs()));
            ended.someRetry = true;
        } else {
            entries.append(afterResult(*entry, *result, ports.clock.nowMs()));
            if (withdrawing && wire::isAccepted(result->status))
                tooLate.append(it.key());
            else if (wire::isAccepted(result->status) && result->conflict)
                gaveWay.append(*entry);
            points.append(result->points);
            if (result->status == wire::OpStatus::Retry
                || result->status == wire::OpStatus::DepFailed) {
                ended.someRetry = true;
                ended.retryAfterMs = result->error.retryAfterMs.value_or(0);
            }
        }
        tickets.insert(entry->op.ticket);
    }
    // First what was heard of the history, then the verdicts: an acknowledged op whose point was
    // forgotten could not notice a restored server (RELIABILITY §2.6).
    if (!points.isEmpty() && !ended.timeTravel) {
        const Done noted = ports.profile.cache().noteHighWater(reply.value.epoch, points);
        if (!noted)
            storeTrouble("noting the high-water mark", noted.error());
    }
    if (const Done stored = ports.profile.outbox().update(entries); !stored)
        storeTrouble("storing the verdicts", stored.error());
    if (state.caughtUp)
        settleRead(false);
    outboxChanged(tickets);
    happen(ended);
    for (const OpId &id : std::as_const(tooLate))
        arrivedAfterAll(id);
    for (const store::OutboxEntry &entry : std::as_const(gaveWay)) {
        if (listeners.gaveWay)
            listeners.gaveWay(entry);
    }
}

/// Given up too late: what can be taken back is taken back by its inverse, the rest is told.
void Driver::Parts::arrivedAfterAll(const OpId &id)
{
    const auto entry = ports.profile.outbox().entry(id);
    if (!entry || (entry->undo && editor.undo(id)))
        return;
    if (listeners.arrivedAfterAll)
        listeners.arrivedAfterAll(*entry);
}

/// Accepted ops whose change has come back in the feed are done. Only for a client that has read
/// to the end: in the middle, the row may stand at a later place of the feed than the op's own
/// entry, and would vanish from sight until it is read.
QSet<TicketId> Driver::Parts::settleRead(bool all)
{
    const Result<store::SyncMeta> meta = ports.profile.cache().meta();
    const auto accepted = ports.profile.outbox().acked();
    if (!meta || !accepted || accepted->isEmpty())
        return {};
    QHash<QString, qint64> positions;
    for (const wire::FeedState &feed : meta->feeds)
        positions.insert(feed.feed, feed.cursor.seq);
    QList<store::OutboxEntry> settled;
    QSet<TicketId> tickets;
    for (store::OutboxEntry entry : *accepted) {
        if (meta->resyncing || !isRead(entry, positions, all))
            continue;
        entry.state = store::OpState::Done;
        entry.changedAt = ports.clock.nowMs();
        tickets.insert(entry.op.ticket);
        settled.append(entry);
    }
    if (settled.isEmpty())
        return {};
    if (const Done stored = ports.profile.outbox().update(settled); !stored) {
        storeTrouble("settling operations", stored.error());
        return {};
    }
    return tickets;
}

void Driver::Parts::perform(const Pull &pull)
{
    std::optional<wire::SyncRequest> request = baseRequest();
    if (!request) {
        return later([this] {
            PullEnded ended;
            ended.stored = false;
            happen(ended);
        });
    }
    request->pull = true;
    request->waitMs = state.longPoll ? pull.waitMs : 0;
    const store::OwnSync own = ports.profile.outbox().own<store::OwnSync>();
    request->ownThrough = own.through().value_or(-1);
    // The first answer after an outage is awaited by what was made meanwhile.
    if (state.failures > 0 && !own.unsent().value_or(QList<OwnThing>()).isEmpty())
        request->waitMs = 0;
    const wire::SyncRequest asked = *request;
    ports.server.sync(asked, guarded([this, asked, lost = pointsLost](remote::Reply<wire::SyncResponse> reply) {
                          pullAnswered(asked, reply, lost == pointsLost);
                      }));
}

/// `all` = no operation lost its points since it was asked, so its end settles those without.
void Driver::Parts::pullAnswered(const wire::SyncRequest &asked,
                                 const remote::Reply<wire::SyncResponse> &reply, bool all)
{
    PullEnded ended;
    ended.outcome = reply.outcome;
    ended.error = reply.error;
    if (reply.outcome == remote::Outcome::Ok) {
        ended.timeTravel = reply.value.timeTravel;
        ended.more = reply.value.more;
        ended.serverTime = reply.value.serverTime;
        newEpoch = reply.value.epoch;
        if (!ended.timeTravel) {
            const Result<QSet<TicketId>> applied = applyPage(asked, reply.value, all);
            ended.stored = applied.has_value();
            if (applied)
                ended.tickets = *applied;
            else
                ended.error = applied.error();
            takeOwn({}, reply.value);
        }
    }
    happen(ended);
    if (ended.outcome == remote::Outcome::Ok && !ended.timeTravel)
        sendOwn();
}

Result<QSet<TicketId>> Driver::Parts::applyPage(const wire::SyncRequest &asked,
                                                const wire::SyncResponse &page, bool all)
{
    VIGIE_TRY_ASSIGN(live, ports.profile.outbox().live());
    VIGIE_TRY_ASSIGN(metaBefore, ports.profile.cache().meta());
    VIGIE_TRY_ASSIGN(change, ports.profile.cache().applyPage(asked, page, live));
    VIGIE_TRY_ASSIGN(metaAfter, ports.profile.cache().meta());
    QSet<TicketId> brought = change.tickets;
    for (const ArticleId &article : std::as_const(change.articles))
        brought.insert(TicketId(article.uuid()));
    const QSet<TicketId> settled = page.more ? QSet<TicketId>() : settleRead(all);
    for (const TicketId &ticket : settled) {
        rebase(ticket, change);
        change.outbox = true;
    }
    announce(change);
    if (metaBefore.me != metaAfter.me && listeners.me)
        listeners.me(metaAfter.me);
    if (!settled.isEmpty())
        reread();
    return brought;
}

void Driver::Parts::perform(const Upload &upload)
{
    const QString sha256 = upload.sha256;
    ports.server.upload(sha256, guarded([this, sha256](remote::Reply<bool> reply) {
                            happen(UploadEnded{reply.outcome, reply.error, sha256});
                        }));
}

void Driver::Parts::perform(const Park &park)
{
    QList<store::OutboxEntry> parked;
    QSet<TicketId> tickets;
    for (const OpId &id : park.ops) {
        auto entry = ports.profile.outbox().entry(id);
        if (!entry || !store::isLive(entry->state) || entry->state == store::OpState::Acked)
            continue;
        entry->state = store::OpState::Parked;
        entry->error = park.error;
        entry->changedAt = ports.clock.nowMs();
        tickets.insert(entry->op.ticket);
        parked.append(*entry);
    }
    if (const Done stored = ports.profile.outbox().update(parked); !stored)
        return storeTrouble("parking operations", stored.error());
    // Not now: an effect must not start a new decision while its own list is being worked off.
    later([this, tickets] { outboxChanged(tickets); });
}

void Driver::Parts::perform(const WakeAt &wake)
{
    if (deferred.isEmpty()) // otherwise a wake-up is due at once and will plan this one again
        planWake(std::max<qint64>(0, wake.monotonicMs - ports.clock.monotonicMs()));
}

void Driver::Parts::perform(const CancelExchanges &)
{
    ports.server.cancelAll();
    sendingOwn = false;
    // Nobody will answer for what was being sent.
    if (const Done ended = ports.profile.outbox().endSending(); !ended)
        storeTrouble("giving up exchanges", ended.error());
    later([this] { reread(); });
}

void Driver::Parts::later(std::function<void()> call)
{
    deferred.append(std::move(call));
    planWake(0);
}

void Driver::Parts::planWake(qint64 delayMs)
{
    ports.wakeUp.plan(delayMs, guardedCall([this] {
        const QList<std::function<void()>> calls = std::exchange(deferred, {});
        for (const auto &call : calls)
            call();
        happen(WokeUp{});
    }));
}

} // namespace vigie::sync
