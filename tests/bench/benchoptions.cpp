// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace vigie::bench {

std::optional<BenchOptions> parseBenchOptions(const QCoreApplication &application,
                                              const QString &description)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(description);
    parser.addHelpOption();
    parser.addOption({QStringLiteral("tickets"), QStringLiteral("How many tickets to make."),
                      QStringLiteral("N"), QStringLiteral("200000")});
    parser.addOption({QStringLiteral("rounds"), QStringLiteral("Alternations with the floor."),
                      QStringLiteral("N"), QStringLiteral("9")});
    parser.addOption({QStringLiteral("corpus"),
                      QStringLiteral("Keep the corpus in this folder, or use the one there."),
                      QStringLiteral("folder")});
    parser.addOption({QStringLiteral("only"),
                      QStringLiteral("Only metrics with this in their name."),
                      QStringLiteral("text")});
    parser.addOption({QStringLiteral("check"), QStringLiteral("Fail when a goal is missed.")});
    parser.process(application);
    const BenchOptions options{parser.value(QStringLiteral("tickets")).toInt(),
                               parser.value(QStringLiteral("rounds")).toInt(),
                               parser.value(QStringLiteral("corpus")),
                               parser.value(QStringLiteral("only")),
                               parser.isSet(QStringLiteral("check"))};
    if (options.tickets < 1 || options.rounds < 1) {
        std::fputs(qPrintable(parser.helpText()), stderr);
        return std::nullopt;
    }
    return options;
}

} // namespace vigie::bench
