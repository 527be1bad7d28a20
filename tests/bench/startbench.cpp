// SPDX-License-Identifier: GPL-3.0-or-later
#include "startbench.h"

#include "firstpaint.h"

#include <QCoreApplication>
#include <QProcess>

#include <algorithm>

namespace vigie::bench {

namespace {

constexpr int kLongestStartMs = 60'000;
constexpr int kSmallCorpus = 2'000; // enough for some to be the agent's own, which are shown first
constexpr double kMostOfEmpty = 3;
constexpr double kMostOfSmall = 1.1;

/// The programs that are started stand beside this one.
QString beside(const char *name)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + QLatin1String(name);
}

} // namespace

Result<StartBench::Start> StartBench::start(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const long long before = sharedNow();
    process.start(program, arguments);
    if (!process.waitForFinished(kLongestStartMs) || process.exitCode() != 0)
        return fail(ErrorCode::Timeout, QStringLiteral("%1 painted nothing (%2)")
                                            .arg(program)
                                            .arg(process.exitCode()));
    const QList<QByteArray> told = process.readAllStandardOutput().trimmed().split(' ');
    if (told.size() != 2)
        return fail(ErrorCode::Invalid, QStringLiteral("%1 told nothing").arg(program));
    return Start{double(told[0].toLongLong() - before) / 1e6, double(told[1].toLongLong()) / 1e6};
}

Result<StartBench::Start> StartBench::startClient(const BenchCorpus &corpus)
{
    return start(beside("bench_start_client"), {corpus.root(), corpus.account().key});
}

Series StartBench::seriesOf(const Starts &starts, const char *clock)
{
    const bool wall = std::string_view(clock) == "wall";
    const auto part = [wall](const Start &one) { return wall ? one.wallMs : one.cpuMs; };
    Series series;
    series.clock = clock;
    for (qsizetype i = 0; i < starts.values.size(); ++i) {
        series.floors.append(part(starts.floors[i]));
        series.values.append(part(starts.values[i]));
        series.ratios.append(series.values.last() / std::max(series.floors.last(), 1e-6));
    }
    return series;
}

Result<bool> StartBench::run(const QString &only, int rounds)
{
    const QString fromEmpty = QStringLiteral("start to first rows, against an empty window");
    const QString fromSmall = QStringLiteral("start to first rows, against 2,000 tickets");
    if (!fromEmpty.contains(only) && !fromSmall.contains(only))
        return false;
    VIGIE_TRY_ASSIGN(small, BenchCorpus::open({}, kSmallCorpus));
    Starts empty;
    Starts few;
    for (int round = -1; round < rounds; ++round) {
        VIGIE_TRY_ASSIGN(nothing, start(beside("bench_start_empty"), {}));
        VIGIE_TRY_ASSIGN(full, startClient(m_corpus));
        VIGIE_TRY_ASSIGN(little, startClient(*small));
        if (round < 0)
            continue; // brings programs, fonts and files into the system's cache
        empty.floors.append(nothing);
        empty.values.append(full);
        few.floors.append(little);
        few.values.append(full);
    }
    bool missed = false;
    const auto tell = [&](const QString &name, const Starts &starts, double most) {
        // The goal is about the wall; on a busy machine CPU time is the steadier witness.
        const Verdict wall = judge(name, m_corpus.name(), {most, 0, 0}, seriesOf(starts, "wall"));
        const Verdict cpu = judge(name, m_corpus.name(), {most, 0, 0}, seriesOf(starts, "cpu"));
        missed = missed || (wall.missed && !wall.noisy && cpu.missed);
    };
    tell(fromEmpty, empty, kMostOfEmpty);
    tell(fromSmall, few, kMostOfSmall);
    return missed;
}

} // namespace vigie::bench
