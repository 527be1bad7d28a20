// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/tokens.h"

#include "core/base/clock.h"

#include <QCryptographicHash>

namespace vigie::server {

namespace {

constexpr qsizetype kSecretBytes = 32;

QString hashOf(const QByteArray &token)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

} // namespace

Result<QByteArray> Tokens::issue(const Caller &caller, const QString &deviceName)
{
    const QByteArray secret = m_source();
    if (secret.size() != kSecretBytes)
        return fail(ErrorCode::ServerFault, QStringLiteral("no randomness for a token"));
    const QByteArray token =
        secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    VIGIE_TRY(m_rows.revokeAll(caller.person, caller.device));
    const qint64 now = m_clock.nowMs();
    TokenRow row;
    row.hash = hashOf(token);
    row.person = caller.person;
    row.device = caller.device;
    row.deviceName = deviceName;
    row.created = row.lastUsed = now;
    row.expires = now + kTokenLifeMs;
    VIGIE_TRY(m_rows.add(row));
    return token;
}

Result<Caller> Tokens::check(const QByteArray &token)
{
    // The look-up is by hash, so its timing says nothing about the token.
    VIGIE_TRY_ASSIGN(row, m_rows.find(hashOf(token)));
    const qint64 now = m_clock.nowMs();
    if (!row || row->revoked || row->expires <= now)
        return fail(ErrorCode::SignInNeeded, QStringLiteral("no living token"));
    if (now - row->lastUsed >= kTokenTouchMs) {
        // A full or read-only disk must not sign anybody out.
        const Done touched = m_rows.touch(row->hash, now, now + kTokenLifeMs);
        Q_UNUSED(touched)
    }
    return Caller{row->person, row->device};
}

Done Tokens::revoke(const QByteArray &token)
{
    return m_rows.revoke(hashOf(token));
}

} // namespace vigie::server
