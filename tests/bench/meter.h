// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>

#include <functional>

namespace vigie::bench {

/// What a metric must reach; 0 = no goal of this kind.
struct Goal {
    double mostRatio = 0;     ///< value / floor at most this
    double mostP95Ms = 0;     ///< 95 of 100 calls within this CPU time
    double mostP99WallMs = 0; ///< 99 of 100 calls within this time by the clock on the wall
};

/// One thing measured against the least it could cost, alternately in one process.
struct Metric {
    QString name;
    /// One unit of the floor and of what is measured; `round` counts calls, warm-up included.
    std::function<Done(int round)> floor;
    std::function<Done(int round)> value;
    /// Called before each call of either, outside of the measurement. May be empty.
    std::function<Done()> prepare;
    int callsPerRound = 20;
    Goal goal;
};

/// What was measured, one entry for each alternation (and for each call where it says so).
struct Series {
    const char *clock = "cpu"; ///< of floors and values: "cpu" or "wall"
    QList<double> floors;      ///< ms
    QList<double> values;      ///< ms
    QList<double> ratios;
    QList<double> calls;       ///< CPU ms of each call of the value
    QList<double> wallCalls;   ///< ms of each call of the value

    /// A floor that varies by more than a quarter says little about what stands on it.
    [[nodiscard]] bool isNoisy() const;
};

/// What came of it.
struct Verdict {
    double ratio = 0;
    bool noisy = false;
    bool missed = false; ///< even the better end misses a goal by more than a quarter
};

/// Judges and prints one JSON line.
[[nodiscard]] Verdict judge(const QString &name, const QString &corpus, const Goal &goal,
                            const Series &series);

/// Measures and judges; a noisy floor is measured once more.
[[nodiscard]] Result<Verdict> measure(const Metric &metric, const QString &corpus, int rounds);

} // namespace vigie::bench
