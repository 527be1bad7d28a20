// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/presencedesk.h"

#include "app/server/desk/desk.h"
#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/presencelimits.h"
#include "core/ops/permissions.h"

#include <QCryptographicHash>

namespace vigie::server {

namespace {

QString nameOf(const TicketId &ticket)
{
    return QStringLiteral("presence/") + ticket.text();
}

QString nameOf(const DeviceId &device)
{
    return QStringLiteral("presence@") + device.text();
}

QString markOf(const wire::PresenceResponse &response)
{
    const QByteArray bytes = json::compact(wire::encode(response));
    return QString::fromLatin1(
        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(32));
}

} // namespace

PresenceDesk::PresenceDesk(Desk &desk, const Clock &clock)
    : m_desk(desk), m_clock(clock), m_board(clock),
      m_rate(clock, limits::kPresenceTries, limits::kPresenceWindowMs)
{
}

Result<PresenceDesk::Answer> PresenceDesk::exchange(const Caller &caller,
                                                    const wire::PresenceRequest &request,
                                                    bool again)
{
    VIGIE_TRY_ASSIGN(me, m_desk.activePerson(caller.person));
    if (!actorOf(me).isStaff())
        return fail(ErrorCode::Forbidden, QStringLiteral("only staff keep company"));
    if (!again)
        VIGIE_TRY(tell(caller, me, request.mine));
    Answer answer;
    answer.untilMonotonicMs = m_clock.monotonicMs() + request.waitMs;
    answer.wakeFor.append(nameOf(caller.device));
    for (const TicketId &ticket : request.about) {
        answer.wakeFor.append(nameOf(ticket));
        const QList<PresenceBoard::Entry> entries = m_board.others(ticket, me.id);
        if (entries.isEmpty())
            continue; // most tickets: not worth reading them
        VIGIE_TRY_ASSIGN(sees, seesAsStaff(me, ticket));
        if (!sees)
            continue;
        for (const PresenceBoard::Entry &entry : entries) {
            answer.response.others.append(entry.presence);
            answer.untilMonotonicMs = std::min(answer.untilMonotonicMs, entry.expiresAt);
        }
    }
    answer.response.mark = markOf(answer.response);
    answer.response.serverTime = m_clock.nowMs();
    return answer;
}

Done PresenceDesk::tell(const Caller &caller, const Person &me,
                        const QList<wire::PresenceNote> &notes)
{
    if (const std::optional<qint64> wait = m_rate.spend(caller.device.text()))
        return fail(Error{ErrorCode::RateLimited, QStringLiteral("too many questions"), *wait});
    QList<wire::PresenceNote> allowed;
    for (const wire::PresenceNote &note : notes) {
        VIGIE_TRY_ASSIGN(sees, seesAsStaff(me, note.ticket));
        if (sees)
            allowed.append(note);
    }
    QSet<TicketId> changed = m_board.sweep();
    changed.unite(m_board.tell({caller.device, me.id, me.name}, allowed));
    wake(changed, caller.device);
    return {};
}

void PresenceDesk::leave(const Caller &caller)
{
    wake(m_board.tell({caller.device, caller.person, {}}, {}), caller.device);
}

Result<bool> PresenceDesk::seesAsStaff(const Person &person, const TicketId &ticket)
{
    VIGIE_TRY_ASSIGN(row, m_desk.store().tickets().ticket(ticket));
    return row && sightOf(actorOf(person), *row) == Sight::Staff;
}

/// Not through Desk::committed(), which is about what was written down.
void PresenceDesk::wake(const QSet<TicketId> &tickets, const DeviceId &device)
{
    if (!m_desk.feedsMoved)
        return;
    QStringList names{nameOf(device)};
    for (const TicketId &ticket : tickets)
        names.append(nameOf(ticket));
    m_desk.feedsMoved(names);
}

} // namespace vigie::server
