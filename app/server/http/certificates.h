// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/opensslptr.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

/// The few X.509 things the server needs, over OpenSSL 3. Times are UTC milliseconds since 1970.
namespace vigie::server::certs {

/// A key and the certificate for it.
struct Pair {
    EvpKeyPtr key;
    X509Ptr certificate;
};

/// A new certification authority: ECDSA P-256, ten years, may sign servers' certificates only.
[[nodiscard]] Result<Pair> makeAuthority(const QString &name, qint64 nowMs);

/// A new server certificate for these names and addresses, signed by the authority: ECDSA P-256,
/// 825 days, never longer than the authority itself.
[[nodiscard]] Result<Pair> makeServer(const Pair &authority, const QStringList &names,
                                      qint64 nowMs);

[[nodiscard]] Result<EvpKeyPtr> keyFromPem(const QByteArray &pem);
/// Every certificate of a PEM text in its order; at least one, at most ten.
[[nodiscard]] Result<std::vector<X509Ptr>> certificatesFromPem(const QByteArray &pem);
[[nodiscard]] Result<QByteArray> toPem(EVP_PKEY *key);
[[nodiscard]] Result<QByteArray> toPem(X509 *certificate);

/// SHA-256 over the DER form, "AA:BB:…".
[[nodiscard]] QString fingerprint(X509 *certificate);
[[nodiscard]] qint64 validUntilMs(X509 *certificate);
/// The subject alternative names, DNS names in lower case and addresses in text form, sorted.
[[nodiscard]] QStringList names(X509 *certificate);
/// `wanted` in the form names() gives: lower case, canonical addresses, sorted, without doubles.
[[nodiscard]] QStringList canonicalNames(const QStringList &wanted);
[[nodiscard]] bool isSignedBy(X509 *certificate, X509 *authority);
[[nodiscard]] bool belongTogether(X509 *certificate, EVP_PKEY *key);

} // namespace vigie::server::certs
