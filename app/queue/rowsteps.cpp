// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/rowsteps.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace vigie {

namespace {

/// Indexes into `positions` that form its longest increasing subsequence (patience sorting).
QSet<int> longestRun(const QList<int> &positions)
{
    QList<int> piles;
    QList<int> previous(positions.size(), -1);
    for (int i = 0; i < positions.size(); ++i) {
        const auto pile =
            std::lower_bound(piles.begin(), piles.end(), positions[i],
                             [&](int index, int value) { return positions[index] < value; });
        if (pile != piles.begin())
            previous[i] = *(pile - 1);
        if (pile == piles.end())
            piles.append(i);
        else
            *pile = i;
    }
    QSet<int> run;
    for (int i = piles.isEmpty() ? -1 : piles.last(); i >= 0; i = previous[i])
        run.insert(i);
    return run;
}

/// Takes out what is gone, from the end, in ranges.
void removeGone(QList<TicketId> &current, const QSet<TicketId> &kept, QList<RowStep> &steps)
{
    for (int last = int(current.size()) - 1; last >= 0; --last) {
        if (kept.contains(current[last]))
            continue;
        int first = last;
        while (first > 0 && !kept.contains(current[first - 1]))
            --first;
        const int count = last - first + 1;
        steps.append({RowStep::Kind::Remove, first, count, 0});
        current.remove(first, count);
        last = first;
    }
}

} // namespace

QList<RowStep> rowSteps(const QList<TicketId> &before, const QList<TicketId> &after)
{
    QList<RowStep> steps;
    if (before == after)
        return steps;
    QList<TicketId> current = before;
    removeGone(current, QSet<TicketId>(after.cbegin(), after.cend()), steps);

    QHash<TicketId, int> oldPlace;
    for (int i = 0; i < current.size(); ++i)
        oldPlace.insert(current[i], i);
    QList<int> positions; // of the survivors, in the new order
    QList<int> newIndex;
    for (int i = 0; i < after.size(); ++i) {
        if (const auto found = oldPlace.constFind(after[i]); found != oldPlace.cend()) {
            positions.append(*found);
            newIndex.append(i);
        }
    }
    QSet<int> resting;
    for (const int index : longestRun(positions))
        resting.insert(newIndex[index]);

    // Whatever does not rest goes right behind its new predecessor, left to right.
    for (int i = 0; i < after.size(); ++i) {
        if (resting.contains(i))
            continue;
        int place = i == 0 ? 0 : int(current.indexOf(after[i - 1])) + 1;
        if (!oldPlace.contains(after[i])) {
            int count = 1;
            while (i + count < after.size() && !oldPlace.contains(after[i + count]))
                ++count;
            steps.append({RowStep::Kind::Insert, place, count, i});
            for (int k = 0; k < count; ++k)
                current.insert(place + k, after[i + k]);
            i += count - 1;
            continue;
        }
        const int from = int(current.indexOf(after[i]));
        current.removeAt(from);
        if (from < place)
            --place;
        current.insert(place, after[i]);
        if (from != place)
            steps.append({RowStep::Kind::Move, from, 1, place});
    }
    return steps;
}

} // namespace vigie
