// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/agentscreen.h"

#include "app/queue/queuepage.h"
#include "app/ticket/ticketpage.h"

#include <QAction>
#include <QSplitter>
#include <QVBoxLayout>

namespace vigie {

AgentScreen::AgentScreen(Workspace &workspace, Prompt &prompt, QWidget *parent)
    : QWidget(parent), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_queue(new QueuePage(workspace, prompt, m_splitter)),
      m_ticket(new TicketPage(workspace, prompt, m_splitter))
{
    setObjectName(QStringLiteral("agentScreen"));
    m_splitter->setObjectName(QStringLiteral("agentSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_queue);
    m_splitter->addWidget(m_ticket);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({560, 720});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);

    // A key means the same wherever on this screen the keyboard is.
    addActions(commands());
    connect(m_queue, &QueuePage::ticketSelected, m_ticket, &TicketPage::showTicket);
    connect(m_queue, &QueuePage::ticketActivated, this, [this](const TicketId &id) {
        m_ticket->showTicket(id);
        m_ticket->focusThread();
    });
    connect(m_ticket, &TicketPage::ticketWanted, this, &AgentScreen::openTicket);
    connect(m_ticket, &TicketPage::nextWanted, m_queue, &QueuePage::selectNext);
    connect(m_queue, &QueuePage::statusText, this, &AgentScreen::statusText);
    connect(m_ticket, &TicketPage::statusText, this, &AgentScreen::statusText);
    connect(m_ticket, &TicketPage::outboxWanted, this, &AgentScreen::outboxWanted);
}

void AgentScreen::openTicket(const TicketId &id)
{
    m_queue->showSelected(id);
    m_ticket->showTicket(id);
}

QList<QAction *> AgentScreen::commands() const
{
    return m_queue->commands() + m_ticket->commands();
}

QByteArray AgentScreen::layoutState() const
{
    return m_splitter->saveState();
}

void AgentScreen::restoreLayout(const QByteArray &state)
{
    if (!state.isEmpty())
        m_splitter->restoreState(state);
}

} // namespace vigie
