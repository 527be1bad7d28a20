// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/expectation.h"

namespace vigie {

namespace {

constexpr qint64 kStep = 5 * 60'000;

qint64 momentFor(const ExpectationRules &rules, const QMap<Priority, qint64> &within,
                 Priority priority, qint64 now)
{
    const auto target = within.constFind(priority);
    if (target == within.constEnd())
        return 0;
    const qint64 moment = rules.calendar.after(now, *target);
    return (moment + kStep - 1) / kStep * kStep;
}

} // namespace

Expectation expectedFrom(const ExpectationRules &rules, Priority priority, qint64 now)
{
    return {momentFor(rules, rules.answerWithinMs, priority, now),
            momentFor(rules, rules.fixWithinMs, priority, now)};
}

} // namespace vigie
