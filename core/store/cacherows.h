// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"
#include "core/model/person.h"
#include "core/model/ticket.h"
#include "core/sla/servicebook.h"
#include "core/store/searchindex.h"

#include <QHash>
#include <QSet>

namespace vigie::store {

/// What kind of thing a row of `feed_row` is about. Stored: never renumber.
enum class ItemKind {
    Ticket = 1,
    Message = 2,
    Person = 3,
    Queue = 4,
    Services = 5,
    Topic = 6,
    Article = 7,
    Revision = 8
};

/// The small part of a ticket's row that decides how to go on with it.
struct TicketHead {
    bool exists = false;
    bool pending = false; ///< operations are on top; the server's copy is in confirmed_ticket
    bool isFull = false;  ///< from a queue's feed
    IndexedSubject subject;
};

struct StoredTicket {
    Ticket ticket;
    bool isFull = false;
};

struct StoredMessage {
    qint64 n = 0;
    qint64 ticketN = 0;
    QString id;
    QString pendingOp; ///< empty when the server has it
    QByteArray json;
};

/// Writes and reads single rows of cache.db with everything that hangs on them (full-text index,
/// message counts). Knows nothing of feeds' order, operations or transactions: the caller brings
/// the transaction, and finish() belongs to it. One object lives as long as one transaction.
class CacheRows
{
public:
    /// `me` decides in which lists a ticket stands.
    CacheRows(sql::Database &database, Person me)
        : m_database(database), m_index(database), m_me(std::move(me))
    {
    }

    /// Writes what the full-text index has to learn; the last thing before the commit.
    [[nodiscard]] Done finish() { return m_index.write(); }

    /// The small number of an id, made when missing; 0 for a null id.
    [[nodiscard]] Result<qint64> ref(const QString &id);
    /// The same, 0 when there is none.
    [[nodiscard]] Result<qint64> knownRef(const QString &id);
    [[nodiscard]] Result<QString> idOf(qint64 n);

    [[nodiscard]] Result<TicketHead> head(qint64 n);
    [[nodiscard]] Result<std::optional<StoredTicket>> ticket(qint64 n);
    [[nodiscard]] Result<std::optional<StoredTicket>> confirmed(qint64 n);
    [[nodiscard]] Done writeTicket(qint64 n, const TicketHead &old, const Ticket &ticket,
                                   bool pending, bool isFull);
    [[nodiscard]] Done writeConfirmed(qint64 n, const Ticket &ticket, bool isFull);
    [[nodiscard]] Done dropConfirmed(qint64 n);
    /// The row, its index entry and the confirmed copy; not the messages.
    [[nodiscard]] Done removeTicket(qint64 n);
    /// Counts the words of a thread anew.
    [[nodiscard]] Done recount(qint64 n);

    [[nodiscard]] Result<std::optional<StoredMessage>> message(const QString &id);
    [[nodiscard]] Result<std::optional<StoredMessage>> messageByNumber(qint64 n);
    [[nodiscard]] Result<QList<StoredMessage>> thread(qint64 ticketN);
    /// `pendingOp` empty = the server has it. `at` orders the thread. Answers its n.
    [[nodiscard]] Result<qint64> writeMessage(const std::optional<StoredMessage> &old,
                                              const Message &message, const QString &pendingOp,
                                              qint64 at);
    [[nodiscard]] Done removeMessage(const StoredMessage &message);

    [[nodiscard]] Done writePerson(const Person &person);
    [[nodiscard]] Done writeQueue(const Queue &queue);
    [[nodiscard]] Done writeServices(qint64 n, const ServiceBook &book);
    [[nodiscard]] Done removeServices(qint64 n);
    [[nodiscard]] Done removePerson(qint64 n);
    [[nodiscard]] Done removeQueue(qint64 n);

private:
    [[nodiscard]] Done bindTicket(sql::Statement &write, qint64 n, const Ticket &ticket,
                                  bool pending, bool isFull);
    using TicketKey = QPair<int, QString>; ///< query::KeyList and key
    [[nodiscard]] Done writeKeys(qint64 n, bool existed, QSet<TicketKey> keys);
    [[nodiscard]] Done run(const char *statement, qint64 value);

    sql::Database &m_database;
    SearchIndex m_index;
    Person m_me;
    QHash<QString, qint64> m_refs;
};

/// Sort keys as stored, also made from a list's last row to go on from there.
[[nodiscard]] qint64 rankOf(Priority priority, qint64 updatedAt);
[[nodiscard]] qint64 numberKeyOf(qint64 number);
/// Larger the sooner; 1 for clocks that stand, 0 without clocks.
[[nodiscard]] qint64 dueKeyOf(qint64 dueAt, bool paused);
/// The column that the database works out by itself: larger the sooner an open ticket wakes up.
[[nodiscard]] qint64 wakeKeyOf(State state, qint64 pendingUntil);

} // namespace vigie::store
