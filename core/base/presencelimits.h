// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// The limits of presence, which only few files need to know; the rest of the house's are in limits.h.
namespace vigie::limits {

inline constexpr int kPresenceTold = 8;      ///< tickets that one device is at
inline constexpr int kPresenceAsked = 100;   ///< tickets that one device asks about
inline constexpr int kPresenceShown = 20;    ///< people told of one ticket, those who write first
inline constexpr int kPresenceDevices = 4096; ///< that a server remembers
inline constexpr qsizetype kPresenceMark = 64;
/// Without a word from it, a device is at no ticket any more; longer than one long poll.
inline constexpr qint64 kPresenceExpiryMs = 45'000;
/// Requests of one device within the window.
inline constexpr int kPresenceTries = 120;
inline constexpr qint64 kPresenceWindowMs = 30'000;
/// Between an answer and the next question: what changes meanwhile comes together.
inline constexpr qint64 kPresenceRestMs = 800;
/// Between two questions that tell something new.
inline constexpr qint64 kPresenceGapMs = 400;
/// Between two questions to a server that does not hold one back.
inline constexpr qint64 kPresenceSlowMs = 3'000;
/// After a failure, doubled with each one.
inline constexpr qint64 kPresenceFailedMs = 2'000;
/// What was heard longer ago is told with its age; longer than a long poll and its time-outs.
inline constexpr qint64 kPresenceFreshMs = 60'000;
/// A ticket that is passed over on the way through a list is not being looked at.
inline constexpr qint64 kPresenceStayMs = 400;
/// After the last keystroke nobody is said to be writing.
inline constexpr qint64 kPresenceWritingMs = 120'000;
/// Older company is of no use to anybody.
inline constexpr qint64 kPresenceUsefulMs = 8LL * 3'600'000;

} // namespace vigie::limits
