// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace vigie {
class Clock;
}

namespace vigie::server {

/// Counts tries per key in a sliding window. Bounded: beyond kMostKeys the keys that were quiet
/// longest are forgotten, so that a flood of invented names costs no memory.
class RateLimiter
{
public:
    static constexpr qsizetype kMostKeys = 10'000;

    /// `tries` per `windowMs` for one key.
    RateLimiter(const Clock &clock, int tries, qint64 windowMs)
        : m_clock(clock), m_tries(tries), m_windowMs(windowMs)
    {
    }

    /// Counts this try. nullopt: go on; otherwise how many milliseconds to wait.
    [[nodiscard]] std::optional<qint64> spend(const QString &key);
    /// It was the right person after all.
    void clear(const QString &key) { m_times.remove(key); }
    [[nodiscard]] qsizetype keys() const { return m_times.size(); }

private:
    void makeRoom(qint64 now);

    const Clock &m_clock;
    int m_tries;
    qint64 m_windowMs;
    QHash<QString, QList<qint64>> m_times; ///< monotonic, ascending
};

} // namespace vigie::server
