// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/data/tokenrows.h"

namespace vigie::server {

namespace {

TokenRow tokenOf(const sql::Statement &statement)
{
    return {statement.text(0),
            PersonId::fromStored(statement.text(1)),
            DeviceId::fromStored(statement.text(2)),
            statement.text(3),
            statement.integer(4),
            statement.integer(5),
            statement.integer(6),
            statement.integer(7) != 0};
}

} // namespace

Result<std::optional<TokenRow>> TokenRows::find(const QString &hash)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "SELECT token_hash, person, device, name, created, last_used, "
                                    "expires, revoked FROM device_token WHERE token_hash = ?")));
    VIGIE_TRY_ASSIGN(found, statement.bind(hash).next());
    return found ? std::optional<TokenRow>(tokenOf(statement)) : std::optional<TokenRow>();
}

Result<QList<TokenRow>> TokenRows::ofPerson(const PersonId &person)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "SELECT token_hash, person, device, name, created, last_used, expires, "
                         "revoked FROM device_token WHERE person = ? ORDER BY created")));
    statement.bind(person.text());
    QList<TokenRow> rows;
    while (true) {
        VIGIE_TRY_ASSIGN(found, statement.next());
        if (!found)
            return rows;
        rows.append(tokenOf(statement));
    }
}

Done TokenRows::add(const TokenRow &row)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "INSERT INTO device_token (token_hash, person, device, name, created, "
                         "last_used, expires) VALUES (?, ?, ?, ?, ?, ?, ?)")));
    return statement.bind(row.hash)
        .bind(row.person.text())
        .bind(row.device.text())
        .bind(row.deviceName)
        .bind(row.created)
        .bind(row.lastUsed)
        .bind(row.expires)
        .exec();
}

Done TokenRows::touch(const QString &hash, qint64 lastUsed, qint64 expires)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "UPDATE device_token SET last_used = ?, expires = ? WHERE "
                                    "token_hash = ? AND revoked = 0")));
    return statement.bind(lastUsed).bind(expires).bind(hash).exec();
}

Done TokenRows::revoke(const QString &hash)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "UPDATE device_token SET revoked = 1 WHERE token_hash = ?")));
    return statement.bind(hash).exec();
}

Done TokenRows::revokeAll(const PersonId &person, const DeviceId &device)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "UPDATE device_token SET revoked = 1 WHERE person = ? AND (? OR device = "
                         "?) AND revoked = 0")));
    return statement.bind(person.text()).bind(device.isNull()).bind(device.text()).exec();
}

Done TokenRows::forget(qint64 before)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral("DELETE FROM device_token WHERE expires < "
                                                       "? OR (revoked = 1 AND last_used < ?)")));
    return statement.bind(before).bind(before).exec();
}

} // namespace vigie::server
