// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/noticestore.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/model/codec.h"
#include "core/store/mentionreads.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace vigie::store {

using sql::Transaction;

namespace {

const QString kSelectNotice = QStringLiteral("SELECT message, ticket, json, is_read, loudness, mention FROM notice ");

QString noticeJson(const Notice &notice)
{
    QJsonObject object;
    codec::put(object, "kind", nameOf(notice.kind));
    codec::put(object, "title", notice.title);
    codec::put(object, "number", notice.number);
    codec::put(object, "by", notice.by);
    codec::put(object, "words", notice.words);
    codec::put(object, "state", nameOf(notice.state));
    codec::put(object, "score", qint64(notice.score));
    if (notice.kind == NoticeKind::Due || notice.kind == NoticeKind::Reminder) {
        codec::put(object, "clock", nameOf(notice.clock));
        codec::put(object, "due", notice.dueAt);
    }
    codec::put(object, "at", notice.at);
    codec::put(object, "staff", qint64(notice.asStaff ? 1 : 0));
    codec::put(object, "free", qint64(notice.isFree ? 1 : 0));
    return QString::fromUtf8(json::compact(object));
}

Notice readNotice(const sql::Statement &row)
{
    const QJsonObject object = QJsonDocument::fromJson(row.text(2).toUtf8()).object();
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    const auto number = [&object](const char *key) {
        return object.value(QLatin1String(key)).toInteger();
    };
    Notice notice;
    notice.message = MessageId::fromStored(row.text(0));
    notice.ticket = TicketId::fromStored(row.text(1));
    notice.kind = enumStored(text("kind"), NoticeKind::Reply);
    notice.title = text("title");
    notice.number = number("number");
    notice.by = text("by");
    notice.words = text("words");
    notice.state = enumStored(text("state"), PublicState::InProgress);
    notice.score = int(number("score"));
    notice.clock = enumStored(text("clock"), ClockKind::Ownership);
    notice.dueAt = number("due");
    notice.at = number("at");
    notice.asStaff = number("staff") != 0;
    notice.isFree = number("free") != 0;
    notice.read = row.integer(3) != 0;
    notice.loudness = enumStored(row.text(4), NoticeClass::Interrupt);
    notice.mention = row.integer(5) != 0;
    return notice;
}

QString clockName(const DueClock &due)
{
    return due.reminder ? QStringLiteral("reminder") : nameOf(due.clock);
}

} // namespace

Result<QList<Notice>> NoticeStore::add(const QList<Notice> &notices)
{
    QList<Notice> added;
    VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
    for (Notice notice : notices) {
        if (notice.mention && !notice.read) {
            VIGIE_TRY_ASSIGN(through, MentionReads(m_database).through(notice.ticket));
            notice.read = through >= notice.at;
        }
        VIGIE_TRY_ASSIGN(insert,
                         m_database.prepare(QStringLiteral(
                             "INSERT INTO notice (message, ticket, json, is_read, loudness, mention) "
                             "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (message) DO NOTHING")));
        VIGIE_TRY(insert.bind(notice.message.text())
                      .bind(notice.ticket.text())
                      .bind(noticeJson(notice))
                      .bind(notice.read)
                      .bind(nameOf(notice.loudness))
                      .bind(notice.mention)
                      .exec());
        if (m_database.changes() > 0)
            added.append(notice);
    }
    VIGIE_TRY_ASSIGN(surplus, m_database.prepare(QStringLiteral(
                                  "DELETE FROM notice WHERE NOT (mention = 1 AND is_read = 0) "
                                  "AND seq <= "
                                  "(SELECT seq FROM notice ORDER BY seq DESC LIMIT 1 OFFSET ?)")));
    VIGIE_TRY(surplus.bind(limits::kNotices).exec());
    VIGIE_TRY(transaction.commit());
    return added;
}

Result<QList<Notice>> NoticeStore::select(const char *condition) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(kSelectNotice + QLatin1String(condition)));
    QList<Notice> notices;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return notices;
        notices.append(readNotice(rows));
    }
}

Result<QList<Notice>> NoticeStore::list() const
{
    return select("ORDER BY seq DESC");
}

Result<QHash<TicketId, UnreadNotices>> NoticeStore::unreadByTicket() const
{
    VIGIE_TRY_ASSIGN(notices, select("WHERE is_read = 0 ORDER BY seq"));
    QHash<TicketId, UnreadNotices> counts;
    for (const Notice &notice : notices) {
        counts[notice.ticket].add(notice);
    }
    return counts;
}

Result<QList<TicketId>> NoticeStore::unread() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT ticket FROM notice WHERE is_read = 0 ORDER BY seq")));
    QList<TicketId> tickets;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return tickets;
        tickets.append(TicketId::fromStored(rows.text(0)));
    }
}

Result<std::optional<Notice>> NoticeStore::newestUnread(const TicketId &ticket) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                               kSelectNotice
                               + QStringLiteral("WHERE ticket = ? AND is_read = 0 "
                                                "ORDER BY seq DESC LIMIT 1")));
    rows.bind(ticket.text());
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? std::optional<Notice>(readNotice(rows)) : std::nullopt;
}

Result<bool> NoticeStore::markRead(const TicketId &ticket)
{
    VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
    VIGIE_TRY_ASSIGN(mentions, m_database.prepare(QStringLiteral(
                                   "SELECT coalesce(max(json_extract(json, '$.at')), 0) FROM notice "
                                   "WHERE ticket = ? AND is_read = 0 AND mention = 1")));
    VIGIE_TRY_ASSIGN(found, mentions.bind(ticket.text()).next());
    const qint64 through = found ? mentions.integer(0) : 0;
    VIGIE_TRY_ASSIGN(update, m_database.prepare(QStringLiteral(
                                 "UPDATE notice SET is_read = 1 WHERE ticket = ? AND is_read = 0")));
    VIGIE_TRY(update.bind(ticket.text()).exec());
    const bool was = m_database.changes() > 0;
    if (through > 0)
        VIGIE_TRY(MentionReads(m_database).note(ticket, through));
    VIGIE_TRY(transaction.commit());
    return was;
}

Result<bool> NoticeStore::markAllRead()
{
    VIGIE_TRY(m_database.run(
        QStringLiteral("UPDATE notice SET is_read = 1 WHERE is_read = 0 AND mention = 0")));
    return m_database.changes() > 0;
}

Result<QList<TicketId>> NoticeStore::takeMentionReads()
{
    VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
    VIGIE_TRY_ASSIGN(unread, select("WHERE is_read = 0 AND mention = 1 ORDER BY seq"));
    QList<TicketId> tickets;
    for (const Notice &notice : unread) {
        VIGIE_TRY_ASSIGN(through, MentionReads(m_database).through(notice.ticket));
        if (through < notice.at || tickets.contains(notice.ticket))
            continue;
        VIGIE_TRY(write(QStringLiteral("UPDATE notice SET is_read = 1 WHERE ticket = ? "
                                       "AND is_read = 0 AND json_extract(json, '$.at') <= ?"),
                        notice.ticket.text(), through));
        tickets.append(notice.ticket);
    }
    VIGIE_TRY(transaction.commit());
    return tickets;
}

Result<QList<Notice>> NoticeStore::takeDigest(qint64 before)
{
    VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
    VIGIE_TRY_ASSIGN(waiting, select("WHERE is_read = 0 AND loudness = 'digest' ORDER BY seq"));
    QList<Notice> told;
    for (Notice &notice : waiting) {
        if (notice.at >= before)
            continue;
        VIGIE_TRY_ASSIGN(update, m_database.prepare(QStringLiteral(
                                     "UPDATE notice SET loudness = ? WHERE message = ?")));
        notice.loudness = NoticeClass::Badge;
        VIGIE_TRY(update.bind(nameOf(notice.loudness)).bind(notice.message.text()).exec());
        told.append(notice);
    }
    VIGIE_TRY(transaction.commit());
    return told;
}

Done NoticeStore::snooze(const TicketId &ticket, qint64 until)
{
    return write(QStringLiteral("INSERT INTO snooze (ticket, until_ms) VALUES (?, ?) "
                                "ON CONFLICT (ticket) DO UPDATE SET until_ms = excluded.until_ms"),
                 ticket.text(), until);
}

Result<QList<NoticeStore::Snooze>> NoticeStore::snoozes() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT ticket, until_ms FROM snooze ORDER BY until_ms, ticket")));
    QList<Snooze> found;
    while (true) {
        VIGIE_TRY_ASSIGN(more, rows.next());
        if (!more)
            return found;
        found.append({TicketId::fromStored(rows.text(0)), rows.integer(1)});
    }
}

Done NoticeStore::endSnooze(const TicketId &ticket)
{
    VIGIE_TRY_ASSIGN(remove,
                     m_database.prepare(QStringLiteral("DELETE FROM snooze WHERE ticket = ?")));
    return remove.bind(ticket.text()).exec();
}

Done NoticeStore::noteAsked(const TicketId &ticket, qint64 at)
{
    return write(QStringLiteral("INSERT INTO rating_asked (ticket, at) VALUES (?, ?) "
                                "ON CONFLICT (ticket) DO UPDATE SET at = excluded.at"),
                 ticket.text(), at);
}

Result<bool> NoticeStore::wasAsked(const TicketId &ticket) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                               QStringLiteral("SELECT 1 FROM rating_asked WHERE ticket = ?")));
    rows.bind(ticket.text());
    return rows.next();
}

Result<qint64> NoticeStore::lastAsked() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                               QStringLiteral("SELECT coalesce(max(at), 0) FROM rating_asked")));
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? rows.integer(0) : 0;
}

Done NoticeStore::write(const QString &sql, const QString &first, qint64 second)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(sql));
    return statement.bind(first).bind(second).exec();
}

Result<QList<DueClock>> NoticeStore::untold(const QList<DueClock> &clocks) const
{
    if (clocks.isEmpty())
        return clocks;
    const auto earliest = std::min_element(
        clocks.cbegin(), clocks.cend(),
        [](const DueClock &a, const DueClock &b) { return a.dueAt < b.dueAt; });
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT ticket, clock, due_at FROM due_told WHERE due_at >= ?")));
    rows.bind(earliest->dueAt);
    const auto keyOf = [](const QString &ticket, const QString &clock, qint64 dueAt) {
        return ticket + QLatin1Char('/') + clock + QLatin1Char('/') + QString::number(dueAt);
    };
    QSet<QString> told;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            break;
        told.insert(keyOf(rows.text(0), rows.text(1), rows.integer(2)));
    }
    QList<DueClock> fresh;
    for (const DueClock &due : clocks) {
        if (!told.contains(keyOf(due.ticket.text(), clockName(due), due.dueAt)))
            fresh.append(due);
    }
    return fresh;
}

Done NoticeStore::noteTold(const QList<DueClock> &clocks, qint64 now)
{
    if (clocks.isEmpty())
        return {};
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_database));
    for (const DueClock &due : clocks) {
        VIGIE_TRY_ASSIGN(note, m_database.prepare(QStringLiteral(
                                   "INSERT OR IGNORE INTO due_told (ticket, clock, due_at) "
                                   "VALUES (?, ?, ?)")));
        VIGIE_TRY(note.bind(due.ticket.text()).bind(clockName(due)).bind(due.dueAt).exec());
    }
    // A reminder is looked for as far back as this, and told once.
    VIGIE_TRY_ASSIGN(old, m_database.prepare(QStringLiteral(
                              "DELETE FROM due_told WHERE due_at < ? AND "
                              "(clock <> 'reminder' OR due_at < ?)")));
    VIGIE_TRY(old.bind(now - limits::kDueToldKeptMs).bind(now - kReminderToldKeptMs).exec());
    return transaction.commit();
}

} // namespace vigie::store
