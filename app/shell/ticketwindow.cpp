// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/ticketwindow.h"

#include "app/shell/commandpalette.h"
#include "app/shell/commandregistry.h"
#include "app/shell/shortcutsheet.h"
#include "app/ticket/ticketpage.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>

namespace vigie {

namespace {
constexpr int kLineMs = 8'000; ///< how long the status bar says something
}

TicketWindow::TicketWindow(Workspace &workspace, Prompt &prompt, const TicketId &ticket)
    : m_prompt(prompt), m_ticket(ticket), m_page(new TicketPage(workspace, prompt, this))
{
    setObjectName(QStringLiteral("ticketWindow"));
    setWindowTitle(QGuiApplication::applicationDisplayName());
    setWindowIcon(IconSet::application());
    resize(900, 760);
    setCentralWidget(m_page);
    statusBar()->setSizeGripEnabled(false);
    // A key means the same wherever in this window the keyboard is.
    addActions(m_page->commands());
    connect(m_page, &TicketPage::statusText, this, &TicketWindow::showLine);
    connect(m_page, &TicketPage::titled, this, [this](const QString &title) {
        setWindowTitle(QStringLiteral("%1 – %2").arg(title,
                                                     QGuiApplication::applicationDisplayName()));
    });
    m_page->showTicket(ticket);
}

void TicketWindow::showLine(const QString &text)
{
    statusBar()->showMessage(text, kLineMs);
}

void TicketWindow::bring()
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
    m_page->focusThread();
}

/// A command of the main window that is done here as well, under the same keys.
void TicketWindow::lend(CommandRegistry &registry, const char *id, const QString &text,
                        const std::function<void()> &run)
{
    const QAction *original = registry.action(QLatin1String(id));
    if (!original)
        return;
    auto *twin = new QAction(original->icon(), text.isEmpty() ? original->text() : text, this);
    twin->setObjectName(QLatin1String(id));
    twin->setShortcutContext(Qt::WindowShortcut);
    connect(twin, &QAction::triggered, this, run);
    addAction(twin);
    m_lent.append(twin);
}

void TicketWindow::setCommands(CommandRegistry &registry)
{
    m_palette = new CommandPalette(registry, this);
    connect(m_palette, &CommandPalette::ranElsewhere, this, &TicketWindow::mainWanted);
    lend(registry, "app.palette", {}, [this] { m_palette->summon(); });
    lend(registry, "app.shortcuts", {},
         [this, &registry] { (new ShortcutSheet(registry, m_prompt, this))->open(); });
    lend(registry, "ticket.tab", tr("Back into a tab"), [this] { Q_EMIT tabWanted(m_ticket); });
    lend(registry, "tab.close", tr("Close the window"), [this] { close(); });
    registry.lendKeys(this);
    QMenu *own = menuBar()->addMenu(tr("Window"));
    own->addActions(m_lent);
    QMenu *tickets = menuBar()->addMenu(tr("Ticket"));
    tickets->addActions(m_page->commands());
}

void TicketWindow::closeEvent(QCloseEvent *event)
{
    if (m_page->isCopying()) {
        // Another page would open the draft without them.
        showLine(tr("A file is still being copied into the answer. Close the window again when it "
                    "is there."));
        event->ignore();
        return;
    }
    event->accept();
    Q_EMIT closed(m_ticket);
}

void TicketWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        Q_EMIT looked(m_ticket);
}

} // namespace vigie
