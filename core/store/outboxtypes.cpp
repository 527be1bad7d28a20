// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outboxtypes.h"

namespace vigie::store {

namespace {

struct StateName {
    OpState state;
    const char *name;
};

// Written into outbox.db: names may be added, never changed.
constexpr StateName kStateNames[] = {
    {OpState::Queued, "queued"},   {OpState::Sending, "sending"}, {OpState::Ambiguous, "ambiguous"},
    {OpState::Acked, "acked"},     {OpState::Done, "done"},       {OpState::Parked, "parked"},
    {OpState::Conflict, "conflict"},
    {OpState::Withdrawing, "withdrawing"}, {OpState::Discarded, "discarded"}};

bool isWords(const Payload &payload)
{
    return std::holds_alternative<CreateTicket>(payload)
        || std::holds_alternative<AddMessage>(payload);
}

} // namespace

bool isShown(const OutboxEntry &entry)
{
    switch (entry.state) {
    case OpState::Queued:
    case OpState::Sending:
    case OpState::Ambiguous:
    case OpState::Acked: return true;
    case OpState::Parked:
    case OpState::Conflict: return isWords(entry.op.payload);
    case OpState::Done:
    case OpState::Withdrawing:
    case OpState::Discarded: break;
    }
    return false;
}

bool isLive(OpState state)
{
    return state != OpState::Done && state != OpState::Discarded;
}

const char *stateName(OpState state)
{
    for (const StateName &entry : kStateNames) {
        if (entry.state == state)
            return entry.name;
    }
    return "";
}

std::optional<OpState> stateFrom(const QString &name)
{
    for (const StateName &entry : kStateNames) {
        if (name == QLatin1String(entry.name))
            return entry.state;
    }
    return std::nullopt;
}

} // namespace vigie::store
