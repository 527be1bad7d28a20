// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/impact.h"

#include <algorithm>

namespace vigie::knowledge {

namespace {

constexpr qint64 kWeekMs = 7LL * 86'400'000;
constexpr int kMostWeeksEver = 520;
constexpr int kFewestWeeks = 3;

int wholeWeeks(qint64 from, qint64 to, int most)
{
    return to <= from ? 0 : int(std::min<qint64>(most, (to - from) / kWeekMs));
}

} // namespace

ArticleImpact articleImpact(const QList<qint64> &createdAt, qint64 publishedAt, qint64 knownSince,
                            qint64 now, int mostWeeks)
{
    ArticleImpact impact;
    const int most = std::clamp(mostWeeks, 0, kMostWeeksEver);
    impact.beforeWeeks = wholeWeeks(knownSince, publishedAt, most);
    impact.afterWeeks = wholeWeeks(publishedAt, now, most);
    for (int week = -impact.beforeWeeks; week < impact.afterWeeks; ++week)
        impact.weeks.append({week, publishedAt + week * kWeekMs, 0});
    const qint64 begin = publishedAt - impact.beforeWeeks * kWeekMs;
    const qint64 end = publishedAt + impact.afterWeeks * kWeekMs;
    for (const qint64 at : createdAt) {
        if (at < begin || at >= end)
            continue;
        ++impact.weeks[(at - begin) / kWeekMs].count;
        ++(at < publishedAt ? impact.before : impact.after);
    }
    if (impact.beforeWeeks < kFewestWeeks || impact.afterWeeks < kFewestWeeks)
        return impact;
    impact.change = compareRates(impact.before, impact.beforeWeeks, impact.after, impact.afterWeeks);
    if (impact.change != RateChange::TooFew && impact.before > 0) {
        const double earlier = double(impact.before) / impact.beforeWeeks;
        const double later = double(impact.after) / impact.afterWeeks;
        impact.percent = 100 * (later / earlier - 1);
    }
    return impact;
}

} // namespace vigie::knowledge
