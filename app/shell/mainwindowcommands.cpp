// SPDX-License-Identifier: GPL-3.0-or-later
// The window's own commands, and the menus of all of them.
#include "app/shell/mainwindow.h"

#include "app/report/reportpage.h"
#include "app/requests/requestspage.h"
#include "app/requests/requestview.h"
#include "app/shell/agentscreen.h"
#include "app/shell/commandpalette.h"
#include "app/shell/commandregistry.h"
#include "app/shell/pagenames.h"
#include "app/shell/shortcutsheet.h"
#include "app/shell/stepflow.h"
#include "core/service/noticeservice.h"
#include "core/service/workspace.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace vigie {

void MainWindow::buildCommands()
{
    const QString go = tr("Go to");
    const auto keys = [](const char *text) {
        return QList<QKeySequence>{QKeySequence(QLatin1String(text))};
    };
    if (m_agent) {
        m_commands->add(this, go, QStringLiteral("go.queue"), tr("Queue"), Icon::Queue,
                        keys("G, Q"), [this] { showPage(kQueue); });
    }
    m_commands->add(this, go, QStringLiteral("go.requests"), tr("My requests"), Icon::Requests,
                    m_agent ? keys("G, R") : keys("G, Q"), [this] { showPage(kRequests); });
    m_commands->add(this, go, QStringLiteral("go.outbox"), tr("Outbox"), Icon::Outbox,
                    keys("G, O"), [this] { showPage(kOutbox); });
    m_commands->add(this, go, QStringLiteral("go.notices"), tr("Notifications"), Icon::Bell,
                    keys("G, N"), [this] { showPage(kNotices); });
    m_commands->add(this, go, QStringLiteral("notices.readAll"),
                    tr("Mark all notifications as read"), Icon::Check, {},
                    [this] { m_workspace.notices().markAllRead(); });
    const QString request = tr("Requests");
    m_commands->add(this, request, QStringLiteral("report.new"), tr("Report a problem"),
                    Icon::Report, keys("Ctrl+N"), [this] {
                        showPage(kReport);
                        report()->startWriting();
                    });
    m_commands->add(this, request, QStringLiteral("report.shot"),
                    tr("Report with a picture of the screen"), Icon::Camera,
                    keys("Ctrl+Shift+N"), [this] { reportWithShot(); });
    if (m_steps) {
        m_commands->add(this, request, QStringLiteral("report.steps"), tr("Record steps…"),
                        Icon::StepMark, keys("Ctrl+Shift+J"),
                        [this] { m_steps->run(RecordingCommand::Start); });
    }
    const auto toReport = [this] { showPage(kReport); };
    m_commands->add(m_report, request, QStringLiteral("report.send"), tr("Send the report"),
                    Icon::Send,
                    {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)},
                    [this] { report()->send(); }, toReport);
    m_commands->add(m_report, request, QStringLiteral("report.attach"),
                    tr("Attach files to the report…"), Icon::Attach, {},
                    [this] { report()->chooseFiles(); }, toReport);
    m_commands->add(m_report, request, QStringLiteral("report.clear"), tr("Start the report over…"),
                    Icon::Trash, {}, [this] { report()->clearForm(); }, toReport);
    const auto addRequest = [&](const char *id, const QString &text, Icon icon,
                                const QList<QKeySequence> &shortcuts, auto run) {
        m_commands->add(m_requests, request, QLatin1String(id), text, icon, shortcuts, run,
                        [this] { showPage(kRequests); });
    };
    addRequest("requests.next", tr("Next request"), Icon::ChevronDown, keys("J"),
               [this] { requests()->selectNext(); });
    addRequest("requests.previous", tr("Previous request"), Icon::ChevronUp, keys("K"),
               [this] { requests()->selectPrevious(); });
    addRequest("requests.search", tr("Search my requests"), Icon::Search, keys("/"),
               [this] { requests()->focusSearch(); });
    addRequest("requests.reply", tr("Write an answer"), Icon::Reply, keys("R"),
               [this] { requests()->view()->startReply(); });
    addRequest("requests.ask", tr("Ask for an update"), Icon::Bell, {},
               [this] { requests()->view()->askForUpdate(); });
    if (m_agent)
        m_commands->adopt(tr("Tickets"), m_agent->commands(), [this] { showPage(kQueue); });

    const QString app = QStringLiteral("Vigie");
    m_commands->add(this, app, QStringLiteral("app.palette"), tr("Commands…"), Icon::Command,
                    keys("Ctrl+K"), [this] { m_palette->summon(); });
    m_commands->add(this, app, QStringLiteral("app.shortcuts"), tr("Keyboard shortcuts"),
                    Icon::Keyboard, {QKeySequence(QStringLiteral("?")), QKeySequence(Qt::Key_F1)},
                    [this] { (new ShortcutSheet(*m_commands, m_prompt, this))->open(); });
    m_commands->add(this, app, QStringLiteral("app.sync"), tr("Exchange with the server now"),
                    Icon::Sync, keys("Ctrl+R"), [this] { m_workspace.syncNow(); });
    m_commands->add(this, app, QStringLiteral("app.preferences"), tr("Preferences…"),
                    Icon::Settings, keys("Ctrl+,"), [this] { Q_EMIT preferencesWanted(); });
    m_commands->add(this, app, QStringLiteral("app.signOut"), tr("Sign out…"), Icon::SignOut, {},
                    [this] { Q_EMIT signOutWanted(); });
    m_commands->add(this, app, QStringLiteral("app.quit"), tr("Quit"), Icon::Close, keys("Ctrl+Q"),
                    [this] { Q_EMIT quitWanted(); });
    m_palette = new CommandPalette(*m_commands, this);
    connect(m_palette, &CommandPalette::ticketWanted, this,
            [this](const QString &number) { openTicket(number); });
}

void MainWindow::buildMenus()
{
    // Made anew when keys change: they say them. The one in use may be the one that asked.
    for (QMenu *old : menuBar()->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly))
        old->deleteLater();
    menuBar()->clear();
    // One menu per group of the registry, in the registry's order.
    QHash<QString, QMenu *> menus;
    const auto menuFor = [this, &menus](const QString &group) {
        QMenu *&menu = menus[group];
        if (!menu)
            menu = menuBar()->addMenu(group);
        return menu;
    };
    menuFor(QStringLiteral("Vigie"));
    for (const Command &command : m_commands->commands()) {
        if (!command.prepare) {
            menuFor(command.group)->addAction(command.action);
            continue;
        }
        // A page's command in the menu bar first shows its page.
        QAction *proxy = menuFor(command.group)->addAction(command.action->icon(),
                                                           command.action->text());
        const QString keys = CommandRegistry::keysText(*command.action);
        if (!keys.isEmpty())
            proxy->setText(proxy->text() + QLatin1Char('\t') + keys);
        connect(proxy, &QAction::triggered, this,
                [this, id = command.id] { m_commands->run(id); });
    }
}

} // namespace vigie
