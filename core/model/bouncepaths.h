// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ladder.h"

namespace vigie {

/// One way that tickets go and come back: away from a place, over others, and back again.
struct BouncePath {
    struct Place {
        Level level = Level::L1;
        QueueId queue; ///< null where nothing tells

        bool operator==(const Place &) const = default;
    };
    QList<Place> places; ///< where it left, where it was meanwhile, where it came back to
    int times = 0;
    qint64 awayMs = 0;     ///< in all, from leaving until coming back
    QList<qint64> tickets; ///< numbers, each once, the newest find first

    bool operator==(const BouncePath &) const = default;
};

/// Counts the ways on which tickets went back and forth. A plain value.
class BounceCount
{
public:
    static constexpr qsizetype kMostPlaces = 5; ///< a longer way keeps its two ends

    /// `number` names the ticket; 0 = it has none yet and is not counted.
    void add(qint64 number, const Ladder &ladder);
    void add(const BounceCount &other);
    /// Those that cost the most time away first, of equals the most frequent.
    [[nodiscard]] QList<BouncePath> worst() const;
    [[nodiscard]] int tickets() const { return m_tickets; }   ///< that were looked at
    [[nodiscard]] int bounced() const { return m_bounced; }   ///< of those, that came back at least once

private:
    void add(const BouncePath &path);

    QList<BouncePath> m_paths;
    int m_tickets = 0;
    int m_bounced = 0;
};

} // namespace vigie
