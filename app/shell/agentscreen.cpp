// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/agentscreen.h"

#include "app/queue/queuepage.h"
#include "app/ticket/bulkpage.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/sidepane.h"

#include <QAction>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace vigie {

AgentScreen::AgentScreen(Workspace &workspace, Prompt &prompt, QWidget *parent)
    : QWidget(parent), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_queue(new QueuePage(workspace, prompt, m_splitter)),
      m_right(new QStackedWidget(m_splitter)),
      m_ticket(new TicketPage(workspace, prompt, m_right)),
      m_bulk(new BulkPage(workspace, prompt, m_right))
{
    setObjectName(QStringLiteral("agentScreen"));
    m_splitter->setObjectName(QStringLiteral("agentSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_queue);
    m_right->addWidget(m_ticket);
    m_right->addWidget(m_bulk);
    m_splitter->addWidget(m_right);
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
    connect(m_queue, &QueuePage::marked, this, &AgentScreen::showMarked);
    connect(m_bulk, &BulkPage::everythingWanted, m_queue, &QueuePage::markWholeList);
    connect(m_bulk, &BulkPage::endWanted, m_queue, &QueuePage::unmark);
    connect(m_bulk, &BulkPage::done, m_ticket, &TicketPage::noteDone);
    connect(m_bulk, &BulkPage::undoWanted, m_ticket, &TicketPage::undo);
    connect(m_ticket, &TicketPage::undoneMany, m_bulk, &BulkPage::showUndone);
    connect(m_bulk, &BulkPage::statusText, this, &AgentScreen::statusText);
    connect(m_ticket, &TicketPage::ticketWanted, this, &AgentScreen::openTicket);
    connect(m_ticket, &TicketPage::listWanted, this, [this](const QString &query) {
        m_queue->showQuery(query);
        m_queue->focusList();
    });
    connect(m_ticket->sides(), &SidePane::chosen, this, &AgentScreen::noteContext);
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

/// What is done to "the ticket" is done to all that are marked, or not at all.
void AgentScreen::showMarked(const QList<TicketId> &tickets, int whole)
{
    m_bulk->showTickets(tickets, whole);
    if (tickets.isEmpty()) {
        m_right->setCurrentWidget(m_ticket);
        m_ticket->setStandIn(nullptr);
        return;
    }
    m_right->setCurrentWidget(m_bulk);
    m_ticket->setStandIn([this](const QString &command) { m_bulk->run(command); });
}

QList<QAction *> AgentScreen::commands() const
{
    return m_queue->commands() + m_ticket->commands();
}

void AgentScreen::setHabits(const DeskHabits &habits)
{
    m_habits = habits;
    SidePane *sides = m_ticket->sides();
    sides->setSideWidth(habits.contextWidth);
    sides->setWanted(habits.context);
}

void AgentScreen::noteContext()
{
    const SidePane *sides = m_ticket->sides();
    m_habits.context = sides->isWanted();
    m_habits.contextWidth = sides->sideWidth();
    Q_EMIT habitsChanged();
}

} // namespace vigie
