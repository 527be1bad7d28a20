// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QSet>
#include <QTimeZone>

#include <array>

namespace vigie {

/// The hours in which the helpdesk works. A value; all functions are pure.
class BusinessCalendar
{
public:
    /// Minutes since midnight, local time: [from, to).
    struct Span {
        int from = 0;
        int to = 24 * 60;

        bool operator==(const Span &) const = default;
    };

    QTimeZone zone = QTimeZone::utc();
    /// Monday first. Spans of a day are in order and do not overlap.
    std::array<QList<Span>, 7> week;
    QSet<QDate> holidays;

    /// No span at all: then nothing can be expected ever.
    [[nodiscard]] bool isEmpty() const;
    /// The moment `workMs` of working time after `start` (UTC ms both). A moment at the end of a
    /// span stays there instead of moving to the next morning. 0 when the calendar has no working
    /// time within two years.
    [[nodiscard]] qint64 after(qint64 start, qint64 workMs) const;

    bool operator==(const BusinessCalendar &) const = default;

private:
    [[nodiscard]] qint64 momentOf(const QDate &day, int minute) const;
};

/// Monday to Friday, 08:00 to 18:00, in the machine's time zone.
[[nodiscard]] BusinessCalendar officeHours();

} // namespace vigie
