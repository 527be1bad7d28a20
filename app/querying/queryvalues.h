// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/completion.h"
#include "core/service/views.h"

#include <QHash>
#include <QObject>

namespace vigie {

class TicketService;

/// Names of queues, people and tags for completion. What is not known yet is asked for, and
/// arrived() says when it is. GUI thread; `tickets` must outlive it.
class QueryValues final : public QObject, public query::ValueSource
{
    Q_OBJECT

public:
    QueryValues(TicketService &tickets, QObject *parent);

    [[nodiscard]] QStringList values(query::Field field, const QString &beginning,
                                     int most) const override;
    /// Forgets what was read: the directory has changed.
    void forget();

Q_SIGNALS:
    void arrived();

private:
    void askQueues();
    void askPeople(const QString &key);
    void askTags(const QString &key);

    TicketService &m_tickets;
    bool m_queuesAsked = false;
    QStringList m_queues;
    QHash<QString, QStringList> m_people; ///< by beginning; empty lists also while asking
    QHash<QString, QStringList> m_tags;
};

} // namespace vigie
