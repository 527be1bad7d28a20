// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/lifecycle.h"

namespace vigie {

PublicState publicState(State state)
{
    switch (state) {
    case State::New: return PublicState::Received;
    case State::Open:
    case State::WaitingVendor:
    case State::Scheduled: return PublicState::InProgress;
    case State::WaitingRequester: return PublicState::NeedsYou;
    case State::Resolved: return PublicState::Fixed;
    case State::Closed: return PublicState::Closed;
    }
    return PublicState::InProgress;
}

bool isOpen(State state)
{
    return !isEnding(state);
}

bool isWaiting(State state)
{
    return state == State::WaitingRequester || state == State::WaitingVendor
        || state == State::Scheduled;
}

bool isEnding(State state)
{
    return state == State::Resolved || state == State::Closed;
}

bool mayMove(State from, State to)
{
    if (from == to || to == State::New)
        return false;
    return from != State::Closed || to == State::Open;
}

bool requesterMayMove(State from, State to)
{
    if (to == State::Closed)
        return from != State::Closed;
    return to == State::Open && isEnding(from);
}

Priority priorityOf(Impact impact, Urgency urgency)
{
    using enum Priority;
    static constexpr Priority matrix[4][4] = {{Critical, Critical, High, Normal},
                                              {Critical, High, Normal, Normal},
                                              {High, Normal, Normal, Low},
                                              {High, Normal, Low, Low}};
    return matrix[int(impact) - 1][int(urgency) - 1];
}

Impact impactOf(Affected affected)
{
    switch (affected) {
    case Affected::Me:
    case Affected::Colleague: return Impact::Person;
    case Affected::Team: return Impact::Team;
    case Affected::Site: return Impact::Site;
    case Affected::Company: return Impact::Company;
    }
    return Impact::Person;
}

Level above(Level level)
{
    return level == Level::L4 ? Level::L4 : Level(int(level) + 1);
}

} // namespace vigie
