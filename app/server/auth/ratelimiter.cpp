// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/ratelimiter.h"

#include "core/base/clock.h"

#include <algorithm>

namespace vigie::server {

std::optional<qint64> RateLimiter::spend(const QString &key)
{
    const qint64 now = m_clock.monotonicMs();
    if (!m_times.contains(key) && m_times.size() >= kMostKeys)
        makeRoom(now);
    QList<qint64> &times = m_times[key];
    times.removeIf([&](qint64 at) { return at <= now - m_windowMs; });
    if (times.size() >= m_tries)
        return times.first() + m_windowMs - now;
    times.append(now);
    return std::nullopt;
}

void RateLimiter::makeRoom(qint64 now)
{
    m_times.removeIf([&](QHash<QString, QList<qint64>>::iterator it) {
        return it.value().isEmpty() || it.value().last() <= now - m_windowMs;
    });
    if (m_times.size() < kMostKeys)
        return;
    QList<qint64> newest;
    for (const QList<qint64> &times : std::as_const(m_times))
        newest.append(times.last());
    const auto middle = newest.begin() + newest.size() / 2;
    std::nth_element(newest.begin(), middle, newest.end());
    const qint64 limit = *middle;
    qsizetype surplus = m_times.size() / 2;
    m_times.removeIf([&](QHash<QString, QList<qint64>>::iterator it) {
        return it.value().last() <= limit && surplus-- > 0;
    });
}

} // namespace vigie::server
