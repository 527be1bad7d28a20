// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/deskhabits.h"
#include "app/shell/desksession.h"
#include "app/widgets/iconset.h"
#include "core/base/ids.h"

#include <QHash>
#include <QKeySequence>
#include <QWidget>

#include <functional>

class QAction;
class QStackedWidget;

namespace vigie {

class BulkPage;
class DeskSplit;
class EmptyState;
class Prompt;
class QueuePage;
class SidePane;
class TicketPage;
class TicketTabs;
class TicketWindow;
class Workspace;

/// The agents' window content: the list with the ticket beside or below it, other tickets in tabs
/// and in windows of their own, and the wires between them. The pages do not know each other. A
/// ticket is in one place at a time, because two editors of one draft would overwrite each other:
/// opening it a second time brings that place to the front.
class AgentScreen final : public QWidget
{
    Q_OBJECT

public:
    AgentScreen(Workspace &workspace, Prompt &prompt, QWidget *parent);
    ~AgentScreen() override;

    /// From a notification, a link or the palette: shows the ticket where it is open, otherwise
    /// here, in the list if it is there.
    void openTicket(const TicketId &id);
    void openInTab(const TicketId &id, bool front);
    void openInWindow(const TicketId &id);
    [[nodiscard]] QueuePage *queue() const { return m_queue; }
    [[nodiscard]] TicketPage *ticket() const { return m_ticket; }
    /// The page of a ticket's own window if it has one, otherwise the one here.
    [[nodiscard]] TicketPage *pageOf(const TicketId &id) const;
    /// All actions of both pages, for menus, palette and the shortcut sheet. Their ids are their
    /// object names; they work while the keyboard is anywhere on this screen.
    [[nodiscard]] QList<QAction *> commands() const;
    /// How the agent arranged it.
    [[nodiscard]] DeskHabits habits() const { return m_habits; }
    void setHabits(const DeskHabits &habits);
    /// Which tickets lie open.
    [[nodiscard]] DeskSession session() const;
    void restore(const DeskSession &session);

Q_SIGNALS:
    /// … by hand: worth keeping.
    void habitsChanged();
    void sessionChanged();
    void statusText(const QString &text);
    void outboxWanted(const vigie::OpId &op);
    /// A window was made; it has no menus and keys of its own yet.
    void windowOpened(vigie::TicketWindow *window);
    /// The window with this screen is wanted in front.
    void frontWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void wirePages();
    void buildCommands();
    void buildAfterAnswer();
    void buildPresence();
    QAction *addCommand(const char *id, const QString &text, Icon icon,
                        const QList<QKeySequence> &keys, const std::function<void()> &run);
    void noteContext(const SidePane &sides);
    void noteSizes();
    void showList();
    void setListAbove(bool above);
    void arrangeAllAlike();
    void showMarked(const QList<TicketId> &tickets, int whole);
    // Tabs and windows: agentplaces.cpp
    void wirePlaces();
    void wireWindow(TicketWindow *window);
    TicketWindow *makeWindow(const TicketId &id, const QByteArray &geometry);
    [[nodiscard]] TicketWindow *windowOf(const TicketId &id) const { return m_windows.value(id); }
    [[nodiscard]] TicketId inFront() const;
    void chosenInList(const TicketId &id);
    void showCurrent();
    void showPlace();
    void takeBack(const TicketId &id);
    void openWaiting();
    void closeTab();
    void windowClosed(const TicketId &id);
    void afterAnswer(const TicketId &id, bool ended);
    void leave(const TicketId &id);
    void showRowMenu(const TicketId &id, const QPoint &where);

    Workspace &m_workspace;
    Prompt &m_prompt;
    DeskHabits m_habits;
    DeskSplit *m_split;
    QueuePage *m_queue;
    TicketTabs *m_tabs;
    QStackedWidget *m_right;
    TicketPage *m_ticket;
    QList<QAction *> m_commands;
    QAction *m_showPresence = nullptr;
    BulkPage *m_bulk; ///< in the ticket's place while several are marked
    EmptyState *m_elsewhere; ///< … while it is open in a window of its own
    TicketId m_listTicket;   ///< what the list's own tab shows
    QHash<TicketId, TicketWindow *> m_windows;
    QList<DeskSession::Window> m_toOpen; ///< as soon as this screen is seen
    bool m_marked = false;
    bool m_byList = false; ///< the list changes the tab, not the person
};

} // namespace vigie
