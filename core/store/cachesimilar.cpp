// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachesimilar.h"

#include "core/store/cachelists.h"
#include "core/text/searchtext.h"

#include <algorithm>

namespace vigie::store {

namespace {

/// The newest of one's own requests that share a word; more say nothing new.
constexpr int kLookedAt = 200;

Result<QList<TicketRow>> candidates(sql::Database &database, const QString &match)
{
    VIGIE_TRY_ASSIGN(rows, database.prepare(
                               QStringLiteral("SELECT %1 FROM ticket WHERE ticket.request = 1 "
                                              "AND ticket.n IN (SELECT rowid FROM subject_fts "
                                              "WHERE subject_fts MATCH ?) "
                                              "ORDER BY ticket.updated_at DESC LIMIT ?")
                                   .arg(QLatin1String(lists::kRowColumns))));
    rows.bind(QStringLiteral("{title} : (") + match + QLatin1Char(')')).bind(kLookedAt);
    QList<TicketRow> found;
    while (true) {
        VIGIE_TRY_ASSIGN(more, rows.next());
        if (!more)
            return found;
        found.append(lists::readRow(rows));
    }
}

} // namespace

Result<QList<TicketRow>> similarRequests(sql::Database &database, const QString &text, int most)
{
    const searchtext::Likeness asked = searchtext::likeness(text);
    if (asked.match.isEmpty() || most <= 0)
        return QList<TicketRow>();
    VIGIE_TRY_ASSIGN(rows, candidates(database, asked.match));
    // One shared word of many is chance.
    const int least = asked.words.size() > 1 ? 2 : 1;
    QList<std::pair<int, TicketRow>> rated;
    for (const TicketRow &row : std::as_const(rows)) {
        if (const int shared = asked.countIn(row.title); shared >= least)
            rated.append({shared, row});
    }
    std::stable_sort(rated.begin(), rated.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<TicketRow> best;
    for (qsizetype i = 0; i < rated.size() && i < most; ++i)
        best.append(rated[i].second);
    return best;
}

} // namespace vigie::store
