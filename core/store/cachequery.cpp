// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachequery.h"

#include "core/base/limits.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace vigie::store::lists {

namespace {

using query::Field;
using query::FieldSpec;
using query::KeyList;
using query::Test;

/// A set up to this size is looked at row by row; a larger one is cheaper to meet on a walk.
constexpr int kSmallSet = 500;

/// The tickets that match in the full-text index, with repetitions.
constexpr const char *kSubjectMatches =
    "SELECT rowid AS n FROM subject_fts WHERE subject_fts MATCH ?";
constexpr const char *kMessageMatches =
    "SELECT message.ticket_n AS n FROM message_fts CROSS JOIN message INDEXED BY message_ticket "
    "ON message.n = message_fts.rowid WHERE message_fts MATCH ?";

QString listValue(const QStringList &texts)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

/// Writes one bound query as SQL.
class Compiler
{
public:
    explicit Compiler(sql::Database &database) : m_database(database) {}

    Result<QString> of(const Test &test)
    {
        // No constants: around a plain 0 SQLite drops the conditions that a partial index needs.
        static const QString always = QStringLiteral("(ticket.n > 0)");
        static const QString never = QStringLiteral("(ticket.n < 0)");
        switch (test.kind) {
        case Test::Kind::All: return joined(test, QStringLiteral(" AND "), always);
        case Test::Kind::Any: return joined(test, QStringLiteral(" OR "), never);
        case Test::Kind::Not: {
            VIGIE_TRY_ASSIGN(inner, of(test.parts.front()));
            return QStringLiteral("NOT ") + inner;
        }
        case Test::Kind::OneOf:
        case Test::Kind::Range:
        case Test::Kind::Keys: return ofField(test);
        case Test::Kind::Words: return ofWords(test);
        case Test::Kind::Tickets:
            values.append(listValue(test.keys));
            return QStringLiteral("(ticket.id IN (SELECT value FROM json_each(?)))");
        case Test::Kind::Open: return QStringLiteral("(ticket.is_open = 1)");
        case Test::Kind::Waiting: return QStringLiteral("(ticket.is_waiting = 1)");
        case Test::Kind::Request: return QStringLiteral("(ticket.request = 1)");
        case Test::Kind::Pending: return QStringLiteral("(ticket.pending = 1)");
        case Test::Kind::Attachment: break;
        }
        return QStringLiteral("EXISTS (SELECT 1 FROM message INDEXED BY message_files "
                              "WHERE message.ticket_n = ticket.n AND message.files > 0)");
    }

    QList<SqlValue> values;
    /// The small sets that words found, by their place in the query.
    QHash<const Test *, Hits> found;

private:
    Result<QString> joined(const Test &test, const QString &between, const QString &ofNothing)
    {
        QStringList parts;
        for (const Test &part : test.parts) {
            VIGIE_TRY_ASSIGN(text, of(part));
            parts.append(text);
        }
        return parts.isEmpty() ? ofNothing
                               : QLatin1Char('(') + parts.join(between) + QLatin1Char(')');
    }

    QString ofField(const Test &test)
    {
        const FieldSpec &spec = query::specOf(test.field);
        QString text;
        if (test.kind == Test::Kind::Keys) {
            text = spec.keyList == KeyList::None ? ofColumn(spec, test) : ofKeys(spec, test);
        } else if (test.kind == Test::Kind::Range) {
            values << test.low << test.high;
            text = QStringLiteral("%1 BETWEEN ? AND ?").arg(QLatin1String(spec.column));
        } else {
            QStringList marks;
            for (const qint64 number : test.numbers) {
                values << number;
                marks.append(QStringLiteral("?"));
            }
            text = QStringLiteral("%1 IN (%2)")
                       .arg(QLatin1String(spec.column), marks.join(QLatin1Char(',')));
        }
        const QLatin1String known(spec.staffOnly ? "ticket.owner_n IS NOT NULL AND " : "");
        return QLatin1Char('(') + known + text + QLatin1Char(')');
    }

    QString ofColumn(const FieldSpec &spec, const Test &test)
    {
        const QLatin1String column(spec.column);
        if (test.keys.size() == 1) {
            values << test.keys.first();
            return QStringLiteral("%1 = ?").arg(column);
        }
        values << listValue(test.keys);
        return QStringLiteral("%1 IN (SELECT value FROM json_each(?))").arg(column);
    }

    QString ofKeys(const FieldSpec &spec, const Test &test)
    {
        QStringList keys = test.keys;
        const bool orNone = keys.removeAll(QString()) > 0;
        QStringList parts;
        if (!keys.isEmpty()) {
            const bool one = keys.size() == 1;
            values << qint64(spec.keyList) << (one ? keys.first() : listValue(keys));
            parts.append(QStringLiteral("EXISTS (SELECT 1 FROM ticket_key WHERE what = ? AND key %1 "
                                        "AND ticket_n = ticket.n)")
                             .arg(one ? QStringLiteral("= ?")
                                      : QStringLiteral("IN (SELECT value FROM json_each(?))")));
        }
        if (orNone) {
            values << qint64(spec.keyList);
            parts.append(QStringLiteral("NOT EXISTS (SELECT 1 FROM ticket_key INDEXED BY "
                                        "ticket_key_ticket WHERE ticket_n = ticket.n AND what = ?)"));
        }
        return QLatin1Char('(') + parts.join(QStringLiteral(" OR ")) + QLatin1Char(')');
    }

    /// All matches count: what a `-word` leaves out must not depend on how frequent it is. A small
    /// set is fetched first, because a list may be driven by it; a large one stays a subquery.
    Result<QString> ofWords(const Test &test)
    {
        const bool anywhere = test.field == Field::Text;
        QStringList matches{anywhere ? test.phrase.subject
                                     : QStringLiteral("title : ") + test.phrase.subject};
        if (anywhere)
            matches.append(test.phrase.body);
        VIGIE_TRY_ASSIGN(few, fewMatches(matches));
        if (few) {
            found.insert(&test, *few);
            values << few->numbers;
            // The sign keeps the set a test: the order is the index's.
            return QStringLiteral("(+ticket.n IN (SELECT value FROM json_each(?)))");
        }
        for (const QString &match : std::as_const(matches))
            values << match;
        const QString inMessages =
            anywhere ? QStringLiteral(" UNION ALL ") + QLatin1String(kMessageMatches) : QString();
        return QStringLiteral("(+ticket.n IN (%1%2))")
            .arg(QLatin1String(kSubjectMatches), inMessages);
    }

    Result<std::optional<Hits>> fewMatches(const QStringList &matches)
    {
        QString source = QStringLiteral("SELECT n FROM (%1 LIMIT ?)").arg(QLatin1String(kSubjectMatches));
        if (matches.size() > 1)
            source += QStringLiteral(" UNION ALL SELECT n FROM (%1 LIMIT ?)")
                          .arg(QLatin1String(kMessageMatches));
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                                   QStringLiteral("SELECT count(*), json_group_array(DISTINCT n) "
                                                  "FROM (%1)").arg(source)));
        for (const QString &match : matches)
            rows.bind(match).bind(kSmallSet + 1);
        VIGIE_TRY_ASSIGN(any, rows.next());
        if (!any || rows.integer(0) > kSmallSet)
            return std::nullopt;
        return Hits{rows.integer(0), rows.text(1)};
    }

    sql::Database &m_database;
};

/// Where a range of a field is found in an index. Those of times hold listed tickets only.
const char *rangeSource(Field field, bool listedOnly)
{
    switch (field) {
    case Field::Number:
        return "ticket INDEXED BY ticket_all_number WHERE is_open IN (0, 1) AND number_key > 0 "
               "AND number_key BETWEEN ? AND ?";
    case Field::Due:
        return "ticket INDEXED BY ticket_due WHERE due_at > 0 AND due_at BETWEEN ? AND ?";
    case Field::Wakes:
        return "ticket INDEXED BY ticket_wakes WHERE pending_until > 0 "
               "AND pending_until BETWEEN ? AND ?";
    case Field::Created:
        return listedOnly ? "ticket INDEXED BY ticket_all_created WHERE listed = 1 "
                            "AND is_open IN (0, 1) AND created_at BETWEEN ? AND ?"
                          : nullptr;
    case Field::Updated:
        return listedOnly ? "ticket INDEXED BY ticket_all_updated WHERE listed = 1 "
                            "AND is_open IN (0, 1) AND updated_at BETWEEN ? AND ?"
                          : nullptr;
    default: return nullptr;
    }
}

/// The tickets for which one test is true, if there are few and an index knows them.
Result<std::optional<Hits>> fewOf(sql::Database &database, const Test &test, bool listedOnly)
{
    QString source;
    Condition condition;
    if (test.kind == Test::Kind::Range && test.low > 0) {
        source = QLatin1String(rangeSource(test.field, listedOnly));
        condition.values << test.low << test.high;
    } else if (test.kind == Test::Kind::Keys && !test.keys.contains(QString())
               && query::specOf(test.field).keyList != KeyList::None) {
        source = QStringLiteral("ticket_key WHERE what = ? "
                                "AND key IN (SELECT value FROM json_each(?))");
        condition.values << qint64(query::specOf(test.field).keyList) << listValue(test.keys);
    }
    if (source.isEmpty())
        return std::nullopt;
    const QLatin1String column(test.kind == Test::Kind::Keys ? "ticket_n" : "n");
    VIGIE_TRY_ASSIGN(rows, database.prepare(
                               QStringLiteral("SELECT count(*), json_group_array(DISTINCT n) FROM "
                                              "(SELECT %1 AS n FROM %2 LIMIT ?)")
                                   .arg(column, source)));
    condition.bindTo(rows);
    rows.bind(kSmallSet + 1);
    VIGIE_TRY_ASSIGN(any, rows.next());
    if (!any || rows.integer(0) > kSmallSet)
        return std::nullopt;
    return Hits{rows.integer(0), rows.text(1)};
}

/// A list that holds every ticket for which the test is true.
void narrow(const Test &test, Filter &filter)
{
    if (test.kind == Test::Kind::Open) {
        filter.ended = false;
    } else if (test.kind == Test::Kind::Not && test.parts.front().kind == Test::Kind::Open) {
        filter.open = false;
    } else if (test.kind == Test::Kind::Waiting) {
        filter.ended = false;
        filter.scope = ListScope::Waiting;
    } else if (test.kind == Test::Kind::Keys && test.keys.size() == 1 && !filter.scope) {
        const QString &key = test.keys.first();
        if (test.field == Field::Owner) {
            filter.scope = key.isEmpty() ? ListScope::Unassigned : ListScope::Mine;
            filter.owner = PersonId::fromStored(key);
        } else if (test.field == Field::Queue && !key.isEmpty()) {
            filter.scope = ListScope::Queue;
            filter.queue = QueueId::fromStored(key);
        }
    }
}

} // namespace

void Condition::bindTo(sql::Statement &statement) const
{
    for (const SqlValue &value : values) {
        if (const auto *number = std::get_if<qint64>(&value))
            statement.bind(*number);
        else
            statement.bind(std::get<QString>(value));
    }
}

Result<Filter> compiled(sql::Database &database, const query::Bound &bound, ListScope scope)
{
    Filter filter;
    Compiler compiler(database);
    VIGIE_TRY_ASSIGN(text, compiler.of(bound.test));
    filter.where = {text, compiler.values};
    QList<const Test *> needed; // for a match
    if (bound.test.kind == Test::Kind::All) {
        for (const Test &part : bound.test.parts)
            needed.append(&part);
    } else {
        needed.append(&bound.test);
    }
    const bool listedOnly = scope == ListScope::All || scope == ListScope::Waiting;
    for (const Test *test : std::as_const(needed)) {
        narrow(*test, filter);
        std::optional<Hits> few;
        if (const auto words = compiler.found.constFind(test); words != compiler.found.cend()) {
            few = *words;
        } else {
            VIGIE_TRY_ASSIGN(known, fewOf(database, *test, listedOnly));
            few = known;
        }
        if (few && few->count <= kSmallSet && (!filter.hits || few->count < filter.hits->count))
            filter.hits = few;
    }
    if (scope != ListScope::All)
        filter.scope.reset();
    return filter;
}

template<class T>
T CacheDirectory::orNothing(Result<T> result) const
{
    if (result)
        return std::move(*result);
    if (m_done)
        m_done = fail(result.error());
    return {};
}

QList<PersonId> CacheDirectory::people(const QString &name) const
{
    const QString key = searchtext::nameKey(name);
    if (key.isEmpty())
        return {};
    return query::meant(key, orNothing(peopleBeginning(m_database, key, limits::kQueryPeople)));
}

QList<QueueId> CacheDirectory::queues(const QString &name) const
{
    return query::ListDirectory({}, orNothing(allQueues(m_database)), {}).queues(name);
}

QStringList CacheDirectory::tags(const QString &name) const
{
    return query::ListDirectory({}, {}, orNothing(allTags(m_database))).tags(name);
}

Result<QStringList> allTags(sql::Database &database)
{
    // From one tag to the next: there are few of them, on many tickets.
    VIGIE_TRY_ASSIGN(rows, database.prepare(QStringLiteral(
                               "WITH RECURSIVE tag (key) AS (SELECT min(key) FROM ticket_key "
                               "WHERE what = 1 UNION ALL SELECT (SELECT min(key) FROM ticket_key "
                               "WHERE what = 1 AND ticket_key.key > tag.key) FROM tag "
                               "WHERE tag.key IS NOT NULL) "
                               "SELECT key FROM tag WHERE key IS NOT NULL")));
    QStringList tags;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return tags;
        tags.append(rows.text(0));
    }
}

} // namespace vigie::store::lists
