// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachelists.h"

#include "core/store/cachequery.h"
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

struct Keyed {
    TicketRow row;
    qint64 key = 0;
    qint64 n = 0;
};

/// The family of indexes of a scope, and what selects its rows.
struct ScopeSql {
    const char *index;
    const char *where;
    bool hasValue;
};

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

struct SortSql {
    const char *index;
    const char *column;
};

SortSql sortSql(ListSort sort)
{
    switch (sort) {
    case ListSort::UpdatedNewest: return {"updated", "updated_at"};
    case ListSort::CreatedNewest: return {"created", "created_at"};
    case ListSort::PriorityFirst: return {"rank", "rank"};
    case ListSort::NumberNewest: return {"number", "number_key"};
    case ListSort::DueFirst: return {"due", "due_key"};
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

/// What all parts of one list share.
struct Plan {
    ListQuery query; ///< with the scope whose index is walked
    qint64 scope = 0;
    qint64 key = std::numeric_limits<qint64>::max();
    qint64 n = std::numeric_limits<qint64>::max();
    TextFilter filter = TextFilter::None;
    QString hits; ///< with a filter
    Condition where;
    bool open = true;
    bool ended = true;
    int limit = 0;
};

Done placeAfter(sql::Database &database, const ListQuery &query, Plan &plan)
{
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

/// There are endlessly many conditions.
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

Done readPart(sql::Database &database, const Plan &plan, bool open, QList<Keyed> &into)
{
    VIGIE_TRY_ASSIGN(rows, prepared(database, plan,
                                    statementFor(plan.query, open, plan.filter, plan.where.sql)));
    bindPlan(rows, plan);
    rows.bind(plan.key).bind(plan.n).bind(plan.limit);
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return {};
        into.append({readRow(rows), rows.integer(kRowColumnCount),
                     rows.integer(kRowColumnCount + 1)});
    }
}

/// From where and under what condition one part is read.
QString sourceOf(const ListQuery &query, bool open, TextFilter filter, const QString &where)
{
    const ScopeSql scope = scopeSql(query.scope);
    // Named, so that no statistics can ever talk the planner into a scan.
    QString text = filter == TextFilter::Few
        ? QStringLiteral("json_each(?) AS hit CROSS JOIN ticket ON ticket.n = hit.value WHERE ")
        : QStringLiteral("ticket INDEXED BY ticket_%1_%2 WHERE ")
              .arg(QLatin1String(scope.index), QLatin1String(sortSql(query.sort).index));
    // The sign keeps the set a test: the order is the index's.
    if (filter == TextFilter::Many)
        text += QStringLiteral("+ticket.n IN (SELECT value FROM json_each(?)) AND ");
    text += QLatin1String(scope.where);
    if (query.scope != ListScope::Waiting)
        text += QStringLiteral(" AND ticket.is_open = %1").arg(open ? 1 : 0);
    if (query.level)
        text += QStringLiteral(" AND ticket.level = ?");
    if (!where.isEmpty())
        text += QStringLiteral(" AND ") + where;
    return text;
}

} // namespace

TicketRow readRow(const sql::Statement &rows)
{
    TicketRow row;
    int at = 0;
    row.id = TicketId::fromStored(rows.text(at++));
    row.number = rows.integer(at++);
    row.kind = TicketKind(rows.integer(at++));
    row.title = rows.text(at++);
    row.category = rows.text(at++);
    row.priority = Priority(rows.integer(at++));
    row.state = State(rows.integer(at++));
    row.publicState = PublicState(rows.integer(at++));
    row.level = Level(rows.integer(at++));
    row.queue = QueueId::fromStored(rows.text(at++));
    row.owner = PersonId::fromStored(rows.text(at++));
    row.ownerName = rows.text(at++);
    row.contactName = rows.text(at++);
    row.requesterName = rows.text(at++);
    row.createdAt = rows.integer(at++);
    row.updatedAt = rows.integer(at++);
    row.updateAskedAt = rows.integer(at++);
    row.liveUntil = rows.integer(at++);
    row.dueAt = rows.integer(at++);
    row.dueClock = ClockKind(rows.integer(at++));
    row.paused = rows.integer(at++) != 0;
    row.missed = rows.integer(at++) != 0;
    row.messages = int(rows.integer(at++));
    row.pending = rows.integer(at++) != 0;
    return row;
}

qint64 keyOf(const TicketRow &row, ListSort sort)
{
    switch (sort) {
    case ListSort::UpdatedNewest: return row.updatedAt;
    case ListSort::CreatedNewest: return row.createdAt;
    case ListSort::PriorityFirst: return rankOf(row.priority, row.updatedAt);
    case ListSort::NumberNewest: return numberKeyOf(row.number);
    case ListSort::DueFirst: return dueKeyOf(row.dueAt, row.paused);
    }
    return 0;
}

bool hasEndedPart(const ListQuery &query)
{
    return !query.openOnly && query.scope != ListScope::Waiting;
}

QString statementFor(const ListQuery &query, bool open, TextFilter filter, const QString &where)
{
    const QLatin1String column(sortSql(query.sort).column);
    return QStringLiteral("SELECT %1, ticket.%2, ticket.n FROM ")
               .arg(QLatin1String(kRowColumns), column)
        + sourceOf(query, open, filter, where)
        + QStringLiteral(" AND (ticket.%1, ticket.n) < (?, ?) "
                         "ORDER BY ticket.%1 DESC, ticket.n DESC LIMIT ?")
              .arg(column);
}

QString countStatementFor(const ListQuery &query, bool open, TextFilter filter,
                          const QString &where)
{
    return QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM ")
        + sourceOf(query, open, filter, where) + QStringLiteral(" LIMIT ?)");
}

Result<query::Bound> boundIn(sql::Database &database, const ListQuery &query)
{
    query::Context context = query.around;
    if (context.me.id.isNull())
        context.me.id = query.me;
    const CacheDirectory directory(database);
    query::Bound bound = query::bind(query.filter, context, directory);
    VIGIE_TRY(directory.done());
    return bound;
}

Result<QList<TicketRow>> run(sql::Database &database, const ListQuery &query)
{
    VIGIE_TRY_ASSIGN(plan, planOf(database, query));
    QList<Keyed> found;
    if (plan.open)
        VIGIE_TRY(readPart(database, plan, true, found));
    if (plan.ended) {
        const auto middle = found.size();
        VIGIE_TRY(readPart(database, plan, false, found));
        std::inplace_merge(found.begin(), found.begin() + middle, found.end(),
                           [](const Keyed &a, const Keyed &b) {
                               return a.key != b.key ? a.key > b.key : a.n > b.n;
                           });
    }
    QList<TicketRow> result;
    for (qsizetype i = 0; i < found.size() && i < plan.limit; ++i)
        result.append(std::move(found[i].row));
    return result;
}

Result<int> counted(sql::Database &database, const ListQuery &query, int most)
{
    VIGIE_TRY_ASSIGN(plan, planOf(database, query));
    int count = 0;
    for (const bool open : {true, false}) {
        if (count >= most || !(open ? plan.open : plan.ended))
            continue;
        VIGIE_TRY_ASSIGN(rows, prepared(database, plan,
                                        countStatementFor(plan.query, open, plan.filter,
                                                          plan.where.sql)));
        bindPlan(rows, plan);
        rows.bind(most - count);
        VIGIE_TRY_ASSIGN(any, rows.next());
        count += any ? int(rows.integer(0)) : 0;
    }
    return count;
}

QString numberList(const QList<qint64> &numbers)
{
    QString text = QStringLiteral("[");
    for (const qint64 n : numbers) {
        if (text.size() > 1)
            text += QLatin1Char(',');
        text += QString::number(n);
    }
    return text + QLatin1Char(']');
}

Result<Hits> matching(sql::Database &database, const searchtext::Query &query, int most)
{
    if (query.isEmpty())
        return Hits{0, numberList({})};
    // One row for all: thousands of small ones would cost more than the search itself.
    VIGIE_TRY_ASSIGN(
        rows,
        database.prepare(QStringLiteral(
            "SELECT count(*), json_group_array(n) FROM ("
            "SELECT n FROM (SELECT rowid AS n FROM subject_fts WHERE subject_fts MATCH ? "
            "ORDER BY rowid DESC LIMIT ?) UNION "
            "SELECT n FROM (SELECT message.ticket_n AS n FROM message_fts CROSS JOIN message "
            "INDEXED BY message_ticket ON message.n = message_fts.rowid "
            "WHERE message_fts MATCH ? ORDER BY message_fts.rowid DESC LIMIT ?))")));
    rows.bind(query.subject).bind(most).bind(query.body).bind(most);
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? Hits{rows.integer(0), rows.text(1)} : Hits{0, numberList({})};
}

} // namespace vigie::store::lists
