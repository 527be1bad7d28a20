// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachelists.h"

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
struct Bounds {
    qint64 scope = 0;
    qint64 key = std::numeric_limits<qint64>::max();
    qint64 n = std::numeric_limits<qint64>::max();
    TextFilter filter = TextFilter::None;
    QString hits; ///< with a filter
    int limit = 0;
};

Result<Bounds> boundsOf(sql::Database &database, const ListQuery &query)
{
    Bounds bounds;
    bounds.limit = std::clamp(query.limit, 1, kMostRows);
    if (query.scope == ListScope::Mine || query.scope == ListScope::Queue) {
        const QString id =
            query.scope == ListScope::Mine ? query.me.text() : query.queue.text();
        VIGIE_TRY_ASSIGN(scope, refOf(database, id));
        bounds.scope = scope;
    }
    if (!query.after)
        return bounds;
    bounds.key = keyOf(*query.after, query.sort);
    // When the row has gone meanwhile its neighbours with the same key are shown once more:
    // better twice than not at all.
    VIGIE_TRY_ASSIGN(n, refOf(database, query.after->id.text()));
    if (n > 0)
        bounds.n = n;
    return bounds;
}

Done readPart(sql::Database &database, const ListQuery &query, const Bounds &bounds, bool open,
              QList<Keyed> &into)
{
    VIGIE_TRY_ASSIGN(rows, database.prepare(statementFor(query, open, bounds.filter)));
    if (bounds.filter != TextFilter::None)
        rows.bind(bounds.hits);
    if (scopeSql(query.scope).hasValue)
        rows.bind(bounds.scope);
    if (query.level)
        rows.bind(int(*query.level));
    rows.bind(bounds.key).bind(bounds.n).bind(bounds.limit);
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return {};
        into.append({readRow(rows), rows.integer(kRowColumnCount),
                     rows.integer(kRowColumnCount + 1)});
    }
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

QString statementFor(const ListQuery &query, bool open, TextFilter filter)
{
    const ScopeSql scope = scopeSql(query.scope);
    const SortSql sort = sortSql(query.sort);
    const QString column = QLatin1String(sort.column);
    QString text = QStringLiteral("SELECT %1, ticket.%2, ticket.n FROM ")
                       .arg(QLatin1String(kRowColumns), column);
    // Named, so that no statistics can ever talk the planner into a scan.
    text += filter == TextFilter::Few
        ? QStringLiteral("json_each(?) AS hit CROSS JOIN ticket ON ticket.n = hit.value WHERE ")
        : QStringLiteral("ticket INDEXED BY ticket_%1_%2 WHERE ")
              .arg(QLatin1String(scope.index), QLatin1String(sort.index));
    // The sign keeps the set a test: the order is the index's.
    if (filter == TextFilter::Many)
        text += QStringLiteral("+ticket.n IN (SELECT value FROM json_each(?)) AND ");
    text += QLatin1String(scope.where);
    if (query.scope != ListScope::Waiting)
        text += QStringLiteral(" AND ticket.is_open = %1").arg(open ? 1 : 0);
    if (query.level)
        text += QStringLiteral(" AND ticket.level = ?");
    text += QStringLiteral(" AND (ticket.%1, ticket.n) < (?, ?) "
                           "ORDER BY ticket.%1 DESC, ticket.n DESC LIMIT ?")
                .arg(column);
    return text;
}

Result<QList<TicketRow>> run(sql::Database &database, const ListQuery &query)
{
    VIGIE_TRY_ASSIGN(bounds, boundsOf(database, query));
    if (!query.text.trimmed().isEmpty()) {
        VIGIE_TRY_ASSIGN(hits,
                         matching(database, searchtext::compile(query.text), kMostMatches));
        bounds.filter = hits.count < kManyHits ? TextFilter::Few : TextFilter::Many;
        bounds.hits = hits.numbers;
    }
    QList<Keyed> found;
    VIGIE_TRY(readPart(database, query, bounds, true, found));
    if (hasEndedPart(query)) {
        const auto middle = found.size();
        VIGIE_TRY(readPart(database, query, bounds, false, found));
        std::inplace_merge(found.begin(), found.begin() + middle, found.end(),
                           [](const Keyed &a, const Keyed &b) {
                               return a.key != b.key ? a.key > b.key : a.n > b.n;
                           });
    }
    QList<TicketRow> result;
    for (qsizetype i = 0; i < found.size() && i < bounds.limit; ++i)
        result.append(std::move(found[i].row));
    return result;
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
