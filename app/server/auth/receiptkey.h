// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/auth/receiptsigner.h"

#include <QByteArray>

namespace vigie::server {

/// The key with which a server signs receipts: Ed25519 (RFC 8032) through OpenSSL. Has nothing to
/// do with the certificate's keys, so that renewing those changes nothing here. May be used on any
/// thread.
class ReceiptKey final : public ReceiptSigner
{
public:
    /// From 32 bytes that are the key (the seed of RFC 8032); for tests. Invalid for another size.
    [[nodiscard]] static Result<ReceiptKey> fromSeed(const QByteArray &seed);
    /// A new one of the system's randomness.
    [[nodiscard]] static Result<ReceiptKey> make();
    /// PKCS#8 in PEM without a password. Invalid for anything else, also for another kind of key.
    [[nodiscard]] static Result<ReceiptKey> fromPem(const QByteArray &pem);

    [[nodiscard]] Result<ReceiptSeal> sign(const QString &text) const override;
    /// 32 bytes.
    [[nodiscard]] const QByteArray &publicKey() const { return m_public; }
    /// The secret; never logged.
    [[nodiscard]] Result<QByteArray> toPem() const;

private:
    ReceiptKey(QByteArray seed, QByteArray publicKey) :
        m_seed(std::move(seed)), m_public(std::move(publicKey))
    {
    }

    QByteArray m_seed;
    QByteArray m_public;
};

/// A public key as `openssl` reads it: SubjectPublicKeyInfo in PEM. Empty for another size than 32.
[[nodiscard]] QByteArray publicPem(const QByteArray &publicKey);
/// The 32 bytes of the first public key in PEM, whatever text stands around it. Invalid when there
/// is none or it is no Ed25519 key.
[[nodiscard]] Result<QByteArray> publicKeyFromPem(const QByteArray &pem);

/// Whether the seal's signature is over its text and by the key that it names.
[[nodiscard]] bool isSound(const ReceiptSeal &seal);

} // namespace vigie::server
