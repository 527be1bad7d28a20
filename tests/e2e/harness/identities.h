// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/tlsidentity.h"

namespace vigie::e2e {

/// Certificates of one authority: what a server shows on good and on bad days.
class Identities
{
public:
    Identities() = default;
    /// A new authority, ten years old at most.
    [[nodiscard]] Done make();

    /// A certificate for 127.0.0.1 that is valid now.
    [[nodiscard]] Result<server::TlsIdentity> valid() const;
    /// One that ended a while ago.
    [[nodiscard]] Result<server::TlsIdentity> expired() const;
    [[nodiscard]] const QString &fingerprint() const { return m_fingerprint; }

private:
    [[nodiscard]] Result<server::TlsIdentity> madeAt(qint64 ms) const;

    QByteArray m_authorityPem;
    QByteArray m_keyPem;
    QString m_fingerprint;
};

} // namespace vigie::e2e
