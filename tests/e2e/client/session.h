// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/accountservice.h"
#include "core/service/workspace.h"
#include "tests/e2e/client/commandtable.h"
#include "tests/e2e/client/filesecretstore.h"

#include <QObject>

#include <memory>

namespace vigie::e2e {

/// One person at one machine: the accounts below a folder and at most one open workspace, built
/// from the same services that the desktop client uses.
class Session final : public QObject
{
    Q_OBJECT

public:
    explicit Session(const QString &root, QObject *parent = nullptr);
    ~Session() override;

    void registerIn(CommandTable &table);

    /// Null before sign-in and open.
    [[nodiscard]] Workspace *workspace() const { return m_workspace.get(); }
    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// A handler that answers by itself while nothing is open.
    [[nodiscard]] Handler whenOpen(Handler handler) const;
    void close();

Q_SIGNALS:
    /// Something changed that a waiting command may be waiting for.
    void happened();

private:
    void probe(const QJsonObject &arguments, const Reply &reply);
    void signIn(const QJsonObject &arguments, const Reply &reply);
    void open(const QJsonObject &arguments, const Reply &reply);
    void signOut(const QJsonObject &arguments, const Reply &reply);
    void enter(const Result<SignedIn> &signedIn, const Reply &reply);
    void adopt(const std::shared_ptr<Workspace> &workspace);
    [[nodiscard]] QString accountKey(const QJsonObject &arguments) const;

    QString m_root;
    FileSecretStore m_secrets;
    AccountService m_accounts;
    std::shared_ptr<Workspace> m_workspace;
    QString m_folder;
};

/// What the sync indicator says, as JSON.
[[nodiscard]] QJsonObject toJson(const SyncStatus &status);

} // namespace vigie::e2e
