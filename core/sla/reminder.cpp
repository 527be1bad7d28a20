// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/reminder.h"

#include <QDateTime>

namespace vigie {

namespace {

constexpr qint64 kReminderMinuteMs = 60'000;
constexpr qint64 kReminderLookedMs = 30LL * 86'400'000;
const QTime kReminderAfternoon(14, 0);
/// Where people work around the clock, a morning still is one.
const QTime kReminderMorning(8, 0);

qint64 localMoment(const QDate &date, const QTime &time, const QTimeZone &zone)
{
    return QDateTime(date, time, zone).toMSecsSinceEpoch();
}

/// The first working moment at or after one; 0 when nobody works for long.
qint64 firstWorking(const BusinessCalendar &hours, qint64 from)
{
    const QList<BusinessCalendar::Stretch> found = hours.stretches(from, from + kReminderLookedMs, 1);
    return found.isEmpty() ? 0 : found.first().from;
}

/// To the minute, as it is shown.
qint64 wholeMinute(qint64 moment)
{
    return moment / kReminderMinuteMs * kReminderMinuteMs;
}

} // namespace

template<>
const QList<EnumName<WakeAfter::Kind>> &enumNames<WakeAfter::Kind>()
{
    using Kind = WakeAfter::Kind;
    static const QList<EnumName<Kind>> names{{Kind::Hours, "hours"},
                                             {Kind::Days, "days"},
                                             {Kind::NextMorning, "next-morning"},
                                             {Kind::NextWeek, "next-week"},
                                             {Kind::Never, "never"}};
    return names;
}

qint64 wakeMoment(const WakeAfter &wake, const BusinessCalendar &hours, qint64 now)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now, hours.zone);
    const QDate today = local.date();
    qint64 from = 0;
    switch (wake.kind) {
    case WakeAfter::Kind::Never: return 0;
    case WakeAfter::Kind::Hours: return wholeMinute(now + wake.count * 60 * kReminderMinuteMs);
    case WakeAfter::Kind::Days: from = wholeMinute(localMoment(today.addDays(wake.count), local.time(), hours.zone)); break;
    case WakeAfter::Kind::NextMorning: from = localMoment(today.addDays(1), kReminderMorning, hours.zone); break;
    case WakeAfter::Kind::NextWeek:
        from = localMoment(today.addDays(8 - today.dayOfWeek()), kReminderMorning, hours.zone);
        break;
    }
    const qint64 working = firstWorking(hours, from);
    return working > 0 ? working : from;
}

BusinessCalendar reminderHours(const ServiceBook &book, const QueueId &queue, Priority priority)
{
    const std::optional<ServiceTerms> terms = book.termsFor(queue, priority);
    const BusinessCalendar agreed = terms ? book.calendar(terms->calendar) : BusinessCalendar();
    return agreed.isEmpty() ? officeHours() : agreed;
}

QList<ReminderChoice> reminderChoices(const BusinessCalendar &hours, qint64 now,
                                      const QTimeZone &zone)
{
    using Kind = ReminderChoice::Kind;
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, zone).date();
    const QDate monday = today.addDays(8 - today.dayOfWeek());
    QList<ReminderChoice> choices{{Kind::InAnHour, wholeMinute(now + 60 * kReminderMinuteMs)}};
    const auto offer = [&choices](Kind kind, qint64 at) {
        if (at > choices.constLast().at)
            choices.append({kind, at});
    };
    const qint64 afternoon = firstWorking(hours, localMoment(today, kReminderAfternoon, zone));
    if (QDateTime::fromMSecsSinceEpoch(afternoon, zone).date() == today)
        offer(Kind::ThisAfternoon, afternoon);
    offer(Kind::NextMorning, firstWorking(hours, localMoment(today.addDays(1), kReminderMorning, zone)));
    offer(Kind::NextWeek, firstWorking(hours, localMoment(monday, kReminderMorning, zone)));
    return choices;
}

} // namespace vigie
