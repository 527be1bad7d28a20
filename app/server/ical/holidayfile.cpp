// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/ical/holidayfile.h"

#include "core/base/limits.h"

#include <QFile>

#include <libical/ical.h>

#include <algorithm>
#include <memory>

namespace vigie::server {

namespace {

constexpr qint64 kMostFileBytes = 1024 * 1024;
constexpr int kMostRepeats = 5'000;

template<auto Free>
struct Freed {
    template<class T>
    void operator()(T *owned) const
    {
        Free(owned);
    }
};
using Component = std::unique_ptr<icalcomponent, Freed<icalcomponent_free>>;
using Repeats = std::unique_ptr<icalrecur_iterator, Freed<icalrecur_iterator_free>>;

QDate dayOf(const icaltimetype &time)
{
    return QDate(time.year, time.month, time.day);
}

bool atMidnight(const icaltimetype &time)
{
    return time.is_date || (time.hour == 0 && time.minute == 0 && time.second == 0);
}

/// One VEVENT.
class Event
{
public:
    Event(icalcomponent *event, const QDate &first, const QDate &last)
        : m_event(event), m_first(first), m_last(last),
          m_start(icalcomponent_get_dtstart(event))
    {
        icaltimetype end = icalcomponent_get_dtend(event);
        const bool hasEnd = !icaltime_is_null_time(end) && dayOf(end).isValid();
        m_days = hasEnd ? dayOf(m_start).daysTo(dayOf(end)) : m_start.is_date ? 1 : 0;
        // Some programs end a whole day on the day itself.
        if (m_start.is_date && m_days == 0)
            m_days = 1;
        m_whole = atMidnight(m_start) && (!hasEnd || atMidnight(end));
        for (icalproperty *out = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY); out;
             out = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY))
            m_without.insert(dayOf(icalproperty_get_exdate(out)));
    }

    void addTo(QSet<QDate> &days)
    {
        if (!m_whole || m_days < 1 || !dayOf(m_start).isValid()
            || icalcomponent_get_status(m_event) == ICAL_STATUS_CANCELLED)
            return;
        icalproperty *rule = icalcomponent_get_first_property(m_event, ICAL_RRULE_PROPERTY);
        if (!rule)
            add(m_start, days);
        for (; rule; rule = icalcomponent_get_next_property(m_event, ICAL_RRULE_PROPERTY))
            repeat(icalproperty_get_rrule(rule), days);
        for (icalproperty *date = icalcomponent_get_first_property(m_event, ICAL_RDATE_PROPERTY);
             date; date = icalcomponent_get_next_property(m_event, ICAL_RDATE_PROPERTY))
            add(icalproperty_get_rdate(date).time, days);
    }

private:
    void repeat(const icalrecurrencetype &rule, QSet<QDate> &days)
    {
        const Repeats repeats(icalrecur_iterator_new(rule, m_start));
        for (int i = 0; repeats && i < kMostRepeats; ++i) {
            const icaltimetype next = icalrecur_iterator_next(repeats.get());
            if (icaltime_is_null_time(next) || dayOf(next) > m_last)
                return;
            add(next, days);
        }
    }

    void add(const icaltimetype &start, QSet<QDate> &days)
    {
        const QDate begin = dayOf(start);
        if (!begin.isValid() || m_without.contains(begin))
            return;
        for (qint64 i = 0; i < std::min<qint64>(m_days, limits::kHolidays); ++i) {
            const QDate day = begin.addDays(i);
            if (day >= m_first && day <= m_last)
                days.insert(day);
        }
    }

    icalcomponent *m_event;
    QDate m_first;
    QDate m_last;
    icaltimetype m_start;
    QSet<QDate> m_without;
    qint64 m_days = 0;
    bool m_whole = false;
};

} // namespace

Result<QSet<QDate>> holidaysFrom(const QByteArray &text, const QDate &first, const QDate &last)
{
    const Component root(icalparser_parse_string(text.constData()));
    if (!root || !text.contains("BEGIN:VCALENDAR"))
        return fail(ErrorCode::Invalid, QStringLiteral("this is no iCalendar file"));
    QSet<QDate> days;
    QList<icalcomponent *> calendars{root.get()};
    // Several calendars in one file come below a root of libical's own.
    for (icalcomponent *inner = icalcomponent_get_first_component(root.get(), ICAL_VCALENDAR_COMPONENT);
         inner; inner = icalcomponent_get_next_component(root.get(), ICAL_VCALENDAR_COMPONENT))
        calendars.append(inner);
    for (icalcomponent *calendar : std::as_const(calendars)) {
        for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
             event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
            Event(event, first, last).addTo(days);
            if (days.size() > limits::kHolidays)
                return fail(ErrorCode::TooLarge, QStringLiteral("too many days"));
        }
    }
    return days;
}

Result<QSet<QDate>> holidaysOfFile(const QString &path, const QDate &first, const QDate &last)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, QStringLiteral("%1: %2").arg(path, file.errorString()));
    if (file.size() > kMostFileBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("%1: the file is too large").arg(path));
    Result<QSet<QDate>> days = holidaysFrom(file.readAll(), first, last);
    if (!days)
        return fail(days.error().code, QStringLiteral("%1: %2").arg(path, days.error().detail));
    return days;
}

} // namespace vigie::server
