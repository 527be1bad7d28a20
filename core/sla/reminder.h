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

/// The hours in which a ticket's people work, as far as that was agreed on; office hours otherwise.
[[nodiscard]] BusinessCalendar reminderHours(const ServiceBook &book, const QueueId &queue,
                                             Priority priority);

/// What to offer at `now` (UTC ms), soonest first, every moment once: but for the hour, all within
/// working hours. Days and afternoons are those of `zone`. Pure.
[[nodiscard]] QList<ReminderChoice> reminderChoices(const BusinessCalendar &hours, qint64 now,
                                                    const QTimeZone &zone);

} // namespace vigie
