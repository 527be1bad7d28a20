// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/application.h"

#include "app/annotate/editorhabits.h"
#include "app/account/signinpage.h"
#include "app/capture/capturecoordinator.h"
#include "app/capture/clickwatcher.h"
#include "app/capture/steprecorder.h"
#include "app/desktop/calmwatch.h"
#include "app/desktop/deskkeeper.h"
#include "app/desktop/noticedesk.h"
#include "app/desktop/ratingasker.h"
#include "app/desktop/reportkey.h"
#include "app/platform/autostart.h"
#include "app/platform/colorscheme.h"
#include "app/platform/fullscreen.h"
#include "app/platform/globalhotkey.h"
#include "app/platform/machinefacts.h"
#include "app/platform/networkwatch.h"
#include "app/platform/sitepolicy.h"
#include "app/platform/notifier.h"
#include "app/prompt/prompt.h"
#include "app/shell/agentscreen.h"
#include "app/shell/commandregistry.h"
#include "app/shell/mainwindow.h"
#include "app/shell/stepflow.h"
#include "app/shell/trayicon.h"
#include "app/text/errortext.h"
#include "app/text/synctext.h"
#include "app/widgets/theme.h"
#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/base/logging.h"
#include "core/image/ocr/tesseractengine.h"
#include "core/service/noticeservice.h"
#include "core/service/workspace.h"

#include <QFile>
#include <QApplication>
#include <QScreen>
#include <QSettings>

namespace vigie {

Application::Application(QApplication &qt, QString root, const Options &options,
                         net::SecretStore &secrets, Prompt &prompt) :
    m_qt(qt), m_root(std::move(root)), m_options(options), m_prompt(prompt),
    m_settings(m_root, openSitePolicy(), this), m_scheme(ColorSchemeWatcher::create(this)),
    m_machine(new MachineFacts(machineProbes(), limits::kMachineFactsMs, this)),
    m_accounts(std::make_unique<AccountService>(m_root, secrets, nullptr)),
    m_pending(options.start)
{
    QApplication::setWindowIcon(IconSet::application());
    QApplication::setQuitOnLastWindowClosed(false);
    applyLook();
    connect(m_scheme, &ColorSchemeWatcher::changed, this, &Application::applyLook);
    connect(&m_settings, &Settings::changed, this, [this](SettingKey key) {
        if (key == SettingKey::Theme)
            applyLook();
    });
    // The end of the session is no question: everything is on the disk already.
    connect(&m_qt, &QApplication::aboutToQuit, this, &Application::keepGeometry);
    buildTray();
    m_reportKey = new ReportKey(m_settings, nullptr, this);
    m_habits = new EditorHabits(this);
    m_habits->setReturnsToSelect(m_settings.flag(SettingKey::SelectAfterDrawing));
    m_habits->setShowsRulers(m_settings.flag(SettingKey::Rulers));
    m_habits->setTakesPointer(m_settings.flag(SettingKey::TakePointer));
    connect(m_habits, &EditorHabits::changed, this, [this] {
        m_settings.setFlag(SettingKey::SelectAfterDrawing, m_habits->returnsToSelect());
        m_settings.setFlag(SettingKey::Rulers, m_habits->showsRulers());
        m_settings.setFlag(SettingKey::TakePointer, m_habits->takesPointer());
    });
    CaptureBackend *screens = CaptureBackend::create(this);
    m_capture = new CaptureCoordinator(*screens, this);
    m_recorder = new StepRecorder(*screens, *ClickWatcher::create(this), m_clock, this);
    m_stepKey = GlobalHotkey::create(this);
    buildNotices();
    connect(m_reportKey, &ReportKey::pressed, this, &Application::reportFromAnywhere);
    auto *network = new NetworkWatch(this);
    connect(network, &NetworkWatch::changed, this, [this](const QString &kind) {
        m_machine->noteNetwork(kind, m_clock.nowMs());
    });
}

Application::~Application()
{
    m_window.reset();
    m_signIn.reset();
    m_workspace.reset();
}

void Application::applyLook()
{
    QString theme = m_options.theme;
    if (theme.isEmpty())
        theme = m_settings.text(SettingKey::Theme);
    const Scheme scheme = theme == QLatin1String("dark") ? Scheme::Dark
        : theme == QLatin1String("light")                ? Scheme::Light
                                                         : m_scheme->scheme();
    applyTheme(m_qt, scheme);
}

void Application::buildTray()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        m_notifier = Notifier::create(nullptr, this);
    } else {
        m_tray = new TrayIcon(this);
        m_tray->show();
        m_notifier = Notifier::create(m_tray, this);
        connect(m_tray, &TrayIcon::openWanted, this, &Application::showWindow);
        connect(m_tray, &TrayIcon::reportWanted, this, [this] {
            StartRequest request;
            request.report = true;
            serve(request);
        });
        connect(m_tray, &TrayIcon::shotWanted, this, &Application::reportFromAnywhere);
        connect(m_tray, &TrayIcon::recordingWanted, this, [this] {
            if (!m_window)
                showWindow(); // to sign in first
        });
        connect(m_tray, &TrayIcon::quitWanted, this, &Application::quit);
    }
}

void Application::buildNotices()
{
    m_notices = new NoticeDesk(*m_notifier, m_clock, this);
    m_notices->setChoices(noticeChoices());
    m_notices->setWatched([this] { return m_window && m_window->isActiveWindow(); });
    connect(m_notices, &NoticeDesk::windowWanted, this, &Application::showWindow);
    connect(m_notices, &NoticeDesk::listWanted, this, [this] {
        showWindow();
        if (m_window)
            m_window->showPage(QStringLiteral("notices"));
    });
    connect(m_notices, &NoticeDesk::openWanted, this,
            [this](const TicketId &ticket, bool asStaff, RequestPlace place) {
                showWindow();
                if (m_window)
                    m_window->openTold(ticket, asStaff, place);
            });
    connect(m_notices, &NoticeDesk::replyFailed, this, [this](const TicketId &, const QString &text) {
        showWindow();
        if (m_window) {
            m_window->tell(Tone::Danger, Icon::Alert,
                           tr("Your answer could not be kept: “%1”. Please write it again here.")
                               .arg(text));
        }
    });
    m_calm = new CalmWatch(m_clock, isFullScreenInFront, this);
    m_calm->setBusy([this] {
        return m_capture->isBusy() || m_recorder->state() != StepRecorder::State::Off;
    });
    m_ratings = new RatingAsker(
        *m_calm, m_clock,
        [this](const Ticket &ticket) {
            return (m_window && m_window->askForRating(ticket))
                || m_notices->askForRating(ticket.id, ticket.title);
        },
        this);
}

void Application::wireTrayCount()
{
    if (!m_tray)
        return;
    const auto show = [tray = m_tray, notices = &m_workspace->notices()] {
        tray->setUnread(notices->unread(), notices->mentions());
    };
    connect(&m_workspace->notices(), &NoticeService::changed, m_tray, show);
    connect(&m_workspace->notices(), &QObject::destroyed, m_tray,
            [tray = m_tray] { tray->setUnread(0, 0); });
    show();
}

NoticeChoices Application::noticeChoices() const
{
    NoticeChoices choices;
    choices.show = m_settings.flag(SettingKey::Notifications);
    const QString privacy = m_settings.text(SettingKey::NotificationPrivacy);
    if (!privacy.isEmpty())
        choices.privacy = privacyFrom(privacy);
    else if (!m_settings.flag(SettingKey::NotificationText))
        choices.privacy = NoticePrivacy::Count;
    choices.quietHours = m_settings.flag(SettingKey::QuietHours);
    const auto time = [this](SettingKey key, const QTime &otherwise) {
        const QTime read = QTime::fromString(m_settings.text(key), QStringLiteral("HH:mm"));
        return read.isValid() ? read : otherwise;
    };
    choices.quietFrom = time(SettingKey::QuietFrom, choices.quietFrom);
    choices.quietTo = time(SettingKey::QuietTo, choices.quietTo);
    choices.digestHours = digestHoursFrom(m_settings.text(SettingKey::DigestHours));
    return choices;
}

void Application::keepNoticeChoices(const NoticeChoices &choices)
{
    m_settings.setFlag(SettingKey::Notifications, choices.show);
    m_settings.setText(SettingKey::NotificationPrivacy, nameOf(choices.privacy));
    m_settings.setFlag(SettingKey::QuietHours, choices.quietHours);
    m_settings.setText(SettingKey::QuietFrom, choices.quietFrom.toString(QStringLiteral("HH:mm")));
    m_settings.setText(SettingKey::QuietTo, choices.quietTo.toString(QStringLiteral("HH:mm")));
    m_settings.setText(SettingKey::DigestHours, digestHoursText(choices.digestHours));
    m_notices->setChoices(noticeChoices());
}

/// For scripts: what the sign-in page would send, without the page.
void Application::signInByOptions()
{
    QFile file(m_options.passwordFile);
    if (!file.open(QIODevice::ReadOnly)) {
        showSignIn(tr("The password file cannot be read."), QString());
        return;
    }
    SignInRequest request;
    request.server = QUrl(m_options.server);
    request.login = m_options.signIn;
    request.password = QString::fromUtf8(file.readLine()).trimmed();
    request.pinnedFingerprint = m_options.pin;
    whenDone(m_accounts->signIn(request), this, [this](const Result<SignedIn> &session) {
        if (session) {
            openWorkspace(*session);
            return;
        }
        const ErrorWords words = ErrorText::of(session.error());
        showSignIn(words.title + QStringLiteral(". ") + words.paragraph(), QString());
    });
}

void Application::start()
{
    if (!m_options.signIn.isEmpty()) {
        signInByOptions();
        return;
    }
    const QString last = m_settings.text(SettingKey::LastAccount);
    const QList<Account> known = m_accounts->accounts();
    const auto account = std::find_if(known.cbegin(), known.cend(),
                                      [&last](const Account &one) { return one.key == last; });
    if (account == known.cend()) {
        showSignIn(QString(), QString());
        return;
    }
    whenDone(m_accounts->resume(last), this, [this, last](const Result<SignedIn> &session) {
        if (session) {
            openWorkspace(*session);
            return;
        }
        // No keychain, or a locked one: work goes on, the exchange waits for the password.
        const ErrorWords words = ErrorText::of(session.error());
        showSignIn(words.paragraph(), last);
    });
}

void Application::showSignIn(const QString &reason, const QString &offlineKey)
{
    m_signIn = std::make_unique<SignInPage>(*m_accounts, nullptr);
    m_signIn->setWindowTitle(tr("Sign in – Vigie"));
    QString server = m_options.server;
    QString login;
    const QString last = m_settings.text(SettingKey::LastAccount);
    for (const Account &account : m_accounts->accounts()) {
        if (account.key != last)
            continue;
        login = account.login;
        if (server.isEmpty())
            server = account.server.toString();
    }
    if (server.isEmpty())
        server = m_settings.text(SettingKey::LastServer);
    m_signIn->prefill(server, login, reason);
    m_signIn->offerOffline(offlineKey);
    m_signIn->resize(560, 680);
    connect(m_signIn.get(), &SignInPage::signedIn, this, [this](const SignedIn &session) {
        if (m_window && session.account.key == m_account)
            signedInAgain(session);
        else
            openWorkspace(session);
    });
    connect(m_signIn.get(), &SignInPage::offlineWanted, this, [this](const QString &key) {
        if (const Result<SignedIn> session = m_accounts->openSignedOut(key))
            openWorkspace(*session);
    });
    m_signIn->show();
    m_signIn->startWriting();
    Q_EMIT signInShown();
}

void Application::openWorkspace(const SignedIn &session)
{
    // One account at a time: the old profile is closed before another one is opened.
    m_notices->setWorkspace(nullptr);
    m_window.reset();
    m_workspace.reset();
    whenDone(Workspace::open(session.workspace), this,
             [this, session](const Result<std::shared_ptr<Workspace>> &workspace) {
                 if (!workspace) {
                     const ErrorWords words = ErrorText::of(workspace.error());
                     qCWarning(lcUi) << "the account cannot be opened:"
                                     << toLog(workspace.error());
                     showSignIn(words.title + QStringLiteral(". ") + words.paragraph(), QString());
                     return;
                 }
                 m_workspace = *workspace;
                 m_account = session.account.key;
                 m_settings.setText(SettingKey::LastAccount, session.account.key);
                 m_settings.setText(SettingKey::LastServer, session.account.server.toString());
                 openWindow(session);
             });
}

void Application::openWindow(const SignedIn &session)
{
    m_window = std::make_unique<MainWindow>(*m_workspace, m_prompt, m_clock, nullptr,
                                            reportPorts());
    m_window->setDeskPhone(m_settings.text(SettingKey::DeskPhone));
    wireWindow();
    const QByteArray geometry = m_settings.bytes(SettingKey::WindowGeometry);
    if (!geometry.isEmpty())
        m_window->restoreGeometry(geometry); // Qt moves it onto a screen that still exists
    tellOpening(session);
    const bool background = m_pending.background && m_tray;
    if (!background)
        showWindow();
    if (m_signIn) {
        m_signIn->hide();
        m_signIn.release()->deleteLater();
    }
    const StartRequest pending = std::exchange(m_pending, {});
    if (pending.report || pending.step || !pending.ticket.isEmpty())
        serve(pending);
    Q_EMIT windowOpened();
}

ReportPorts Application::reportPorts()
{
    ReportPorts ports;
    ports.machine = m_machine;
    ports.capture = m_capture;
    ports.habits = m_habits;
    ports.picturesChecked = m_settings.flag(SettingKey::CheckPictures);
    ports.steps = {m_recorder, m_stepKey, m_settings.flag(SettingKey::StepsExplained),
                   [this] { m_settings.setFlag(SettingKey::StepsExplained, true); }};
    ports.ocr = std::make_shared<TesseractEngine>();
    ports.factsLeftOut =
        m_settings.text(SettingKey::FactsLeftOut).split(QLatin1Char(','), Qt::SkipEmptyParts);
    ports.keepFactsLeftOut = [this](const QStringList &keys) {
        m_settings.setText(SettingKey::FactsLeftOut, keys.join(QLatin1Char(',')));
    };
    return ports;
}

void Application::tellCacheReplaced()
{
    m_window->tell(Tone::Info, Icon::Sync, ErrorText::cacheReplaced().paragraph());
}

void Application::tellOpening(const SignedIn &session)
{
    if (m_workspace->cacheWasReplaced()) {
        tellCacheReplaced();
    } else if (session.workspace.token.isEmpty()) {
        m_window->tell(Tone::Info, Icon::CloudOff,
                       tr("You work without being signed in: everything is kept on this computer "
                          "and exchanged when you sign in."));
    } else if (session.sessionOnly) {
        m_window->tell(Tone::Info, Icon::Key,
                       ErrorText::of(ErrorCode::NoSecretStore).paragraph());
    } else if (m_crashed) {
        m_window->tell(Tone::Info, Icon::Info,
                       tr("Vigie did not end properly last time. What you wrote was saved; open "
                          "drafts are where you left them."));
    }
    m_crashed = false;
}

void Application::signedInAgain(const SignedIn &session)
{
    m_workspace->setToken(session.workspace.token);
    m_signIn->hide();
    m_signIn.release()->deleteLater();
    showWindow();
}

void Application::wireWindow()
{
    MainWindow *window = m_window.get();
    connect(window, &MainWindow::preferencesWanted, this, &Application::showPreferences);
    connect(window, &MainWindow::frontWanted, this, &Application::showWindow);
    connect(window, &MainWindow::quitWanted, this, &Application::quit);
    connect(window, &MainWindow::closeWanted, this, &Application::closeWindow);
    connect(window, &MainWindow::signOutWanted, this, &Application::signOut);
    connect(window, &MainWindow::signInWanted, this, [this] {
        showSignIn(ErrorText::of(ErrorCode::SignInNeeded).paragraph(), QString());
    });
    CommandRegistry &commands = window->commands();
    commands.setChoices(keyChoicesFrom(m_settings.text(SettingKey::Shortcuts)));
    connect(&commands, &CommandRegistry::keysChosen, this, [this, &commands] {
        m_settings.setText(SettingKey::Shortcuts, textOf(commands.choices()));
    });
    if (AgentScreen *desk = m_window->agent())
        new DeskKeeper(*desk, m_settings, m_account); // goes with it
    m_notices->setWorkspace(m_workspace.get());
    wireTrayCount();
    m_ratings->setWorkspace(m_workspace.get());
    wireSteps();
    connect(m_workspace.get(), &Workspace::cacheReplaced, this, &Application::tellCacheReplaced);
    connect(m_workspace.get(), &Workspace::statusChanged, this, [this](const SyncStatus &status) {
        if (m_tray)
            m_tray->setLine(SyncText::line(status, m_clock.nowMs()));
    });
}

void Application::wireSteps()
{
    StepFlow *steps = m_window->steps();
    if (!m_tray)
        return;
    m_tray->setRecording(steps->state());
    connect(steps, &StepFlow::changed, m_tray, &TrayIcon::setRecording);
    connect(m_tray, &TrayIcon::recordingWanted, steps, &StepFlow::run);
    connect(m_tray, &TrayIcon::touched, steps,
            [this, steps] { steps->forgetTrayClick(m_tray->geometry()); });
}

void Application::showWindow()
{
    QWidget *window = m_window ? static_cast<QWidget *>(m_window.get()) : m_signIn.get();
    if (!window)
        return;
    if (window->isMinimized())
        window->showNormal();
    window->show();
    window->raise();
    window->activateWindow();
}

void Application::serve(const StartRequest &request)
{
    if (!m_window) {
        m_pending = request;
        showWindow();
        return;
    }
    // A step is of another program's screen: nothing of ours comes in front.
    if (request.step && m_window->steps()->isOn()) {
        m_window->steps()->run(RecordingCommand::AddStepAtMouse);
        return;
    }
    if (!request.background)
        showWindow();
    if (request.step) {
        m_window->tell(Tone::Info, Icon::StepMark,
                       tr("No recording is on. Begin one with “Record steps…”."));
    }
    if (!request.ticket.isEmpty())
        m_window->openTicket(request.ticket);
    else if (request.report)
        m_window->showPage(QStringLiteral("report"));
}

/// The key was pressed, wherever the person is: the picture first, while the trouble is still on
/// the screen.
void Application::reportFromAnywhere()
{
    if (m_window)
        m_window->reportWithShot();
    else
        showWindow();
}

void Application::showPreferences()
{
    if (m_preferences) {
        m_preferences->raise();
        return;
    }
    Preferences now;
    now.language = m_settings.text(SettingKey::Language);
    now.theme = m_settings.text(SettingKey::Theme);
    now.reportKey = m_reportKey->wished();
    now.deskPhone = m_settings.text(SettingKey::DeskPhone);
    now.autostart = Autostart::isEnabled();
    now.notices = noticeChoices();
    now.managed = managedPreferences();
    m_preferences = new PreferencesDialog(now, m_window.get());
    connect(m_preferences, &PreferencesDialog::changed, this, &Application::apply);
    m_preferences->showKeyTrouble(m_reportKey->trouble());
    if (m_workspace && actorOf(m_workspace->me()).isStaff())
        m_preferences->offerLists(*m_workspace);
    m_preferences->open();
}

ManagedPreferences Application::managedPreferences() const
{
    ManagedPreferences managed;
    managed.language = m_settings.isManaged(SettingKey::Language);
    managed.theme = m_settings.isManaged(SettingKey::Theme);
    managed.reportKey = m_settings.isManaged(SettingKey::ReportKey);
    managed.deskPhone = m_settings.isManaged(SettingKey::DeskPhone);
    managed.notices = m_settings.isManaged(SettingKey::Notifications)
        || m_settings.isManaged(SettingKey::NotificationPrivacy);
    return managed;
}

void Application::apply(const Preferences &preferences)
{
    m_settings.setText(SettingKey::Language, preferences.language);
    m_options.theme.clear(); // a choice made now counts more than the command line
    m_settings.setText(SettingKey::Theme, preferences.theme);
    applyLook();
    m_settings.setText(SettingKey::DeskPhone, preferences.deskPhone);
    if (m_window)
        m_window->setDeskPhone(m_settings.text(SettingKey::DeskPhone));
    keepNoticeChoices(preferences.notices);
    m_reportKey->wish(preferences.reportKey);
    if (m_preferences)
        m_preferences->showKeyTrouble(m_reportKey->trouble());
    Done done = m_settings.flush();
    if (done && preferences.autostart != Autostart::isEnabled())
        done = Autostart::setEnabled(preferences.autostart);
    if (!done && m_preferences)
        m_preferences->tell(ErrorText::of(done.error()).paragraph());
}

void Application::signOut()
{
    m_prompt.ask(m_window.get(),
                 {tr("Sign out?"),
                  tr("Vigie forgets your sign-in on this computer. What you wrote stays here and is "
                     "sent after the next sign-in."),
                  tr("Sign out"), false},
                 [this](bool accepted) {
                     if (!accepted)
                         return;
                     whenDone(m_accounts->signOut(m_account), this, [this](const Result<bool> &) {
                         keepGeometry();
                         m_notices->setWorkspace(nullptr);
                         m_window.reset();
                         m_workspace.reset();
                         showSignIn(QString(), QString());
                     });
                 });
}

void Application::closeWindow()
{
    if (!m_tray) {
        // Without a tray there would be no way back to a hidden window.
        quit();
        return;
    }
    keepGeometry();
    m_window->hide();
    if (m_settings.flag(SettingKey::ToldAboutTray))
        return;
    m_settings.setFlag(SettingKey::ToldAboutTray, true);
    m_notices->tell(tr("Vigie goes on in the background"),
                    tr("It keeps exchanging and tells you about answers. Quit it from its icon "
                       "in the tray."));
}

void Application::quit()
{
    keepGeometry();
    QCoreApplication::quit();
}

void Application::keepGeometry()
{
    if (!m_window)
        return;
    m_settings.setBytes(SettingKey::WindowGeometry, m_window->saveGeometry());
    if (const Done kept = m_settings.flush(); !kept)
        qCInfo(lcUi) << "the window's place was not kept:" << toLog(kept.error());
}

} // namespace vigie
