// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QList>

namespace vigie {

/// One announcement that a list model has to make on the way from one order to another.
struct RowStep {
    enum class Kind { Remove, Insert, Move };
    Kind kind = Kind::Remove;
    int row = 0;    ///< Remove and Move: first row as it stands at this step; Insert: where to
    int count = 1;  ///< Move: always 1
    int target = 0; ///< Move: index after the row was taken out; Insert: index in `after`

    bool operator==(const RowStep &) const = default;
};

/// The shortest honest story of how `before` became `after`: rows that keep their relative order
/// (the longest such run) are not touched, so that selection, scroll position and screen readers
/// stay where they are. Ids are unique in each list. Steps apply one after the other.
[[nodiscard]] QList<RowStep> rowSteps(const QList<TicketId> &before, const QList<TicketId> &after);

} // namespace vigie
