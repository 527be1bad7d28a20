// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/listrules.h"

#include "core/model/lifecycle.h"

#include <algorithm>
#include <limits>

namespace vigie {

bool standsBefore(const TicketRow &first, const TicketRow &second, ListSort sort)
{
    const auto newestId = [&] { return second.id < first.id; };
    switch (sort) {
    case ListSort::UpdatedNewest:
        return first.updatedAt != second.updatedAt ? first.updatedAt > second.updatedAt
                                                   : newestId();
    case ListSort::CreatedNewest:
        return first.createdAt != second.createdAt ? first.createdAt > second.createdAt
                                                   : newestId();
    case ListSort::PriorityFirst:
        if (first.priority != second.priority)
            return first.priority < second.priority;
        return first.updatedAt != second.updatedAt ? first.updatedAt > second.updatedAt
                                                   : newestId();
    case ListSort::DueFirst: {
        // Clocks that stand come behind those that run, and what has none comes last.
        const auto key = [](const TicketRow &row) {
            return row.dueAt > 0 ? row.dueAt : std::numeric_limits<qint64>::max() - (row.paused ? 1 : 0);
        };
        return key(first) != key(second) ? key(first) < key(second) : newestId();
    }
    case ListSort::WakesFirst: {
        // Of what has ended, nobody is reminded.
        const auto key = [](const TicketRow &row) {
            return isOpen(row.state) && row.pendingUntil > 0 ? row.pendingUntil
                                                             : std::numeric_limits<qint64>::max();
        };
        return key(first) != key(second) ? key(first) < key(second) : newestId();
    }
    case ListSort::NumberNewest: {
        // What has no number yet is newer than everything that has one.
        const auto key = [](const TicketRow &row) {
            return row.number > 0 ? row.number : std::numeric_limits<qint64>::max();
        };
        return key(first) != key(second) ? key(first) > key(second) : newestId();
    }
    }
    return newestId();
}

bool standsBefore(const TicketRow &first, const TicketRow &second, const ListQuery &query)
{
    if (query.grouping != ViewGrouping::None) {
        const int firstGroup = groupOf(first, query);
        const int secondGroup = groupOf(second, query);
        if (firstGroup != secondGroup)
            return firstGroup < secondGroup;
    }
    return query.reversed ? standsBefore(second, first, query.sort)
                          : standsBefore(first, second, query.sort);
}

bool belongsTo(const TicketRow &row, const ListQuery &query)
{
    if (query.grouping != ViewGrouping::None && groupOf(row, query) < 0)
        return false;
    if (query.openOnly && !isOpen(row.state))
        return false;
    if (query.level && row.level != *query.level)
        return false;
    switch (query.scope) {
    case ListScope::All:
    case ListScope::MyRequests: return true;
    case ListScope::Mine: return row.owner == query.me;
    case ListScope::Unassigned: return row.owner.isNull();
    case ListScope::Waiting:
        return row.state == State::WaitingRequester || row.state == State::WaitingVendor
            || row.state == State::Scheduled;
    case ListScope::Queue: return row.queue == query.queue;
    }
    return true;
}

QList<TicketRow> mergedRows(const QList<TicketRow> &loaded, const QList<TicketRow> &window,
                            const QSet<TicketId> &touchedIds, const QList<TicketRow> &touched,
                            const ListQuery &query, bool whole)
{
    if (whole || window.isEmpty())
        return window;
    const bool grouped = query.grouping != ViewGrouping::None;
    QSet<TicketId> inWindow;
    for (const TicketRow &row : window)
        inWindow.insert(row.id);

    QList<TicketRow> tail;
    for (const TicketRow &row : loaded) {
        // A day ends, a group goes: rows nobody touched may stand elsewhere now.
        if (!inWindow.contains(row.id) && !touchedIds.contains(row.id)
            && (!grouped || belongsTo(row, query)))
            tail.append(row);
    }
    const auto before = [&](const TicketRow &a, const TicketRow &b) {
        return standsBefore(a, b, query);
    };
    if (grouped)
        std::stable_sort(tail.begin(), tail.end(), before);
    for (const TicketRow &row : touched) {
        if (inWindow.contains(row.id) || !belongsTo(row, query) || !before(window.last(), row))
            continue;
        const auto place = std::lower_bound(tail.begin(), tail.end(), row, before);
        // Behind the last loaded row is the unread rest: paging will bring it.
        if (place != tail.end())
            tail.insert(place, row);
    }
    return window + tail;
}

} // namespace vigie
