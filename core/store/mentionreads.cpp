// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/mentionreads.h"

#include "core/base/json.h"
#include "core/model/ownthing.h"

#include <QJsonDocument>

namespace vigie::store {

Result<qint64> MentionReads::through(const TicketId &ticket) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT json FROM mention_read WHERE id = ? AND gone = 0")));
    VIGIE_TRY_ASSIGN(found, rows.bind(ticket.text()).next());
    return found ? readThrough(QJsonDocument::fromJson(rows.text(0).toUtf8()).object()) : 0;
}

Done MentionReads::note(const TicketId &ticket, qint64 through)
{
    VIGIE_TRY_ASSIGN(before, this->through(ticket));
    if (before >= through)
        return {};
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO mention_read (id, position, json) VALUES (?, "
                                "(SELECT coalesce(max(position), 0) + 1 FROM mention_read), ?) "
                                "ON CONFLICT (id) DO UPDATE SET json = excluded.json, "
                                "position = excluded.position, unsent = 1, gone = 0")));
    VIGIE_TRY(write.bind(ticket.text())
                  .bind(QString::fromUtf8(json::compact(mentionRead(through))))
                  .exec());
    VIGIE_TRY_ASSIGN(surplus, m_database.prepare(QStringLiteral(
                                  "DELETE FROM mention_read WHERE unsent = 0 AND position <= "
                                  "(SELECT position FROM mention_read "
                                  "ORDER BY position DESC LIMIT 1 OFFSET ?)")));
    return surplus.bind(limits::kMentionReads).exec();
}

} // namespace vigie::store
