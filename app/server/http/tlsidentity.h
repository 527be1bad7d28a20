// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace vigie {
class Clock;
}

namespace vigie::server {

/// What the server shows to prove who it is.
///
/// The server has its own certification authority, made at the first start and kept for ten
/// years, and a server certificate that it renews by itself. Clients pin the **authority's**
/// fingerprint, so that a renewal does not look like an attack. The server sends both
/// certificates; a client that has pinned the authority trusts a chain that ends in it. With a
/// certificate of one's own the fingerprint is that of the last certificate in its file.
struct TlsIdentity {
    QByteArray chainPem; ///< server certificate first, then up to the authority
    QByteArray keyPem;   ///< never logged
    QString fingerprint; ///< SHA-256 of the last certificate of the chain, "AA:BB:…"
    QStringList names;   ///< what the server certificate is for
    qint64 validUntilMs = 0;
    bool renewed = false; ///< a new server certificate was made just now
    bool created = false; ///< the authority was made just now
};

/// The names that a server certificate of this machine carries besides configured ones.
[[nodiscard]] QStringList defaultTlsNames();

/// Reads `folder` (ca.pem, ca.key, server.pem, server.key), making what is missing, and renewing
/// the server certificate when it ends within 30 days or when `names` have changed. Never makes a
/// new authority when one of its two files is there: StoreCorrupt says what to do instead.
/// Key files are readable by their owner only.
[[nodiscard]] Result<TlsIdentity> openOrCreateIdentity(const QString &folder,
                                                       const QStringList &names,
                                                       const Clock &clock);

/// A certificate from elsewhere: `certificateFile` holds the chain in PEM, `keyFile` its key.
[[nodiscard]] Result<TlsIdentity> identityFromFiles(const QString &certificateFile,
                                                    const QString &keyFile);

/// The fingerprint that clients would pin, of a PEM file's last certificate. Makes nothing.
[[nodiscard]] Result<QString> fingerprintOfFile(const QString &certificateFile);

/// Copies an authority and its server certificate, for backups. Nothing happens when `from` has
/// none or `to` has one already.
[[nodiscard]] Done copyIdentity(const QString &from, const QString &to);

} // namespace vigie::server
