// SPDX-License-Identifier: GPL-3.0-or-later
#include "storebench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

using namespace vigie;
using namespace vigie::bench;

namespace {

int failed(const Error &error)
{
    std::fprintf(stderr, "bench_store: %s\n", qPrintable(toLog(error)));
    return 1;
}

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

} // namespace

/// Prints one JSON line for each metric. Exit code 1 on errors, 2 with --check on missed goals.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures the client's store."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("tickets"), QStringLiteral("How many tickets to make."),
                      QStringLiteral("N"), QStringLiteral("200000")});
    parser.addOption({QStringLiteral("rounds"), QStringLiteral("Alternations with the floor."),
                      QStringLiteral("N"), QStringLiteral("9")});
    parser.addOption({QStringLiteral("check"), QStringLiteral("Fail when a goal is missed.")});
    parser.process(application);
    const int tickets = parser.value(QStringLiteral("tickets")).toInt();
    const int rounds = parser.value(QStringLiteral("rounds")).toInt();
    if (tickets < 1 || rounds < 1)
        parser.showHelp(1);

    QTemporaryDir folder;
    auto profile = store::Profile::open(folder.path() + QStringLiteral("/profile"), 1);
    if (!profile)
        return failed(profile.error());
    if (const Done same = sameLibrary(**profile); !same)
        return failed(same.error());
    StoreCorpus corpus(tickets);
    if (const Done written = corpus.write(**profile); !written)
        return failed(written.error());
    auto raw = RawDb::open((*profile)->cachePath());
    if (!raw)
        return failed(raw.error());
    StoreBench bench(**profile, **raw, corpus);
    const QString name = QStringLiteral("%1 tickets, 5 messages each").arg(tickets);
    bool missed = false;
    const QList<Metric> metrics = bench.metrics();
    for (const Metric &metric : metrics) {
        const auto verdict = measure(metric, name, rounds);
        if (!verdict)
            return failed(verdict.error());
        missed = missed || (verdict->missed && !verdict->noisy);
    }
    std::fprintf(stderr, "cache: %.1f MB, %.0f bytes a ticket\n",
                 double(QFileInfo((*profile)->cachePath()).size()) / 1e6,
                 double(QFileInfo((*profile)->cachePath()).size()) / tickets);
    return missed && parser.isSet(QStringLiteral("check")) ? 2 : 0;
}
