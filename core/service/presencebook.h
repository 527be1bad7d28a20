// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/presence.h"

#include <QMap>

#include <optional>

namespace vigie {

/// What the places of a window say of themselves, and what follows from it for the server. A place
/// is known by its address and is never looked into. Times are monotonic ms. Pure.
class PresenceBook
{
public:
    using Place = const void *;

    struct Told {
        QList<wire::PresenceNote> mine; ///< those who write first, always in the same order
        QList<TicketId> about;          ///< what lies open first; at most kPresenceAsked
        std::optional<qint64> until;    ///< then it is something else by itself
    };

    /// These answer whether there may be something to tell.
    [[nodiscard]] bool look(Place place, const TicketId &ticket, qint64 now);
    [[nodiscard]] bool write(Place place, qint64 now);
    [[nodiscard]] bool stopWriting(Place place);
    [[nodiscard]] bool follow(Place place, const QList<TicketId> &tickets);
    [[nodiscard]] bool setShown(bool shown);
    [[nodiscard]] bool setAttentive(bool attentive);
    [[nodiscard]] bool forget(Place place) { return m_places.remove(place) > 0; }

    [[nodiscard]] bool isShown() const { return m_shown; }
    [[nodiscard]] Told told(qint64 now) const;

private:
    struct Stay {
        TicketId ticket;
        qint64 lookedAt = 0;
        std::optional<qint64> wroteAt;
        QList<TicketId> rows;
    };

    [[nodiscard]] QList<TicketId> about() const;

    QMap<Place, Stay> m_places;
    bool m_shown = true;
    bool m_attentive = true;
};

} // namespace vigie
