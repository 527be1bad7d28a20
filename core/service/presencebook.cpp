// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/presencebook.h"

#include "core/base/presencelimits.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace vigie {

bool PresenceBook::look(Place place, const TicketId &ticket, qint64 now)
{
    Stay &stay = m_places[place];
    if (stay.ticket == ticket)
        return false;
    stay.ticket = ticket;
    stay.lookedAt = now;
    stay.wroteAt.reset();
    return true;
}

bool PresenceBook::write(Place place, qint64 now)
{
    Stay &stay = m_places[place];
    if (stay.ticket.isNull())
        return false;
    const bool goesOn = stay.wroteAt && now - *stay.wroteAt < limits::kPresenceWritingMs;
    stay.wroteAt = now;
    return setAttentive(true) || !goesOn;
}

bool PresenceBook::stopWriting(Place place)
{
    return std::exchange(m_places[place].wroteAt, std::nullopt).has_value();
}

bool PresenceBook::follow(Place place, const QList<TicketId> &tickets)
{
    Stay &stay = m_places[place];
    return std::exchange(stay.rows, tickets) != tickets;
}

bool PresenceBook::setShown(bool shown)
{
    return std::exchange(m_shown, shown) != shown;
}

bool PresenceBook::setAttentive(bool attentive)
{
    return std::exchange(m_attentive, attentive) != attentive;
}

PresenceBook::Told PresenceBook::told(qint64 now) const
{
    Told told;
    const auto atLatest = [&](qint64 moment) {
        told.until = std::min(told.until.value_or(moment), moment);
    };
    QMap<TicketId, Activity> does;
    for (const Stay &stay : m_places) {
        if (!m_shown || stay.ticket.isNull())
            continue;
        const qint64 writesUntil = stay.wroteAt.value_or(0) + limits::kPresenceWritingMs;
        const qint64 looksFrom = stay.lookedAt + limits::kPresenceStayMs;
        if (stay.wroteAt && now < writesUntil) {
            does.insert(stay.ticket, Activity::Writes);
            atLatest(writesUntil);
        } else if (now < looksFrom) {
            atLatest(looksFrom);
        } else if (m_attentive && !does.contains(stay.ticket)) {
            does.insert(stay.ticket, Activity::Looks);
        }
    }
    for (auto it = does.cbegin(); it != does.cend(); ++it)
        told.mine.append({it.key(), it.value()});
    std::stable_sort(told.mine.begin(), told.mine.end(),
                     [](const auto &a, const auto &b) { return a.activity > b.activity; });
    told.about = about();
    return told;
}

QList<TicketId> PresenceBook::about() const
{
    QList<TicketId> tickets;
    QSet<TicketId> known;
    const auto add = [&](const TicketId &ticket) {
        if (ticket.isNull() || known.contains(ticket))
            return;
        known.insert(ticket);
        tickets.append(ticket);
    };
    for (const Stay &stay : m_places)
        add(stay.ticket);
    for (const Stay &stay : m_places) {
        for (const TicketId &row : stay.rows)
            add(row);
    }
    return tickets.mid(0, limits::kPresenceAsked);
}

} // namespace vigie
