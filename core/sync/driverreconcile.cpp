// SPDX-License-Identifier: GPL-3.0-or-later
// After the server went back in time: what does it still know of what this device did?
#include "core/base/logging.h"
#include "core/sync/driverparts.h"

namespace vigie::sync {

void Driver::Parts::perform(const BeginResync &)
{
    if (const Done begun = ports.profile.cache().beginResync(newEpoch); !begun)
        return storeTrouble("starting to reconcile", begun.error());
    toAskIsOld = true;
    qCInfo(lcSync, "the server was restored; comparing what it still knows");
}

/// The points of accepted ops belong to a history that is gone, or that cannot be told from a new
/// one because the cache which knew it is gone. Reading to the end settles them instead.
void Driver::Parts::forgetPoints()
{
    const auto accepted = ports.profile.outbox().acked();
    if (!accepted)
        return storeTrouble("reading the outbox", accepted.error());
    QList<store::OutboxEntry> pointless;
    for (store::OutboxEntry entry : *accepted) {
        if (entry.points.isEmpty())
            continue;
        entry.points.clear();
        pointless.append(entry);
    }
    ++pointsLost;
    if (const Done stored = ports.profile.outbox().update(pointless); !stored)
        storeTrouble("forgetting positions", stored.error());
}

Done Driver::Parts::collectToAsk()
{
    VIGIE_TRY_ASSIGN(retained, ports.profile.outbox().retained());
    toAsk = retained;
    // The history that came back may be one in which refused or binned operations took effect.
    settledHere.clear();
    for (const auto &entries : {ports.profile.outbox().live(), ports.profile.outbox().discarded()}) {
        for (const store::OutboxEntry &entry : entries.value_or(QList<store::OutboxEntry>())) {
            const bool ended = entry.state == store::OpState::Parked
                || entry.state == store::OpState::Conflict
                || entry.state == store::OpState::Discarded;
            if (ended && entry.attempts > 0)
                settledHere.insert(entry.op.id);
        }
    }
    toAsk.append(settledHere.values());
    return {};
}

void Driver::Parts::perform(const AskKnown &)
{
    // Through a long outage the same question is asked again and again.
    if (toAskIsOld) {
        forgetPoints();
        if (const Done collected = collectToAsk(); !collected) {
            storeTrouble("reading retained operations", collected.error());
            return later([this] { happen(KnownEnded{remote::Outcome::NotSent, {}}); });
        }
        toAskIsOld = false;
    }
    unasked = toAsk;
    unknown.clear();
    forgotten.clear();
    heard = false;
    askNext();
}

/// The verdict on these went with the history: a late copy could take effect now. What was given up
/// is withdrawn anew, everything else is judged anew under its own id.
void Driver::Parts::judgeAgain(const QList<OpId> &ids)
{
    QList<store::OutboxEntry> unjudged;
    for (const OpId &id : ids) {
        auto entry = ports.profile.outbox().entry(id);
        if (!entry)
            continue;
        if (entry->state == store::OpState::Discarded) {
            entry->state = store::OpState::Withdrawing;
        } else if (entry->state == store::OpState::Conflict
                   || entry->state == store::OpState::Parked) {
            entry->state = store::OpState::Ambiguous;
            entry->conflict.reset();
            entry->error = {};
            entry->serverFaults = 0;
            // Its ticket may still come back from another device.
            entry->reofferedAt = ports.clock.nowMs();
        } else {
            continue;
        }
        entry->changedAt = ports.clock.nowMs();
        unjudged.append(*entry);
    }
    if (const Done stored = ports.profile.outbox().update(unjudged); !stored)
        storeTrouble("asking for verdicts again", stored.error());
}

/// The server has it after all: it counts as accepted, whatever was decided about it here.
void Driver::Parts::revive(const QList<OpId> &ids)
{
    QList<store::OutboxEntry> revived;
    for (const OpId &id : ids) {
        auto entry = ports.profile.outbox().entry(id);
        if (!entry)
            continue;
        entry->state = store::OpState::Acked;
        entry->points.clear();
        entry->conflict.reset();
        entry->error = {};
        entry->changedAt = ports.clock.nowMs();
        revived.append(*entry);
    }
    ++pointsLost;
    toAskIsOld = true;
    if (const Done stored = ports.profile.outbox().update(revived); !stored)
        storeTrouble("taking operations back", stored.error());
}

/// Asks in portions; only after the last one is anything put back.
void Driver::Parts::askNext()
{
    constexpr qsizetype kPortion = 1000;
    const QList<OpId> portion = unasked.mid(0, kPortion);
    if (portion.isEmpty()) {
        const Done put = ports.profile.outbox().reoffer(unknown, ports.clock.nowMs());
        if (!put)
            storeTrouble("putting operations back", put.error());
        judgeAgain(forgotten);
        QSet<TicketId> tickets;
        for (const OpId &id : unknown + forgotten) {
            if (const auto entry = ports.profile.outbox().entry(id))
                tickets.insert(entry->op.ticket);
        }
        return later([this, tickets, ok = put.has_value()] {
            outboxChanged(tickets);
            happen(KnownEnded{ok ? remote::Outcome::Ok : remote::Outcome::NotSent, {}, heard});
        });
    }
    ports.server.known(portion, guarded([this, portion](remote::Reply<QList<OpId>> reply) {
                           if (reply.outcome != remote::Outcome::Ok)
                               return happen(KnownEnded{reply.outcome, reply.error});
                           heard = true;
                           const QSet<OpId> known(reply.value.begin(), reply.value.end());
                           QList<OpId> there;
                           for (const OpId &id : portion) {
                               if (settledHere.contains(id)) {
                                   (known.contains(id) ? there : forgotten).append(id);
                               } else if (!known.contains(id)) {
                                   unknown.append(id);
                               }
                           }
                           revive(there);
                           unasked = unasked.mid(portion.size());
                           askNext();
                       }));
}

} // namespace vigie::sync
