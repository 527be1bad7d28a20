// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"
#include "core/wire/messages.h"

#include <QObject>
#include <QUrl>

namespace vigie::remote {

/// Who answered at an address, as far as the certificate let us ask.
struct HelloAnswer {
    Result<wire::Hello> hello = fail(ErrorCode::Offline);
    QString fingerprint;             ///< SHA-256 of the topmost certificate shown
    qint64 certificateExpiresAt = 0; ///< UTC ms; 0 when unknown
};

/// Requests before and after there is a token. Lives on the transport's thread; its futures end
/// as Cancelled when it goes first.
class VigieAccountClient final : public QObject
{
    Q_OBJECT

public:
    /// `transport` must outlive it.
    VigieAccountClient(net::Transport &transport, QUrl server, QObject *parent = nullptr);

    /// Carries no secret. NotOurServer when something else answered, ProtocolMismatch when the
    /// server speaks another version.
    [[nodiscard]] QFuture<Result<HelloAnswer>> hello();
    /// WrongPassword, RateLimited, NotOurServer, Offline, the TLS errors…
    [[nodiscard]] QFuture<Result<wire::Session>> signIn(const wire::SignIn &signIn);
    /// Kills the token on the server; true also when it was dead already.
    [[nodiscard]] QFuture<Result<bool>> signOut(const QString &token);

private:
    net::Transport &m_transport;
    QUrl m_server;
};

} // namespace vigie::remote
