// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cacheplan.h"

#include "core/store/cacherows.h"

#include <algorithm>
#include <limits>

namespace vigie::store::lists {

namespace {

/// How many matches a text filter looks at.
constexpr int kMostMatches = 5000;
/// From here on it is cheaper to walk a list than to look at every hit.
constexpr int kManyHits = 500;
constexpr int kMostRows = 1000;

Done placeAfter(sql::Database &database, const ListQuery &query, Plan &plan)
{
    startOver(plan);
    if (!query.after)
        return {};
    plan.key = keyOf(*query.after, query.sort);
    // When the row has gone meanwhile its neighbours with the same key are shown once more:
    // better twice than not at all.
    VIGIE_TRY_ASSIGN(n, refOf(database, query.after->id.text()));
    if (n > 0)
        plan.n = n;
    return {};
}

Done addText(sql::Database &database, const QString &text, Plan &plan)
{
    if (text.trimmed().isEmpty())
        return {};
    VIGIE_TRY_ASSIGN(hits, matching(database, searchtext::compile(text), kMostMatches));
    plan.filter = hits.count < kManyHits ? TextFilter::Few : TextFilter::Many;
    plan.hits = hits.numbers;
    return {};
}

Done addQuery(sql::Database &database, const query::Bound &bound, Plan &plan)
{
    VIGIE_TRY_ASSIGN(filter, compiled(database, bound, plan.query.scope));
    plan.where = filter.where;
    plan.open = filter.open;
    plan.ended = plan.ended && filter.ended;
    if (filter.hits && plan.filter != TextFilter::Few) {
        if (plan.filter == TextFilter::Many) {
            plan.where.sql += QStringLiteral(" AND +ticket.n IN (SELECT value FROM json_each(?))");
            plan.where.values.append(plan.hits);
        }
        plan.filter = TextFilter::Few;
        plan.hits = filter.hits->numbers;
    }
    if (!filter.scope)
        return {};
    plan.query.scope = *filter.scope;
    plan.query.me = filter.owner;
    plan.query.queue = filter.queue;
    plan.where.sql += QStringLiteral(" AND ticket.listed = 1");
    return {};
}

} // namespace

ScopeSql scopeSql(ListScope scope)
{
    switch (scope) {
    case ListScope::All: return {"all", "ticket.listed = 1", false};
    case ListScope::Mine: return {"owner", "ticket.owner_n = ?", true};
    case ListScope::Unassigned: return {"owner", "ticket.owner_n = 0", false};
    case ListScope::Waiting: return {"waiting", "ticket.is_waiting = 1", false};
    case ListScope::Queue: return {"queue", "ticket.queue_n = ?", true};
    case ListScope::MyRequests: return {"request", "ticket.request = 1", false};
    }
    return {"all", "ticket.listed = 1", false};
}

SortSql sortSql(ListSort sort)
{
    switch (sort) {
    case ListSort::UpdatedNewest: return {"updated", "updated_at"};
    case ListSort::CreatedNewest: return {"created", "created_at"};
    case ListSort::PriorityFirst: return {"rank", "rank"};
    case ListSort::NumberNewest: return {"number", "number_key"};
    case ListSort::DueFirst: return {"due", "due_key"};
    case ListSort::WakesFirst: return {"wake", "wake_key"};
    }
    return {"updated", "updated_at"};
}

Result<qint64> refOf(sql::Database &database, const QString &id)
{
    VIGIE_TRY_ASSIGN(rows, database.prepare(QStringLiteral("SELECT n FROM ref WHERE id = ?")));
    rows.bind(id);
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? rows.integer(0) : qint64(-1);
}

void startOver(Plan &plan)
{
    // No key is below nothing, and no row has the number 0.
    plan.key = plan.query.reversed ? -1 : std::numeric_limits<qint64>::max();
    plan.n = plan.key;
}

Result<Plan> planOf(sql::Database &database, const ListQuery &query)
{
    Plan plan;
    plan.query = query;
    plan.limit = std::clamp(query.limit, 1, kMostRows);
    plan.ended = hasEndedPart(query);
    VIGIE_TRY(placeAfter(database, query, plan));
    VIGIE_TRY(addText(database, query.text, plan));
    if (!query.filter.isEverything()) {
        VIGIE_TRY_ASSIGN(bound, boundIn(database, query));
        VIGIE_TRY(addQuery(database, bound, plan));
    }
    // The waiting ones are open by nature: their index has one part.
    if (plan.query.scope == ListScope::Waiting)
        plan.ended = false;
    if (plan.query.scope == ListScope::Mine || plan.query.scope == ListScope::Queue) {
        const QString id = plan.query.scope == ListScope::Mine ? plan.query.me.text()
                                                               : plan.query.queue.text();
        VIGIE_TRY_ASSIGN(scope, refOf(database, id));
        plan.scope = scope;
    }
    return plan;
}

Result<sql::Statement> prepared(sql::Database &database, const Plan &plan, const QString &text)
{
    return plan.where.sql.isEmpty() ? database.prepare(text) : database.prepareRecent(text);
}

void bindPlan(sql::Statement &rows, const Plan &plan)
{
    if (plan.filter != TextFilter::None)
        rows.bind(plan.hits);
    if (scopeSql(plan.query.scope).hasValue)
        rows.bind(plan.scope);
    if (plan.query.level)
        rows.bind(int(*plan.query.level));
    plan.where.bindTo(rows);
}

Done readKeyed(sql::Statement &rows, QList<Keyed> &into)
{
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return {};
        into.append({readRow(rows), rows.integer(kRowColumnCount),
                     rows.integer(kRowColumnCount + 1)});
    }
}

} // namespace vigie::store::lists
