// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tokens.h"
#include "core/sla/serviceclock.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// Clocks in words, for agents only (S7). Colour is never alone: every state has its words.
class SlaText
{
    Q_DECLARE_TR_FUNCTIONS(SlaText)

public:
    /// "Ownership", "First reply", "Next reply", "Resolution".
    [[nodiscard]] static QString of(ClockKind kind);
    /// "1 h 12 min", "3 min"; working time, minutes rounded down; "less than 1 min".
    [[nodiscard]] static QString workingTime(qint64 ms);
    /// "1 h 12 min left", "late by 20 min", "stands with 3 h left", "kept, with 5 min left",
    /// "missed by 20 min".
    [[nodiscard]] static QString standing(const ServiceClock &clock);
    /// The same of a row in a list, from its due time alone: "First reply today 16:00",
    /// "First reply late since today 16:00", "Waits for the requester"; empty without clocks.
    [[nodiscard]] static QString next(qint64 dueAt, ClockKind clock, bool paused, qint64 now);
    /// The shortest form, for rows: "late by 18 min", "due in 3 h", "due in 4 d"; empty when no clock
    /// runs.
    [[nodiscard]] static QString brief(qint64 dueAt, qint64 now);
    /// How pressing that is: Danger when late, Warning within the last hour.
    [[nodiscard]] static Tone tone(qint64 dueAt, qint64 now);
    /// "First reply is due today 16:00", "First reply was due today 16:00".
    [[nodiscard]] static QString warning(ClockKind clock, qint64 dueAt, qint64 now);
    /// Why a line counts or does not: "Working time", "Working time (waiting for the vendor does
    /// not stop it)", "Outside of working hours", "Outside of working hours, with a holiday",
    /// "Paused: waiting for the requester".
    [[nodiscard]] static QString reason(const ClockSegment &line);
    /// Who agreed on what: "Gold: 4 h of working time"; without a contract only the time.
    [[nodiscard]] static QString agreement(const ServiceClock &clock);
    /// "Mon to Fri 08:00–12:00, 13:00–18:00 (Europe/Paris), 11 holidays"; days with the same hours
    /// stand together.
    [[nodiscard]] static QString hours(const BusinessCalendar &calendar);

private:
    [[nodiscard]] static QString because(State state);
};

} // namespace vigie
