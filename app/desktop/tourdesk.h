// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/net/memorysecretstore.h"
#include "core/service/accountservice.h"

#include <QObject>

namespace vigie {

class MainWindow;
class Prompt;

/// One person of the tour at their own desk: account, workspace and window. GUI thread.
class TourDesk final : public QObject
{
    Q_OBJECT

public:
    TourDesk(QString folder, QString login, Prompt &prompt, QObject *parent);
    ~TourDesk() override;

    void signIn(const QUrl &server, const QString &password, const QString &fingerprint);
    [[nodiscard]] bool isOpen() const { return m_window != nullptr; }
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] Workspace &workspace() const { return *m_workspace; }
    [[nodiscard]] QString trouble() const { return m_trouble; }

    /// The widget of this name; null when it is not there.
    template<class T>
    [[nodiscard]] T *find(const char *name) const
    {
        return qobject_cast<T *>(widget(name));
    }
    /// Types as a keyboard would; NotFound when there is no such field.
    [[nodiscard]] Done type(const char *name, const QString &text);
    [[nodiscard]] Done click(const char *name);

private:
    [[nodiscard]] QWidget *widget(const char *name) const;
    void open(const WorkspaceConfig &config);

    QString m_login;
    Prompt &m_prompt;
    SystemClock m_clock;
    net::MemorySecretStore m_secrets;
    std::unique_ptr<AccountService> m_accounts;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    QString m_trouble;
};

} // namespace vigie
