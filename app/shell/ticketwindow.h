// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QMainWindow>

#include <functional>

namespace vigie {

class CommandPalette;
class CommandRegistry;
class Label;
class Prompt;
class TicketPage;
class Workspace;

/// One ticket in a window of its own, with the commands of a ticket in menus, palette and under
/// their keys: they mean the ticket of the window in which they are asked for. GUI thread;
/// `workspace` and `prompt` must outlive it.
class TicketWindow final : public QMainWindow
{
    Q_OBJECT

public:
    TicketWindow(Workspace &workspace, Prompt &prompt, const TicketId &ticket);

    [[nodiscard]] TicketPage *page() const { return m_page; }
    [[nodiscard]] TicketId ticket() const { return m_ticket; }
    /// Which keys and names commands have, and those that are not a ticket's.
    void setCommands(CommandRegistry &registry);
    /// In front of everything, with the keyboard.
    void bring();

Q_SIGNALS:
    void closed(const vigie::TicketId &ticket);
    /// The person looks at it now.
    void looked(const vigie::TicketId &ticket);
    /// It is to become a tab of the main window.
    void tabWanted(const vigie::TicketId &ticket);
    /// A command of the main window was asked for here.
    void mainWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void lend(CommandRegistry &registry, const char *id, const QString &text,
              const std::function<void()> &run);
    void showLine(const QString &text);

    Prompt &m_prompt;
    TicketId m_ticket;
    TicketPage *m_page;
    CommandPalette *m_palette = nullptr;
    QList<QAction *> m_lent;
};

} // namespace vigie
