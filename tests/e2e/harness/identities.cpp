// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/identities.h"

#include "app/server/http/certificates.h"
#include "core/base/clock.h"

namespace vigie::e2e {

namespace {

constexpr qint64 kYearMs = 365LL * 86'400'000;

} // namespace

Done Identities::make()
{
    // Old enough to have signed a certificate that has ended since.
    VIGIE_TRY_ASSIGN(authority, server::certs::makeAuthority(QStringLiteral("Test authority"),
                                                             SystemClock().nowMs() - 5 * kYearMs));
    VIGIE_TRY_ASSIGN(certificate, server::certs::toPem(authority.certificate.get()));
    VIGIE_TRY_ASSIGN(key, server::certs::toPem(authority.key.get()));
    m_authorityPem = certificate;
    m_keyPem = key;
    m_fingerprint = server::certs::fingerprint(authority.certificate.get());
    return {};
}

Result<server::TlsIdentity> Identities::madeAt(qint64 ms) const
{
    VIGIE_TRY_ASSIGN(certificates, server::certs::certificatesFromPem(m_authorityPem));
    VIGIE_TRY_ASSIGN(key, server::certs::keyFromPem(m_keyPem));
    const server::certs::Pair authority{std::move(key), std::move(certificates.front())};
    const QStringList names{QStringLiteral("127.0.0.1"), QStringLiteral("localhost")};
    VIGIE_TRY_ASSIGN(made, server::certs::makeServer(authority, names, ms));
    server::TlsIdentity identity;
    VIGIE_TRY_ASSIGN(chain, server::certs::toPem(made.certificate.get()));
    VIGIE_TRY_ASSIGN(ownKey, server::certs::toPem(made.key.get()));
    identity.chainPem = chain + m_authorityPem;
    identity.keyPem = ownKey;
    identity.fingerprint = m_fingerprint;
    identity.names = names;
    identity.validUntilMs = server::certs::validUntilMs(made.certificate.get());
    return identity;
}

Result<server::TlsIdentity> Identities::valid() const
{
    return madeAt(SystemClock().nowMs());
}

Result<server::TlsIdentity> Identities::expired() const
{
    return madeAt(SystemClock().nowMs() - 4 * kYearMs);
}

} // namespace vigie::e2e
