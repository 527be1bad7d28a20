// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/sql/database.h"

namespace vigie::store {

/// Up to which moment the mentions in each ticket were read, on any of the person's computers: own
/// things in the outbox database, the newest limits::kMentionReads. Writes belong into the
/// transaction of what was read. Lives on the thread that opened the database.
class MentionReads
{
public:
    explicit MentionReads(sql::Database &database) : m_database(database) {}

    /// UTC ms of reception; 0 = never.
    [[nodiscard]] Result<qint64> through(const TicketId &ticket) const;
    /// Never goes back. Is told to the server as any own thing.
    [[nodiscard]] Done note(const TicketId &ticket, qint64 through);

private:
    sql::Database &m_database;
};

} // namespace vigie::store
