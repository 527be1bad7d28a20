// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/preferencesdialog.h"
#include "app/desktop/options.h"
#include "app/desktop/settings.h"
#include "app/report/reportports.h"
#include "core/base/clock.h"
#include "core/service/accountservice.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QApplication;

namespace vigie {

class CalmWatch;
class ColorSchemeWatcher;
class MachineFacts;
class MainWindow;
class NoticeDesk;
class Notifier;
class RatingAsker;
class CaptureCoordinator;
class EditorHabits;
class GlobalHotkey;
class StepRecorder;
class Prompt;
class ReportKey;
class SignInPage;
class TrayIcon;

/// The client's composition: settings and look, the account, its workspace, the window. Destroyed
/// in order window → workspace → account. GUI thread.
class Application final : public QObject
{
    Q_OBJECT

public:
    /// `secrets` and `prompt` must outlive it; `root` exists and is ours alone.
    Application(QApplication &qt, QString root, const Options &options, net::SecretStore &secrets,
                Prompt &prompt);
    ~Application() override;

    /// Opens the last account, or the sign-in page.
    void start();
    /// What a later start or a link asks for.
    void serve(const StartRequest &request);

    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] AccountService &accounts() { return *m_accounts; }
    [[nodiscard]] Workspace *workspace() const { return m_workspace.get(); }
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] SignInPage *signInPage() const { return m_signIn.get(); }
    /// Tells about the last run; shown when the window opens.
    void setLastRunCrashed(bool crashed) { m_crashed = crashed; }

Q_SIGNALS:
    void windowOpened();
    void signInShown();

private:
    void applyLook();
    void buildTray();
    void signInByOptions();
    void showSignIn(const QString &reason, const QString &offlineKey);
    void openWorkspace(const SignedIn &session);
    void openWindow(const SignedIn &session);
    void tellCacheReplaced();
    void tellOpening(const SignedIn &session);
    void signedInAgain(const SignedIn &session);
    [[nodiscard]] ReportPorts reportPorts();
    void wireWindow();
    void wireSteps();
    void showWindow();
    [[nodiscard]] ManagedPreferences managedPreferences() const;
    void showPreferences();
    void apply(const Preferences &preferences);
    void signOut();
    void closeWindow();
    void quit();
    void reportFromAnywhere();
    void buildNotices();
    void wireTrayCount();
    [[nodiscard]] NoticeChoices noticeChoices() const;
    void keepNoticeChoices(const NoticeChoices &choices);
    void keepGeometry();

    QApplication &m_qt;
    QString m_root;
    Options m_options;
    Prompt &m_prompt;
    SystemClock m_clock;
    Settings m_settings;
    ColorSchemeWatcher *m_scheme;
    MachineFacts *m_machine;
    std::unique_ptr<AccountService> m_accounts;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<SignInPage> m_signIn;
    std::unique_ptr<MainWindow> m_window;
    TrayIcon *m_tray = nullptr;
    Notifier *m_notifier = nullptr;
    NoticeDesk *m_notices = nullptr;
    CalmWatch *m_calm = nullptr;
    RatingAsker *m_ratings = nullptr;
    ReportKey *m_reportKey = nullptr;
    EditorHabits *m_habits = nullptr;
    CaptureCoordinator *m_capture = nullptr;
    StepRecorder *m_recorder = nullptr;
    GlobalHotkey *m_stepKey = nullptr;
    QPointer<PreferencesDialog> m_preferences;
    StartRequest m_pending; ///< asked for before there was a window
    QString m_account;      ///< key of the open account
    bool m_crashed = false;
};

} // namespace vigie
