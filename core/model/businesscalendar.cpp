// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/businesscalendar.h"

#include <QDateTime>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kMostDays = 2 * 366;

} // namespace

bool BusinessCalendar::isEmpty() const
{
    return std::all_of(week.cbegin(), week.cend(),
                       [](const QList<Span> &spans) { return spans.isEmpty(); });
}

/// A local time that the clock change skips becomes the first one behind it.
qint64 BusinessCalendar::momentOf(const QDate &day, int minute) const
{
    if (minute >= 24 * 60)
        return day.addDays(1).startOfDay(zone).toMSecsSinceEpoch();
    return QDateTime(day, QTime(minute / 60, minute % 60), zone).toMSecsSinceEpoch();
}

qint64 BusinessCalendar::after(qint64 start, qint64 workMs) const
{
    if (isEmpty() || workMs < 0)
        return 0;
    QDate day = QDateTime::fromMSecsSinceEpoch(start, zone).date();
    qint64 left = workMs;
    for (int i = 0; i < kMostDays; ++i, day = day.addDays(1)) {
        if (holidays.contains(day))
            continue;
        for (const Span &span : week.at(size_t(day.dayOfWeek() - 1))) {
            const qint64 from = std::max(start, momentOf(day, span.from));
            const qint64 to = momentOf(day, span.to);
            if (to <= from)
                continue;
            if (left <= to - from)
                return from + left;
            left -= to - from;
        }
    }
    return 0;
}

BusinessCalendar officeHours()
{
    BusinessCalendar calendar;
    calendar.zone = QTimeZone::systemTimeZone();
    for (size_t day = 0; day < 5; ++day)
        calendar.week.at(day) = {{8 * 60, 18 * 60}};
    return calendar;
}

} // namespace vigie
