// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/rates.h"

#include <QList>

namespace vigie::knowledge {

/// Tickets of one week, counted from the moment of publication, so that no week is half before it.
struct WeekOfTickets {
    int week = 0;    ///< -1 = the last one before publication, 0 = the first one after it
    qint64 from = 0; ///< UTC ms
    int count = 0;
};

/// How many tickets an article's topic made before and after it was published.
struct ArticleImpact {
    QList<WeekOfTickets> weeks; ///< whole weeks in order, as many before as after at most
    int before = 0;             ///< tickets of the weeks before
    int beforeWeeks = 0;
    int after = 0;
    int afterWeeks = 0;
    RateChange change = RateChange::TooFew; ///< TooFew also with less than 3 weeks on a side
    /// How the number a week has changed, in percent; 0 with TooFew. It tells what came together in
    /// time, not what caused it.
    double percent = 0;
};

/// `createdAt`: of all tickets of the topic, in any order (UTC ms). `knownSince`: from when on all
/// tickets are known, because a history that is not here is no silence. At most `mostWeeks` on each
/// side. Pure.
[[nodiscard]] ArticleImpact articleImpact(const QList<qint64> &createdAt, qint64 publishedAt,
                                          qint64 knownSince, qint64 now, int mostWeeks = 12);

} // namespace vigie::knowledge
