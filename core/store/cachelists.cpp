// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachelists.h"

#include "core/store/cacheplan.h"
#include "core/store/cacherows.h"
#include "core/store/listgroups.h"

#include <algorithm>

namespace vigie::store::lists {

namespace {

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
    row.pendingUntil = rows.integer(at++);
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
    case ListSort::WakesFirst: return wakeKeyOf(row.state, row.pendingUntil);
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
    const QString order = query.reversed
        ? QStringLiteral(" AND (ticket.%1, ticket.n) > (?, ?) "
                         "ORDER BY ticket.%1, ticket.n LIMIT ?")
        : QStringLiteral(" AND (ticket.%1, ticket.n) < (?, ?) "
                         "ORDER BY ticket.%1 DESC, ticket.n DESC LIMIT ?");
    return QStringLiteral("SELECT %1, ticket.%2, ticket.n FROM ")
               .arg(QLatin1String(kRowColumns), column)
        + sourceOf(query, open, filter, where) + order.arg(column);
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

Done readPart(sql::Database &database, const Plan &plan, bool open, QList<Keyed> &into)
{
    VIGIE_TRY_ASSIGN(rows, prepared(database, plan,
                                    statementFor(plan.query, open, plan.filter, plan.where.sql)));
    bindPlan(rows, plan);
    rows.bind(plan.key).bind(plan.n).bind(plan.limit);
    return readKeyed(rows, into);
}

Result<QList<Keyed>> readBoth(sql::Database &database, const Plan &plan)
{
    QList<Keyed> found;
    if (plan.open)
        VIGIE_TRY(readPart(database, plan, true, found));
    if (plan.ended) {
        const auto middle = found.size();
        VIGIE_TRY(readPart(database, plan, false, found));
        std::inplace_merge(found.begin(), found.begin() + middle, found.end(),
                           [&plan](const Keyed &a, const Keyed &b) {
                               return a.standsBefore(b, plan.query.reversed);
                           });
    }
    if (found.size() > plan.limit)
        found.resize(plan.limit);
    return found;
}

Result<QList<TicketRow>> run(sql::Database &database, const ListQuery &query)
{
    VIGIE_TRY_ASSIGN(plan, planOf(database, query));
    VIGIE_TRY_ASSIGN(found, query.grouping == ViewGrouping::None ? readBoth(database, plan)
                                                                 : readGrouped(database, plan));
    QList<TicketRow> result;
    for (Keyed &one : found)
        result.append(std::move(one.row));
    return result;
}

Result<int> counted(sql::Database &database, const ListQuery &query, int most)
{
    int count = 0;
    if (query.grouping != ViewGrouping::None) {
        for (const ListGroup &group : query.groups)
            count = std::min(most, count + group.count);
        return count;
    }
    VIGIE_TRY_ASSIGN(plan, planOf(database, query));
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
