// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/businesscalendar.h"
#include "core/model/ticket.h"

#include <QMap>

namespace vigie {

/// What a site hopes to keep: working time until the first answer and until it works again.
/// Without targets nothing is promised. Only the resulting times ever reach a requester (S7): not
/// the targets, not whether they were kept, not the word for them.
struct ExpectationRules {
    BusinessCalendar calendar;
    QMap<Priority, qint64> answerWithinMs;
    QMap<Priority, qint64> fixWithinMs;

    [[nodiscard]] bool isEmpty() const { return answerWithinMs.isEmpty() && fixWithinMs.isEmpty(); }
    bool operator==(const ExpectationRules &) const = default;
};

/// When a ticket of this priority may be answered and fixed, counted from `now`; 0 where the rules
/// have nothing to say. Rounded up to five minutes: nobody can keep "10:03".
[[nodiscard]] Expectation expectedFrom(const ExpectationRules &rules, Priority priority, qint64 now);

} // namespace vigie
