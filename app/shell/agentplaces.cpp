// SPDX-License-Identifier: GPL-3.0-or-later
// Where AgentScreen shows which ticket: the list's own tab, other tabs, windows.
#include "app/shell/agentscreen.h"

#include "app/queue/queuepage.h"
#include "app/shell/tickettabs.h"
#include "app/shell/ticketwindow.h"
#include "app/ticket/bulkpage.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/sidepane.h"

#include <QAction>
#include <QMenu>
#include <QStackedWidget>

#include <utility>

namespace vigie {

void AgentScreen::wirePlaces()
{
    connect(m_queue, &QueuePage::ticketSelected, this, &AgentScreen::chosenInList);
    connect(m_queue, &QueuePage::ticketActivated, this, [this](const TicketId &id) {
        if (TicketWindow *window = windowOf(id))
            return window->bring();
        chosenInList(id);
        m_ticket->focusThread();
    });
    connect(m_queue, &QueuePage::tabWanted, this,
            [this](const TicketId &id) { openInTab(id, false); });
    connect(m_queue, &QueuePage::windowWanted, this, &AgentScreen::openInWindow);
    connect(m_queue, &QueuePage::menuWanted, this, &AgentScreen::showRowMenu);
    connect(m_tabs, &TicketTabs::currentTicketChanged, this, [this] {
        if (m_byList)
            return;
        m_queue->unmark(); // whoever goes to a tab wants to see it
        showCurrent();
    });
    connect(m_tabs, &TicketTabs::rearranged, this, &AgentScreen::sessionChanged);
    connect(m_tabs, &TicketTabs::windowWanted, this, &AgentScreen::openInWindow);
    connect(m_elsewhere, &EmptyState::actionTriggered, this, [this] {
        if (TicketWindow *window = windowOf(inFront()))
            window->bring();
    });
}

TicketId AgentScreen::inFront() const
{
    return m_tabs->current().isNull() ? m_listTicket : m_tabs->current();
}

TicketPage *AgentScreen::pageOf(const TicketId &id) const
{
    const TicketWindow *window = windowOf(id);
    return window ? window->page() : m_ticket;
}

// ---- showing ---------------------------------------------------------------------------------

void AgentScreen::chosenInList(const TicketId &id)
{
    m_listTicket = id;
    m_byList = true;
    m_tabs->showTicket(id); // its own tab, or the list's
    m_byList = false;
    showCurrent();
}

/// The one page shows what the tab in front is about.
void AgentScreen::showCurrent()
{
    const TicketId id = inFront();
    if (windowOf(id))
        m_ticket->clear();
    else
        m_ticket->showTicket(id);
    showPlace();
}

void AgentScreen::showPlace()
{
    TicketWindow *window = windowOf(inFront());
    if (m_marked) {
        m_right->setCurrentWidget(m_bulk);
        m_ticket->setStandIn([this](const QString &command) { m_bulk->run(command); });
    } else if (window) {
        m_right->setCurrentWidget(m_elsewhere);
        // What is done to "the ticket" is done where it is.
        m_ticket->setStandIn([window](const QString &command) {
            window->bring();
            if (QAction *action = window->page()->findChild<QAction *>(command))
                action->trigger();
        });
    } else {
        m_right->setCurrentWidget(m_ticket);
        m_ticket->setStandIn(nullptr);
    }
}

void AgentScreen::openTicket(const TicketId &id)
{
    if (TicketWindow *window = windowOf(id))
        return window->bring();
    m_queue->unmark();
    m_queue->showSelected(id);
    chosenInList(id);
}

void AgentScreen::openInTab(const TicketId &id, bool front)
{
    if (TicketWindow *window = windowOf(id)) {
        if (front)
            window->bring();
        return;
    }
    m_tabs->open(id, front);
}

// ---- windows ---------------------------------------------------------------------------------

void AgentScreen::openInWindow(const TicketId &id)
{
    if (id.isNull())
        return;
    TicketWindow *window = windowOf(id);
    if (!window)
        window = makeWindow(id, m_habits.windowGeometry);
    window->bring();
}

TicketWindow *AgentScreen::makeWindow(const TicketId &id, const QByteArray &geometry)
{
    // Its drafts leave this page before another one opens them.
    if (m_ticket->ticket() == id)
        m_ticket->clear();
    auto *window = new TicketWindow(m_workspace, m_prompt, id);
    m_windows.insert(id, window);
    if (!geometry.isEmpty())
        window->restoreGeometry(geometry); // Qt moves it onto a screen that still exists
    wireWindow(window);
    m_tabs->close(id);
    showCurrent();
    Q_EMIT windowOpened(window);
    Q_EMIT sessionChanged();
    return window;
}

void AgentScreen::wireWindow(TicketWindow *window)
{
    TicketPage *page = window->page();
    page->sides()->setSideWidth(m_habits.contextWidth);
    page->sides()->setWanted(m_habits.context);
    connect(page->sides(), &SidePane::chosen, this, [this, page] { noteContext(*page->sides()); });
    connect(page, &TicketPage::ticketWanted, this, [this](const TicketId &id) {
        if (!windowOf(id))
            Q_EMIT frontWanted();
        openTicket(id);
    });
    connect(page, &TicketPage::listWanted, this, [this](const QString &query) {
        Q_EMIT frontWanted();
        m_queue->showQuery(query);
        m_queue->focusList();
    });
    connect(page, &TicketPage::nextWanted, this, [this] {
        Q_EMIT frontWanted();
        m_queue->selectNext();
    });
    connect(page, &TicketPage::outboxWanted, this, [this](const OpId &op) {
        Q_EMIT frontWanted();
        Q_EMIT outboxWanted(op);
    });
    connect(page, &TicketPage::answered, this, &AgentScreen::afterAnswer, Qt::QueuedConnection);
    connect(window, &TicketWindow::tabWanted, this, &AgentScreen::takeBack, Qt::QueuedConnection);
    connect(window, &TicketWindow::mainWanted, this, &AgentScreen::frontWanted);
    connect(window, &TicketWindow::closed, this, &AgentScreen::windowClosed);
}

/// What was written there is in the journal; this page may open it now.
void AgentScreen::windowClosed(const TicketId &id)
{
    TicketWindow *window = m_windows.take(id);
    if (!window)
        return;
    m_habits.windowGeometry = window->saveGeometry();
    window->page()->clear(); // nothing is written there behind our back
    window->deleteLater();
    Q_EMIT habitsChanged();
    Q_EMIT sessionChanged();
    showCurrent();
}

/// From its window into a tab.
void AgentScreen::takeBack(const TicketId &id)
{
    if (TicketWindow *window = windowOf(id))
        window->close();
    Q_EMIT frontWanted();
    openInTab(id, true);
}

// ---- leaving ---------------------------------------------------------------------------------

void AgentScreen::closeTab()
{
    if (m_tabs->current().isNull())
        Q_EMIT statusText(tr("This is the list's own tab; it stays."));
    else
        m_tabs->close(m_tabs->current());
}

void AgentScreen::leave(const TicketId &id)
{
    if (TicketWindow *window = windowOf(id))
        window->close();
    else
        m_tabs->close(id);
}

void AgentScreen::afterAnswer(const TicketId &id, bool ended)
{
    switch (m_habits.afterAnswer) {
    case AfterAnswer::Stay: return;
    case AfterAnswer::CloseIfEnded:
        if (ended)
            leave(id);
        return;
    case AfterAnswer::Close: return leave(id);
    case AfterAnswer::Next: break;
    }
    if (windowOf(id))
        Q_EMIT frontWanted();
    leave(id);
    m_queue->selectNext();
}

void AgentScreen::showRowMenu(const TicketId &id, const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("rowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(IconSet::icon(Icon::Open), tr("Open in a tab"), this,
                    [this, id] { openInTab(id, true); });
    menu->addAction(IconSet::icon(Icon::Fit), tr("Open in its own window"), this,
                    [this, id] { openInWindow(id); });
    menu->popup(where);
}

// ---- from session to session -----------------------------------------------------------------

DeskSession AgentScreen::session() const
{
    DeskSession session;
    session.tabs = m_tabs->tickets();
    session.current = m_tabs->current();
    for (auto it = m_windows.cbegin(); it != m_windows.cend(); ++it)
        session.windows.append({it.key(), it.value()->saveGeometry()});
    session.windows += m_toOpen;
    return session;
}

void AgentScreen::restore(const DeskSession &session)
{
    m_toOpen = session.windows;
    m_tabs->restore(session.tabs, session.current);
    if (isVisible())
        openWaiting();
}

void AgentScreen::openWaiting()
{
    const QList<DeskSession::Window> windows = std::exchange(m_toOpen, {});
    for (const DeskSession::Window &window : windows) {
        if (!windowOf(window.ticket))
            makeWindow(window.ticket, window.geometry)->show();
    }
}

/// A program that starts in the background shows nothing by itself.
void AgentScreen::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    openWaiting();
}

} // namespace vigie
