// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QCoreApplication;

namespace vigie::bench {

/// What both benchmarks understand on the command line.
struct BenchOptions {
    int tickets = 0;
    int rounds = 0;
    QString corpus; ///< folder that is kept; empty = a temporary one
    QString only;   ///< part of the names of the metrics to run; empty = all
    bool check = false;
};

/// nullopt after telling how to use the program.
[[nodiscard]] std::optional<BenchOptions> parseBenchOptions(const QCoreApplication &application,
                                                            const QString &description);

} // namespace vigie::bench
