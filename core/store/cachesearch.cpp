// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachesearch.h"

#include "core/model/codec.h"
#include "core/store/cachelists.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace vigie::store {

namespace {

constexpr int kMostHits = 500;
/// Matching messages looked at for each hit wanted: a long thread matches many times.
constexpr int kMessagesPerHit = 20;

/// A message hit that is not yet a row.
struct Match {
    qint64 ticketN = 0;
    qint64 messageN = 0; ///< 0 = found by its subject only
};

Done subjectMatches(sql::Database &database, const searchtext::Query &query, int limit,
                    QList<Match> &into)
{
    VIGIE_TRY_ASSIGN(rows, database.prepare(QStringLiteral(
                               "SELECT rowid FROM subject_fts WHERE subject_fts MATCH ? "
                               "ORDER BY rowid DESC LIMIT ?")));
    rows.bind(query.subject).bind(limit);
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return {};
        into.append({rows.integer(0), 0});
    }
}

/// Stops as soon as enough different tickets are found: newest first needs no look at the rest.
Done bodyMatches(sql::Database &database, const searchtext::Query &query, int limit,
                 QList<Match> &into)
{
    VIGIE_TRY_ASSIGN(rows, database.prepare(QStringLiteral(
                               "SELECT message.ticket_n, message.n FROM message_fts "
                               "CROSS JOIN message INDEXED BY message_ticket "
                               "ON message.n = message_fts.rowid WHERE message_fts MATCH ? "
                               "ORDER BY message_fts.rowid DESC LIMIT ?")));
    rows.bind(query.body).bind(limit * kMessagesPerHit);
    QSet<qint64> seen;
    while (seen.size() < limit) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return {};
        const qint64 ticketN = rows.integer(0);
        if (seen.contains(ticketN))
            continue;
        seen.insert(ticketN);
        into.append({ticketN, rows.integer(1)});
    }
    return {};
}

/// The rows of many tickets at once: each statement costs more than the rows it brings.
Result<QHash<qint64, TicketRow>> rowsByNumber(sql::Database &database,
                                              const QList<qint64> &numbers)
{
    QHash<qint64, TicketRow> found;
    VIGIE_TRY_ASSIGN(rows, database.prepare(
                               QStringLiteral("SELECT %1, ticket.n FROM json_each(?) AS hit "
                                              "CROSS JOIN ticket ON ticket.n = hit.value")
                                   .arg(QLatin1String(lists::kRowColumns))));
    rows.bind(lists::numberList(numbers));
    while (true) {
        VIGIE_TRY_ASSIGN(more, rows.next());
        if (!more)
            return found;
        found.insert(rows.integer(lists::kRowColumnCount), lists::readRow(rows));
    }
}

/// What the index knows of many messages.
Result<QHash<qint64, QString>> bodiesByNumber(sql::Database &database,
                                              const QList<qint64> &numbers)
{
    QHash<qint64, QString> found;
    VIGIE_TRY_ASSIGN(rows, database.prepare(QStringLiteral(
                               "SELECT message.json, message.n FROM json_each(?) AS hit "
                               "CROSS JOIN message ON message.n = hit.value")));
    rows.bind(lists::numberList(numbers));
    while (true) {
        VIGIE_TRY_ASSIGN(more, rows.next());
        if (!more)
            return found;
        const Result<Message> message =
            codec::messageFrom(QJsonDocument::fromJson(rows.bytes(0)).object());
        // What we wrote ourselves and cannot read is damage, not bad input.
        if (!message)
            return fail(ErrorCode::StoreCorrupt, message.error().detail);
        QString text = message->body;
        for (const Attachment &file : message->attachments)
            text += QLatin1Char(' ') + file.name;
        found.insert(rows.integer(1), text);
    }
}

/// Each ticket once, by the message that matches when there is one.
Result<QList<Match>> matchesOf(sql::Database &database, const searchtext::Query &query, int limit)
{
    QList<Match> all;
    VIGIE_TRY(bodyMatches(database, query, limit, all));
    VIGIE_TRY(subjectMatches(database, query, limit, all));
    QList<Match> matches;
    QSet<qint64> seen;
    for (const Match &match : std::as_const(all)) {
        if (seen.contains(match.ticketN))
            continue;
        seen.insert(match.ticketN);
        matches.append(match);
    }
    return matches;
}

} // namespace

Result<QList<SearchHit>> searched(sql::Database &database, const QString &text, int most)
{
    const int limit = std::min(most, kMostHits);
    const searchtext::Query query = searchtext::compile(text);
    QList<SearchHit> hits;
    if (query.isEmpty() || limit <= 0)
        return hits;
    VIGIE_TRY_ASSIGN(matches, matchesOf(database, query, limit));
    QList<qint64> tickets;
    for (const Match &match : std::as_const(matches))
        tickets.append(match.ticketN);
    VIGIE_TRY_ASSIGN(rows, rowsByNumber(database, tickets));
    // Bodies are large: only those that are shown are read.
    matches.removeIf([&rows](const Match &match) { return !rows.contains(match.ticketN); });
    std::stable_sort(matches.begin(), matches.end(), [&rows](const Match &a, const Match &b) {
        return rows[a.ticketN].updatedAt > rows[b.ticketN].updatedAt;
    });
    if (matches.size() > limit)
        matches.resize(limit);
    QList<qint64> messages;
    for (const Match &match : std::as_const(matches)) {
        if (match.messageN > 0)
            messages.append(match.messageN);
    }
    VIGIE_TRY_ASSIGN(bodies, bodiesByNumber(database, messages));
    for (const Match &match : std::as_const(matches)) {
        const TicketRow &row = rows[match.ticketN];
        const QString found = match.messageN > 0 ? bodies.value(match.messageN) : row.title;
        hits.append({row, searchtext::excerpt(found, query.words)});
    }
    return hits;
}

} // namespace vigie::store
