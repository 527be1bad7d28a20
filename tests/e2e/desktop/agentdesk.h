// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/mainwindow.h"
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/service/accountservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"
#include "tests/e2e/client/filesecretstore.h"
#include "tests/e2e/harness/scene.h"
#include "tests/support/fakeprompt.h"

#include <QTest>

namespace vigie::e2e {

/// The desktop's windows for an agent, in the process of the test, against the scene's server.
class AgentDesk final
{
public:
    AgentDesk(Scene &scene, const QString &login) :
        m_login(login), m_secrets(scene.path(login + QStringLiteral("-secrets.json"))),
        m_accounts(scene.path(QStringLiteral("desks/") + login), m_secrets, nullptr)
    {}

    /// An error text; empty = the window is on the screen.
    [[nodiscard]] QString open(Scene &scene)
    {
        const Result<QString> pin = scene.server().fingerprint();
        if (!pin)
            return toLog(pin.error());
        SignInRequest request;
        request.server = QUrl(scene.server().url());
        request.login = m_login;
        request.password = Scene::passwordOf(m_login);
        request.pinnedFingerprint = *pin;
        const auto signedIn = await(m_accounts.signIn(request));
        if (!signedIn)
            return toLog(signedIn.error());
        m_folder = signedIn->workspace.folder;
        const auto opened = await(Workspace::open(signedIn->workspace));
        if (!opened)
            return toLog(opened.error());
        m_workspace = *opened;
        m_window = std::make_unique<MainWindow>(*m_workspace, m_prompt, m_clock);
        m_window->resize(1500, 900);
        m_window->show();
        m_window->raise();
        m_window->activateWindow();
        return {};
    }

    /// Reports as this person and waits until the server has it; null when it does not get there.
    [[nodiscard]] static TicketId report(Scene &scene, const QString &login, const QString &title)
    {
        AgentDesk desk(scene, login);
        if (const QString trouble = desk.open(scene); !trouble.isEmpty()) {
            qWarning("%s", qPrintable(trouble));
            return {};
        }
        CreateTicket create;
        create.title = create.kit.what = title;
        const auto reported = await(desk.workspace().tickets().report(create, {}));
        const bool sent = reported
            && QTest::qWaitFor([&desk] { return desk.workspace().status().waiting == 0; },
                               30'000 * kSlowness);
        return sent ? *reported : TicketId();
    }

    /// Of this person's copy, once open.
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Workspace &workspace() { return *m_workspace; }

    /// The ticket of this title, waited for; null when it does not come.
    [[nodiscard]] TicketId waitForTicket(const QString &title, int patienceMs)
    {
        TicketId found;
        const bool came = QTest::qWaitFor(
            [&] {
                ListQuery everything;
                everything.me = m_workspace->me().id;
                const auto rows = await(m_workspace->tickets().list(everything));
                for (const TicketRow &row : rows.value_or(QList<TicketRow>())) {
                    if (row.title == title)
                        found = row.id;
                }
                return !found.isNull();
            },
            patienceMs);
        return came ? found : TicketId();
    }

    template<class T>
    static Result<T> await(const QFuture<Result<T>> &future)
    {
        QObject context;
        std::optional<Result<T>> answer;
        whenDone(future, &context, [&answer](const Result<T> &result) { answer = result; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30'000 * kSlowness))
            return fail(ErrorCode::Timeout);
        return *answer;
    }

private:
    QString m_login;
    QString m_folder;
    FileSecretStore m_secrets;
    AccountService m_accounts;
    FakePrompt m_prompt;
    SystemClock m_clock;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace vigie::e2e
