// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cacherows.h"

#include "core/base/json.h"
#include "core/model/codec.h"
#include "core/model/lifecycle.h"
#include "core/ops/places.h"
#include "core/query/matches.h"
#include "core/text/searchtext.h"

#include <QJsonDocument>

namespace vigie::store {

namespace {

// The numbers that stand in cache.db. Whoever reorders an enumeration adds a migration.
static_assert(int(TicketKind::Incident) == 0 && int(TicketKind::Service) == 2);
static_assert(int(State::New) == 0 && int(State::Open) == 1 && int(State::Closed) == 6);
static_assert(int(PublicState::Received) == 0 && int(PublicState::Closed) == 4);
static_assert(int(MessageKind::Report) == 0 && int(MessageKind::Event) == 4);
static_assert(int(Visibility::Public) == 0 && int(Visibility::Internal) == 1);
static_assert(int(ClockKind::Ownership) == 0 && int(ClockKind::Resolution) == 3);
static_assert(int(Level::L1) == 1 && int(Priority::Critical) == 1);
static_assert(int(Impact::Company) == 1 && int(Impact::Person) == 4);
static_assert(int(Urgency::Blocked) == 1 && int(Urgency::CanWait) == 4);
static_assert(int(query::KeyList::Tag) == 1 && int(query::KeyList::Contact) == 4);
static_assert(int(query::KeyList::MergedInto) == 5);

constexpr qint64 kTimeRange = qint64(1) << 48; // milliseconds until after the year 9999
constexpr qint64 kNumberless = qint64(1) << 53;

/// Everything that fields with a list of keys have to say.
QSet<QPair<int, QString>> keysIn(const Ticket &ticket)
{
    QSet<QPair<int, QString>> keys;
    const QList<const query::FieldSpec *> fields = query::namedFields();
    for (const query::FieldSpec *spec : fields) {
        if (spec->keyList == query::KeyList::None)
            continue;
        const QStringList found = spec->keys(ticket);
        for (const QString &key : found) {
            if (!key.isEmpty())
                keys.insert({int(spec->keyList), key});
        }
    }
    if (!ticket.merged.into.isNull())
        keys.insert({int(query::KeyList::MergedInto), ticket.merged.into.text()});
    return keys;
}

QByteArray jsonOf(const Ticket &ticket)
{
    return json::compact(codec::toJson(ticket));
}

Result<std::optional<StoredTicket>> storedTicket(sql::Statement &rows)
{
    VIGIE_TRY_ASSIGN(found, rows.next());
    if (!found)
        return std::nullopt;
    VIGIE_TRY_ASSIGN(ticket,
                     codec::ticketFrom(QJsonDocument::fromJson(rows.bytes(0)).object()));
    return StoredTicket{std::move(ticket), rows.integer(1) != 0};
}

StoredMessage storedMessage(const sql::Statement &rows)
{
    return {rows.integer(0), rows.integer(1), rows.text(2), rows.text(3), rows.bytes(4)};
}

} // namespace

qint64 rankOf(Priority priority, qint64 updatedAt)
{
    return (4 - int(priority)) * kTimeRange + updatedAt;
}

qint64 numberKeyOf(qint64 number)
{
    return number > 0 ? number : kNumberless;
}

qint64 dueKeyOf(qint64 dueAt, bool paused)
{
    return dueAt > 0 ? kTimeRange - dueAt : paused ? 1 : 0;
}

qint64 wakeKeyOf(State state, qint64 pendingUntil)
{
    return isOpen(state) && pendingUntil > 0 ? kTimeRange - pendingUntil : 0;
}

Done CacheRows::run(const char *statement, qint64 value)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QLatin1String(statement)));
    return write.bind(value).exec();
}

Result<qint64> CacheRows::knownRef(const QString &id)
{
    if (id.isEmpty())
        return 0;
    if (const auto found = m_refs.constFind(id); found != m_refs.constEnd())
        return *found;
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral("SELECT n FROM ref WHERE id = ?")));
    rows.bind(id);
    VIGIE_TRY_ASSIGN(found, rows.next());
    if (!found)
        return 0;
    const qint64 n = rows.integer(0);
    m_refs.insert(id, n);
    return n;
}

Result<qint64> CacheRows::ref(const QString &id)
{
    VIGIE_TRY_ASSIGN(known, knownRef(id));
    if (known > 0 || id.isEmpty())
        return known;
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO ref (id) VALUES (?) RETURNING n")));
    write.bind(id);
    VIGIE_TRY_ASSIGN(made, write.next());
    const qint64 n = made ? write.integer(0) : 0;
    m_refs.insert(id, n);
    return n;
}

Result<QString> CacheRows::idOf(qint64 n)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral("SELECT id FROM ref WHERE n = ?")));
    rows.bind(n);
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? rows.text(0) : QString();
}

Result<TicketHead> CacheRows::head(qint64 n)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT pending, is_full, title, requester_name, number, tag "
                               "FROM ticket WHERE n = ?")));
    rows.bind(n);
    VIGIE_TRY_ASSIGN(found, rows.next());
    TicketHead head;
    head.exists = found;
    if (found) {
        head.pending = rows.integer(0) != 0;
        head.isFull = rows.integer(1) != 0;
        head.subject = {rows.text(2), rows.text(3), rows.integer(4), rows.text(5)};
    }
    return head;
}

Result<std::optional<StoredTicket>> CacheRows::ticket(qint64 n)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT json, is_full FROM ticket WHERE n = ?")));
    rows.bind(n);
    return storedTicket(rows);
}

Result<std::optional<StoredTicket>> CacheRows::confirmed(qint64 n)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT json, is_full FROM confirmed_ticket WHERE n = ?")));
    rows.bind(n);
    return storedTicket(rows);
}

Done CacheRows::bindTicket(sql::Statement &write, qint64 n, const Ticket &ticket, bool pending,
                           bool isFull)
{
    const Places places = placesOf(ticket, m_me);
    qint64 queueN = 0;
    qint64 ownerN = 0;
    if (places.knowsWork) {
        VIGIE_TRY_ASSIGN(queueRef, ref(ticket.queue.text()));
        VIGIE_TRY_ASSIGN(ownerRef, ref(ticket.owner.text()));
        queueN = queueRef;
        ownerN = ownerRef;
    }
    write.bind(n).bind(ticket.id.text()).bind(ticket.id.shortTag()).bind(ticket.number);
    write.bind(int(ticket.kind)).bind(ticket.title).bind(ticket.category);
    write.bind(int(ticket.priority)).bind(int(ticket.state)).bind(int(ticket.publicState));
    write.bind(int(ticket.level)).bind(ticket.queue.text()).bind(ticket.owner.text());
    write.bind(ticket.ownerName).bind(ticket.contactName).bind(ticket.requesterName);
    write.bind(ticket.createdAt).bind(ticket.updatedAt).bind(ticket.updateAskedAt);
    write.bind(ticket.kit.liveUntil);
    write.bind(pending).bind(isFull).bind(places.open).bind(places.waiting);
    write.bind(places.listed).bind(places.request);
    if (places.knowsWork)
        write.bind(ownerN);
    else
        write.bindNull();
    write.bind(queueN).bind(rankOf(ticket.priority, ticket.updatedAt));
    const ServiceRecord &service = ticket.service;
    write.bind(service.dueAt).bind(service.warnAt).bind(int(service.dueClock));
    write.bind(service.paused).bind(service.missed);
    write.bind(dueKeyOf(service.dueAt, service.paused));
    write.bind(numberKeyOf(ticket.number));
    write.bind(int(ticket.impact)).bind(int(ticket.urgency)).bind(ticket.pendingUntil);
    write.bind(jsonOf(ticket));
    return {};
}

Done CacheRows::writeTicket(qint64 n, const TicketHead &old, const Ticket &ticket, bool pending,
                            bool isFull)
{
    VIGIE_TRY_ASSIGN(
        write,
        m_database.prepare(QStringLiteral(
            "INSERT INTO ticket (n, id, tag, number, kind, title, category, priority, state, "
            "public_state, level, queue, owner, owner_name, contact_name, requester_name, "
            "created_at, updated_at, asked_at, live_until, pending, is_full, is_open, is_waiting, listed, "
            "request, owner_n, queue_n, rank, due_at, warn_at, due_clock, is_paused, has_missed, "
            "due_key, number_key, impact, urgency, pending_until, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (n) DO UPDATE SET number = excluded.number, kind = excluded.kind, "
            "title = excluded.title, category = excluded.category, priority = excluded.priority, "
            "state = excluded.state, public_state = excluded.public_state, "
            "level = excluded.level, queue = excluded.queue, owner = excluded.owner, "
            "owner_name = excluded.owner_name, contact_name = excluded.contact_name, "
            "requester_name = excluded.requester_name, created_at = excluded.created_at, "
            "updated_at = excluded.updated_at, asked_at = excluded.asked_at, "
            "live_until = excluded.live_until, "
            "pending = excluded.pending, is_full = excluded.is_full, is_open = excluded.is_open, "
            "is_waiting = excluded.is_waiting, listed = excluded.listed, "
            "request = excluded.request, owner_n = excluded.owner_n, queue_n = excluded.queue_n, "
            "rank = excluded.rank, due_at = excluded.due_at, warn_at = excluded.warn_at, "
            "due_clock = excluded.due_clock, is_paused = excluded.is_paused, "
            "has_missed = excluded.has_missed, due_key = excluded.due_key, "
            "number_key = excluded.number_key, impact = excluded.impact, "
            "urgency = excluded.urgency, pending_until = excluded.pending_until, "
            "json = excluded.json")));
    VIGIE_TRY(bindTicket(write, n, ticket, pending, isFull));
    VIGIE_TRY(write.exec());
    VIGIE_TRY(writeKeys(n, old.exists, keysIn(ticket)));
    const IndexedSubject subject{ticket.title, ticket.requesterName, ticket.number,
                                 ticket.id.shortTag()};
    if (old.exists && old.subject == subject)
        return {};
    if (old.exists)
        m_index.removeSubject(n, old.subject);
    m_index.addSubject(n, subject);
    return {};
}

/// Most changes of a ticket leave its tags and people alone: what is there is compared first.
Done CacheRows::writeKeys(qint64 n, bool existed, QSet<TicketKey> keys)
{
    QSet<TicketKey> gone;
    if (existed) {
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                                   "SELECT what, key FROM ticket_key WHERE ticket_n = ?")));
        rows.bind(n);
        while (true) {
            VIGIE_TRY_ASSIGN(found, rows.next());
            if (!found)
                break;
            const TicketKey key(int(rows.integer(0)), rows.text(1));
            if (!keys.remove(key))
                gone.insert(key);
        }
    }
    const auto write = [&](const QString &statement, const TicketKey &key) -> Done {
        VIGIE_TRY_ASSIGN(change, m_database.prepare(statement));
        return change.bind(key.first).bind(key.second).bind(n).exec();
    };
    for (const TicketKey &key : std::as_const(gone))
        VIGIE_TRY(write(QStringLiteral(
                            "DELETE FROM ticket_key WHERE what = ? AND key = ? AND ticket_n = ?"),
                        key));
    for (const TicketKey &key : std::as_const(keys))
        VIGIE_TRY(write(QStringLiteral(
                            "INSERT INTO ticket_key (what, key, ticket_n) VALUES (?, ?, ?)"),
                        key));
    return {};
}

Done CacheRows::writeConfirmed(qint64 n, const Ticket &ticket, bool isFull)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO confirmed_ticket (n, is_full, json) VALUES (?, ?, ?) "
                                "ON CONFLICT (n) DO UPDATE SET is_full = excluded.is_full, "
                                "json = excluded.json")));
    return write.bind(n).bind(isFull).bind(jsonOf(ticket)).exec();
}

Done CacheRows::dropConfirmed(qint64 n)
{
    return run("DELETE FROM confirmed_ticket WHERE n = ?", n);
}

Done CacheRows::removeTicket(qint64 n)
{
    VIGIE_TRY(dropConfirmed(n));
    VIGIE_TRY_ASSIGN(old, head(n));
    if (!old.exists)
        return {};
    m_index.removeSubject(n, old.subject);
    VIGIE_TRY(run("DELETE FROM ticket_key WHERE ticket_n = ?", n));
    return run("DELETE FROM ticket WHERE n = ?", n);
}

Done CacheRows::recount(qint64 n)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "UPDATE ticket SET messages = (SELECT count(*) FROM message "
                                "WHERE ticket_n = ? AND kind <> ?) WHERE n = ?")));
    return write.bind(n).bind(int(MessageKind::Event)).bind(n).exec();
}

Result<std::optional<StoredMessage>> CacheRows::message(const QString &id)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT n, ticket_n, id, pending_op, json FROM message WHERE id = ?")));
    rows.bind(id);
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? std::optional(storedMessage(rows)) : std::nullopt;
}

Result<std::optional<StoredMessage>> CacheRows::messageByNumber(qint64 n)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT n, ticket_n, id, pending_op, json FROM message "
                               "WHERE n = ?")));
    rows.bind(n);
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? std::optional(storedMessage(rows)) : std::nullopt;
}

Result<QList<StoredMessage>> CacheRows::thread(qint64 ticketN)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT n, ticket_n, id, pending_op, json FROM message "
                               "WHERE ticket_n = ? ORDER BY at, n")));
    rows.bind(ticketN);
    QList<StoredMessage> messages;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return messages;
        messages.append(storedMessage(rows));
    }
}

Result<qint64> CacheRows::writeMessage(const std::optional<StoredMessage> &old,
                                       const Message &message, const QString &pendingOp, qint64 at)
{
    const QByteArray json = json::compact(codec::toJson(message));
    VIGIE_TRY_ASSIGN(ticketN, ref(message.ticket.text()));
    VIGIE_TRY_ASSIGN(
        write, m_database.prepare(QStringLiteral(
                   "INSERT INTO message (id, ticket_n, at, kind, visibility, author, pending_op, "
                   "files, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                   "ticket_n = excluded.ticket_n, at = excluded.at, kind = excluded.kind, "
                   "visibility = excluded.visibility, author = excluded.author, "
                   "pending_op = excluded.pending_op, files = excluded.files, json = excluded.json "
                   "RETURNING n")));
    write.bind(message.id.text()).bind(ticketN).bind(at).bind(int(message.kind));
    write.bind(int(message.visibility)).bind(message.author.text());
    if (pendingOp.isEmpty())
        write.bindNull();
    else
        write.bind(pendingOp);
    write.bind(int(message.attachments.size())).bind(json);
    VIGIE_TRY_ASSIGN(written, write.next());
    const qint64 n = written ? write.integer(0) : 0;
    const QString text = query::searchedText(message);
    if (old) {
        const Result<Message> before =
            codec::messageFrom(QJsonDocument::fromJson(old->json).object());
        const QString oldText = before ? query::searchedText(*before) : QString();
        if (oldText == text)
            return n;
        m_index.removeBody(n, oldText);
    }
    m_index.addBody(n, text);
    return n;
}

Done CacheRows::removeMessage(const StoredMessage &message)
{
    const Result<Message> old =
        codec::messageFrom(QJsonDocument::fromJson(message.json).object());
    m_index.removeBody(message.n, old ? query::searchedText(*old) : QString());
    return run("DELETE FROM message WHERE n = ?", message.n);
}

Done CacheRows::writePerson(const Person &person)
{
    VIGIE_TRY_ASSIGN(n, ref(person.id.text()));
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO person (n, name_key, is_staff, json) "
                                "VALUES (?, ?, ?, ?) ON CONFLICT (n) DO UPDATE SET "
                                "name_key = excluded.name_key, is_staff = excluded.is_staff, "
                                "json = excluded.json")));
    VIGIE_TRY(write.bind(n)
                  .bind(searchtext::nameKey(person.name))
                  .bind(person.role != Role::Employee && person.active)
                  .bind(json::compact(codec::toJson(person)))
                  .exec());
    VIGIE_TRY(run("DELETE FROM person_key WHERE person_n = ?", n));
    const QStringList keys = query::keysOf(person);
    for (const QString &key : keys) {
        VIGIE_TRY_ASSIGN(add, m_database.prepare(QStringLiteral(
                                  "INSERT INTO person_key (key, person_n) VALUES (?, ?)")));
        VIGIE_TRY(add.bind(key).bind(n).exec());
    }
    return {};
}

Done CacheRows::writeQueue(const Queue &queue)
{
    VIGIE_TRY_ASSIGN(n, ref(queue.id.text()));
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO queue (n, json) VALUES (?, ?) "
                                "ON CONFLICT (n) DO UPDATE SET json = excluded.json")));
    return write.bind(n).bind(json::compact(codec::toJson(queue))).exec();
}

Done CacheRows::writeServices(qint64 n, const ServiceBook &book)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO service_book (n, json) VALUES (?, ?) "
                                "ON CONFLICT (n) DO UPDATE SET json = excluded.json")));
    return write.bind(n).bind(json::compact(codec::toJson(book))).exec();
}

Done CacheRows::removeServices(qint64 n)
{
    return run("DELETE FROM service_book WHERE n = ?", n);
}

Done CacheRows::removePerson(qint64 n)
{
    VIGIE_TRY(run("DELETE FROM person_key WHERE person_n = ?", n));
    return run("DELETE FROM person WHERE n = ?", n);
}

Done CacheRows::removeQueue(qint64 n)
{
    return run("DELETE FROM queue WHERE n = ?", n);
}

} // namespace vigie::store
