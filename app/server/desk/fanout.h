// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/data/serverstore.h"

#include <QMap>

namespace vigie::server {

/// Appends a change to every feed whose readers may see it, and to no other: what is internal
/// never moves a person's feed. Lives within one transaction.
class Fanout
{
public:
    /// `cause` is the op's id, or a word for changes of the directory; `now` the server's stamp. Both
    /// go into the chain: the same operation applied again after a restore makes other rows, which
    /// a client that has the old ones must notice.
    Fanout(ServerStore &store, const QString &cause, qint64 now)
        : m_store(store), m_cause(cause + QLatin1Char('@') + QString::number(now))
    {
    }

    /// After the rows are written. `before` is null for a new ticket.
    [[nodiscard]] Done ticketChanged(const Ticket *before, const Ticket &after,
                                     const QList<Message> &added);
    [[nodiscard]] Done personChanged(const Person &person);
    [[nodiscard]] Done queueChanged(const Queue &queue);
    [[nodiscard]] Done servicesChanged();
    /// After the rows are written; `before` is null for a new article.
    [[nodiscard]] Done articleChanged(const Article *before, const Article &after,
                                      const QList<Revision> &added);
    [[nodiscard]] Done topicChanged(const Topic &topic);
    /// Moves the personal feed of somebody whose operation shows in no other feed of theirs: by it
    /// their device notices when a restored server has lost the operation.
    [[nodiscard]] Done receiptFor(const PersonId &author);
    /// The ticket with all its public messages, for somebody who could not see it (here) before.
    [[nodiscard]] Done offer(const PersonId &person, const Ticket &ticket);

    /// The newest position of each feed that moved.
    [[nodiscard]] const QMap<QString, wire::Position> &moved() const { return m_moved; }

private:
    enum class Known { MaybeBefore, FirstTime };
    [[nodiscard]] Done append(const QString &feed, wire::ChangeKind kind, const QString &entity,
                              Known known = Known::MaybeBefore);
    [[nodiscard]] Done toQueues(const Ticket *before, const Ticket &after,
                                const QList<Message> &added);
    [[nodiscard]] Done toPerson(const PersonId &person, const Ticket *before, const Ticket &after,
                                const QList<Message> &added);
    [[nodiscard]] Done thread(const QString &feed, const TicketId &ticket, bool withInternal);
    [[nodiscard]] Done toReaders(const Article *before, const Article &after);
    [[nodiscard]] Done withdraw(const QString &feed, const TicketId &ticket);
    [[nodiscard]] Result<bool> lostStaffSight(const PersonId &person, const QueueId &before,
                                              const QueueId &after);

    ServerStore &m_store;
    QString m_cause;
    QMap<QString, wire::Position> m_moved;
};

} // namespace vigie::server
