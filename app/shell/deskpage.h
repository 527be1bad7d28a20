// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QWidget>

class QAction;

namespace vigie {

class Prompt;
class QueuePage;
class TicketPage;
class Workspace;

/// The agent's desk: the list and the ticket side by side. Only arranges and connects the two.
class DeskPage final : public QWidget
{
    Q_OBJECT

public:
    DeskPage(Workspace &workspace, Prompt &prompt, QWidget *parent);

    [[nodiscard]] QueuePage *queue() const { return m_queue; }
    [[nodiscard]] TicketPage *ticket() const { return m_ticket; }
    [[nodiscard]] QList<QAction *> commands() const;
    void openTicket(const TicketId &id);

Q_SIGNALS:
    void outboxWanted();
    void statusText(const QString &text);

private:
    QueuePage *m_queue;
    TicketPage *m_ticket;
};

} // namespace vigie
