// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie {

/// Whether a text names a day: "2026-11-27".
[[nodiscard]] bool isWorkDay(const QString &text);

namespace limits {

/// Most of one entry of time worked. What is longer is a watch that somebody forgot.
inline constexpr qint64 kWorkSeconds = 24 * 3'600;
inline constexpr qint64 kPendingMost = 253'402'300'799'999; ///< of a reminder: the year 9999
inline constexpr int kWorkNote = 500; ///< characters of what it was for

} // namespace limits
} // namespace vigie
