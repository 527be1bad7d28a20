// SPDX-License-Identifier: GPL-3.0-or-later
#include "miningbench.h"
#include "noveltybench.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace vigie;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "Measures what the knowledge base finds out by itself.\n\n"
        "Candidates are mined from labelled tickets, without their labels. A candidate counts as "
        "right when the commonest label (category and sub_category1) of its tickets covers at "
        "least 60 % of them and is among the 20 most frequent labels of all tickets. precision@N is "
        "the share of right ones among the first N, covered@N how many tickets they hold. The "
        "thresholds were chosen on the even rows, after a first look at all of them.\n\n"
        "Novelty is judged for tickets made of articles; see noveltybench.h."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("tickets"),
                      QStringLiteral("CSV file with the columns title, body, category and "
                                     "sub_category1. Without it tickets are made up."),
                      QStringLiteral("file")});
    parser.addOption({QStringLiteral("articles"),
                      QStringLiteral("JSON lines with id, lang, title and markdown."),
                      QStringLiteral("file")});
    parser.addOption({QStringLiteral("stride"), QStringLiteral("Play every N-th article."),
                      QStringLiteral("N"), QStringLiteral("5")});
    parser.addOption({QStringLiteral("scale"),
                      QStringLiteral("Measure the time of mining for so many tickets; 0 = do not."),
                      QStringLiteral("N"), QStringLiteral("200000")});
    parser.addOption({QStringLiteral("rounds"), QStringLiteral("Alternations of the timing."),
                      QStringLiteral("N"), QStringLiteral("3")});
    parser.addOption({QStringLiteral("show"), QStringLiteral("Name the candidates.")});
}

Done run(const QCommandLineParser &parser)
{
    bench::LabelledTickets labelled = bench::madeUpTickets(3'000, 1);
    if (parser.isSet(QStringLiteral("tickets"))) {
        VIGIE_TRY_ASSIGN(read, bench::labelledTickets(parser.value(QStringLiteral("tickets"))));
        labelled = std::move(read);
    }
    const bool shown = parser.isSet(QStringLiteral("show"));
    bench::measurePrecision(QStringLiteral("all rows"), labelled, shown);
    bench::measurePrecision(QStringLiteral("even rows"), bench::everyOther(labelled, 0, 2), false);
    bench::measurePrecision(QStringLiteral("odd rows"), bench::everyOther(labelled, 1, 2), false);
    if (parser.isSet(QStringLiteral("articles")))
        VIGIE_TRY(bench::measureNovelty(parser.value(QStringLiteral("articles")),
                                        parser.value(QStringLiteral("stride")).toInt(),
                                        parser.value(QStringLiteral("rounds")).toInt()));
    const int scale = parser.value(QStringLiteral("scale")).toInt();
    if (scale <= 0)
        return {};
    return bench::measureMining(bench::multiplied(labelled, scale, 1),
                                parser.value(QStringLiteral("rounds")).toInt());
}

} // namespace

/// Prints one JSON line for each measurement. Exit code 1 on errors.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    if (const Done done = run(parser); !done) {
        std::fprintf(stderr, "bench_knowledge: %s\n", qPrintable(toLog(done.error())));
        return 1;
    }
    return 0;
}
