// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"

#include "app/annotate/editorhabits.h"
#include "app/notices/noticespage.h"
#include "app/outbox/outboxpage.h"
#include "app/queue/queuepage.h"
#include "app/report/reportpage.h"
#include "app/requests/ratingcard.h"
#include "app/requests/requestspage.h"
#include "app/requests/requestview.h"
#include "app/shell/agentscreen.h"
#include "app/shell/commandregistry.h"
#include "app/shell/navigationrail.h"
#include "app/shell/pagenames.h"
#include "app/shell/replyshotflow.h"
#include "app/shell/shotflow.h"
#include "app/shell/stepflow.h"
#include "app/shell/syncindicator.h"
#include "app/shell/ticketwindow.h"
#include "app/text/errortext.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/avatar.h"
#include "app/widgets/banner.h"
#include "app/widgets/card.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/pagestack.h"
#include "core/base/async.h"
#include "core/service/noticeservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QAction>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace vigie {

MainWindow::MainWindow(Workspace &workspace, Prompt &prompt, const Clock &clock, QWidget *parent,
                       const ReportPorts &ports) :
    QMainWindow(parent), m_workspace(workspace), m_prompt(prompt), m_clock(clock), m_ports(ports),
    m_commands(new CommandRegistry(this)), m_rail(new NavigationRail(this)),
    m_banner(new Banner(this)), m_stack(new PageStack(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QGuiApplication::applicationDisplayName());
    setWindowIcon(IconSet::application());
    resize(1240, 800);
    auto *central = new QWidget(this);
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    auto *strip = new QVBoxLayout;
    strip->setContentsMargins(space::s, space::s, space::s, 0);
    strip->addWidget(m_banner);
    buildRatingCard(strip);
    right->addLayout(strip);
    right->addWidget(m_stack, 1);
    row->addLayout(right, 1);
    setCentralWidget(central);

    buildPages();
    buildSteps();
    buildRail();
    buildCommands();
    buildMenus();
    connect(m_commands, &CommandRegistry::keysChanged, this, &MainWindow::buildMenus);
    buildStatusBar();
    connect(&m_workspace, &Workspace::statusChanged, this, &MainWindow::showStatus);
    connect(&m_workspace, &Workspace::meChanged, this, &MainWindow::showMe);
    connect(&m_workspace, &Workspace::changed, this, &MainWindow::showCounts);
    const auto showUnread = [this] {
        const NoticeService &notices = m_workspace.notices();
        m_rail->setCount(kNotices, notices.unread(),
                         notices.mentions() > 0 ? Tone::Warning : Tone::Accent);
    };
    connect(&m_workspace.notices(), &NoticeService::changed, this, showUnread);
    connect(&m_workspace.notices(), &NoticeService::added, this, &MainWindow::markSeen);
    showUnread();
    connect(&m_workspace, &Workspace::arrivedAfterAll, this, [this](const QString &title) {
        tell(Tone::Info, Icon::Info,
             tr("What you discarded had already arrived and stays in “%1”.").arg(title));
    });
    connect(&m_workspace, &Workspace::gaveWay, this, [this](const QString &title) {
        tell(Tone::Info, Icon::Info,
             tr("“%1” was assigned while you gave it back. It stays assigned.").arg(title));
    });
    showStatus(m_workspace.status());
    showCounts();
    showPage(isStaff() ? kQueue : kRequests);
}

MainWindow::~MainWindow()
{
    delete m_steps; // while the window it may have hidden is still one
    // The pages own actions that the registry points to.
    m_commands->clear();
    // Its windows go while this is still a window that can hear of it.
    delete std::exchange(m_agent, nullptr);
}

bool MainWindow::isStaff() const
{
    return m_workspace.me().role != Role::Employee;
}

void MainWindow::addPage(const QString &name, QWidget *place, const std::function<void()> &made)
{
    m_pages.insert(name, {place, made});
    m_stack->addPage(place);
}

void MainWindow::buildPages()
{
    if (isStaff()) {
        m_agent = new AgentScreen(m_workspace, m_prompt, m_stack);
        m_agent->ticket()->setPictureTools(m_ports.habits, m_ports.ocr);
        addPage(kQueue, m_agent);
        wireAgent();
    }
    const auto lazily = [this](auto make) {
        return [this, make](QWidget *parent) { return (this->*make)(parent); };
    };
    m_requests = new LazyPage<RequestsPage>(lazily(&MainWindow::makeRequests), m_stack);
    m_report = new LazyPage<ReportPage>(lazily(&MainWindow::makeReport), m_stack);
    m_outbox = new LazyPage<OutboxPage>(lazily(&MainWindow::makeOutbox), m_stack);
    m_notices = new LazyPage<NoticesPage>(lazily(&MainWindow::makeNotices), m_stack);
    addPage(kNotices, m_notices, [this] { (void)m_notices->page(); });
    addPage(kRequests, m_requests, [this] { (void)m_requests->page(); });
    addPage(kReport, m_report, [this] { (void)m_report->page(); });
    addPage(kOutbox, m_outbox, [this] { (void)m_outbox->page(); });
}

void MainWindow::wireAgent()
{
    connect(m_agent, &AgentScreen::outboxWanted, this, [this] { showPage(kOutbox); });
    connect(m_agent, &AgentScreen::statusText, this, &MainWindow::showLine);
    connect(m_agent->ticket(), &TicketPage::ticketShown, this, &MainWindow::markSeen);
    connect(m_agent, &AgentScreen::windowOpened, this, &MainWindow::furnish);
    connect(m_agent, &AgentScreen::frontWanted, this, [this] {
        showPage(kQueue);
        Q_EMIT frontWanted();
    });
}

void MainWindow::furnish(TicketWindow *window)
{
    window->setCommands(*m_commands);
    window->page()->setPictureTools(m_ports.habits, m_ports.ocr);
    connect(window, &TicketWindow::looked, this,
            [this](const TicketId &ticket) { m_workspace.notices().markRead(ticket); });
}

void MainWindow::buildSteps()
{
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        m_banner->hide();
        if (const auto action = std::exchange(m_bannerAction, {}))
            action();
    });
    if (!m_ports.steps.recorder)
        return;
    m_steps = new StepFlow(m_workspace, m_prompt, m_clock, m_ports, [this] { return report(); },
                           *this);
    connect(m_steps, &StepFlow::frontWanted, this, &MainWindow::frontWanted);
    connect(m_steps, &StepFlow::reportWanted, this, [this] {
        showPage(kReport);
        Q_EMIT frontWanted();
    });
    connect(m_steps, &StepFlow::told, this,
            [this](Tone tone, const QString &words) { tell(tone, Icon::StepMark, words); });
    connect(m_steps, &StepFlow::unfinished, this, [this](int steps) {
        tell(Tone::Info, Icon::StepMark,
             tr("%Ln recorded step(s) wait for you to look at them.", nullptr, steps),
             tr("Review…"));
        m_bannerAction = [this] { m_steps->review(); };
    });
}

RequestsPage *MainWindow::makeRequests(QWidget *parent)
{
    auto *page = new RequestsPage(m_workspace, m_prompt, m_clock, parent);
    page->view()->setDeskPhone(m_deskPhone);
    page->view()->setPictureTools(m_ports.habits, m_ports.ocr);
    connect(page, &RequestsPage::reportWanted, this, [this] { showPage(kReport); });
    connect(page, &RequestsPage::outboxWanted, this, [this] { showPage(kOutbox); });
    connect(page->view(), &RequestView::shown, this, &MainWindow::markSeen);
    if (m_ports.capture) {
        page->view()->offerShots();
        auto *flow = new ReplyShotFlow(*m_ports.capture, *page->view(), page);
        connect(flow, &ReplyShotFlow::ended, this, [this, page](const TicketId &ticket) {
            showPage(kRequests);
            page->openRequest(ticket);
            Q_EMIT frontWanted();
        });
        connect(flow, &ReplyShotFlow::troubled, this, [this](const QString &words) {
            tell(Tone::Warning, Icon::Image, words);
        });
    }
    m_commands->lendKeys(page);
    return page;
}

void MainWindow::setDeskPhone(const QString &phone)
{
    m_deskPhone = phone;
    if (auto *made = findChild<RequestsPage *>())
        made->view()->setDeskPhone(phone);
}

ReportPage *MainWindow::makeReport(QWidget *parent)
{
    auto *page = new ReportPage(m_workspace, m_prompt, m_clock, parent, m_ports);
    const auto showTip = [this, page] {
        page->setSendTip(CommandRegistry::toolTip(*m_commands->action(QStringLiteral("report.send"))));
    };
    connect(m_commands, &CommandRegistry::keysChanged, page, showTip);
    showTip();
    connect(page, &ReportPage::sent, this, &MainWindow::reportSent);
    connect(page, &ReportPage::requestWanted, this, [this](const TicketId &ticket) {
        openTold(ticket, false, RequestPlace::Thread);
    });
    if (m_steps) {
        connect(page, &ReportPage::recordWanted, m_steps,
                [this] { m_steps->run(RecordingCommand::Start); });
    }
    if (m_ports.capture) {
        m_shotFlow = new ShotFlow(*m_ports.capture, *page, page);
        m_shotFlow->setObstacle([this] {
            const bool recording = m_steps && m_steps->isOn();
            if (recording)
                m_steps->refuseOtherPicture();
            return recording;
        });
        connect(m_shotFlow, &ShotFlow::ended, this, [this] {
            showPage(kReport);
            Q_EMIT frontWanted();
        });
        connect(m_shotFlow, &ShotFlow::troubled, this, [this](const QString &words) {
            tell(Tone::Warning, Icon::Image, words);
        });
    }
    return page;
}

OutboxPage *MainWindow::makeOutbox(QWidget *parent)
{
    auto *page = new OutboxPage(m_workspace, m_prompt, m_clock, parent);
    connect(page, &OutboxPage::ticketWanted, this, [this](const TicketId &id) { openTicket(id); });
    connect(page, &OutboxPage::draftWanted, this, &MainWindow::resume);
    return page;
}

NoticesPage *MainWindow::makeNotices(QWidget *parent)
{
    auto *page = new NoticesPage(m_workspace, m_clock, parent);
    connect(page, &NoticesPage::opened, this, [this](const Notice &notice) {
        openTold(notice.ticket, notice.asStaff, RequestPlace::Thread);
    });
    return page;
}

void MainWindow::buildRatingCard(QLayout *strip)
{
    m_rating = new RatingCard(m_workspace, this);
    strip->addWidget(m_rating);
    connect(m_rating, &RatingCard::notSolved, this, [this](const TicketId &ticket) {
        openTold(ticket, false, RequestPlace::Reopen);
    });
    connect(m_rating, &RatingCard::failed, this, [this](const Error &error) {
        tell(Tone::Danger, Icon::Alert, ErrorText::of(error).paragraph());
    });
}

bool MainWindow::askForRating(const Ticket &ticket)
{
    if (!isVisible() || !isActiveWindow())
        return false;
    m_rating->ask(ticket);
    return true;
}

void MainWindow::openTold(const TicketId &id, bool asStaff, RequestPlace place)
{
    if (asStaff) {
        openTicket(id);
    } else {
        showPage(kRequests);
        requests()->openRequest(id, place);
    }
    m_workspace.notices().markRead(id);
}

void MainWindow::resume(const UnsentDraft &draft)
{
    if (draft.kind == UnsentDraft::Kind::Report)
        return showPage(kReport);
    if (!m_agent)
        return openTold(draft.ticket, false, RequestPlace::Reply);
    openTicket(draft.ticket);
    TicketPage &page = *m_agent->pageOf(draft.ticket);
    switch (draft.kind) {
    case UnsentDraft::Kind::Escalation: return page.goOnPassing(false);
    case UnsentDraft::Kind::HandBack: return page.goOnPassing(true);
    case UnsentDraft::Kind::Note: return page.write(ComposeMode::Note);
    default: return page.write(ComposeMode::Reply);
    }
}

void MainWindow::markSeen()
{
    if (!isVisible() || !isActiveWindow())
        return;
    if (m_current == kQueue && m_agent)
        m_workspace.notices().markRead(m_agent->ticket()->ticket());
    else if (m_current == kRequests)
        m_workspace.notices().markRead(requests()->view()->ticket());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !m_current.isEmpty())
        markSeen();
}

RequestsPage *MainWindow::requests() const
{
    return m_requests->page();
}

ReportPage *MainWindow::report() const
{
    return m_report->page();
}

void MainWindow::reportWithShot()
{
    (void)report();
    if (m_shotFlow) {
        CaptureWish wish;
        wish.withPointer = m_ports.habits && m_ports.habits->takesPointer();
        m_shotFlow->take(wish);
        return;
    }
    showPage(kReport);
    Q_EMIT frontWanted();
}

void MainWindow::reportSent(const TicketId &ticket)
{
    showPage(kRequests);
    requests()->openRequest(ticket);
    const bool online = m_workspace.status().phase == SyncStatus::Phase::Online
        || m_workspace.status().phase == SyncStatus::Phase::Working;
    tell(Tone::Success, Icon::CheckCircle,
         online ? tr("Your report is on its way. You can follow it here.")
                : tr("Your report is kept on this computer and will be sent when the server "
                     "answers. You need do nothing."));
}

void MainWindow::buildRail()
{
    if (m_agent)
        m_rail->addPage(kQueue, Icon::Queue, tr("Queue"), tr("The tickets of your queues"));
    m_rail->addPage(kRequests, Icon::Requests, tr("My requests"), tr("What you reported"));
    m_rail->addPage(kReport, Icon::Report, tr("Report"), tr("Report a problem"));
    m_rail->addPage(kOutbox, Icon::Outbox, tr("Outbox"),
                    tr("What is not yet on the server, and what needs you"));
    m_rail->addPage(kNotices, Icon::Bell, tr("Notifications"),
                    tr("What happened, newest first"));
    connect(m_rail, &NavigationRail::pageWanted, this, &MainWindow::showPage);
    auto *me = new QWidget(m_rail);
    auto *row = new QHBoxLayout(me);
    row->setContentsMargins(space::s, 0, 0, 0);
    row->setSpacing(space::s);
    auto *avatar = new Avatar(me, 28);
    avatar->setObjectName(QStringLiteral("meAvatar"));
    auto *name = new ElidedLabel(me, TextStyle::Small, LabelRole::Muted);
    name->setObjectName(QStringLiteral("meLabel"));
    auto *settings = new IconButton(Icon::Settings, tr("Preferences"), me);
    settings->setObjectName(QStringLiteral("preferencesButton"));
    row->addWidget(avatar);
    row->addWidget(name, 1);
    row->addWidget(settings);
    m_rail->addFooter(me);
    connect(settings, &QToolButton::clicked, this, &MainWindow::preferencesWanted);
    showMe();
}

void MainWindow::buildStatusBar()
{
    auto *indicator = new SyncIndicator(m_workspace, m_clock, this);
    connect(indicator, &SyncIndicator::outboxWanted, this, [this] { showPage(kOutbox); });
    connect(indicator, &SyncIndicator::signInWanted, this, &MainWindow::signInWanted);
    m_line = new Label(this, TextStyle::Small, LabelRole::Muted);
    m_line->setObjectName(QStringLiteral("statusLineLabel"));
    m_line->setContentsMargins(space::l, 0, 0, 0);
    m_lineTimer = new QTimer(this);
    m_lineTimer->setSingleShot(true);
    m_lineTimer->setInterval(8'000);
    connect(m_lineTimer, &QTimer::timeout, m_line, &QLabel::clear);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_line, 1);
    statusBar()->addPermanentWidget(indicator);
}

void MainWindow::showPage(const QString &page)
{
    const Place place = m_pages.value(page);
    if (!place.widget)
        return;
    if (place.make)
        place.make();
    if (m_current != page)
        m_banner->hide();
    m_current = page;
    m_rail->setCurrent(page);
    m_stack->setCurrent(place.widget);
    markSeen();
}

void MainWindow::showMe()
{
    const Person &me = m_workspace.me();
    m_rail->findChild<Avatar *>(QStringLiteral("meAvatar"))->setName(me.name);
    m_rail->findChild<ElidedLabel *>(QStringLiteral("meLabel"))->setText(me.name);
}

void MainWindow::showCounts()
{
    if (!m_agent)
        return;
    whenDone(m_workspace.tickets().counts(), this, [this](const Result<ListCounts> &counts) {
        if (counts)
            m_rail->setCount(kQueue, counts->mine + counts->unassigned);
    });
}

void MainWindow::showStatus(const SyncStatus &status)
{
    m_rail->setCount(kOutbox, status.waiting + status.needsYou,
                     status.needsYou > 0 ? Tone::Danger : Tone::Neutral);
}

void MainWindow::showLine(const QString &text)
{
    m_line->setText(text);
    m_lineTimer->start();
}

void MainWindow::tell(Tone tone, Icon icon, const QString &text, const QString &action)
{
    m_bannerAction = {};
    m_banner->tell(tone, icon, text, action);
}

void MainWindow::openTicket(const TicketId &id)
{
    if (m_agent) {
        showPage(kQueue);
        m_agent->openTicket(id);
        m_agent->pageOf(id)->focusThread(); // wherever the keyboard was, the ticket's keys work now
        return;
    }
    showPage(kRequests);
    requests()->openRequest(id);
}

void MainWindow::openTicket(const QString &name)
{
    if (const Result<TicketId> id = TicketId::parse(name)) {
        openTicket(*id);
        return;
    }
    whenDone(m_workspace.tickets().findByNumber(name), this,
             [this, name](const Result<std::optional<TicketId>> &found) {
                 if (found && *found) {
                     openTicket(**found);
                     return;
                 }
                 tell(Tone::Info, Icon::Search,
                      tr("There is no request “%1” on this computer.").arg(name));
             });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    Q_EMIT closeWanted();
}

} // namespace vigie
