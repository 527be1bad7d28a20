// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tlstrust.h"
#include "core/remote/vigie/vigieaccountclient.h"
#include "core/service/workerthread.h"

namespace vigie {

/// A session, and the trust it was opened with: with the pinned certificate once it was seen.
struct OpenedSession {
    wire::Session session;
    net::TlsTrust trust;
};

/// Talks to servers before there is a workspace, on a thread of its own: looking for a proxy or a
/// name may block, and must not block the windows. Futures end as Cancelled when it goes first.
class AccountNet
{
public:
    [[nodiscard]] QFuture<Result<remote::HelloAnswer>> hello(const QUrl &server,
                                                             const net::TlsTrust &trust);
    [[nodiscard]] QFuture<Result<OpenedSession>> signIn(const QUrl &server,
                                                        const net::TlsTrust &trust,
                                                        const wire::SignIn &signIn);
    [[nodiscard]] QFuture<Result<bool>> signOut(const QUrl &server, const net::TlsTrust &trust,
                                                const QString &token);

private:
    WorkerThread m_thread{QStringLiteral("accounts")};
};

} // namespace vigie
