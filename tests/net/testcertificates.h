// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QStringList>

namespace vigie::test {

/// A certificate with its key, made on the spot.
struct TestCertificate {
    QSslCertificate certificate;
    QSslKey key;
};

struct CertificateSpec {
    QString name = QStringLiteral("test");
    /// "DNS:localhost", "IP:127.0.0.1"; empty for authorities.
    QStringList alternativeNames;
    int validFromDays = -1;
    int validUntilDays = 30;
    bool isAuthority = false;
};

/// Signed by `issuer`, or by itself.
[[nodiscard]] TestCertificate makeCertificate(const CertificateSpec &spec,
                                              const TestCertificate *issuer = nullptr);

} // namespace vigie::test
