// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/config/settings.h"
#include "app/server/desk/desk.h"
#include "app/server/http/tlsidentity.h"

namespace vigie::server {

/// What the first start has made; empty where there was something already.
struct FirstStart {
    QString queue;
    QString adminLogin;
    QString adminPassword; ///< shown once, stored only as a hash
};

/// Sees to it that somebody can sign in and that reports have somewhere to go: an intake queue
/// "Service desk" in a server without queues, an account "admin" with a random password in one
/// without an active administrator. Also gives the server its configured name.
[[nodiscard]] Result<FirstStart> prepareFirstStart(Desk &desk, const Settings &settings,
                                                   const Clock &clock, Rng &rng);

/// The configured certificate, or the server's own authority in the data folder.
[[nodiscard]] Result<TlsIdentity> identityFor(const Settings &settings, const Clock &clock);

/// Where a data folder (or a backup of one) keeps its authority.
[[nodiscard]] QString tlsFolder(const QString &dataFolder);

/// The lines that tell a person what the first start has made.
[[nodiscard]] QString firstStartText(const FirstStart &made);

} // namespace vigie::server
