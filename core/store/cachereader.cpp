// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachereader.h"

#include "core/model/codec.h"
#include "core/store/cachelists.h"
#include "core/store/cachequery.h"
#include "core/store/cachesearch.h"
#include "core/store/cachesimilar.h"
#include "core/store/damage.h"

#include <QJsonDocument>

#include <algorithm>

namespace vigie::store {

namespace {

constexpr int kMostPeople = 1000;

QJsonObject objectOf(const sql::Statement &rows, int column)
{
    return QJsonDocument::fromJson(rows.bytes(column)).object();
}

/// What we wrote ourselves and cannot read is damage, not bad input.
template<class T>
Result<T> stored(Result<T> read)
{
    if (!read)
        return fail(ErrorCode::StoreCorrupt, read.error().detail);
    return read;
}

template<class T, class Read>
Result<QList<T>> all(sql::Statement &rows, Read read)
{
    QList<T> result;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return result;
        VIGIE_TRY_ASSIGN(value, stored(read(rows)));
        result.append(std::move(value));
    }
}

Result<Person> readPerson(const sql::Statement &rows)
{
    return codec::personFrom(objectOf(rows, 0));
}

Result<ListCounts> counted(sql::Database &database, const PersonId &me)
{
    ListCounts counts;
    VIGIE_TRY_ASSIGN(rows, database.prepare(QStringLiteral(
                               "SELECT what, count, coalesce(ref.id, '') FROM counter "
                               "LEFT JOIN ref ON ref.n = counter.key "
                               "WHERE what IN (1, 2, 4) AND count > 0")));
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            break;
        const int count = int(rows.integer(1));
        switch (rows.integer(0)) {
        case 1: counts.all = count; break;
        case 2: counts.waiting = count; break;
        default: counts.queues.insert(QueueId::fromStored(rows.text(2)), count); break;
        }
    }
    VIGIE_TRY_ASSIGN(owners, database.prepare(QStringLiteral(
                                 "SELECT key, count FROM counter WHERE what = 3 AND key IN "
                                 "(0, coalesce((SELECT n FROM ref WHERE id = ?), -1))")));
    owners.bind(me.text());
    while (true) {
        VIGIE_TRY_ASSIGN(found, owners.next());
        if (!found)
            return counts;
        (owners.integer(0) == 0 ? counts.unassigned : counts.mine) = int(owners.integer(1));
    }
}

Result<std::optional<TicketId>> firstId(sql::Statement &rows)
{
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? std::optional(TicketId::fromStored(rows.text(0))) : std::nullopt;
}

Result<std::optional<TicketId>> numbered(sql::Database &database, const QString &text)
{
    // "#1042" and "HD-1042" are how people write a number; a tag is four characters.
    QString plain = text.trimmed().toUpper();
    plain = plain.mid(plain.lastIndexOf(QLatin1Char('-')) + 1);
    plain = plain.mid(plain.lastIndexOf(QLatin1Char('#')) + 1).trimmed();
    bool isNumber = false;
    const qint64 number = plain.toLongLong(&isNumber);
    if (isNumber && number > 0) {
        VIGIE_TRY_ASSIGN(rows, database.prepare(QStringLiteral(
                                   "SELECT id FROM ticket WHERE is_open IN (0, 1) "
                                   "AND number_key = ? AND number > 0 LIMIT 1")));
        rows.bind(number);
        VIGIE_TRY_ASSIGN(id, firstId(rows));
        if (id)
            return id;
    }
    VIGIE_TRY_ASSIGN(rows, database.prepare(QStringLiteral(
                               "SELECT id FROM ticket WHERE tag = ? "
                               "ORDER BY number > 0, n DESC LIMIT 1")));
    rows.bind(plain);
    return firstId(rows);
}

Result<TicketState> stateOf(sql::Database &database, const std::optional<Ticket> &ticket)
{
    TicketState state;
    if (!ticket)
        return state;
    state.exists = true;
    state.ticket = *ticket;
    VIGIE_TRY_ASSIGN(rows, database.prepare(QStringLiteral(
                               "SELECT id, author, kind, visibility FROM message "
                               "WHERE ticket_n = (SELECT n FROM ref WHERE id = ?) "
                               "ORDER BY at, n")));
    rows.bind(ticket->id.text());
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return state;
        state.thread.append({MessageId::fromStored(rows.text(0)),
                             PersonId::fromStored(rows.text(1)), MessageKind(rows.integer(2)),
                             Visibility(rows.integer(3))});
    }
}

} // namespace

Result<QList<Person>> lists::peopleBeginning(sql::Database &database, const QString &key, int limit)
{
    // The largest character there is: everything that begins with the key lies below it.
    static const char32_t last = 0x10ffff;
    VIGIE_TRY_ASSIGN(rows, database.prepare(QStringLiteral(
                               "SELECT json FROM person WHERE n IN (SELECT person_n "
                               "FROM person_key WHERE key >= ? AND key < ?) "
                               "ORDER BY name_key, n LIMIT ?")));
    rows.bind(key)
        .bind(QString(key + QString::fromUcs4(&last, 1)))
        .bind(std::clamp(limit, 0, kMostPeople));
    return all<Person>(rows, readPerson);
}

Result<QList<Queue>> lists::allQueues(sql::Database &database)
{
    VIGIE_TRY_ASSIGN(rows, database.prepare(QStringLiteral("SELECT json FROM queue")));
    return all<Queue>(rows, [](const sql::Statement &row) {
        return codec::queueFrom(objectOf(row, 0));
    });
}

Result<QList<TicketRow>> CacheReader::list(const ListQuery &query) const
{
    return watched(m_database, lists::run(m_database, query));
}

Result<QList<ListGroup>> CacheReader::groups(const ListQuery &query) const
{
    return watched(m_database, lists::groupsOf(m_database, query));
}

Result<int> CacheReader::count(const ListQuery &query, int most) const
{
    return watched(m_database, lists::counted(m_database, query, most));
}

Result<query::Bound> CacheReader::bound(const ListQuery &query) const
{
    return watched(m_database, lists::boundIn(m_database, query));
}

Result<QStringList> CacheReader::tags(const QString &startsWith, int limit) const
{
    Result<QStringList> found = watched(m_database, lists::allTags(m_database));
    if (!found)
        return found;
    const QString key = searchtext::nameKey(startsWith);
    found->removeIf([&key](const QString &tag) { return !searchtext::nameKey(tag).startsWith(key); });
    std::sort(found->begin(), found->end(), [](const QString &a, const QString &b) {
        const QString left = searchtext::nameKey(a);
        const QString right = searchtext::nameKey(b);
        return left != right ? left < right : a < b;
    });
    return found->mid(0, std::max(limit, 0));
}

Result<std::optional<TicketRow>> CacheReader::row(const TicketId &id) const
{
    const auto read = [&]() -> Result<std::optional<TicketRow>> {
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                                   QStringLiteral("SELECT %1 FROM ticket WHERE n = "
                                                  "(SELECT ref.n FROM ref WHERE ref.id = ?)")
                                       .arg(QLatin1String(lists::kRowColumns))));
        rows.bind(id.text());
        VIGIE_TRY_ASSIGN(found, rows.next());
        return found ? std::optional(lists::readRow(rows)) : std::nullopt;
    };
    return watched(m_database, read());
}

Result<ListCounts> CacheReader::counts(const PersonId &me) const
{
    return watched(m_database, counted(m_database, me));
}

Result<std::optional<Ticket>> CacheReader::ticket(const TicketId &id) const
{
    const auto read = [&]() -> Result<std::optional<Ticket>> {
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                                   "SELECT json FROM ticket WHERE n = "
                                   "(SELECT n FROM ref WHERE id = ?)")));
        rows.bind(id.text());
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return std::nullopt;
        VIGIE_TRY_ASSIGN(ticket, stored(codec::ticketFrom(objectOf(rows, 0))));
        return ticket;
    };
    return watched(m_database, read());
}

Result<QList<Ticket>> CacheReader::joinedTo(const TicketId &id) const
{
    const auto read = [&]() -> Result<QList<Ticket>> {
        // UNION, not UNION ALL: a circle that a damaged server made comes to its end.
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                                   "WITH RECURSIVE joined (id) AS (SELECT ? UNION "
                                   "SELECT ticket.id FROM joined "
                                   "CROSS JOIN ticket_key ON what = %1 AND key = joined.id "
                                   "CROSS JOIN ticket ON ticket.n = ticket_n LIMIT 500) "
                                   "SELECT json FROM joined CROSS JOIN ref ON ref.id = joined.id "
                                   "CROSS JOIN ticket ON ticket.n = ref.n WHERE joined.id <> ? "
                                   "ORDER BY ticket.created_at, ticket.n")
                                   .arg(int(query::KeyList::MergedInto))));
        rows.bind(id.text()).bind(id.text());
        return all<Ticket>(rows, [](const sql::Statement &row) {
            return codec::ticketFrom(objectOf(row, 0));
        });
    };
    return watched(m_database, read());
}

Result<std::optional<TicketId>> CacheReader::findByNumber(const QString &text) const
{
    return watched(m_database, numbered(m_database, text));
}

Result<QList<Message>> CacheReader::thread(const TicketId &id) const
{
    const auto read = [&]() -> Result<QList<Message>> {
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                                   "SELECT json FROM message WHERE ticket_n = "
                                   "(SELECT n FROM ref WHERE id = ?) ORDER BY at, n")));
        rows.bind(id.text());
        return all<Message>(rows, [](const sql::Statement &row) {
            return codec::messageFrom(objectOf(row, 0));
        });
    };
    return watched(m_database, read());
}

Result<TicketState> CacheReader::state(const TicketId &id) const
{
    VIGIE_TRY_ASSIGN(found, ticket(id));
    return watched(m_database, stateOf(m_database, found));
}

Result<QList<SearchHit>> CacheReader::search(const QString &text, int limit) const
{
    return watched(m_database, searched(m_database, text, limit));
}

Result<QList<TicketRow>> CacheReader::similarRequests(const QString &text, int most) const
{
    return watched(m_database, store::similarRequests(m_database, text, most));
}

Result<QList<Queue>> CacheReader::queues() const
{
    Result<QList<Queue>> found = watched(m_database, lists::allQueues(m_database));
    if (found) {
        std::sort(found->begin(), found->end(), [](const Queue &a, const Queue &b) {
            const QString left = searchtext::nameKey(a.name);
            const QString right = searchtext::nameKey(b.name);
            return left != right ? left < right : a.id < b.id;
        });
    }
    return found;
}

Result<QList<Person>> CacheReader::people(const QString &startsWith, int limit) const
{
    return watched(m_database, lists::peopleBeginning(m_database, searchtext::nameKey(startsWith), limit));
}

Result<std::optional<Person>> CacheReader::person(const PersonId &id) const
{
    const auto read = [&]() -> Result<std::optional<Person>> {
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                                   "SELECT json FROM person WHERE n = "
                                   "(SELECT n FROM ref WHERE id = ?)")));
        rows.bind(id.text());
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return std::nullopt;
        VIGIE_TRY_ASSIGN(person, stored(readPerson(rows)));
        return person;
    };
    return watched(m_database, read());
}

Result<ServiceBook> CacheReader::services() const
{
    const auto read = [&]() -> Result<ServiceBook> {
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral("SELECT json FROM service_book")));
        VIGIE_TRY_ASSIGN(found, rows.next());
        return found ? stored(codec::serviceBookFrom(objectOf(rows, 0))) : ServiceBook();
    };
    return watched(m_database, read());
}

Result<DueClocks> CacheReader::dueClocks(const PersonId &me, qint64 notBefore, qint64 now,
                                         int most) const
{
    const auto read = [&]() -> Result<DueClocks> {
        // owner_n is null for what is not my business and 0 for what nobody owns.
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                                   "SELECT id, due_clock, due_at, warn_at FROM ticket "
                                   "INDEXED BY ticket_due WHERE due_at > 0 AND due_at > ? AND "
                                   "owner_n IN (0, (SELECT n FROM ref WHERE id = ?)) "
                                   "AND is_open = 1 ORDER BY due_at")));
        rows.bind(notBefore).bind(me.text());
        DueClocks clocks;
        while (true) {
            VIGIE_TRY_ASSIGN(found, rows.next());
            if (!found)
                return clocks;
            const qint64 warnAt = rows.integer(3);
            if (warnAt > now)
                clocks.nextAt = clocks.nextAt > 0 ? std::min(clocks.nextAt, warnAt) : warnAt;
            else if (clocks.now.size() < most)
                clocks.now.append({TicketId::fromStored(rows.text(0)), ClockKind(rows.integer(1)),
                                   rows.integer(2)});
        }
    };
    return watched(m_database, read());
}

Result<DueClocks> CacheReader::reminders(const PersonId &me, qint64 notBefore, qint64 now,
                                         int most) const
{
    const auto read = [&]() -> Result<DueClocks> {
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                                   "SELECT id, pending_until FROM ticket INDEXED BY ticket_wakes "
                                   "WHERE pending_until > 0 AND pending_until > ? AND "
                                   "owner_n IN (0, (SELECT n FROM ref WHERE id = ?)) "
                                   "AND is_open = 1 ORDER BY pending_until")));
        rows.bind(notBefore).bind(me.text());
        DueClocks found;
        while (true) {
            VIGIE_TRY_ASSIGN(more, rows.next());
            if (!more)
                return found;
            const qint64 at = rows.integer(1);
            if (at > now) {
                found.nextAt = at;
                return found;
            }
            if (found.now.size() < most)
                found.now.append({TicketId::fromStored(rows.text(0)), {}, at, true});
        }
    };
    return watched(m_database, read());
}

Result<QList<Person>> CacheReader::staffOf(const QueueId &queue) const
{
    const auto read = [&]() -> Result<QList<Person>> {
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                                   "SELECT json FROM person WHERE is_staff = 1 "
                                   "ORDER BY name_key, n")));
        return all<Person>(rows, readPerson);
    };
    Result<QList<Person>> staff = watched(m_database, read());
    if (staff)
        staff->removeIf([&](const Person &person) { return !actorOf(person).worksIn(queue); });
    return staff;
}

} // namespace vigie::store
