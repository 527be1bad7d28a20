// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/bouncepaths.h"

#include <algorithm>

namespace vigie {

namespace {

BouncePath::Place placeOf(const LadderStage &stage)
{
    return {stage.level, stage.queue};
}

/// Where it was before, when it comes back to `at`: the last stay at that place, or in that queue,
/// or else the stay before the last.
qsizetype leftAt(const QList<LadderStage> &stages, qsizetype at)
{
    for (qsizetype i = at - 2; i >= 0; --i) {
        if (placeOf(stages[i]) == placeOf(stages[at]))
            return i;
    }
    for (qsizetype i = at - 2; i >= 0; --i) {
        if (stages[i].queue == stages[at].queue)
            return i;
    }
    return std::max<qsizetype>(at - 2, 0);
}

BouncePath pathOf(const QList<LadderStage> &stages, qsizetype at)
{
    BouncePath path;
    const qsizetype from = leftAt(stages, at);
    for (qsizetype i = from; i <= at; ++i)
        path.places.append(placeOf(stages[i]));
    if (path.places.size() > BounceCount::kMostPlaces) {
        const qsizetype surplus = path.places.size() - BounceCount::kMostPlaces;
        path.places.remove(BounceCount::kMostPlaces / 2, surplus);
    }
    path.times = 1;
    path.awayMs = std::max<qint64>(stages[at].from - stages[from].to, 0);
    return path;
}

} // namespace

void BounceCount::add(qint64 number, const Ladder &ladder)
{
    if (number <= 0)
        return;
    ++m_tickets;
    bool came = false;
    for (qsizetype at = 1; at < ladder.stages.size(); ++at) {
        if (!ladder.stages[at].bounced)
            continue;
        came = true;
        BouncePath path = pathOf(ladder.stages, at);
        path.tickets = {number};
        add(path);
    }
    m_bounced += came ? 1 : 0;
}

void BounceCount::add(const BouncePath &path)
{
    const auto known = std::find_if(m_paths.begin(), m_paths.end(), [&path](const BouncePath &one) {
        return one.places == path.places;
    });
    if (known == m_paths.end()) {
        m_paths.append(path);
        return;
    }
    known->times += path.times;
    known->awayMs += path.awayMs;
    for (qint64 number : path.tickets) {
        if (!known->tickets.contains(number))
            known->tickets.append(number);
    }
}

void BounceCount::add(const BounceCount &other)
{
    for (const BouncePath &path : other.m_paths)
        add(path);
    m_tickets += other.m_tickets;
    m_bounced += other.m_bounced;
}

QList<BouncePath> BounceCount::worst() const
{
    QList<BouncePath> paths = m_paths;
    std::stable_sort(paths.begin(), paths.end(), [](const BouncePath &a, const BouncePath &b) {
        return a.awayMs != b.awayMs ? a.awayMs > b.awayMs : a.times > b.times;
    });
    return paths;
}

} // namespace vigie
