// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/presence.h"

#include <QHash>
#include <QSet>

namespace vigie {
class Clock;
}

namespace vigie::server {

/// Which device is at which ticket, in memory and nowhere else: a restart forgets it, and neither
/// database, feeds, audit nor backups ever hold it. A device that is silent for kPresenceExpiryMs
/// is gone. Knows nothing of rights: whoever uses it asks for them. Lives on the desk's thread.
class PresenceBoard
{
public:
    struct Teller {
        DeviceId device;
        PersonId person;
        QString name;
    };
    struct Entry {
        Presence presence;    ///< `since` by the server's wall clock
        qint64 expiresAt = 0; ///< monotonic ms, when nothing more is heard
    };

    explicit PresenceBoard(const Clock &clock) : m_clock(clock) {}

    /// Replaces what the device said. Answers the tickets whose company became another one; a
    /// device beyond kPresenceDevices is not remembered.
    [[nodiscard]] QSet<TicketId> tell(const Teller &teller, const QList<wire::PresenceNote> &notes);
    /// Forgets devices that were silent for too long; answers the tickets they were at.
    [[nodiscard]] QSet<TicketId> sweep();
    /// Everybody else at a ticket, one entry a person, those who write first, then those who were
    /// there first; at most kPresenceShown.
    [[nodiscard]] QList<Entry> others(const TicketId &ticket, const PersonId &but) const;
    [[nodiscard]] qsizetype devices() const { return m_devices.size(); }

private:
    struct Stay {
        Activity activity = Activity::Looks;
        qint64 since = 0;
    };
    struct Device {
        PersonId person;
        QString name;
        qint64 heardAt = 0; ///< monotonic
        QHash<TicketId, Stay> stays;
    };

    void forget(const DeviceId &device, QSet<TicketId> &changed);

    const Clock &m_clock;
    QHash<DeviceId, Device> m_devices;
    QHash<TicketId, QSet<DeviceId>> m_byTicket;
};

} // namespace vigie::server
