// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/rehearsal.h"

#include "core/model/ticketfields.h"
#include "core/ops/bulk.h"

namespace vigie {

namespace {

QString without(const QStringList &these, const QStringList &others)
{
    QStringList left;
    for (const QString &one : these) {
        if (!others.contains(one))
            left.append(one);
    }
    return left.join(QStringLiteral(", "));
}

} // namespace

QList<RehearsedChange> changesBetween(const Ticket &before, const Ticket &after)
{
    QList<RehearsedChange> changes;
    const auto compare = [&changes](const QString &field, const QString &was, const QString &is) {
        if (was != is)
            changes.append({field, was, is});
    };
    const auto field = [&](const QString &name) {
        compare(name, fieldValue(before, name), fieldValue(after, name));
    };
    field(QStringLiteral("state"));
    field(QStringLiteral("level"));
    for (const QString &name : ticketFieldNames())
        field(name);
    compare(QStringLiteral("tags"), without(before.tags, after.tags), without(after.tags, before.tags));
    QStringList keys = before.custom.keys() + after.custom.keys();
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys))
        field(QStringLiteral("cf.") + key);
    return changes;
}

Rehearsal rehearse(const TicketState &before, const QList<Payload> &steps,
                   const MessageId &seenThrough, const ApplyContext &context)
{
    Rehearsal rehearsal;
    rehearsal.state = before;
    if (!before.exists) {
        rehearsal.refused = Error{ErrorCode::NotFound, {}, {}};
        return rehearsal;
    }
    TicketState state = before;
    QList<Message> messages;
    for (const Payload &step : steps) {
        if (isSoAlready(step, state.ticket))
            continue;
        if (!mayBecome(step, state.ticket)) {
            rehearsal.refused = Error{ErrorCode::Invalid, {}, {}};
            return rehearsal;
        }
        Op op;
        op.ticket = state.ticket.id;
        op.payload = step;
        op.base = baseFor(step, state.ticket);
        op.seenThrough = seenThrough;
        op.writtenAt = context.now;
        Outcome outcome = apply(state, op, context);
        if (outcome.verdict == Verdict::Rejected || outcome.verdict == Verdict::Conflict) {
            rehearsal.refused = outcome.verdict == Verdict::Rejected
                ? outcome.error
                : Error{ErrorCode::Conflict, outcome.conflict ? outcome.conflict->field : QString(), {}};
            return rehearsal;
        }
        rehearsal.steps.append(step);
        messages += outcome.messages;
        state = std::move(outcome.state);
    }
    rehearsal.changes = changesBetween(before.ticket, state.ticket);
    rehearsal.state = std::move(state);
    rehearsal.messages = std::move(messages);
    return rehearsal;
}

} // namespace vigie
