// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"
#include "core/wire/messages.h"

#include <optional>

namespace vigie {

template<> const QList<EnumName<wire::OpStatus>> &enumNames<wire::OpStatus>();

namespace server {

/// What the server answered to an operation, and to whom.
struct StoredResult {
    PersonId person;
    QString fingerprint;
    wire::OpResult result;

    /// The operation took effect.
    [[nodiscard]] bool accepted() const
    {
        return result.status == wire::OpStatus::Applied
            || result.status == wire::OpStatus::Merged;
    }
};

/// The memory that makes every operation happen at most once.
class ResultRows
{
public:
    explicit ResultRows(sql::Database &database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<StoredResult>> find(const OpId &op);
    [[nodiscard]] Done add(const Op &op, const StoredResult &stored, qint64 at);

    /// The device has seen the results of its ops up to this number.
    [[nodiscard]] Done acknowledge(const DeviceId &device, qint64 through);
    /// Forgets results that are older than `before` and that their device has seen; how many.
    [[nodiscard]] Result<qint64> forget(qint64 before);

private:
    sql::Database &m_database;
};

} // namespace server
} // namespace vigie
