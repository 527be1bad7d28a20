// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/data/rulehits.h"

namespace vigie::server {

Result<QStringList> RuleHits::of(const TicketId &ticket)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                               QStringLiteral("SELECT rule FROM rule_hit WHERE ticket = ?")));
    rows.bind(ticket.text());
    QStringList rules;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return rules;
        rules.append(rows.text(0));
    }
}

Done RuleHits::set(const TicketId &ticket, const QString &rule, bool hit)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(
                                hit ? QStringLiteral("INSERT INTO rule_hit (ticket, rule) VALUES (?, ?) "
                                                     "ON CONFLICT (ticket, rule) DO NOTHING")
                                    : QStringLiteral("DELETE FROM rule_hit WHERE ticket = ? AND rule = ?")));
    return write.bind(ticket.text()).bind(rule).exec();
}

} // namespace vigie::server
