// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/bench.h"

#include "core/base/limits.h"
#include "core/model/lifecycle.h"
#include "core/model/ticketfields.h"

namespace vigie {

void Bench::doIt(const SetState &move)
{
    const bool asStaff = m_context.actor.worksIn(ticket().queue);
    // A requester's device knows only the public state; there, and only there, it is compared.
    const bool same = authoritative() || asStaff
        ? ticket().state == move.state
        : ticket().publicState == publicState(move.state);
    if (same)
        return merged();
    const QString guard = asStaff ? QStringLiteral("state") : QStringLiteral("public-state");
    if (!sawCurrent(guard)) {
        return conflict(guard, asStaff ? nameOf(move.state) : nameOf(publicState(move.state)),
                        fieldValue(ticket(), guard), ticket().versions.value(guard));
    }
    if (const Missed missed = missedMessages(); isEnding(move.state) && missed.count > 0) {
        // In the words of the state that this person knows.
        conflict(QStringLiteral("unseen"),
                 asStaff ? nameOf(move.state) : nameOf(publicState(move.state)),
                 fieldValue(ticket(), guard), ticket().versions.value(guard));
        m_out.conflict->theirsBy = nameFor(missed.newestBy);
        return;
    }
    if (authoritative()
        && !(asStaff ? mayMove(ticket().state, move.state)
                     : requesterMayMove(ticket().state, move.state)))
        return reject(ErrorCode::Invalid, QStringLiteral("this move does not exist"));
    // Whoever goes on with a merged ticket wants it on its own again.
    if (!ticket().merged.into.isNull() && isOpen(move.state))
        leave();
    moveTo(move.state, move.reason);
    if (asStaff && move.wakeAt > 0 && ticket().pendingUntil != move.wakeAt) {
        ticket().pendingUntil = move.wakeAt;
        touched(QStringLiteral("pending-until"));
    }
}

void Bench::moveTo(State state, const QString &reason)
{
    const State from = ticket().state;
    const PublicState fromPublic = ticket().publicState;
    ticket().state = state;
    ticket().publicState = publicState(state);
    touched(QStringLiteral("state"));
    event("state", Visibility::Internal,
          {{QStringLiteral("from"), nameOf(from)},
           {QStringLiteral("to"), nameOf(state)},
           {QStringLiteral("reason"), reason}});
    wakeUp(from);
    if (fromPublic == ticket().publicState)
        return;
    touched(QStringLiteral("public-state"));
    event("public-state", Visibility::Public,
          {{QStringLiteral("to"), nameOf(ticket().publicState)}});
}

void Bench::wakeUp(State from)
{
    const State to = ticket().state;
    const bool goesOn = isOpen(to) && !isWaiting(to) && (isWaiting(from) || isEnding(from));
    if (!goesOn || ticket().pendingUntil == 0)
        return;
    ticket().pendingUntil = 0;
    touched(QStringLiteral("pending-until"));
}

void Bench::doIt(const Escalate &escalate)
{
    if (escalate.reason.size() > limits::kShortTextLength)
        return reject(ErrorCode::TooLarge, QStringLiteral("reason is too long"));
    if (!escalate.queue.isNull() && authoritative()
        && (!m_context.queueExists || !m_context.queueExists(escalate.queue)))
        return reject(ErrorCode::Invalid, QStringLiteral("no such queue"));
    const Level from = ticket().level;
    const QueueId fromQueue = ticket().queue;
    const bool moves = !escalate.queue.isNull() && escalate.queue != fromQueue;
    ticket().level = escalate.to;
    if (from != escalate.to || moves)
        ++ticket().transfers;
    touched(QStringLiteral("level"));
    if (moves) {
        ticket().queue = escalate.queue;
        touched(QStringLiteral("queue"));
    }
    if (!ticket().owner.isNull()) {
        ticket().owner = PersonId();
        ticket().ownerName.clear();
        touched(QStringLiteral("owner"));
    }
    QMap<QString, QString> params{{QStringLiteral("from"), nameOf(from)},
                                  {QStringLiteral("to"), nameOf(escalate.to)},
                                  {QStringLiteral("reason"), escalate.reason}};
    if (moves) {
        params.insert(QStringLiteral("fromQueue"), fromQueue.text());
        params.insert(QStringLiteral("toQueue"), escalate.queue.text());
    }
    event("escalate", Visibility::Internal, params);
    if (ticket().state == State::New)
        moveTo(State::Open, {});
}

} // namespace vigie
