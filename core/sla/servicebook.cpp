// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/servicebook.h"

#include <algorithm>

namespace vigie {

bool ServiceBook::isEmpty() const
{
    return std::all_of(contracts.cbegin(), contracts.cend(), [](const ServiceContract &contract) {
        return std::all_of(contract.withinMs.cbegin(), contract.withinMs.cend(),
                           [](const auto &within) { return within.isEmpty(); });
    });
}

std::optional<ServiceTerms> ServiceBook::termsFor(const QueueId &queue, Priority priority) const
{
    for (const ServiceContract &contract : contracts) {
        if (!contract.queues.isEmpty() && !contract.queues.contains(queue))
            continue;
        ServiceTerms terms;
        terms.contract = contract.name;
        terms.calendar = contract.calendar;
        for (size_t clock = 0; clock < contract.withinMs.size(); ++clock)
            terms.targetMs.at(clock) = contract.withinMs.at(clock).value(priority);
        terms.warnMs = contract.warnBeforeMs.value(priority);
        return terms;
    }
    return std::nullopt;
}

BusinessCalendar ServiceBook::calendar(const QString &name) const
{
    return calendars.value(name);
}

} // namespace vigie
