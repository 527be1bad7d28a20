// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/service/workspace.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>

namespace vigie::net {
class SecretStore;
}
namespace vigie::remote {
struct HelloAnswer;
}

namespace vigie {

/// An account known on this machine (without its secret).
struct Account {
    QString key; ///< folder name below the profile root
    QUrl server;
    QString serverName;
    QString login;
    QString personName;
    QString pinnedFingerprint;
    QByteArray pinnedCertificate; ///< PEM; what the fingerprint belongs to
    DeviceId device;              ///< the profile's, for signing in again while it is open
};

/// What a server said before anybody signed in.
struct ServerProbe {
    QUrl url;            ///< completed: https, default port
    QString name;
    QString serverId;
    bool trusted = false;   ///< by the system's authorities
    QString fingerprint;    ///< SHA-256 of its certificate; to be compared and pinned if not trusted
    qint64 certificateExpiresAt = 0; ///< UTC ms
};

struct SignInRequest {
    QUrl server;
    QString login;
    QString password;
    QString pinnedFingerprint; ///< confirmed by the person; empty = system trust only
    bool remember = true;      ///< false, or no keychain: this session only
};

struct SignedIn {
    Account account;
    WorkspaceConfig workspace;
    bool sessionOnly = false; ///< the token could not be kept; say so
};

/// Signing in and out, accounts of this machine, secrets in the OS keychain. GUI thread.
class AccountService final : public QObject
{
    Q_OBJECT

public:
    /// `root` holds accounts.json (no secrets) and one folder per account. `secrets` must outlive.
    AccountService(QString root, net::SecretStore &secrets, QObject *parent);
    ~AccountService() override;

    [[nodiscard]] QList<Account> accounts() const;
    /// Completes what a person typed ("helpdesk", "https://host:8642/") and asks who is there.
    [[nodiscard]] QFuture<Result<ServerProbe>> probe(const QString &typed,
                                                     const QString &pinnedFingerprint);
    [[nodiscard]] QFuture<Result<SignedIn>> signIn(const SignInRequest &request);
    /// Opens a known account again with its kept token; SignInNeeded when there is none.
    [[nodiscard]] QFuture<Result<SignedIn>> resume(const QString &accountKey);
    /// Opens a known account without a token: everything works but the exchange. For a machine
    /// without a keychain, or a locked one, while the server cannot be reached.
    [[nodiscard]] Result<SignedIn> openSignedOut(const QString &accountKey) const;
    /// Revokes the token on the server when it can be reached and forgets it here in any case.
    /// The profile stays: unsent work is never thrown away by signing out. True when the server
    /// confirmed, false when only this machine forgot.
    [[nodiscard]] QFuture<Result<bool>> signOut(const QString &accountKey);

private:
    struct Parts;
    template<class T>
    using Promise = std::shared_ptr<QPromise<Result<T>>>;

    [[nodiscard]] static Result<ServerProbe> probed(const QUrl &server,
                                                    const remote::HelloAnswer &answer,
                                                    bool trusted);
    [[nodiscard]] QFuture<Result<SignedIn>> openSession(const Account &account,
                                                        const SignInRequest &request);
    [[nodiscard]] QFuture<Result<SignedIn>> keepSession(const Account &account,
                                                        const QString &token, bool remember);
    [[nodiscard]] QFuture<Result<QString>> tokenOf(const QString &accountKey);
    void revoke(const Account &account, const Result<QString> &token, const Result<bool> &removed,
                const Promise<bool> &promise);

    std::unique_ptr<Parts> m_parts;
};

} // namespace vigie
