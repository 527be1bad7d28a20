// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/agentscreen.h"

#include "app/queue/queuepage.h"
#include "app/recipe/rulewindow.h"
#include "app/shell/attention.h"
#include "app/shell/desksplit.h"
#include "app/shell/tickettabs.h"
#include "app/shell/ticketwindow.h"
#include "app/ticket/bouncewindow.h"
#include "app/ticket/bulkpage.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/sidepane.h"
#include "core/service/presenceservice.h"
#include "core/service/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace vigie {

AgentScreen::AgentScreen(Workspace &workspace, Prompt &prompt, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_prompt(prompt), m_split(new DeskSplit(this)),
      m_queue(new QueuePage(workspace, prompt, m_split)),
      m_tabs(new TicketTabs(workspace, m_split)), m_right(new QStackedWidget(m_split)),
      m_ticket(new TicketPage(workspace, prompt, m_right)),
      m_bulk(new BulkPage(workspace, prompt, m_right)),
      m_elsewhere(new EmptyState(Icon::Open, tr("Open in its own window"),
                                 tr("One ticket is written to in one place only, so that nothing "
                                    "is overwritten."),
                                 m_right))
{
    setObjectName(QStringLiteral("agentScreen"));
    build();
    buildCommands();
    // A key means the same wherever on this screen the keyboard is.
    addActions(commands());
    wirePages();
    wirePlaces();
}

AgentScreen::~AgentScreen()
{
    for (TicketWindow *window : std::as_const(m_windows)) {
        window->disconnect(this);
        delete window;
    }
}

void AgentScreen::build()
{
    m_elsewhere->setObjectName(QStringLiteral("ticketElsewhere"));
    m_elsewhere->setAction(tr("Show the window"));
    m_right->addWidget(m_ticket);
    m_right->addWidget(m_bulk);
    m_right->addWidget(m_elsewhere);
    auto *reading = new QWidget(m_split);
    auto *column = new QVBoxLayout(reading);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_right, 1);
    m_split->addWidget(m_queue);
    m_split->addWidget(reading);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->setKept({}, {});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_queue->places());
    row->addWidget(m_split, 1);
}

void AgentScreen::wirePages()
{
    connect(m_queue, &QueuePage::marked, this, &AgentScreen::showMarked);
    connect(m_bulk, &BulkPage::everythingWanted, m_queue, &QueuePage::markWholeList);
    connect(m_bulk, &BulkPage::endWanted, m_queue, &QueuePage::unmark);
    connect(m_bulk, &BulkPage::done, m_ticket, &TicketPage::noteDone);
    connect(m_bulk, &BulkPage::undoWanted, m_ticket, &TicketPage::undo);
    connect(m_ticket, &TicketPage::undoneMany, m_bulk, &BulkPage::showUndone);
    connect(m_bulk, &BulkPage::statusText, this, &AgentScreen::statusText);
    connect(m_ticket, &TicketPage::ticketWanted, this, &AgentScreen::openTicket);
    const auto list = [this](const QString &query) {
        m_queue->showQuery(query);
        m_queue->focusList();
    };
    connect(m_ticket, &TicketPage::listWanted, this, list);
    connect(m_ticket, &TicketPage::nextWanted, m_queue, &QueuePage::selectNext);
    connect(m_ticket, &TicketPage::statusText, this, &AgentScreen::statusText);
    connect(m_ticket, &TicketPage::outboxWanted, this, &AgentScreen::outboxWanted);
    connect(m_ticket, &TicketPage::answered, this, &AgentScreen::afterAnswer,
            Qt::QueuedConnection);
    connect(m_queue, &QueuePage::statusText, this, &AgentScreen::statusText);
    connect(m_queue, &QueuePage::placeChanged, this, &AgentScreen::showList);
    connect(m_split, &DeskSplit::sizesChosen, this, &AgentScreen::noteSizes);
    connect(m_ticket->sides(), &SidePane::chosen, this,
            [this] { noteContext(*m_ticket->sides()); });
}

// ---- commands --------------------------------------------------------------------------------

void AgentScreen::buildCommands()
{
    const auto keys = [](const char *text) {
        return QList<QKeySequence>{QKeySequence(QLatin1String(text))};
    };
    addCommand("ticket.tab", tr("Open in a tab"), Icon::Open, keys("O"),
               [this] { openInTab(inFront(), true); });
    addCommand("ticket.window", tr("Open in its own window"), Icon::Fit, keys("Shift+O"),
               [this] { openInWindow(inFront()); });
    addCommand("tab.close", tr("Close the tab"), Icon::Close, keys("Ctrl+W"), [this] { closeTab(); });
    addCommand("tab.next", tr("Next tab"), Icon::ChevronRight, keys("Ctrl+Tab"),
               [this] { m_tabs->step(1); });
    addCommand("tab.previous", tr("Previous tab"), Icon::ChevronLeft, keys("Ctrl+Shift+Tab"),
               [this] { m_tabs->step(-1); });
    addCommand("desk.listAbove", tr("List above the conversation, or beside it"), Icon::Swap,
               keys("Shift+L"), [this] { setListAbove(!m_split->isAbove()); });
    addCommand("desk.listAlike", tr("Arrange all lists like this one"), Icon::List, {},
               [this] { arrangeAllAlike(); });
    addCommand("desk.rules", tr("Rules of the desk…"), Icon::Settings, {}, [this] {
        auto *window = new RuleWindow(m_workspace, m_prompt, this);
        window->open();
    });
    addCommand("desk.bounces", tr("Where tickets go back and forth…"), Icon::Swap, {}, [this] {
        auto *window = new BounceWindow(m_workspace, this);
        connect(window, &BounceWindow::listWanted, m_ticket, &TicketPage::listWanted);
        window->open();
    });
    buildAfterAnswer();
    buildPresence();
}

void AgentScreen::buildPresence()
{
    m_showPresence = addCommand("desk.showPresence", tr("Show colleagues what I am looking at"),
                                Icon::Eye, {}, [this] {
                                    m_habits.showPresence = m_showPresence->isChecked();
                                    m_workspace.presence().setShown(m_habits.showPresence);
                                    Q_EMIT habitsChanged();
                                });
    m_showPresence->setCheckable(true);
    m_showPresence->setChecked(m_habits.showPresence);
    connect(new Attention({}, this), &Attention::changed, &m_workspace.presence(),
            &PresenceService::setAttentive);
}

void AgentScreen::buildAfterAnswer()
{
    auto *choice = new QActionGroup(this);
    const auto add = [&](const char *id, const QString &text, Icon icon, AfterAnswer after) {
        QAction *action = addCommand(id, text, icon, {}, [this, after] {
            m_habits.afterAnswer = after;
            Q_EMIT habitsChanged();
        });
        action->setCheckable(true);
        action->setData(int(after));
        choice->addAction(action);
    };
    add("desk.afterStay", tr("After an answer: stay"), Icon::Pin, AfterAnswer::Stay);
    add("desk.afterClose", tr("After an answer: close the tab or window"), Icon::Close,
        AfterAnswer::Close);
    add("desk.afterCloseIfEnded", tr("After an answer: close it if the ticket is closed"),
        Icon::CheckCircle, AfterAnswer::CloseIfEnded);
    add("desk.afterNext", tr("After an answer: next ticket of the list"), Icon::ChevronDown,
        AfterAnswer::Next);
    choice->actions().constFirst()->setChecked(true);
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

QList<QAction *> AgentScreen::commands() const
{
    return m_queue->commands() + m_ticket->commands() + m_commands;
}

// ---- several tickets -------------------------------------------------------------------------

/// What is done to "the ticket" is done to all that are marked, or not at all.
void AgentScreen::showMarked(const QList<TicketId> &tickets, int whole)
{
    m_bulk->showTickets(tickets, whole);
    m_marked = !tickets.isEmpty();
    showPlace();
}

// ---- habits ----------------------------------------------------------------------------------

void AgentScreen::setHabits(const DeskHabits &habits)
{
    m_habits = habits;
    SidePane *sides = m_ticket->sides();
    sides->setSideWidth(habits.contextWidth);
    sides->setWanted(habits.context);
    for (QAction *action : std::as_const(m_commands)) {
        if (action->actionGroup())
            action->setChecked(action->data().toInt() == int(habits.afterAnswer));
    }
    m_showPresence->setChecked(habits.showPresence);
    m_workspace.presence().setShown(habits.showPresence);
    m_split->setKept(habits.besideSizes, habits.aboveSizes);
    showList();
}

void AgentScreen::noteContext(const SidePane &sides)
{
    m_habits.context = sides.isWanted();
    m_habits.contextWidth = sides.sideWidth();
    Q_EMIT habitsChanged();
}

void AgentScreen::noteSizes()
{
    m_habits.besideSizes = m_split->kept(false);
    m_habits.aboveSizes = m_split->kept(true);
    Q_EMIT habitsChanged();
}

void AgentScreen::showList()
{
    m_split->setAbove(m_habits.isListAbove(m_queue->placeKey()));
    m_queue->setAbove(m_split->isAbove());
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

} // namespace vigie
