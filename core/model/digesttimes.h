// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <iterator>

namespace vigie {

/// When what waits for the digest is told together: at these full hours of the day, local time,
/// the earliest first.
inline constexpr int kDigestHours[] = {9, 13, 17};

/// The newest moment of a digest that is not after `now`; UTC or local as `now` is.
[[nodiscard]] inline QDateTime lastDigest(const QDateTime &now)
{
    QDateTime last(now.date().addDays(-1), QTime(kDigestHours[std::size(kDigestHours) - 1], 0),
                   now.timeSpec());
    for (const int hour : kDigestHours) {
        const QDateTime at(now.date(), QTime(hour, 0), now.timeSpec());
        if (at <= now)
            last = at;
    }
    return last;
}

} // namespace vigie
