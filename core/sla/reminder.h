// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/enums.h"
#include "core/sla/servicebook.h"

#include <QTimeZone>

namespace vigie {

/// A moment at which people like to be reminded.
struct ReminderChoice {
    enum class Kind { InAnHour, ThisAfternoon, NextMorning, NextWeek };

    Kind kind = Kind::InAnHour;
    qint64 at = 0; ///< UTC ms

    bool operator==(const ReminderChoice &) const = default;
};

namespace limits {
inline constexpr int kWakeCount = 365;
} // namespace limits

/// A reminder that is named before anybody knows from when it counts, as in macros and rules.
struct WakeAfter {
    enum class Kind {
        Hours,       ///< `count` of them later, to the minute
        Days,        ///< the first working moment at or after this time of day, `count` days later
        NextMorning, ///< the first working moment from tomorrow 08:00 on
        NextWeek,    ///< the first working moment from Monday 08:00 on
        Never,       ///< no reminder any more
    };
    Kind kind = Kind::Days;
    int count = 1; ///< of Hours and Days, 1 to limits::kWakeCount; else 1

    bool operator==(const WakeAfter &) const = default;
};
template<> const QList<EnumName<WakeAfter::Kind>> &enumNames<WakeAfter::Kind>();
[[nodiscard]] constexpr bool isCounted(WakeAfter::Kind kind)
{
    return kind == WakeAfter::Kind::Hours || kind == WakeAfter::Kind::Days;
}

/// When that is, counted from `now` in the calendar and its time zone, UTC ms; 0 for Never. Where
/// nobody works for a month, the moment itself. Pure.
[[nodiscard]] qint64 wakeMoment(const WakeAfter &wake, const BusinessCalendar &hours, qint64 now);

/// The hours in which a ticket's people work, as far as that was agreed on; office hours otherwise.
[[nodiscard]] BusinessCalendar reminderHours(const ServiceBook &book, const QueueId &queue,
                                             Priority priority);

/// What to offer at `now` (UTC ms), soonest first, every moment once: but for the hour, all within
/// working hours. Days and afternoons are those of `zone`. Pure.
[[nodiscard]] QList<ReminderChoice> reminderChoices(const BusinessCalendar &hours, qint64 now,
                                                    const QTimeZone &zone);

} // namespace vigie
