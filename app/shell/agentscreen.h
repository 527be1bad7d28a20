// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/deskhabits.h"
#include "app/widgets/iconset.h"
#include "core/base/ids.h"

#include <QKeySequence>
#include <QWidget>

#include <functional>

class QAction;
class QStackedWidget;

namespace vigie {

class BulkPage;
class DeskSplit;
class Prompt;
class QueuePage;
class TicketPage;
class Workspace;

/// The agents' window content: the list beside the ticket, and the wires between them. The pages
/// do not know each other.
class AgentScreen final : public QWidget
{
    Q_OBJECT

public:
    AgentScreen(Workspace &workspace, Prompt &prompt, QWidget *parent);

    /// From a notification, a link or the palette: shows the ticket, in the list if it is there.
    void openTicket(const TicketId &id);
    [[nodiscard]] QueuePage *queue() const { return m_queue; }
    [[nodiscard]] TicketPage *ticket() const { return m_ticket; }
    /// All actions of both pages, for menus, palette and the shortcut sheet. Their ids are their
    /// object names; they work while the keyboard is anywhere on this screen.
    [[nodiscard]] QList<QAction *> commands() const;
    /// How the agent arranged it.
    [[nodiscard]] DeskHabits habits() const { return m_habits; }
    void setHabits(const DeskHabits &habits);

Q_SIGNALS:
    /// … by hand: worth keeping.
    void habitsChanged();
    void statusText(const QString &text);
    void outboxWanted(const vigie::OpId &op);

private:
    void buildCommands();
    QAction *addCommand(const char *id, const QString &text, Icon icon,
                        const QList<QKeySequence> &keys, const std::function<void()> &run);
    void noteContext();
    void noteSizes();
    void showList();
    void setListAbove(bool above);
    void arrangeAllAlike();
    void showMarked(const QList<TicketId> &tickets, int whole);

    DeskHabits m_habits;
    DeskSplit *m_split;
    QueuePage *m_queue;
    QStackedWidget *m_right;
    TicketPage *m_ticket;
    QList<QAction *> m_commands;
    BulkPage *m_bulk; ///< in the ticket's place while several are marked
};

} // namespace vigie
