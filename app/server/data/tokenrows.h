// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/sql/database.h"

#include <optional>

namespace vigie::server {

/// A signed-in device. The token itself is nowhere; `hash` is its SHA-256, hex.
struct TokenRow {
    QString hash;
    PersonId person;
    DeviceId device;
    QString deviceName;
    qint64 created = 0;
    qint64 lastUsed = 0;
    qint64 expires = 0;
    bool revoked = false;
};

class TokenRows
{
public:
    explicit TokenRows(sql::Database &database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<TokenRow>> find(const QString &hash);
    [[nodiscard]] Result<QList<TokenRow>> ofPerson(const PersonId &person);
    [[nodiscard]] Done add(const TokenRow &row);
    [[nodiscard]] Done touch(const QString &hash, qint64 lastUsed, qint64 expires);
    [[nodiscard]] Done revoke(const QString &hash);
    /// All of a person's tokens, or only those of one device when `device` is not null.
    [[nodiscard]] Done revokeAll(const PersonId &person, const DeviceId &device = {});
    /// Removes what is revoked or expired since before `before`.
    [[nodiscard]] Done forget(qint64 before);

private:
    sql::Database &m_database;
};

} // namespace vigie::server
