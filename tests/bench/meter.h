// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>

#include <functional>

namespace vigie::bench {

/// One thing measured against the least it could cost, alternately in one process.
struct Metric {
    QString name;
    /// One unit of the floor and of what is measured; `round` counts calls, warm-up included.
    std::function<Done(int round)> floor;
    std::function<Done(int round)> value;
    /// Called before each call of either, outside of the measurement. May be empty.
    std::function<Done()> prepare;
    int callsPerRound = 20;
    double mostRatio = 0;   ///< goal: value / floor at most this; 0 = no goal
    double mostP95Ms = 0;   ///< goal: 95 of 100 calls within this CPU time; 0 = no goal
};

/// What came of it, ready to print.
struct Verdict {
    double ratio = 0;
    bool noisy = false;
    bool missed = false; ///< even the better end misses a goal by more than a quarter
};

/// Measures and prints one JSON line; a noisy floor is measured once more.
[[nodiscard]] Result<Verdict> measure(const Metric &metric, const QString &corpus, int rounds);

} // namespace vigie::bench
