// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachelists.h"

#include "core/store/cacherows.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace vigie::store::lists {

namespace {

/// How many matches a text filter looks at.
constexpr int kMostMatches = 5000;
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
    QString hits; ///< JSON list of ticket numbers
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
              bool byText, QList<Keyed> &into)
{
    VIGIE_TRY_ASSIGN(rows, database.prepare(statementFor(query, open, byText)));
    if (byText)
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

Done takeNumbers(sql::Statement &rows, QSet<qint64> &seen, QList<qint64> &into)
{
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return {};
        const qint64 n = rows.integer(0);
        if (seen.contains(n))
            continue;
        seen.insert(n);
        into.append(n);
    }
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
    }
    return 0;
}

bool hasEndedPart(const ListQuery &query)
{
    return !query.openOnly && query.scope != ListScope::Waiting;
}

QString statementFor(const ListQuery &query, bool open, bool byText)
{
    const ScopeSql scope = scopeSql(query.scope);
    const SortSql sort = sortSql(query.sort);
    const QString column = QLatin1String(sort.column);
    QString text = QStringLiteral("SELECT %1, ticket.%2, ticket.n FROM ")
                       .arg(QLatin1String(kRowColumns), column);
    // Named, so that no statistics can ever talk the planner into a scan.
    text += byText ? QStringLiteral("json_each(?) AS hit CROSS JOIN ticket "
                                    "ON ticket.n = hit.value WHERE ")
                   : QStringLiteral("ticket INDEXED BY ticket_%1_%2 WHERE ")
                         .arg(QLatin1String(scope.index), QLatin1String(sort.index));
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
    const bool byText = !query.text.trimmed().isEmpty();
    if (byText) {
        const searchtext::Query words = searchtext::compile(query.text);
        VIGIE_TRY_ASSIGN(hits, matching(database, words, kMostMatches));
        bounds.hits = numberList(hits);
    }
    QList<Keyed> found;
    VIGIE_TRY(readPart(database, query, bounds, true, byText, found));
    if (hasEndedPart(query)) {
        const auto middle = found.size();
        VIGIE_TRY(readPart(database, query, bounds, false, byText, found));
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

Result<QList<qint64>> matching(sql::Database &database, const searchtext::Query &query, int most)
{
    QList<qint64> numbers;
    if (query.isEmpty())
        return numbers;
    QSet<qint64> seen;
    VIGIE_TRY_ASSIGN(subjects, database.prepare(QStringLiteral(
                                   "SELECT rowid FROM subject_fts WHERE subject_fts MATCH ? "
                                   "ORDER BY rowid DESC LIMIT ?")));
    subjects.bind(query.subject).bind(most);
    VIGIE_TRY(takeNumbers(subjects, seen, numbers));
    VIGIE_TRY_ASSIGN(bodies, database.prepare(QStringLiteral(
                                 "SELECT message.ticket_n FROM message_fts CROSS JOIN message "
                                 "ON message.n = message_fts.rowid WHERE message_fts MATCH ? "
                                 "ORDER BY message_fts.rowid DESC LIMIT ?")));
    bodies.bind(query.body).bind(most);
    VIGIE_TRY(takeNumbers(bodies, seen, numbers));
    return numbers;
}

} // namespace vigie::store::lists
