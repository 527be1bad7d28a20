// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/bench.h"

#include "core/base/limits.h"
#include "core/model/lifecycle.h"
#include <algorithm>

namespace vigie {

void Bench::doIt(const CreateTicket &create)
{
    if (m_out.state.exists)
        return reject(ErrorCode::Conflict, QStringLiteral("this ticket id is taken"));
    if (create.title.trimmed().isEmpty())
        return reject(ErrorCode::Invalid, QStringLiteral("title is empty"));
    if (!acceptFiles(create.attachments))
        return;
    const QueueId queue = create.queue.isNull() ? m_context.intakeQueue : create.queue;
    if (authoritative() && (!m_context.queueExists || !m_context.queueExists(queue)))
        return reject(ErrorCode::Invalid, QStringLiteral("no such queue"));
    const PersonId requester =
        create.requester.isNull() ? m_context.actor.id : create.requester;
    if (authoritative() && requester != m_context.actor.id && !person(requester))
        return reject(ErrorCode::Invalid, QStringLiteral("no such requester"));

    m_out.state.exists = true;
    Ticket made;
    made.id = m_op.ticket;
    made.number = m_context.nextNumber;
    made.kind = create.kind;
    made.title = create.title.simplified();
    made.kit = create.kit;
    // Whatever the device's clock says, nobody jumps the queue for longer than this.
    made.kit.liveUntil = std::min(create.kit.liveUntil, m_context.now + limits::kLiveMostMs);
    made.tags = create.kit.services;
    std::sort(made.tags.begin(), made.tags.end());
    made.tags.removeDuplicates();
    made.category = create.category;
    made.impact = impactOf(create.kit.affected);
    made.urgency = create.urgency;
    made.priority = priorityOf(made.impact, made.urgency);
    made.queue = queue;
    made.requester = requester;
    made.requesterName = nameFor(requester);
    made.writtenAt = m_op.writtenAt;
    made.createdAt = m_context.now;
    ticket() = made;

    Message report;
    report.id = create.message;
    report.kind = MessageKind::Report;
    report.visibility = Visibility::Public;
    report.body = create.kit.what;
    report.attachments = create.attachments;
    append(std::move(report));
}

void Bench::doIt(const AddMessage &add)
{
    if (add.body.trimmed().isEmpty() && add.attachments.isEmpty())
        return reject(ErrorCode::Invalid, QStringLiteral("message is empty"));
    if (!acceptFiles(add.attachments))
        return;
    const bool known = std::any_of(m_out.state.thread.cbegin(), m_out.state.thread.cend(),
                                   [&](const ThreadEntry &entry) { return entry.id == add.message; });
    if (known)
        return reject(ErrorCode::Conflict, QStringLiteral("this message id is taken"));

    const bool byRequester = ticket().requester == m_context.actor.id;
    const Missed missed = missedMessages();
    // Requesters are always heard. An agent's answer waits until its author has read what was said
    // meanwhile; on the author's own computer it stays where it was written.
    const bool answers = add.kind == MessageKind::Reply && !byRequester
        && m_context.actor.worksIn(ticket().queue);
    if (authoritative() && answers && missed.seenAny && missed.count > 0) {
        conflict(QStringLiteral("unseen"), {}, {}, 0);
        m_out.conflict->theirsBy = nameFor(missed.newestBy);
        return;
    }
    Message message;
    message.id = add.message;
    message.kind = add.kind;
    message.visibility = visibilityOf(add.kind);
    message.body = add.body;
    message.attachments = add.attachments;
    if (missed.seenAny)
        message.crossed = missed.count;
    append(std::move(message));

    if (add.kind != MessageKind::Reply || m_context.byRule)
        return;
    if (byRequester) {
        // The answer we waited for: the ball is back with us. A reply to a fixed ticket is new
        // work as well; only "closed" stays until someone reopens it.
        const bool waiting = authoritative()
            ? (ticket().state == State::WaitingRequester || ticket().state == State::Resolved)
            : (ticket().publicState == PublicState::NeedsYou
               || ticket().publicState == PublicState::Fixed);
        if (waiting)
            moveTo(State::Open, {});
    } else {
        ticket().updateAskedAt = 0;
        if (ticket().state == State::New && m_context.actor.worksIn(ticket().queue))
            moveTo(State::Open, {});
        adoptContact();
    }
}

/// The first agent who answers or takes becomes the named contact and stays it.
void Bench::adoptContact()
{
    if (m_context.byRule || !ticket().contact.isNull()
        || !m_context.actor.worksIn(ticket().queue))
        return;
    ticket().contact = m_context.actor.id;
    ticket().contactName = m_context.actor.name;
    touched(QStringLiteral("contact"));
}

/// Public messages by others behind the one the author had seen last.
Bench::Missed Bench::missedMessages() const
{
    Missed missed;
    for (const ThreadEntry &entry : m_out.state.thread) {
        const bool words =
            entry.kind == MessageKind::Reply || entry.kind == MessageKind::Report;
        if (words && entry.author != m_context.actor.id) {
            ++missed.count;
            missed.newestBy = entry.author;
        }
        if (!m_op.seenThrough.isNull() && entry.id == m_op.seenThrough)
            missed = {0, {}, true};
    }
    return missed;
}

void Bench::doIt(const AskUpdate &)
{
    if (ticket().updateAskedAt != 0)
        return merged(); // asked already; asking twice does not make it louder
    ticket().updateAskedAt = m_context.now;
    event("ask-update", Visibility::Public);
}

void Bench::doIt(const Rate &rate)
{
    if (rate.score < 1 || rate.score > 5)
        return reject(ErrorCode::Invalid, QStringLiteral("score is 1 to 5"));
    if (rate.comment.size() > limits::kShortTextLength)
        return reject(ErrorCode::TooLarge, QStringLiteral("comment is too long"));
    const bool wasLow = ticket().rating.score > 0 && ticket().rating.score <= limits::kLowScore;
    const bool isLow = rate.score <= limits::kLowScore;
    ticket().rating = {rate.score, rate.comment, m_context.now};
    // Somebody looks into it (S59): an ordinary tag, which agents see, find and take off. A
    // requester's own copy has no tags.
    if (isLow != wasLow && (authoritative() || m_context.actor.worksIn(ticket().queue)))
        setFollowUp(ticket(), isLow);
    touched(QStringLiteral("rating"));
    event("rating", Visibility::Public,
          {{QStringLiteral("score"), QString::number(rate.score)},
           {QStringLiteral("comment"), rate.comment}});
}

} // namespace vigie
