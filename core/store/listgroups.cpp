// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/listgroups.h"

#include "core/store/cacheplan.h"
#include "core/store/cacherows.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace vigie::store {

namespace {

constexpr qint64 kEver = std::numeric_limits<qint64>::max();
/// From today on, each of these days is a group of its own.
constexpr int kDays = 7;

QString keyOfRow(const TicketRow &row, ViewGrouping grouping)
{
    switch (grouping) {
    case ViewGrouping::State: return nameOf(row.state);
    case ViewGrouping::Priority: return nameOf(row.priority);
    case ViewGrouping::Level: return nameOf(row.level);
    case ViewGrouping::Queue: return row.queue.text();
    case ViewGrouping::Owner: return row.owner.text();
    case ViewGrouping::Category: return row.category;
    case ViewGrouping::Requester: return row.requesterName;
    case ViewGrouping::DueDay: return row.paused ? QStringLiteral("paused") : QString();
    case ViewGrouping::None: break;
    }
    return {};
}

} // namespace

int groupOf(const TicketRow &row, const ListQuery &query)
{
    const bool dated = query.grouping == ViewGrouping::DueDay && row.dueAt > 0;
    const QString key = dated ? QString() : keyOfRow(row, query.grouping);
    for (int i = 0; i < query.groups.size(); ++i) {
        const ListGroup &group = query.groups[i];
        if (dated ? row.dueAt >= group.from && row.dueAt < group.to : group.key == key)
            return i;
    }
    return -1;
}

namespace lists {

namespace {

/// A group of up to so many is sorted as a whole; the rows of a larger one are met soon enough
/// on a walk over the list.
constexpr int kSmallGroup = 1000;
constexpr int kMostOfBatch = 5000;

/// The days that tickets are due on, soonest first, and what has no day.
QList<ListGroup> dueDays(const query::Context &around)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(around.now, around.zone);
    QList<ListGroup> days{{QStringLiteral("overdue"), {}, 0, 1, around.now}};
    qint64 from = around.now;
    for (int i = 0; i < kDays; ++i) {
        const qint64 to = now.date().addDays(i + 1).startOfDay(around.zone).toMSecsSinceEpoch();
        days.append({now.date().addDays(i).toString(Qt::ISODate), {}, 0, from, to});
        from = to;
    }
    days.append({QStringLiteral("later"), {}, 0, from, kEver});
    days.append({QStringLiteral("paused"), {}, 0, 0, 0});
    days.append({QString(), {}, 0, 0, 0});
    return days;
}

/// The keys of a group's tickets in the order of due times: above the first, up to the second.
std::pair<qint64, qint64> dueKeys(const ListGroup &group)
{
    if (group.to == 0)
        return group.key.isEmpty() ? std::pair<qint64, qint64>{-1, 0} : std::pair<qint64, qint64>{0, 1};
    return {group.to == kEver ? 1 : dueKeyOf(group.to, false), dueKeyOf(group.from, false)};
}

const char *columnOf(ViewGrouping grouping)
{
    switch (grouping) {
    case ViewGrouping::State: return "ticket.state";
    case ViewGrouping::Priority: return "ticket.priority";
    case ViewGrouping::Level: return "ticket.level";
    case ViewGrouping::Queue: return "ticket.queue_n";
    case ViewGrouping::Owner: return "coalesce(ticket.owner_n, 0)";
    case ViewGrouping::Category: return "ticket.category";
    case ViewGrouping::Requester: return "ticket.requester_name";
    case ViewGrouping::DueDay: return "ticket.due_key";
    case ViewGrouping::None: break;
    }
    return "0";
}

template<class E>
qint64 numberOf(const QString &name)
{
    const Result<E> value = enumFrom<E>(name);
    return value ? qint64(*value) : qint64(-1);
}

/// What the column holds for a group.
Result<QJsonValue> stored(sql::Database &database, const ListGroup &group, ViewGrouping grouping)
{
    switch (grouping) {
    case ViewGrouping::State: return QJsonValue(numberOf<State>(group.key));
    case ViewGrouping::Priority: return QJsonValue(numberOf<Priority>(group.key));
    case ViewGrouping::Level: return QJsonValue(numberOf<Level>(group.key));
    case ViewGrouping::Queue:
    case ViewGrouping::Owner: {
        if (group.key.isEmpty())
            return QJsonValue(0);
        VIGIE_TRY_ASSIGN(n, refOf(database, group.key));
        return QJsonValue(n);
    }
    default: return QJsonValue(group.key);
    }
}

/// That a ticket is in one of these groups.
Result<Condition> inGroups(sql::Database &database, const QList<ListGroup> &groups,
                           ViewGrouping grouping)
{
    Condition condition;
    if (grouping == ViewGrouping::DueDay) {
        QStringList parts;
        for (const ListGroup &group : groups) {
            const auto [above, upTo] = dueKeys(group);
            condition.values << above << upTo;
            parts.append(QStringLiteral("ticket.due_key > ? AND ticket.due_key <= ?"));
        }
        condition.sql = QLatin1Char('(') + parts.join(QStringLiteral(" OR ")) + QLatin1Char(')');
        return condition;
    }
    QJsonArray values;
    for (const ListGroup &group : groups) {
        VIGIE_TRY_ASSIGN(value, stored(database, group, grouping));
        values.append(value);
    }
    condition.sql = QStringLiteral("%1 IN (SELECT value FROM json_each(?))")
                        .arg(QLatin1String(columnOf(grouping)));
    condition.values << QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
    return condition;
}

void add(Condition &to, const Condition &condition)
{
    to.sql += to.sql.isEmpty() ? condition.sql : QStringLiteral(" AND ") + condition.sql;
    to.values += condition.values;
}

/// The list of one group. Where an index holds exactly its tickets, that is walked.
Result<Plan> planOfGroup(sql::Database &database, Plan plan, const ListGroup &group)
{
    const ViewGrouping grouping = plan.query.grouping;
    const bool ofAll = plan.query.scope == ListScope::All && plan.filter != TextFilter::Few;
    if (!ofAll || (grouping != ViewGrouping::Owner && grouping != ViewGrouping::Queue)) {
        VIGIE_TRY_ASSIGN(condition, inGroups(database, {group}, grouping));
        add(plan.where, condition);
        return plan;
    }
    if (grouping == ViewGrouping::Queue)
        plan.query.scope = ListScope::Queue;
    else
        plan.query.scope = group.key.isEmpty() ? ListScope::Unassigned : ListScope::Mine;
    VIGIE_TRY_ASSIGN(n, refOf(database, group.key));
    plan.scope = n;
    add(plan.where, {QStringLiteral("ticket.listed = 1"), {}});
    return plan;
}

/// All tickets of several groups, group after group, from the plan's place in the first one on.
Result<QList<Keyed>> readBatch(sql::Database &database, Plan plan, int from, int to)
{
    const Keyed place{{}, plan.key, plan.n};
    VIGIE_TRY_ASSIGN(condition, inGroups(database, plan.query.groups.mid(from, to - from),
                                         plan.query.grouping));
    add(plan.where, condition);
    QList<Keyed> found;
    for (const bool open : {true, false}) {
        if (!(open ? plan.open : plan.ended))
            continue;
        VIGIE_TRY_ASSIGN(rows, prepared(database, plan,
                                        QStringLiteral("SELECT %1, ticket.%2, ticket.n FROM %3 LIMIT ?")
                                            .arg(QLatin1String(kRowColumns),
                                                 QLatin1String(sortSql(plan.query.sort).column),
                                                 groupSourceFor(plan, open))));
        bindPlan(rows, plan);
        rows.bind(kMostOfBatch);
        VIGIE_TRY(readKeyed(rows, found));
    }
    const bool reversed = plan.query.reversed;
    QList<std::pair<int, int>> order; // group, place in `found`
    for (int i = 0; i < found.size(); ++i) {
        const int group = groupOf(found[i].row, plan.query);
        if (group > from || (group == from && place.standsBefore(found[i], reversed)))
            order.append({group, i});
    }
    std::sort(order.begin(), order.end(), [&](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first
                                  : found[a.second].standsBefore(found[b.second], reversed);
    });
    QList<Keyed> result;
    for (const auto &[group, i] : std::as_const(order)) {
        if (result.size() < plan.limit)
            result.append(found[i]);
    }
    return result;
}

/// Value and number of tickets. In the order of the index up to the column nothing has to be sorted
/// but what was added up already.
QString countingSql(const Plan &plan, const QString &value, bool open)
{
    static const QStringList inOrder{QStringLiteral("ticket.state"), QStringLiteral("ticket.priority"),
                                     QStringLiteral("ticket.level"), QStringLiteral("ticket.queue_n"),
                                     QStringLiteral("ticket.owner_n")};
    const QString source = groupSourceFor(plan, open);
    const bool byOwner = plan.query.grouping == ViewGrouping::Owner;
    const qsizetype at = byOwner ? inOrder.size() - 1 : inOrder.indexOf(value);
    if (at <= 0 || plan.filter == TextFilter::Few) // the first already is, the few come in another order
        return QStringLiteral("SELECT %1, count(*) FROM %2 GROUP BY 1").arg(value, source);
    return QStringLiteral("SELECT value, sum(tickets) FROM (SELECT %1 AS value, count(*) AS tickets "
                          "FROM %2 GROUP BY %3) GROUP BY 1")
        .arg(value, source, inOrder.first(at + 1).join(QLatin1Char(',')));
}

/// Value of the column → tickets.
Result<QHash<QString, int>> countedValues(sql::Database &database, const Plan &plan,
                                          const QList<ListGroup> &days)
{
    QString value = QLatin1String(columnOf(plan.query.grouping));
    if (!days.isEmpty()) {
        value = QStringLiteral("CASE");
        for (int i = 0; i < days.size(); ++i)
            value += QStringLiteral(" WHEN ticket.due_key > ? THEN %1").arg(i);
        value += QStringLiteral(" END");
    }
    QHash<QString, int> counts;
    for (const bool open : {true, false}) {
        if (!(open ? plan.open : plan.ended))
            continue;
        VIGIE_TRY_ASSIGN(rows, prepared(database, plan, countingSql(plan, value, open)));
        for (const ListGroup &day : days)
            rows.bind(dueKeys(day).first);
        bindPlan(rows, plan);
        while (true) {
            VIGIE_TRY_ASSIGN(found, rows.next());
            if (!found)
                break;
            counts[rows.text(0)] += int(rows.integer(1));
        }
    }
    return counts;
}

template<class E>
QList<ListGroup> ofEnum(const QHash<QString, int> &counts)
{
    QList<ListGroup> groups;
    for (const EnumName<E> &entry : enumNames<E>()) {
        if (const int count = counts.value(QString::number(int(entry.value))); count > 0)
            groups.append({QLatin1String(entry.name), {}, count, 0, 0});
    }
    return groups;
}

QList<ListGroup> ofDays(const QHash<QString, int> &counts, QList<ListGroup> days)
{
    for (int i = 0; i < days.size(); ++i)
        days[i].count = counts.value(QString::number(i));
    days.removeIf([](const ListGroup &day) { return day.count == 0; });
    return days;
}

QList<ListGroup> ofWords(const QHash<QString, int> &counts)
{
    QList<ListGroup> groups;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        groups.append({it.key(), it.key(), it.value(), 0, 0});
    return groups;
}

Result<QString> firstText(sql::Database &database, const char *statement, qint64 n)
{
    VIGIE_TRY_ASSIGN(rows, database.prepare(QLatin1String(statement)));
    rows.bind(n);
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? rows.text(0) : QString();
}

/// People and queues: their numbers become ids and names.
Result<QList<ListGroup>> ofRefs(sql::Database &database, const QHash<QString, int> &counts,
                                ViewGrouping grouping)
{
    QHash<QString, QString> queueNames;
    if (grouping == ViewGrouping::Queue) {
        VIGIE_TRY_ASSIGN(queues, allQueues(database));
        for (const Queue &queue : std::as_const(queues))
            queueNames.insert(queue.id.text(), queue.name);
    }
    QList<ListGroup> groups;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        ListGroup group;
        group.count = it.value();
        if (const qint64 n = it.key().toLongLong(); n > 0) {
            VIGIE_TRY_ASSIGN(id, firstText(database, "SELECT id FROM ref WHERE n = ?", n));
            group.key = id;
            group.name = queueNames.value(id);
            if (grouping == ViewGrouping::Owner) {
                VIGIE_TRY_ASSIGN(name, firstText(database,
                                                 "SELECT owner_name FROM ticket INDEXED BY "
                                                 "ticket_owner_updated WHERE owner_n = ? LIMIT 1", n));
                group.name = name;
            }
        }
        groups.append(group);
    }
    return groups;
}

void sortByName(QList<ListGroup> &groups)
{
    std::sort(groups.begin(), groups.end(), [](const ListGroup &a, const ListGroup &b) {
        // What has none comes first: it waits for somebody to say.
        if (a.key.isEmpty() != b.key.isEmpty())
            return a.key.isEmpty();
        const QString first = searchtext::nameKey(a.name);
        const QString second = searchtext::nameKey(b.name);
        return first != second ? first < second : a.key < b.key;
    });
}

} // namespace

QString groupSourceFor(const Plan &plan, bool open)
{
    QString text = plan.filter == TextFilter::Few
        ? QStringLiteral("json_each(?) AS hit CROSS JOIN ticket ON ticket.n = hit.value WHERE ")
        : QStringLiteral("ticket INDEXED BY ticket_group WHERE ");
    if (plan.filter == TextFilter::Many)
        text += QStringLiteral("+ticket.n IN (SELECT value FROM json_each(?)) AND ");
    text += QLatin1String(scopeSql(plan.query.scope).where)
        + QStringLiteral(" AND ticket.is_open = %1").arg(open ? 1 : 0);
    if (plan.query.level)
        text += QStringLiteral(" AND ticket.level = ?");
    if (!plan.where.sql.isEmpty())
        text += QStringLiteral(" AND ") + plan.where.sql;
    return text;
}

Result<QList<ListGroup>> groupsOf(sql::Database &database, const ListQuery &query)
{
    VIGIE_TRY_ASSIGN(plan, planOf(database, query));
    const bool byDay = query.grouping == ViewGrouping::DueDay;
    const QList<ListGroup> days = byDay ? dueDays(query.around) : QList<ListGroup>();
    VIGIE_TRY_ASSIGN(counts, countedValues(database, plan, days));
    QList<ListGroup> groups;
    switch (query.grouping) {
    case ViewGrouping::State: return ofEnum<State>(counts);
    case ViewGrouping::Priority: return ofEnum<Priority>(counts);
    case ViewGrouping::Level: return ofEnum<Level>(counts);
    case ViewGrouping::DueDay: return ofDays(counts, days);
    case ViewGrouping::Queue:
    case ViewGrouping::Owner: {
        VIGIE_TRY_ASSIGN(named, ofRefs(database, counts, query.grouping));
        groups = named;
        break;
    }
    case ViewGrouping::Category:
    case ViewGrouping::Requester: groups = ofWords(counts); break;
    case ViewGrouping::None: break;
    }
    sortByName(groups);
    return groups;
}

Result<QList<Keyed>> readGrouped(sql::Database &database, const Plan &from)
{
    Plan plan = from;
    const QList<ListGroup> &groups = from.query.groups;
    int at = 0;
    if (plan.query.after) {
        at = groupOf(*plan.query.after, plan.query);
        if (at < 0)
            return QList<Keyed>(); // its group is gone: whoever asks has old groups
    }
    QList<Keyed> result;
    while (at < groups.size() && result.size() < from.limit) {
        plan.limit = from.limit - int(result.size());
        const bool few = plan.filter == TextFilter::Few;
        if (!few && groups[at].count > kSmallGroup) {
            VIGIE_TRY_ASSIGN(one, planOfGroup(database, plan, groups[at]));
            VIGIE_TRY_ASSIGN(rows, readBoth(database, one));
            result += rows;
            ++at;
        } else {
            int end = at;
            for (int rows = 0; end < groups.size() && (few || groups[end].count <= kSmallGroup)
                 && rows < plan.limit;)
                rows += groups[end++].count;
            VIGIE_TRY_ASSIGN(rows, readBatch(database, plan, at, end));
            result += rows;
            at = end;
        }
        startOver(plan);
    }
    return result;
}

} // namespace lists

} // namespace vigie::store
