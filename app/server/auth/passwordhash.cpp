// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/passwordhash.h"

#include "core/base/rng.h"

#include <sodium.h>

namespace vigie::server {

namespace {

bool sodiumReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

/// The same characters typed on another system must give the same bytes.
QByteArray passwordBytes(const QString &password)
{
    return password.normalized(QString::NormalizationForm_KC).toUtf8();
}

QByteArray randomBase64(Rng &rng, int bytes)
{
    QByteArray raw;
    for (int i = 0; i < bytes; ++i)
        raw.append(char(rng.next() & 0xff));
    return raw.toBase64(QByteArray::OmitTrailingEquals);
}

} // namespace

Result<QByteArray> PasswordHash::make(const QString &password) const
{
    if (!sodiumReady())
        return fail(ErrorCode::ServerFault, QStringLiteral("libsodium does not start"));
    const QByteArray bytes = passwordBytes(password);
    char text[crypto_pwhash_STRBYTES] = {};
    if (crypto_pwhash_str_alg(text, bytes.constData(), quint64(bytes.size()), m_cost.operations,
                              m_cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(ErrorCode::ServerFault, QStringLiteral("no memory to hash a password"));
    return QByteArray(text);
}

bool PasswordHash::verify(const QByteArray &stored, const QString &password) const
{
    if (!sodiumReady() || stored.size() >= qsizetype(crypto_pwhash_STRBYTES))
        return false;
    const QByteArray bytes = passwordBytes(password);
    char text[crypto_pwhash_STRBYTES] = {};
    std::copy(stored.begin(), stored.end(), text);
    return crypto_pwhash_str_verify(text, bytes.constData(), quint64(bytes.size())) == 0;
}

QByteArray PasswordHash::decoy(Rng &rng) const
{
    return "$argon2id$v=19$m=" + QByteArray::number(quint64(m_cost.memoryBytes / 1024))
        + ",t=" + QByteArray::number(m_cost.operations) + ",p=1$" + randomBase64(rng, 16) + '$'
        + randomBase64(rng, 32);
}

QByteArray randomSecret()
{
    QByteArray bytes(32, Qt::Uninitialized);
    if (!sodiumReady())
        return {};
    randombytes_buf(bytes.data(), size_t(bytes.size()));
    return bytes;
}

} // namespace vigie::server
