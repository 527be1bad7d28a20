// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

namespace vigie {

/// One way in which what a search found divides, and what to add to the search for each part.
struct Facet {
    enum class Kind { State, Queue, Owner, Level, Requester, Age };
    struct Value {
        /// As ListGroup::key; of ages "day", "week", "month" (each within the next) and "older".
        QString key;
        QString name; ///< of people and queues
        QString term; ///< in the query language, as query::print() writes it
        int count = 0;

        bool operator==(const Value &) const = default;
    };

    Kind kind = Kind::State;
    QList<Value> values; ///< those that hold something; of people the most frequent first

    bool operator==(const Facet &) const = default;
};

/// Of people, at most so many of the most frequent ones.
inline constexpr int kFacetPeople = 12;
/// Ages are counted up to here.
inline constexpr int kFacetMost = 10'000;

/// All facets of a list, in the order of their kinds, those without a choice left out. Costs a walk
/// over the list's index for each. `sort`, `grouping`, `after` and `limit` play no part.
[[nodiscard]] Result<QList<Facet>> facetsOf(const store::CacheReader &reader, ListQuery query);

} // namespace vigie
