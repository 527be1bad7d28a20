// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/sql/database.h"

#include <QJsonObject>

namespace vigie::server {

/// Who did what, when, from which device, and what it changed.
struct AuditEntry {
    qint64 at = 0;
    PersonId person; ///< null for what the administrator does at the machine
    DeviceId device;
    OpId op; ///< null for changes that are not operations
    QString kind;
    TicketId ticket;
    QJsonObject before; ///< only what changed
    QJsonObject after;
};

/// The last row of the log.
struct AuditHead {
    qint64 seq = 0;
    QString chain;
    qint64 at = 0;
};

/// The record of every accepted change, each row chained to the one before, so that a row that was
/// edited or taken out is noticed.
class AuditLog
{
public:
    explicit AuditLog(sql::Database &database) : m_database(database) {}

    [[nodiscard]] Done append(const AuditEntry &entry);
    [[nodiscard]] Result<AuditHead> head();
    /// Whether row `seq` exists with this chain value. 0 always does.
    [[nodiscard]] Result<bool> knows(qint64 seq, const QString &chain);
    /// Recomputes the chain and checks that every accepted operation has exactly one row.
    [[nodiscard]] Done verify();

private:
    sql::Database &m_database;
};

/// The entries of two objects that differ, as {before, after}.
[[nodiscard]] std::pair<QJsonObject, QJsonObject> changedParts(const QJsonObject &before,
                                                               const QJsonObject &after);

} // namespace vigie::server
