// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QSet>

namespace vigie::server {

/// The days of the events of an iCalendar file (RFC 5545) from `first` to `last`, both included:
/// whole-day events with their length, and events from midnight to midnight, which some programs
/// write instead; repeated by RRULE and RDATE, without EXDATE and what was cancelled. Events of
/// some hours are no holidays. Invalid when the text is no calendar, TooLarge beyond
/// limits::kHolidays days. Pure.
[[nodiscard]] Result<QSet<QDate>> holidaysFrom(const QByteArray &text, const QDate &first,
                                               const QDate &last);

/// The same of a file; NotFound when it cannot be read, TooLarge when it is over a megabyte.
[[nodiscard]] Result<QSet<QDate>> holidaysOfFile(const QString &path, const QDate &first,
                                                 const QDate &last);

} // namespace vigie::server
