// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchcorpus.h"
#include "meter.h"

#include <QStringList>

namespace vigie::bench {

/// Times whole processes, from just before they are started until they painted something.
class StartBench
{
public:
    explicit StartBench(BenchCorpus &corpus) : m_corpus(corpus) {}

    /// The client on the corpus, alternately with an empty window and with the client on a small
    /// corpus; prints the metrics whose names contain `only`. True when a goal was missed.
    [[nodiscard]] Result<bool> run(const QString &only, int rounds);

private:
    struct Start {
        double wallMs = 0;
        double cpuMs = 0;
    };
    struct Starts {
        QList<Start> floors;
        QList<Start> values;
    };

    [[nodiscard]] static Result<Start> start(const QString &program, const QStringList &arguments);
    [[nodiscard]] static Result<Start> startClient(const BenchCorpus &corpus);
    [[nodiscard]] static Series seriesOf(const Starts &starts, const char *clock);

    BenchCorpus &m_corpus;
};

} // namespace vigie::bench
