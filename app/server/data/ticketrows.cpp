// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/data/ticketrows.h"

#include "core/base/json.h"
#include "core/model/codec.h"
#include "core/model/lifecycle.h"

#include <QJsonDocument>

namespace vigie::server {

namespace {

Result<Ticket> parsedTicket(const QByteArray &bytes)
{
    Result<Ticket> ticket = codec::ticketFrom(QJsonDocument::fromJson(bytes).object());
    if (!ticket)
        return fail(ErrorCode::StoreCorrupt, ticket.error().detail);
    return ticket;
}

} // namespace

Result<QByteArray> TicketRows::ticketJson(const TicketId &id)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral("SELECT json FROM ticket WHERE id = ?")));
    VIGIE_TRY_ASSIGN(found, statement.bind(id.text()).next());
    return found ? statement.text(0).toUtf8() : QByteArray();
}

Result<std::optional<Ticket>> TicketRows::ticket(const TicketId &id)
{
    VIGIE_TRY_ASSIGN(bytes, ticketJson(id));
    if (bytes.isEmpty())
        return std::optional<Ticket>();
    VIGIE_TRY_ASSIGN(ticket, parsedTicket(bytes));
    return std::optional<Ticket>(ticket);
}

Done TicketRows::put(const Ticket &ticket)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "INSERT INTO ticket (id, number, queue, requester, updated, is_open, is_closed, "
                         "has_clocks, due, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
                         "SET queue = excluded.queue, updated = excluded.updated, is_open = "
                         "excluded.is_open, is_closed = excluded.is_closed, has_clocks = excluded.has_clocks, due = excluded.due, "
                         "json = excluded.json")));
    return statement.bind(ticket.id.text())
        .bind(ticket.number)
        .bind(ticket.queue.text())
        .bind(ticket.requester.text())
        .bind(ticket.updatedAt)
        .bind(isOpen(ticket.state))
        .bind(ticket.state == State::Closed)
        .bind(!ticket.service.marks.isEmpty())
        .bind(ticket.service.dueAt)
        .bind(QString::fromUtf8(json::compact(codec::toJson(ticket))))
        .exec();
}

Done TicketRows::add(const Message &message)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "INSERT INTO message (id, ticket, visibility, kind, author, received, "
                         "json) VALUES (?, ?, ?, ?, ?, ?, ?)")));
    VIGIE_TRY(statement.bind(message.id.text())
                  .bind(message.ticket.text())
                  .bind(nameOf(message.visibility))
                  .bind(nameOf(message.kind))
                  .bind(message.author.text())
                  .bind(message.receivedAt)
                  .bind(QString::fromUtf8(json::compact(codec::toJson(message))))
                  .exec());
    for (const Attachment &file : message.attachments) {
        VIGIE_TRY_ASSIGN(link, m_database.prepare(QStringLiteral(
                                   "INSERT OR IGNORE INTO message_blob (sha256, ticket, message, "
                                   "visibility) VALUES (?, ?, ?, ?)")));
        VIGIE_TRY(link.bind(file.sha256)
                      .bind(message.ticket.text())
                      .bind(message.id.text())
                      .bind(nameOf(message.visibility))
                      .exec());
    }
    return {};
}

Result<bool> TicketRows::messageExists(const MessageId &id)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral("SELECT 1 FROM message WHERE id = ?")));
    return statement.bind(id.text()).next();
}

Result<std::optional<MessageRow>> TicketRows::message(const MessageId &id)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "SELECT ticket, visibility, json FROM message WHERE id = ?")));
    VIGIE_TRY_ASSIGN(found, statement.bind(id.text()).next());
    if (!found)
        return std::optional<MessageRow>();
    return std::optional<MessageRow>(
        MessageRow{id, TicketId::fromStored(statement.text(0)),
                   enumStored(statement.text(1), Visibility::Internal), statement.text(2).toUtf8()});
}

Result<QList<ThreadEntry>> TicketRows::thread(const TicketId &ticket)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral("SELECT id, author, kind, visibility FROM "
                                                       "message WHERE ticket = ? ORDER BY seq")));
    statement.bind(ticket.text());
    QList<ThreadEntry> entries;
    while (true) {
        VIGIE_TRY_ASSIGN(found, statement.next());
        if (!found)
            return entries;
        entries.append({MessageId::fromStored(statement.text(0)),
                        PersonId::fromStored(statement.text(1)),
                        enumStored(statement.text(2), MessageKind::Event),
                        enumStored(statement.text(3), Visibility::Internal)});
    }
}

Result<QList<Message>> TicketRows::messages(const TicketId &ticket)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "SELECT json FROM message WHERE ticket = ? ORDER BY seq")));
    statement.bind(ticket.text());
    QList<Message> messages;
    while (true) {
        VIGIE_TRY_ASSIGN(found, statement.next());
        if (!found)
            return messages;
        const auto message = codec::messageFrom(
            QJsonDocument::fromJson(statement.text(0).toUtf8()).object());
        if (!message)
            return fail(ErrorCode::StoreCorrupt, message.error().detail);
        messages.append(*message);
    }
}

Result<QList<TicketId>> TicketRows::open(bool withoutClocksOnly)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "SELECT id FROM ticket WHERE is_open = 1 AND has_clocks <= ? ORDER BY id")));
    statement.bind(withoutClocksOnly ? 0 : 1);
    QList<TicketId> ids;
    while (true) {
        VIGIE_TRY_ASSIGN(found, statement.next());
        if (!found)
            return ids;
        ids.append(TicketId::fromStored(statement.text(0)));
    }
}

Result<QList<TicketId>> TicketRows::notClosed(const TicketId &after, int most)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "SELECT id FROM ticket WHERE is_closed = 0 AND id > ? "
                                    "ORDER BY id LIMIT ?")));
    statement.bind(after.isNull() ? QString() : after.text()).bind(most);
    QList<TicketId> ids;
    while (true) {
        VIGIE_TRY_ASSIGN(found, statement.next());
        if (!found)
            return ids;
        ids.append(TicketId::fromStored(statement.text(0)));
    }
}

Done TicketRows::noteEnded(const TicketId &ticket)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "UPDATE ticket SET is_open = 0 WHERE id = ?")));
    return statement.bind(ticket.text()).exec();
}

Result<QList<Ticket>> TicketRows::involving(const PersonId &person, const QueueId &queue)
{
    // instr() only narrows down; who is involved is decided on the parsed row.
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral("SELECT json FROM ticket WHERE queue = ? "
                                                       "AND instr(json, ?) > 0 ORDER BY number")));
    statement.bind(queue.text()).bind(person.text());
    QList<Ticket> tickets;
    while (true) {
        VIGIE_TRY_ASSIGN(found, statement.next());
        if (!found)
            return tickets;
        VIGIE_TRY_ASSIGN(ticket, parsedTicket(statement.text(0).toUtf8()));
        if (ticket.requester == person || ticket.watchers.contains(person))
            tickets.append(ticket);
    }
}

Result<bool> TicketRows::hasFile(const TicketId &ticket, const QString &sha256, bool withInternal)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "SELECT 1 FROM message_blob WHERE sha256 = ? AND ticket = ? AND "
                         "(visibility = 'public' OR ?) LIMIT 1")));
    return statement.bind(sha256).bind(ticket.text()).bind(withInternal).next();
}

} // namespace vigie::server
