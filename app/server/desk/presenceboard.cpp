// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/presenceboard.h"

#include "core/base/clock.h"
#include "core/base/presencelimits.h"

#include <algorithm>
#include <tuple>

namespace vigie::server {

QSet<TicketId> PresenceBoard::tell(const Teller &teller, const QList<wire::PresenceNote> &notes)
{
    QSet<TicketId> changed;
    const auto known = m_devices.constFind(teller.device);
    if (known != m_devices.constEnd() && known->person != teller.person)
        forget(teller.device, changed);
    if (notes.isEmpty()) {
        forget(teller.device, changed);
        return changed;
    }
    if (!m_devices.contains(teller.device) && m_devices.size() >= limits::kPresenceDevices)
        return changed;
    Device &device = m_devices[teller.device];
    const bool renamed = device.name != teller.name;
    device.person = teller.person;
    device.name = teller.name;
    device.heardAt = m_clock.monotonicMs();
    const QHash<TicketId, Stay> before = std::exchange(device.stays, {});
    for (const wire::PresenceNote &note : notes) {
        const auto old = before.constFind(note.ticket);
        const bool goesOn = old != before.constEnd() && old->activity == note.activity;
        device.stays.insert(note.ticket, {note.activity, goesOn ? old->since : m_clock.nowMs()});
        m_byTicket[note.ticket].insert(teller.device);
        if (!goesOn || renamed)
            changed.insert(note.ticket);
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (device.stays.contains(it.key()))
            continue;
        changed.insert(it.key());
        QSet<DeviceId> &there = m_byTicket[it.key()];
        there.remove(teller.device);
        if (there.isEmpty())
            m_byTicket.remove(it.key());
    }
    return changed;
}

QSet<TicketId> PresenceBoard::sweep()
{
    QSet<TicketId> changed;
    const qint64 oldest = m_clock.monotonicMs() - limits::kPresenceExpiryMs;
    QList<DeviceId> gone;
    for (auto it = m_devices.cbegin(); it != m_devices.cend(); ++it) {
        if (it->heardAt <= oldest)
            gone.append(it.key());
    }
    for (const DeviceId &device : std::as_const(gone))
        forget(device, changed);
    return changed;
}

void PresenceBoard::forget(const DeviceId &id, QSet<TicketId> &changed)
{
    const Device device = m_devices.take(id);
    for (auto it = device.stays.cbegin(); it != device.stays.cend(); ++it) {
        changed.insert(it.key());
        QSet<DeviceId> &there = m_byTicket[it.key()];
        there.remove(id);
        if (there.isEmpty())
            m_byTicket.remove(it.key());
    }
}

QList<PresenceBoard::Entry> PresenceBoard::others(const TicketId &ticket, const PersonId &but) const
{
    const qint64 now = m_clock.monotonicMs();
    QHash<PersonId, Entry> people;
    const QSet<DeviceId> there = m_byTicket.value(ticket);
    for (const DeviceId &id : there) {
        const Device &device = *m_devices.constFind(id);
        const Stay stay = device.stays.value(ticket);
        const qint64 expiresAt = device.heardAt + limits::kPresenceExpiryMs;
        if (device.person == but || expiresAt <= now)
            continue;
        const Entry entry{{ticket, device.person, device.name, stay.activity, stay.since}, expiresAt};
        const auto known = people.constFind(device.person);
        // Of somebody's two computers the one they write on counts, then the earlier one.
        if (known == people.constEnd()
            || std::tuple(-int(stay.activity), stay.since)
                < std::tuple(-int(known->presence.activity), known->presence.since))
            people.insert(device.person, entry);
    }
    QList<Entry> result = people.values();
    std::sort(result.begin(), result.end(), [](const Entry &a, const Entry &b) {
        return std::tuple(-int(a.presence.activity), a.presence.since, a.presence.person.text())
            < std::tuple(-int(b.presence.activity), b.presence.since, b.presence.person.text());
    });
    return result.mid(0, limits::kPresenceShown);
}

} // namespace vigie::server
