// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/agentscreen.h"

#include "app/queue/queuepage.h"
#include "app/shell/desksplit.h"
#include "app/ticket/bulkpage.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/sidepane.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace vigie {

AgentScreen::AgentScreen(Workspace &workspace, Prompt &prompt, QWidget *parent)
    : QWidget(parent), m_split(new DeskSplit(this)),
      m_queue(new QueuePage(workspace, prompt, m_split)), m_right(new QStackedWidget(m_split)),
      m_ticket(new TicketPage(workspace, prompt, m_right)),
      m_bulk(new BulkPage(workspace, prompt, m_right))
{
    setObjectName(QStringLiteral("agentScreen"));
    m_split->addWidget(m_queue);
    m_right->addWidget(m_ticket);
    m_right->addWidget(m_bulk);
    m_split->addWidget(m_right);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->setKept({}, {});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_queue->places());
    row->addWidget(m_split, 1);

    buildCommands();
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
    connect(m_queue, &QueuePage::placeChanged, this, &AgentScreen::showList);
    connect(m_split, &DeskSplit::sizesChosen, this, &AgentScreen::noteSizes);
    connect(m_ticket->sides(), &SidePane::chosen, this, &AgentScreen::noteContext);
    connect(m_ticket, &TicketPage::nextWanted, m_queue, &QueuePage::selectNext);
    connect(m_queue, &QueuePage::statusText, this, &AgentScreen::statusText);
    connect(m_ticket, &TicketPage::statusText, this, &AgentScreen::statusText);
    connect(m_ticket, &TicketPage::outboxWanted, this, &AgentScreen::outboxWanted);
}

void AgentScreen::buildCommands()
{
    addCommand("desk.listAbove", tr("List above the conversation, or beside it"), Icon::Swap,
               {QKeySequence(Qt::SHIFT | Qt::Key_L)}, [this] { setListAbove(!m_split->isAbove()); });
    addCommand("desk.listAlike", tr("Arrange all lists like this one"), Icon::List, {},
               [this] { arrangeAllAlike(); });
}

QAction *AgentScreen::addCommand(const char *id, const QString &text, Icon icon,
                                 const QList<QKeySequence> &keys, const std::function<void()> &run)
{
    auto *action = new QAction(IconSet::icon(icon), text, this);
    action->setObjectName(QLatin1String(id));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    m_commands.append(action);
    return action;
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
    return m_queue->commands() + m_ticket->commands() + m_commands;
}

void AgentScreen::setHabits(const DeskHabits &habits)
{
    m_habits = habits;
    SidePane *sides = m_ticket->sides();
    sides->setSideWidth(habits.contextWidth);
    sides->setWanted(habits.context);
    m_split->setKept(habits.besideSizes, habits.aboveSizes);
    showList();
}

void AgentScreen::noteContext()
{
    const SidePane *sides = m_ticket->sides();
    m_habits.context = sides->isWanted();
    m_habits.contextWidth = sides->sideWidth();
    Q_EMIT habitsChanged();
}

// ---- list and conversation -------------------------------------------------------------------

void AgentScreen::showList()
{
    m_split->setAbove(m_habits.isListAbove(m_queue->placeKey()));
}

void AgentScreen::setListAbove(bool above)
{
    m_habits.listAboveIn.remove(m_queue->placeKey());
    if (above != m_habits.listAbove)
        m_habits.listAboveIn.insert(m_queue->placeKey(), above);
    showList();
    Q_EMIT habitsChanged();
}

void AgentScreen::arrangeAllAlike()
{
    m_habits.listAbove = m_split->isAbove();
    m_habits.listAboveIn.clear();
    Q_EMIT habitsChanged();
    Q_EMIT statusText(m_habits.listAbove ? tr("All lists stand above the conversation now.")
                                         : tr("All lists stand beside the conversation now."));
}

void AgentScreen::noteSizes()
{
    m_habits.besideSizes = m_split->kept(false);
    m_habits.aboveSizes = m_split->kept(true);
    Q_EMIT habitsChanged();
}

} // namespace vigie
