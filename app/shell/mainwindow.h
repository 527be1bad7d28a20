// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/reportports.h"
#include "app/requests/requestplace.h"
#include "app/widgets/iconset.h"
#include "app/widgets/lazypage.h"
#include "core/model/person.h"
#include "core/sync/syncstatus.h"

#include <QHash>
#include <QMainWindow>

#include <functional>

class QLabel;
class QLayout;
class QTimer;

namespace vigie {

class Banner;
class Clock;
class CommandPalette;
class CommandRegistry;
class AgentScreen;
class TicketWindow;
class NavigationRail;
class NoticesPage;
class RatingCard;
struct Notice;
struct Ticket;
struct UnsentDraft;
class OutboxPage;
class PageStack;
class Prompt;
class ReportPage;
class RequestsPage;
class ShotFlow;
class StepFlow;
class Workspace;

/// The window: arranges the pages and connects their signals, nothing else.
/// `workspace`, `prompt` and `clock` must outlive it. GUI thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Workspace &workspace, Prompt &prompt, const Clock &clock, QWidget *parent = nullptr,
               const ReportPorts &ports = {});
    ~MainWindow() override;

    /// "queue" (staff), "requests", "report", "outbox", "notices".
    void showPage(const QString &page);
    [[nodiscard]] QString currentPage() const { return m_current; }
    [[nodiscard]] CommandRegistry &commands() const { return *m_commands; }
    [[nodiscard]] AgentScreen *agent() const { return m_agent; }
    /// Pages but the first are made when they are first shown or asked for.
    [[nodiscard]] RequestsPage *requests() const;
    [[nodiscard]] ReportPage *report() const;
    /// By number, short tag or id; tells quietly when it is not known here.
    void openTicket(const QString &name);
    void openTicket(const TicketId &id);
    /// What somebody was told of: their own request at a place, or a ticket they work on.
    void openTold(const TicketId &id, bool asStaff, RequestPlace place);
    /// Asks for the verdict above the pages; false while the window is not in front.
    [[nodiscard]] bool askForRating(const Ticket &ticket);
    /// A picture of the trouble first, then the report. The report alone without a capture.
    void reportWithShot();
    /// The helpdesk's telephone number, for the card after sending; empty = not known.
    void setDeskPhone(const QString &phone);
    /// Recording steps; null without a recorder.
    [[nodiscard]] StepFlow *steps() const { return m_steps; }
    /// A quiet strip above the pages.
    void tell(Tone tone, Icon icon, const QString &text, const QString &action = {});

Q_SIGNALS:
    /// The window is wanted in front, also when it was hidden.
    void frontWanted();
    void preferencesWanted();
    void signInWanted();
    void signOutWanted();
    void quitWanted();
    /// The close button; the application decides between hiding and quitting.
    void closeWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildPages();
    void wireAgent();
    /// Keys, menus and tools of a ticket's own window.
    void furnish(TicketWindow *window);
    void buildSteps();
    void buildRail();
    void buildCommands();
    void buildMenus();
    void buildStatusBar();
    /// `made` brings the page into being if it is not yet there.
    void addPage(const QString &name, QWidget *place, const std::function<void()> &made = {});
    [[nodiscard]] RequestsPage *makeRequests(QWidget *parent);
    [[nodiscard]] ReportPage *makeReport(QWidget *parent);
    [[nodiscard]] OutboxPage *makeOutbox(QWidget *parent);
    [[nodiscard]] NoticesPage *makeNotices(QWidget *parent);
    void buildRatingCard(QLayout *strip);
    /// Back to where something was begun.
    void resume(const UnsentDraft &draft);
    /// What the person has before their eyes now needs no notice any more.
    void markSeen();
    void reportSent(const TicketId &ticket);
    void showMe();
    void showCounts();
    void showStatus(const SyncStatus &status);
    void showLine(const QString &text);
    [[nodiscard]] bool isStaff() const;

    Workspace &m_workspace;
    Prompt &m_prompt;
    const Clock &m_clock;
    ReportPorts m_ports;
    QString m_deskPhone;
    CommandRegistry *m_commands;
    CommandPalette *m_palette = nullptr;
    NavigationRail *m_rail;
    Banner *m_banner;
    PageStack *m_stack;
    QLabel *m_line = nullptr;
    QTimer *m_lineTimer = nullptr;
    struct Place {
        QWidget *widget = nullptr;
        std::function<void()> make;
    };
    QHash<QString, Place> m_pages;
    QString m_current;
    AgentScreen *m_agent = nullptr;
    LazyPage<RequestsPage> *m_requests = nullptr;
    LazyPage<ReportPage> *m_report = nullptr;
    ShotFlow *m_shotFlow = nullptr; ///< made with the report page; null without a capture
    StepFlow *m_steps = nullptr;
    std::function<void()> m_bannerAction;
    LazyPage<OutboxPage> *m_outbox = nullptr;
    LazyPage<NoticesPage> *m_notices = nullptr;
    RatingCard *m_rating = nullptr;
};

} // namespace vigie
