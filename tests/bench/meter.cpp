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
    QList<double> calls; ///< CPU ms of each
    QList<double> wallCalls;
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
        result.wallCalls.append(double(wall.nsecsElapsed()) / 1e6);
        result.cpuMs += result.calls.last();
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
        series.wallCalls.append(value.wallCalls);
    }
    return series;
}

void print(const QJsonObject &line)
{
    std::fprintf(stdout, "%s\n", json::compact(line).constData());
    std::fflush(stdout);
}

} // namespace

bool Series::isNoisy() const
{
    const double middle = atRank(floors, 0.5);
    return middle > 0 && (atRank(floors, 1) - atRank(floors, 0)) / middle > kNoise;
}

Verdict judge(const QString &name, const QString &corpus, const Goal &goal, const Series &series)
{
    Verdict verdict;
    verdict.ratio = atRank(series.ratios, 0.5);
    verdict.noisy = series.isNoisy();
    const double best = atRank(series.ratios, 0);
    QJsonObject wanted;
    bool met = true;
    const auto compare = [&](const char *what, double most, double found, double better) {
        if (most <= 0)
            return;
        wanted.insert(QLatin1String(what), most);
        met = met && found <= most;
        verdict.missed = verdict.missed || better > most * kTolerance;
    };
    const double p95 = atRank(series.calls, 0.95);
    const double p99Wall = atRank(series.wallCalls, 0.99);
    compare("ratio", goal.mostRatio, verdict.ratio, best);
    compare("p95Ms", goal.mostP95Ms, p95, p95);
    compare("p99WallMs", goal.mostP99WallMs, p99Wall, p99Wall);
    // By the wall, other processes count as well: a noisy floor condemns nothing.
    QString word = met ? QStringLiteral("met")
        : verdict.missed ? QStringLiteral("missed")
                         : QStringLiteral("near");
    if (verdict.noisy)
        word += QStringLiteral(", noisy");
    QJsonObject line{{QStringLiteral("name"), name},
                     {QStringLiteral("corpus"), corpus},
                     {QStringLiteral("clock"), QLatin1String(series.clock)},
                     {QStringLiteral("floorMs"), atRank(series.floors, 0.5)},
                     {QStringLiteral("valueMs"), atRank(series.values, 0.5)},
                     {QStringLiteral("ratio"), verdict.ratio},
                     {QStringLiteral("spread"), QJsonArray{best, atRank(series.ratios, 1)}},
                     {QStringLiteral("goal"), wanted},
                     {QStringLiteral("verdict"), word}};
    if (!series.calls.isEmpty())
        line.insert(QStringLiteral("p95Ms"), p95);
    if (!series.wallCalls.isEmpty()) {
        line.insert(QStringLiteral("wallMs"), atRank(series.wallCalls, 0.5));
        line.insert(QStringLiteral("p99WallMs"), p99Wall);
    }
    print(line);
    return verdict;
}

Result<Verdict> measure(const Metric &metric, const QString &corpus, int rounds)
{
    VIGIE_TRY_ASSIGN(series, run(metric, rounds));
    if (series.isNoisy()) {
        VIGIE_TRY_ASSIGN(again, run(metric, rounds));
        series = again;
    }
    return judge(metric.name, corpus, metric.goal, series);
}

} // namespace vigie::bench
