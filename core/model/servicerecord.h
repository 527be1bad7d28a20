// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/enums.h"

#include <QJsonObject>

#include <array>

namespace vigie {

/// The clocks of a ticket. Ownership runs until somebody takes it (S51), the two reply clocks until
/// the requester hears from staff, resolution until it is fixed or closed.
enum class ClockKind { Ownership, FirstReply, NextReply, Resolution };
inline constexpr int kClockKinds = 4;

/// What was agreed on for a ticket at some time; numbers, not names, so that a clock that ended
/// keeps its verdict whatever is agreed on later.
struct ServiceTerms {
    QString contract; ///< its name; empty = the one for everybody
    QString calendar; ///< a key of the book's calendars
    /// Working time by ClockKind, ms; 0 = no such clock.
    std::array<qint64, kClockKinds> targetMs{};
    qint64 warnMs = 0; ///< working time before the end at which people are warned

    [[nodiscard]] qint64 target(ClockKind kind) const { return targetMs.at(size_t(kind)); }
    bool operator==(const ServiceTerms &) const = default;
};

/// Something that starts, stops, pauses or changes clocks.
struct ServiceMark {
    enum class Kind {
        Reported,
        Words,    ///< the requester wrote, asked for an update or opened it again
        Reply,    ///< staff answered
        Owned,    ///< somebody took it
        Released, ///< nobody has it any more
        State,    ///< the internal state moved
        Terms,    ///< the priority, the queue or what is agreed on changed
    };

    Kind kind = Kind::Reported;
    /// When it happened, UTC ms. What staff do counts by their device's clock, because they may
    /// have been offline; everything else by the server's.
    qint64 at = 0;
    qint64 receivedAt = 0; ///< when the server learned of it; 0 = then
    State state = State::New; ///< State
    ServiceTerms terms;       ///< Terms

    bool operator==(const ServiceMark &) const = default;
};

/// The time line of a ticket's clocks, and what lists sort and filter by. Agents only. The reducer
/// writes it on both sides; everything else about clocks is computed from it (core/sla).
struct ServiceRecord {
    QList<ServiceMark> marks; ///< ascending by `at`; empty = nothing is agreed on
    qint64 dueAt = 0;  ///< of the running clock that is due next, UTC ms; 0 = none runs
    qint64 warnAt = 0; ///< when to warn of it
    ClockKind dueClock = ClockKind::Ownership; ///< which; meaningless without dueAt
    bool paused = false; ///< there are clocks, and all of them wait for the requester
    bool missed = false; ///< a clock that has ended was late

    bool operator==(const ServiceRecord &) const = default;
};

template<> const QList<EnumName<ClockKind>> &enumNames<ClockKind>();
template<> const QList<EnumName<ServiceMark::Kind>> &enumNames<ServiceMark::Kind>();

namespace codec {

[[nodiscard]] QJsonObject toJson(const ServiceRecord &record);
[[nodiscard]] Result<ServiceRecord> serviceRecordFrom(const QJsonObject &object);

} // namespace codec
} // namespace vigie
