// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meter.h"
#include "rawdb.h"
#include "storecorpus.h"

namespace vigie::bench {

/// Lists filtered by queries, each beside SQL that somebody would write by hand for it.
class QueryBench
{
public:
    QueryBench(store::Profile &profile, RawDb &raw, StoreCorpus &corpus)
        : m_profile(profile), m_raw(raw), m_corpus(corpus)
    {
    }

    [[nodiscard]] QList<Metric> metrics();

private:
    [[nodiscard]] Metric savedView();
    [[nodiscard]] Metric dayOfWork();
    [[nodiscard]] Metric nothingFits();
    [[nodiscard]] Metric wordAndField();
    [[nodiscard]] Metric frequentWord();
    [[nodiscard]] Metric counted();
    [[nodiscard]] Metric grouped(const char *what, const char *column, ViewGrouping grouping);
    [[nodiscard]] Done ask(const QString &text, store::ListSort sort);
    [[nodiscard]] Done rawRows(const QString &condition, const std::vector<RawDb::Value> &values);
    [[nodiscard]] QString queueAt(int round) const;

    store::Profile &m_profile;
    RawDb &m_raw;
    StoreCorpus &m_corpus;
};

} // namespace vigie::bench
