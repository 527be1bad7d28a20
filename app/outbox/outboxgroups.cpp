// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outbox/outboxgroups.h"

namespace vigie {

std::optional<OutboxGroup> groupOf(OpState state)
{
    switch (state) {
    case OpState::Queued: return OutboxGroup::Waiting;
    case OpState::Sending: return OutboxGroup::Sending;
    case OpState::Ambiguous:
    case OpState::Withdrawing: return OutboxGroup::Checking;
    case OpState::Parked:
    case OpState::Conflict: return OutboxGroup::NeedsYou;
    case OpState::Acked: // accepted: only our copy of the feed is late
    case OpState::Done:
    case OpState::Discarded: break;
    }
    return std::nullopt;
}

OutboxActions actionsFor(const OutboxEntry &entry)
{
    OutboxActions actions;
    const bool words = std::holds_alternative<AddMessage>(entry.op.payload);
    const bool waits = entry.state == OpState::Queued;
    const bool parked = entry.state == OpState::Parked;
    const bool conflict = entry.state == OpState::Conflict;
    actions.edit = words && (waits || parked || conflict);
    actions.retry = parked;
    actions.useMine = conflict && !words;
    if (conflict && words)
        actions.retry = true;
    actions.keep = entry.state == OpState::Withdrawing;
    actions.discard = !actions.keep;
    return actions;
}

QString wordsOf(const Op &op)
{
    if (const auto *add = std::get_if<AddMessage>(&op.payload))
        return add->body;
    if (const auto *create = std::get_if<CreateTicket>(&op.payload))
        return create->kit.what == create->title ? QString() : create->kit.what;
    if (const auto *rate = std::get_if<Rate>(&op.payload))
        return rate->comment;
    if (const auto *escalate = std::get_if<Escalate>(&op.payload))
        return escalate->reason;
    return {};
}

} // namespace vigie
