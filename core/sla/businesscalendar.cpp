// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/businesscalendar.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <limits>

namespace vigie {

namespace {

using Span = BusinessCalendar::Span;
using Stretch = BusinessCalendar::Stretch;

constexpr int kMostDays = 2 * 366;
constexpr qint64 kDayMs = 86'400'000;
constexpr qint64 kMinuteMs = 60'000;

qint64 offsetAt(const QTimeZone &zone, qint64 utc)
{
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC)) * 1000LL;
}

/// offsetAt() for whole days since 1970. Long stretches ask for the same midnights again and again,
/// and the zone's table is slow to search; what one thread asked last for one zone is kept.
qint64 offsetAtMidnight(const QTimeZone &zone, qint64 utcDay)
{
    struct Known {
        QTimeZone zone;
        QHash<qint64, qint64> offsets;
    };
    thread_local Known known;
    constexpr qsizetype kMostKept = 4 * kMostDays;
    if (known.zone != zone || known.offsets.size() >= kMostKept)
        known = {zone, {}};
    const auto found = known.offsets.constFind(utcDay);
    if (found != known.offsets.cend())
        return *found;
    return *known.offsets.insert(utcDay, offsetAt(zone, utcDay * kDayMs));
}

/// The moment of a local time, given as if it were UTC; see the class for the clock changes. Not
/// QDateTime's: its choice in a gap differs between versions, and may put a later time earlier.
qint64 momentOf(const QTimeZone &zone, qint64 local)
{
    const qint64 before = offsetAt(zone, local - kDayMs);
    const qint64 behind = offsetAt(zone, local + kDayMs);
    const qint64 first = local - std::max(before, behind);
    const qint64 second = local - std::min(before, behind);
    if (offsetAt(zone, first) == local - first)
        return first;
    if (offsetAt(zone, second) == local - second)
        return second;
    // Skipped: the change lies between the two candidates.
    qint64 low = first;
    qint64 high = second;
    const qint64 early = offsetAt(zone, low);
    while (high - low > 1) {
        const qint64 middle = low + (high - low) / 2;
        (offsetAt(zone, middle) == early ? low : high) = middle;
    }
    return high;
}

/// One day of a calendar, with the clock looked at once where it does not change.
class Day
{
public:
    Day(const BusinessCalendar &calendar, const QDate &date)
        : m_calendar(calendar), m_date(date), m_midnight(date.toJulianDay() - kEpoch)
    {
        m_offset = offsetAtMidnight(calendar.zone, m_midnight - 1);
        m_steady = m_offset == offsetAtMidnight(calendar.zone, m_midnight + 2);
    }

    [[nodiscard]] static QDate of(const BusinessCalendar &calendar, qint64 moment)
    {
        const qint64 local = moment + offsetAt(calendar.zone, moment);
        const qint64 days = local / kDayMs - (local % kDayMs < 0 ? 1 : 0);
        return QDate::fromJulianDay(kEpoch + days);
    }
    [[nodiscard]] bool isHoliday() const { return m_calendar.holidays.contains(m_date); }
    [[nodiscard]] const QList<Span> &weekday() const
    {
        return m_calendar.week.at(size_t(m_date.dayOfWeek() - 1));
    }
    [[nodiscard]] const QList<Span> &spans() const
    {
        static const QList<Span> none;
        return isHoliday() ? none : weekday();
    }
    [[nodiscard]] qint64 moment(int minute) const
    {
        const qint64 local = m_midnight * kDayMs + minute * kMinuteMs;
        return m_steady ? local - m_offset : momentOf(m_calendar.zone, local);
    }
    [[nodiscard]] Stretch at(const Span &span, qint64 from, qint64 to) const
    {
        return {std::max(from, moment(span.from)), std::min(to, moment(span.to))};
    }

private:
    static constexpr qint64 kEpoch = 2'440'588; // the Julian day of 1970-01-01

    const BusinessCalendar &m_calendar;
    QDate m_date;
    qint64 m_midnight;
    qint64 m_offset = 0;
    bool m_steady = true;
};

/// Calls `found(stretch)` for the working time within [from, to) until it answers false.
template<class Found>
void walk(const BusinessCalendar &calendar, qint64 from, qint64 to, Found found)
{
    const QDate last = Day::of(calendar, to);
    // A clock that is set back at midnight makes the evening before come again.
    QDate date = Day::of(calendar, from).addDays(-1);
    for (; date <= last; date = date.addDays(1)) {
        const Day day(calendar, date);
        for (const Span &span : day.spans()) {
            const Stretch stretch = day.at(span, from, to);
            if (stretch.to > stretch.from && !found(stretch))
                return;
        }
    }
}

} // namespace

bool BusinessCalendar::isEmpty() const
{
    return std::all_of(week.cbegin(), week.cend(),
                       [](const QList<Span> &spans) { return spans.isEmpty(); });
}

qint64 BusinessCalendar::after(qint64 start, qint64 workMs) const
{
    if (isEmpty() || workMs < 0)
        return 0;
    qint64 left = workMs;
    qint64 moment = 0;
    walk(*this, start, start + kMostDays * kDayMs, [&](const Stretch &stretch) {
        const qint64 here = stretch.to - stretch.from;
        if (left <= here)
            moment = stretch.from + left;
        left -= here;
        return moment == 0;
    });
    return moment;
}

qint64 BusinessCalendar::before(qint64 end, qint64 workMs) const
{
    if (isEmpty() || workMs < 0)
        return 0;
    qint64 left = workMs;
    const QDate first = Day::of(*this, end).addDays(-kMostDays);
    // One day more, as in walk().
    for (QDate date = Day::of(*this, end).addDays(1); date >= first; date = date.addDays(-1)) {
        const Day day(*this, date);
        const QList<Span> &spans = day.spans();
        for (auto span = spans.crbegin(); span != spans.crend(); ++span) {
            const Stretch stretch = day.at(*span, std::numeric_limits<qint64>::min(), end);
            if (stretch.to <= stretch.from)
                continue;
            if (left <= stretch.to - stretch.from)
                return stretch.to - left;
            left -= stretch.to - stretch.from;
        }
    }
    return 0;
}

qint64 BusinessCalendar::between(qint64 from, qint64 to) const
{
    qint64 sum = 0;
    if (to > from && !isEmpty()) {
        walk(*this, from, to, [&](const Stretch &stretch) {
            sum += stretch.to - stretch.from;
            return true;
        });
    }
    return sum;
}

QList<Stretch> BusinessCalendar::stretches(qint64 from, qint64 to, qsizetype most) const
{
    QList<Stretch> found;
    if (to > from && !isEmpty()) {
        walk(*this, from, to, [&](const Stretch &stretch) {
            if (found.size() < most)
                found.append(stretch);
            return found.size() < most;
        });
    }
    return found;
}

bool BusinessCalendar::hasHolidayWithin(qint64 from, qint64 to) const
{
    if (to <= from || holidays.isEmpty())
        return false;
    const QDate last = Day::of(*this, to - 1);
    for (QDate date = Day::of(*this, from); date <= last; date = date.addDays(1)) {
        const Day day(*this, date);
        if (!day.isHoliday())
            continue;
        for (const Span &span : day.weekday()) {
            const Stretch lost = day.at(span, from, to);
            if (lost.to > lost.from)
                return true;
        }
    }
    return false;
}

BusinessCalendar officeHours()
{
    BusinessCalendar calendar;
    calendar.zone = QTimeZone::systemTimeZone();
    for (size_t day = 0; day < 5; ++day)
        calendar.week.at(day) = {{8 * 60, 18 * 60}};
    return calendar;
}

BusinessCalendar allHours()
{
    BusinessCalendar calendar;
    calendar.week.fill({Span{}});
    return calendar;
}

} // namespace vigie
