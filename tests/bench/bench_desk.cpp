// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchoptions.h"
#include "deskbench.h"
#include "startbench.h"

#include "app/shell/mainwindow.h"
#include "app/widgets/theme.h"

#include <QApplication>

#include <cstdio>

using namespace vigie;
using namespace vigie::bench;

namespace {

/// True when a goal was missed.
Result<bool> run(const BenchOptions &options)
{
    VIGIE_TRY_ASSIGN(corpus, BenchCorpus::open(options.corpus, options.tickets));
    // Before the profile is held by this process.
    VIGIE_TRY_ASSIGN(missed, StartBench(*corpus).run(options.only, options.rounds));
    VIGIE_TRY_ASSIGN(desk, DeskBench::open(*corpus));
    const QList<Metric> metrics = desk->metrics();
    for (const Metric &metric : metrics) {
        if (!metric.name.contains(options.only))
            continue;
        VIGIE_TRY_ASSIGN(verdict, measure(metric, corpus->name(), options.rounds));
        missed = missed || (verdict.missed && !verdict.noisy);
    }
    return missed;
}

} // namespace

/// Prints one JSON line for each metric. Exit code 1 on errors, 2 with --check on missed goals.
int main(int argc, char **argv)
{
    // The starts are compared on one platform: this one, and no display is needed.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const auto options = parseBenchOptions(
        application, QStringLiteral("Measures the client's windows: starts, clicks, painting."));
    if (!options)
        return 1;
    applyTheme(application, Scheme::Light);
    const auto missed = run(*options);
    if (!missed) {
        std::fprintf(stderr, "bench_desk: %s\n", qPrintable(toLog(missed.error())));
        return 1;
    }
    return *missed && options->check ? 2 : 0;
}
