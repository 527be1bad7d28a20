// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/expectation.h"

#include <QString>

#include <optional>

namespace vigie::server {

/// What holds when nothing is configured: office hours and cautious times.
[[nodiscard]] ExpectationRules usualExpectations();

// Values of the configuration file → rules. Each answers why the value is not good, or nullopt
// after it was stored. Pure.

/// "mon-fri 08:00-12:00 13:00-18:00, sat 09:00-12:00"
[[nodiscard]] std::optional<QString> readWorkingHours(const QString &value,
                                                      BusinessCalendar &calendar);
/// "Europe/Paris"
[[nodiscard]] std::optional<QString> readTimeZone(const QString &value, BusinessCalendar &calendar);
/// "2026-12-25, 2027-01-01"; none when empty.
[[nodiscard]] std::optional<QString> readHolidays(const QString &value, BusinessCalendar &calendar);
/// "critical 1h, normal 30m" in working time, or "none".
[[nodiscard]] std::optional<QString> readWithin(const QString &value,
                                                QMap<Priority, qint64> &within);

} // namespace vigie::server
