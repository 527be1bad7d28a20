// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/deskpage.h"

#include "app/queue/queuepage.h"
#include "app/ticket/ticketpage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSplitter>

namespace vigie {

DeskPage::DeskPage(Workspace &workspace, Prompt &prompt, QWidget *parent) :
    QWidget(parent), m_queue(new QueuePage(workspace, prompt, this)),
    m_ticket(new TicketPage(workspace, prompt, this))
{
    setObjectName(QStringLiteral("deskPage"));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_queue);
    splitter->addWidget(m_ticket);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({560, 640});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    // The ticket's keys also work while the list has the focus, and the other way round.
    addActions(commands());
    connect(m_queue, &QueuePage::ticketSelected, m_ticket, &TicketPage::showTicket);
    connect(m_queue, &QueuePage::ticketActivated, this, [this](const TicketId &id) {
        m_ticket->showTicket(id);
        m_ticket->focusThread();
    });
    connect(m_ticket, &TicketPage::nextWanted, m_queue, &QueuePage::selectNext);
    connect(m_ticket, &TicketPage::outboxWanted, this, [this] { Q_EMIT outboxWanted(); });
    connect(m_ticket, &TicketPage::statusText, this, &DeskPage::statusText);
    connect(m_queue, &QueuePage::statusText, this, &DeskPage::statusText);
}

QList<QAction *> DeskPage::commands() const
{
    return m_queue->commands() + m_ticket->commands();
}

void DeskPage::openTicket(const TicketId &id)
{
    m_queue->showSelected(id);
    m_ticket->showTicket(id);
}

} // namespace vigie
