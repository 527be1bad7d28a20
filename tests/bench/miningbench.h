// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/knowledge/candidates.h"

#include <QList>
#include <QString>

namespace vigie::bench {

/// Tickets whose topics somebody has named.
struct LabelledTickets {
    QList<knowledge::MinedTicket> tickets;
    QStringList labels; ///< one for each ticket
};

/// Of a CSV file with the columns title, body, category and sub_category1; the last two are the
/// label, which the miner does not get to see.
[[nodiscard]] Result<LabelledTickets> labelledTickets(const QString &csv);
/// Made up: 30 topics of words of their own, among words that all share.
[[nodiscard]] LabelledTickets madeUpTickets(qsizetype count, quint64 seed);
/// Every `step`-th ticket from `first` on.
[[nodiscard]] LabelledTickets everyOther(const LabelledTickets &all, qsizetype first,
                                         qsizetype step);
/// As many tickets as asked for: those given, again and again, each time with a third of their
/// words left out by chance.
[[nodiscard]] QList<knowledge::MinedTicket> multiplied(const LabelledTickets &all,
                                                       qsizetype count, quint64 seed);

/// Mines and prints precision@10, @20 and @30 as a JSON line; with `shown`, each candidate as well.
void measurePrecision(const QString &name, const LabelledTickets &labelled, bool shown);
/// The time of mining against that of cutting the same texts into words.
[[nodiscard]] Done measureMining(const QList<knowledge::MinedTicket> &tickets, int rounds);

} // namespace vigie::bench
