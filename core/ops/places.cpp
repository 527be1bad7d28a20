// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/places.h"

#include "core/model/lifecycle.h"
#include "core/ops/permissions.h"

namespace vigie {

Places placesOf(const Ticket &ticket, const Person &me)
{
    Places places;
    places.knowsWork = sightOf(actorOf(me), ticket) == Sight::Staff;
    places.listed = places.knowsWork || me.role == Role::Employee;
    places.request = !places.knowsWork || ticket.requester == me.id;
    const PublicState face = ticket.publicState;
    places.open = places.knowsWork ? isOpen(ticket.state)
                                   : face != PublicState::Fixed && face != PublicState::Closed;
    const bool pausing = places.knowsWork
        ? isWaiting(ticket.state)
        : face == PublicState::NeedsYou;
    places.waiting = places.open && places.listed && pausing;
    return places;
}

} // namespace vigie
