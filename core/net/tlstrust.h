// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

namespace vigie::net {

/// Whom a transport believes: the system's authorities, or exactly one pinned certificate. The
/// pin may name any certificate of the chain a server shows; servers show their own authority, so
/// that a renewed server certificate keeps the pin valid.
struct TlsTrust {
    QString fingerprint;    ///< SHA-256; empty = the system's authorities
    QByteArray certificate; ///< the pinned certificate as PEM once it was seen; may be empty

    [[nodiscard]] bool isPinned() const { return !fingerprint.isEmpty(); }
    bool operator==(const TlsTrust &) const = default;
};

/// SHA-256 of the certificate, upper-case hex pairs with colons.
[[nodiscard]] QString fingerprintOf(const QSslCertificate &certificate);

/// What a person typed or pasted, in the form of fingerprintOf(); empty when it is none.
[[nodiscard]] QString normalFingerprint(const QString &text);

/// The pinned certificate when it is known and is what the fingerprint says, else a null one.
[[nodiscard]] QSslCertificate pinnedCertificate(const TlsTrust &trust);

/// The settings of a connection: TLS 1.2 or newer, full verification; with a pin, the pinned
/// certificate is the only authority (none at all while only its fingerprint is known).
[[nodiscard]] QSslConfiguration tlsConfiguration(const TlsTrust &trust);

/// The certificate a person is asked to compare: the topmost one the server showed.
[[nodiscard]] QSslCertificate topOf(const QList<QSslCertificate> &chain);

/// What to do about a handshake that OpenSSL did not like.
struct TlsVerdict {
    enum class Action {
        Refuse, ///< with `code`, `detail` and `fingerprint`
        Learn,  ///< the pinned certificate is in the chain: connect anew with it as authority
        Accept, ///< the server's own certificate is the pinned one; ignore exactly these errors
    };
    Action action = Action::Refuse;
    ErrorCode code = ErrorCode::TlsUntrusted;
    QString detail;
    QString fingerprint;
    QSslCertificate learned;
};

/// Pure. `errors` is not empty; `chain` begins with the server's own certificate.
[[nodiscard]] TlsVerdict judge(const TlsTrust &trust, const QList<QSslError> &errors,
                               const QList<QSslCertificate> &chain);

} // namespace vigie::net
