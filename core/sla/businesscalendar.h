// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QSet>
#include <QTimeZone>

#include <array>

namespace vigie {

/// The hours in which somebody works. A value; all functions are pure. Moments are UTC ms, `to` is
/// exclusive. Local times meet the clock changes like this: one that a change skips is the moment
/// of the change, one that comes twice is the first of the two; so spans never overlap and lose or
/// win exactly what the day does.
class BusinessCalendar
{
public:
    /// Minutes since midnight, local time: [from, to).
    struct Span {
        int from = 0;
        int to = 24 * 60;

        bool operator==(const Span &) const = default;
    };
    /// A stretch of working time, UTC ms: [from, to).
    struct Stretch {
        qint64 from = 0;
        qint64 to = 0;

        bool operator==(const Stretch &) const = default;
    };

    QTimeZone zone = QTimeZone::utc();
    /// Monday first. Spans of a day are in order and do not overlap; a break is what lies between.
    std::array<QList<Span>, 7> week;
    QSet<QDate> holidays;

    /// No span at all: then nothing can be expected ever.
    [[nodiscard]] bool isEmpty() const;
    /// The moment `workMs` of working time after `start`. A moment at the end of a span stays there
    /// instead of moving to the next morning. 0 when the calendar has no working time within two
    /// years.
    [[nodiscard]] qint64 after(qint64 start, qint64 workMs) const;
    /// The moment `workMs` of working time before `end`; one at the beginning of a span stays
    /// there. 0 as after().
    [[nodiscard]] qint64 before(qint64 end, qint64 workMs) const;
    /// Working time within [from, to), ms; 0 when `to` is not behind `from`.
    [[nodiscard]] qint64 between(qint64 from, qint64 to) const;
    /// The working time within [from, to), in order; those that touch stay apart. At most `most`.
    [[nodiscard]] QList<Stretch> stretches(qint64 from, qint64 to, qsizetype most) const;
    /// Whether a holiday takes working time away somewhere in [from, to).
    [[nodiscard]] bool hasHolidayWithin(qint64 from, qint64 to) const;

    bool operator==(const BusinessCalendar &) const = default;
};

/// Monday to Friday, 08:00 to 18:00, in the machine's time zone.
[[nodiscard]] BusinessCalendar officeHours();
/// Every hour of every day.
[[nodiscard]] BusinessCalendar allHours();

} // namespace vigie
