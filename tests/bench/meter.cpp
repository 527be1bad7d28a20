// SPDX-License-Identifier: GPL-3.0-or-later
#include "meter.h"

#include "core/base/json.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace vigie::bench {

namespace {

constexpr double kNoise = 0.25;
constexpr double kTolerance = 1.25;

struct Timed {
    double cpuMs = 0;
    double wallMs = 0;
    QList<double> calls; ///< CPU ms of each
};

/// CPU time of the process: other processes' work does not count.
double cpuMs()
{
    return double(std::clock()) * 1000.0 / CLOCKS_PER_SEC;
}

Result<Timed> timed(const std::function<Done(int)> &call, const std::function<Done()> &prepare,
                    int first, int calls)
{
    Timed result;
    QElapsedTimer wall;
    for (int i = 0; i < calls; ++i) {
        if (prepare)
            VIGIE_TRY(prepare());
        wall.start();
        const double before = cpuMs();
        VIGIE_TRY(call(first + i));
        result.calls.append(cpuMs() - before);
        result.cpuMs += result.calls.last();
        result.wallMs += double(wall.nsecsElapsed()) / 1e6;
    }
    return result;
}

double atRank(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto last = double(values.size() - 1);
    return values[qsizetype(share * last + 0.5)];
}

struct Series {
    QList<double> floors;
    QList<double> ratios;
    QList<double> values;
    QList<double> calls;
    double wallMs = 0;

    [[nodiscard]] bool isNoisy() const
    {
        const double middle = atRank(floors, 0.5);
        return middle > 0 && (atRank(floors, 1) - atRank(floors, 0)) / middle > kNoise;
    }
};

Result<Series> run(const Metric &metric, int rounds)
{
    Series series;
    int call = 0;
    for (int round = -1; round < rounds; ++round) {
        VIGIE_TRY_ASSIGN(floor, timed(metric.floor, metric.prepare, call, metric.callsPerRound));
        VIGIE_TRY_ASSIGN(value, timed(metric.value, metric.prepare, call, metric.callsPerRound));
        call += metric.callsPerRound;
        if (round < 0)
            continue; // warms caches and prepares statements
        series.floors.append(floor.cpuMs / metric.callsPerRound);
        series.values.append(value.cpuMs / metric.callsPerRound);
        series.ratios.append(value.cpuMs / std::max(floor.cpuMs, 1e-6));
        series.calls.append(value.calls);
        series.wallMs += value.wallMs / metric.callsPerRound / rounds;
    }
    return series;
}

void print(const QJsonObject &line)
{
    std::fprintf(stdout, "%s\n", json::compact(line).constData());
    std::fflush(stdout);
}

} // namespace

Result<Verdict> measure(const Metric &metric, const QString &corpus, int rounds)
{
    VIGIE_TRY_ASSIGN(series, run(metric, rounds));
    if (series.isNoisy()) {
        VIGIE_TRY_ASSIGN(again, run(metric, rounds));
        series = again;
    }
    Verdict verdict;
    verdict.ratio = atRank(series.ratios, 0.5);
    verdict.noisy = series.isNoisy();
    const double best = atRank(series.ratios, 0);
    const double p95 = atRank(series.calls, 0.95);
    const bool ratioMet = metric.mostRatio <= 0 || verdict.ratio <= metric.mostRatio;
    const bool timeMet = metric.mostP95Ms <= 0 || p95 <= metric.mostP95Ms;
    verdict.missed = (metric.mostRatio > 0 && best > metric.mostRatio * kTolerance)
        || (metric.mostP95Ms > 0 && p95 > metric.mostP95Ms * kTolerance);
    QJsonObject goal;
    if (metric.mostRatio > 0)
        goal.insert(QStringLiteral("ratio"), metric.mostRatio);
    if (metric.mostP95Ms > 0)
        goal.insert(QStringLiteral("p95Ms"), metric.mostP95Ms);
    print({{QStringLiteral("name"), metric.name},
           {QStringLiteral("corpus"), corpus},
           {QStringLiteral("floorMs"), atRank(series.floors, 0.5)},
           {QStringLiteral("valueMs"), atRank(series.values, 0.5)},
           {QStringLiteral("p95Ms"), p95},
           {QStringLiteral("wallMs"), series.wallMs},
           {QStringLiteral("ratio"), verdict.ratio},
           {QStringLiteral("spread"), QJsonArray{best, atRank(series.ratios, 1)}},
           {QStringLiteral("goal"), goal},
           {QStringLiteral("verdict"), verdict.noisy ? QStringLiteral("noisy")
                : ratioMet && timeMet                ? QStringLiteral("met")
                : verdict.missed                     ? QStringLiteral("missed")
                                                     : QStringLiteral("near")}});
    return verdict;
}

} // namespace vigie::bench
