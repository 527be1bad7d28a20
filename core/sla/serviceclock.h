// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/servicebook.h"

namespace vigie {

/// One line of the explanation of a clock.
struct ClockSegment {
    enum class Kind {
        Counted, ///< working time, which counts whatever we wait for
        Closed,  ///< outside of the calendar's hours
        Holiday, ///< the same, and a holiday is one of the reasons
        Paused,  ///< the clock stands, because of `state`
    };

    Kind kind = Kind::Counted;
    qint64 from = 0; ///< UTC ms
    qint64 to = 0;
    qint64 countedMs = 0;
    State state = State::New; ///< the ticket's during it

    bool operator==(const ClockSegment &) const = default;
};

enum class ClockState { Running, Paused, Met, Breached };

/// One clock of a ticket as it is at a moment. `target`, the hours of `calendar` and `segments` are
/// enough to find `dueAt` with pencil and paper: what is counted up to it adds up to the target.
struct ServiceClock {
    ClockKind kind = ClockKind::Ownership;
    ClockState state = ClockState::Running;
    QString contract;
    QString calendar;
    qint64 startedAt = 0;
    qint64 targetMs = 0; ///< working time
    /// UTC ms. 0 while it is paused, because that moves it, and where the calendar has no hours.
    qint64 dueAt = 0;
    qint64 warnAt = 0;   ///< 0 together with dueAt
    qint64 endedAt = 0;  ///< 0 = it goes on
    qint64 leftMs = 0;   ///< working time that is left; less than 0 = late by so much

    [[nodiscard]] bool isOpen() const { return endedAt == 0; }
    bool operator==(const ServiceClock &) const = default;
};

/// Whether a clock stands while a ticket is in this state. For what requesters wait for, only they
/// themselves are a reason: a vendor and a maintenance window are our business (S9). Nobody needs
/// to take what nobody can go on with.
[[nodiscard]] bool pauses(ClockKind kind, State state);

/// All clocks of a time line at `now`, in the order in which they started; those without a target
/// are left out. A clock that has ended is judged by the terms of its end, one that runs by the
/// newest, from its beginning; so pauses are kept when terms change. The moments of two changes
/// decide, not the order in which they became known. Pure.
[[nodiscard]] QList<ServiceClock> clocksAt(const ServiceBook &book, const ServiceRecord &record,
                                           qint64 now);

/// How a clock came to be what it is, from its start to its end, or to now or its due time,
/// whichever is later. Cut where the state changed and where it becomes late. At most
/// limits::kClockSegments. Pure.
[[nodiscard]] QList<ClockSegment> segmentsOf(const ServiceBook &book, const ServiceRecord &record,
                                             const ServiceClock &clock, qint64 now);

/// Adds a mark where its moment belongs; behind those of the same moment. Beyond
/// limits::kServiceMarks the oldest answers, then the oldest pauses are forgotten.
void addMark(ServiceRecord &record, ServiceMark mark);

/// Sets what lists need (dueAt and the rest) from the marks. Does not depend on the time.
void settle(const ServiceBook &book, ServiceRecord &record);

/// The newest terms; nullptr when there are none.
[[nodiscard]] const ServiceTerms *termsOf(const ServiceRecord &record);

} // namespace vigie
