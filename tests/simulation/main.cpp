// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/outcome.h"
#include "tests/simulation/simworld.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>

#include <cstdio>

using namespace vigie;
using namespace vigie::sim;

namespace {

const QHash<QString, Planted> &plantedNames()
{
    static const QHash<QString, Planted> names{
        {QStringLiteral("no-dedupe"), Planted::NoDedupe},
        {QStringLiteral("no-chain"), Planted::NoChain},
        {QStringLiteral("no-high-water"), Planted::NoHighWater},
        {QStringLiteral("no-retention"), Planted::NoRetention},
        {QStringLiteral("new-id-on-retry"), Planted::NewIdOnRetry},
        {QStringLiteral("no-version-guard"), Planted::NoVersionGuard},
    };
    return names;
}

struct Played {
    QStringList violations;
    quint64 trace = 0;
    qint64 events = 0;
    size_t ops = 0;
    quint64 restores = 0;
    QStringList outcome;
};

Played play(quint64 seed, Planted planted, int days, SimWorld::Clocks clocks = SimWorld::Clocks::AsSeeded)
{
    SimWorld world(seed, planted, days, clocks);
    Played played;
    played.violations = world.run();
    played.trace = world.trace.hash();
    played.events = world.trace.events();
    played.ops = world.ops.size();
    played.restores = world.server.restores();
    if (clocks != SimWorld::Clocks::AsSeeded && played.violations.isEmpty())
        played.outcome = outcomeOf(world);
    return played;
}

/// N9: the same story with right and with wild clocks ends the same.
QStringList playWithBothClocks(quint64 seed, int days)
{
    const Played right = play(seed, Planted::None, days, SimWorld::Clocks::Right);
    const Played wild = play(seed, Planted::None, days, SimWorld::Clocks::Wild);
    QStringList violations = right.violations + wild.violations;
    for (const auto &[some, others, which] : {std::tuple(right.outcome, wild.outcome, "right"),
                                              std::tuple(wild.outcome, right.outcome, "wild")}) {
        const QSet<QString> known(others.cbegin(), others.cend());
        for (const QString &line : some) {
            if (!known.contains(line) && violations.size() < 20)
                violations.append(QStringLiteral("N9: only with %1 clocks: %2").arg(QLatin1String(which), line));
        }
    }
    return violations;
}

void report(quint64 seed, const QString &planted, const QStringList &violations)
{
    for (const QString &violation : violations)
        std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), qPrintable(violation));
    std::printf("replay: vigie_simulation --first %llu --count 1%s%s\n",
                static_cast<unsigned long long>(seed), planted.isEmpty() ? "" : " --planted ",
                qPrintable(planted));
}

} // namespace

int main(int argc, char **argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    // The order of a hash table must not make two runs of a seed differ.
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Plays seeded worlds and checks what must always be true."));
    parser.addHelpOption();
    const QCommandLineOption first(QStringLiteral("first"), QStringLiteral("first seed"), QStringLiteral("n"), QStringLiteral("1"));
    const QCommandLineOption count(QStringLiteral("count"), QStringLiteral("how many seeds"), QStringLiteral("n"), QStringLiteral("20"));
    const QCommandLineOption days(QStringLiteral("days"), QStringLiteral("simulated days"), QStringLiteral("n"), QStringLiteral("30"));
    const QCommandLineOption plantedOption(QStringLiteral("planted"), QStringLiteral("plant a fault; succeed if a seed notices it"), QStringLiteral("name"));
    const QCommandLineOption twice(QStringLiteral("twice"), QStringLiteral("play every seed twice and compare the traces"));
    const QCommandLineOption verbose(QStringLiteral("verbose"), QStringLiteral("a line per seed"));
    const QCommandLineOption clocks(QStringLiteral("clocks"), QStringLiteral("play every seed with right and with wild clocks and compare the ends"));
    parser.addOptions({first, count, days, plantedOption, twice, clocks, verbose});
    parser.process(application);

    const QString plantedName = parser.value(plantedOption);
    if (!plantedName.isEmpty() && !plantedNames().contains(plantedName)) {
        std::fprintf(stderr, "unknown fault '%s'\n", qPrintable(plantedName));
        return 2;
    }
    const Planted planted = plantedNames().value(plantedName, Planted::None);
    const quint64 from = parser.value(first).toULongLong();
    const quint64 to = from + parser.value(count).toULongLong();
    if (parser.isSet(clocks)) {
        for (quint64 seed = from; seed < to; ++seed) {
            const QStringList violations = playWithBothClocks(seed, parser.value(days).toInt());
            if (violations.isEmpty())
                continue;
            report(seed, QString(), violations);
            return 1;
        }
        std::printf("%llu seeds end the same whatever the clocks say\n", static_cast<unsigned long long>(to - from));
        return 0;
    }
    QElapsedTimer timer;
    timer.start();
    size_t ops = 0;
    quint64 restores = 0;
    for (quint64 seed = from; seed < to; ++seed) {
        const Played played = play(seed, planted, parser.value(days).toInt());
        ops += played.ops;
        restores += played.restores;
        if (parser.isSet(verbose))
            std::printf("seed %llu: %zu ops, %lld events, trace %016llx, %lld ms\n", static_cast<unsigned long long>(seed),
                        played.ops, static_cast<long long>(played.events), static_cast<unsigned long long>(played.trace), static_cast<long long>(timer.elapsed()));
        if (!played.violations.isEmpty()) {
            report(seed, plantedName, played.violations);
            if (planted != Planted::None) {
                std::printf("%s was noticed after %llu seeds\n", qPrintable(plantedName),
                            static_cast<unsigned long long>(seed - from + 1));
                return 0;
            }
            return 1;
        }
        if (parser.isSet(twice) && play(seed, planted, parser.value(days).toInt()).trace != played.trace) {
            std::printf("seed %llu: two runs differ\n", static_cast<unsigned long long>(seed));
            return 1;
        }
    }
    std::printf("%llu seeds, %zu operations, %llu server restores, %.1f s\n", static_cast<unsigned long long>(to - from), ops,
                static_cast<unsigned long long>(restores), double(timer.elapsed()) / 1000.0);
    if (planted != Planted::None) {
        std::printf("%s was not noticed\n", qPrintable(plantedName));
        return 1;
    }
    return 0;
}
