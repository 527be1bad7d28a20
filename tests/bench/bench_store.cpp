// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchcorpus.h"
#include "benchoptions.h"
#include "querybench.h"
#include "storebench.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

using namespace vigie;
using namespace vigie::bench;

namespace {

/// Two copies of SQLite in one process must not touch one file (their locks cancel each other).
Done sameLibrary(store::Profile &profile)
{
    VIGIE_TRY_ASSIGN(rows, profile.cacheDatabase().prepare(
                               QStringLiteral("SELECT sqlite_source_id()")));
    VIGIE_TRY_ASSIGN(found, rows.next());
    if (!found || rows.text(0).toLatin1() != RawDb::sourceId())
        return fail(ErrorCode::StoreFault, QStringLiteral("Qt carries another SQLite"));
    return {};
}

/// True when a goal was missed.
Result<bool> run(const BenchOptions &options)
{
    VIGIE_TRY_ASSIGN(corpus, BenchCorpus::open(options.corpus, options.tickets));
    VIGIE_TRY_ASSIGN(profile, store::Profile::open(corpus->profileFolder(), 1));
    VIGIE_TRY(sameLibrary(*profile));
    VIGIE_TRY_ASSIGN(raw, RawDb::open(profile->cachePath()));
    StoreBench bench(*profile, *raw, corpus->content());
    bool missed = false;
    QueryBench queries(*profile, *raw, corpus->content());
    const QList<Metric> metrics = bench.metrics() + queries.metrics();
    for (const Metric &metric : metrics) {
        if (!metric.name.contains(options.only))
            continue;
        VIGIE_TRY_ASSIGN(verdict, measure(metric, corpus->name(), options.rounds));
        missed = missed || (verdict.missed && !verdict.noisy);
    }
    const auto bytes = double(QFileInfo(profile->cachePath()).size());
    std::fprintf(stderr, "cache: %.1f MB, %.0f bytes a ticket\n", bytes / 1e6,
                 bytes / double(corpus->content().tickets().size()));
    return missed;
}

} // namespace

/// Prints one JSON line for each metric. Exit code 1 on errors, 2 with --check on missed goals.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto options =
        parseBenchOptions(application, QStringLiteral("Measures the client's store."));
    if (!options)
        return 1;
    const auto missed = run(*options);
    if (!missed) {
        std::fprintf(stderr, "bench_store: %s\n", qPrintable(toLog(missed.error())));
        return 1;
    }
    return *missed && options->check ? 2 : 0;
}
