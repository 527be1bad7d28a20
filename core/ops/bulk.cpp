// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/bulk.h"

#include "core/model/lifecycle.h"
#include "core/model/ticketfields.h"

#include <algorithm>

namespace vigie {

namespace {

template<class List>
bool isIn(const List &wanted, const List &there)
{
    return std::all_of(wanted.cbegin(), wanted.cend(),
                       [&there](const auto &one) { return there.contains(one); });
}

template<class List>
bool isNotIn(const List &unwanted, const List &there)
{
    return std::none_of(unwanted.cbegin(), unwanted.cend(),
                        [&there](const auto &one) { return there.contains(one); });
}

} // namespace

bool mayBecome(const Payload &payload, const Ticket &ticket)
{
    const auto *state = std::get_if<SetState>(&payload);
    return !state || mayMove(ticket.state, state->state);
}

bool isSoAlready(const Payload &payload, const Ticket &ticket)
{
    if (const auto *set = std::get_if<SetField>(&payload))
        return fieldValue(ticket, set->field) == set->value;
    if (const auto *state = std::get_if<SetState>(&payload))
        return ticket.state == state->state;
    if (const auto *tags = std::get_if<EditTags>(&payload))
        return isIn(tags->add, ticket.tags) && isNotIn(tags->remove, ticket.tags);
    if (const auto *people = std::get_if<EditWatchers>(&payload))
        return isIn(people->add, ticket.watchers) && isNotIn(people->remove, ticket.watchers);
    if (const auto *links = std::get_if<EditLinks>(&payload))
        return isIn(links->add, ticket.links) && isNotIn(links->remove, ticket.links);
    if (const auto *merge = std::get_if<MergeInto>(&payload))
        return ticket.merged.into == merge->into || ticket.id == merge->into;
    return false;
}

} // namespace vigie
