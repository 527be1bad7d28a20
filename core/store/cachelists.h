// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cachereader.h"
#include "core/text/searchtext.h"

/// The SQL behind CacheReader's lists and searches.
namespace vigie::store::lists {

/// The columns of a TicketRow, in the order that readRow() expects, without table name.
inline constexpr const char *kRowColumns =
    "ticket.id, ticket.number, ticket.kind, ticket.title, ticket.category, ticket.priority, "
    "ticket.state, ticket.public_state, ticket.level, ticket.queue, ticket.owner, "
    "ticket.owner_name, ticket.contact_name, ticket.requester_name, ticket.created_at, "
    "ticket.updated_at, ticket.asked_at, ticket.live_until, ticket.due_at, ticket.due_clock, "
    "ticket.is_paused, ticket.has_missed, ticket.pending_until, ticket.messages, ticket.pending";
inline constexpr int kRowColumnCount = 25;

[[nodiscard]] TicketRow readRow(const sql::Statement &rows);

/// How a list deals with a text filter: the index has found a set of tickets (hits).
enum class TextFilter {
    None,
    Few,  ///< looks at each hit and sorts what fits
    Many, ///< walks the list in its order and stops when enough hits have been met
};

/// The statement of one part of a list: open or ended tickets. Scopes that are open by nature have
/// one part only. `where` is a further condition. Values in order: hits (with a filter), scope
/// (when it has one), level (when given), those of `where`, key, n, limit.
[[nodiscard]] QString statementFor(const ListQuery &query, bool open,
                                   TextFilter filter = TextFilter::None, const QString &where = {});
/// Counts the rows of the same part up to a limit. Values: as above without key and n.
[[nodiscard]] QString countStatementFor(const ListQuery &query, bool open, TextFilter filter,
                                        const QString &where);
[[nodiscard]] bool hasEndedPart(const ListQuery &query);

/// The sort key of a row as statementFor() orders by it, largest first.
[[nodiscard]] qint64 keyOf(const TicketRow &row, ListSort sort);

[[nodiscard]] Result<QList<TicketRow>> run(sql::Database &database, const ListQuery &query);
/// The list's filter with the names of this cache; see CacheReader::bound().
[[nodiscard]] Result<query::Bound> boundIn(sql::Database &database, const ListQuery &query);
/// See CacheReader::count().
[[nodiscard]] Result<int> counted(sql::Database &database, const ListQuery &query, int most);

/// A list of numbers as one value of a statement, to be taken apart by json_each().
[[nodiscard]] QString numberList(const QList<qint64> &numbers);

/// The tickets of the newest matches, each once.
struct Hits {
    qint64 count = 0;
    QString numbers; ///< as numberList() makes it
};

/// At most `most` by subject and `most` matching messages are looked at, so that a frequent word
/// costs no more than a rare one.
[[nodiscard]] Result<Hits> matching(sql::Database &database, const searchtext::Query &query,
                                    int most);

} // namespace vigie::store::lists
