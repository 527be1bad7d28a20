// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/sql/database.h"

#include <QStringList>

namespace vigie::server {

/// Which rules (by id) that listen to time have done their part for which tickets.
class RuleHits
{
public:
    explicit RuleHits(sql::Database &database) : m_database(database) {}

    [[nodiscard]] Result<QStringList> of(const TicketId &ticket);
    [[nodiscard]] Done set(const TicketId &ticket, const QString &rule, bool hit);

private:
    sql::Database &m_database;
};

} // namespace vigie::server
