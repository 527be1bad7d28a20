// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cachelists.h"
#include "core/store/cachequery.h"

/// How a list is going to be read: which index is walked, from where, under what conditions.
namespace vigie::store::lists {

/// The family of indexes of a scope, and what selects its rows.
struct ScopeSql {
    const char *index;
    const char *where;
    bool hasValue;
};
[[nodiscard]] ScopeSql scopeSql(ListScope scope);

struct SortSql {
    const char *index;
    const char *column;
};
[[nodiscard]] SortSql sortSql(ListSort sort);

/// What all parts of one list share.
struct Plan {
    ListQuery query; ///< with the scope whose index is walked
    qint64 scope = 0;
    qint64 key = 0; ///< the list goes on behind this key,
    qint64 n = 0;   ///< and behind this row of those that share it
    TextFilter filter = TextFilter::None;
    QString hits; ///< with a filter
    Condition where;
    bool open = true;
    bool ended = true;
    int limit = 0;
};

[[nodiscard]] Result<Plan> planOf(sql::Database &database, const ListQuery &query);
/// From the first row of the order on.
void startOver(Plan &plan);
/// There are endlessly many conditions.
[[nodiscard]] Result<sql::Statement> prepared(sql::Database &database, const Plan &plan,
                                              const QString &text);
/// Hits, scope, level and conditions, in this order.
void bindPlan(sql::Statement &rows, const Plan &plan);

/// The number of an id; -1 for one that was never heard of.
[[nodiscard]] Result<qint64> refOf(sql::Database &database, const QString &id);

/// A row with what it is sorted by.
struct Keyed {
    TicketRow row;
    qint64 key = 0;
    qint64 n = 0;

    [[nodiscard]] bool standsBefore(const Keyed &other, bool reversed) const
    {
        if (key != other.key)
            return reversed ? key < other.key : key > other.key;
        return reversed ? n < other.n : n > other.n;
    }
};
/// Rows of kRowColumns, key and n.
[[nodiscard]] Done readKeyed(sql::Statement &rows, QList<Keyed> &into);
/// Open or ended tickets of the plan, behind its place.
[[nodiscard]] Done readPart(sql::Database &database, const Plan &plan, bool open,
                            QList<Keyed> &into);
/// Both of them, in order, at most as many as the plan wants.
[[nodiscard]] Result<QList<Keyed>> readBoth(sql::Database &database, const Plan &plan);

} // namespace vigie::store::lists
