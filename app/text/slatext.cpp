// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/slatext.h"

#include "app/text/timetext.h"

#include <QLocale>

#include <cstdlib>

namespace vigie {

QString SlaText::of(ClockKind kind)
{
    switch (kind) {
    case ClockKind::Ownership: return tr("Ownership", "a clock");
    case ClockKind::FirstReply: return tr("First reply", "a clock");
    case ClockKind::NextReply: return tr("Next reply", "a clock");
    case ClockKind::Resolution: return tr("Resolution", "a clock");
    }
    return {};
}

QString SlaText::workingTime(qint64 ms)
{
    const qint64 minutes = std::abs(ms) / 60'000;
    if (minutes == 0)
        return tr("less than 1 min");
    if (minutes < 60)
        return tr("%1 min", "a duration").arg(minutes);
    if (minutes % 60 == 0)
        return tr("%1 h", "a duration").arg(minutes / 60);
    return tr("%1 h %2 min", "a duration").arg(minutes / 60).arg(minutes % 60);
}

QString SlaText::standing(const ServiceClock &clock)
{
    const QString time = workingTime(clock.leftMs);
    switch (clock.state) {
    case ClockState::Running:
        return clock.leftMs > 0 ? tr("%1 left", "a duration").arg(time) : tr("due now");
    case ClockState::Paused: return tr("stands with %1 left", "a duration").arg(time);
    case ClockState::Met: return tr("kept, with %1 left", "a duration").arg(time);
    case ClockState::Breached:
        return clock.isOpen() ? tr("late by %1", "a duration").arg(time)
                              : tr("missed by %1", "a duration").arg(time);
    }
    return {};
}

QString SlaText::next(qint64 dueAt, ClockKind clock, bool paused, qint64 now)
{
    if (dueAt == 0)
        return paused ? tr("Waits for the requester") : QString();
    const QString moment = TimeText::moment(dueAt, now);
    return dueAt < now ? tr("%1 late since %2", "a clock, a moment").arg(of(clock), moment)
                       : tr("%1 %2", "a clock, the moment at which it is due").arg(of(clock), moment);
}

QString SlaText::brief(qint64 dueAt, qint64 now)
{
    if (dueAt == 0)
        return {};
    const int minutes = int(std::abs(dueAt - now) / 60'000);
    if (minutes == 0)
        return tr("due now");
    const QString time = minutes < 60 ? tr("%1 min", "a duration").arg(minutes)
        : minutes < 48 * 60           ? tr("%1 h", "a duration").arg(minutes / 60)
                                      : tr("%1 d", "a duration, days").arg(minutes / (24 * 60));
    return dueAt < now ? tr("late by %1", "a duration").arg(time)
                       : tr("due in %1", "a duration").arg(time);
}

Tone SlaText::tone(qint64 dueAt, qint64 now)
{
    constexpr qint64 kHourMs = 3'600'000;
    if (dueAt == 0)
        return Tone::Neutral;
    return dueAt < now ? Tone::Danger : dueAt - now < kHourMs ? Tone::Warning : Tone::Neutral;
}

QString SlaText::warning(ClockKind clock, qint64 dueAt, qint64 now)
{
    const QString moment = TimeText::moment(dueAt, now);
    return dueAt < now ? tr("%1 was due %2", "a clock, a moment").arg(of(clock), moment)
                       : tr("%1 is due %2", "a clock, a moment").arg(of(clock), moment);
}

QString SlaText::because(State state)
{
    switch (state) {
    case State::WaitingRequester: return tr("waiting for the requester");
    case State::WaitingVendor: return tr("waiting for the vendor");
    case State::Scheduled: return tr("scheduled");
    case State::New:
    case State::Open:
    case State::Resolved:
    case State::Closed: break;
    }
    return {};
}

QString SlaText::reason(const ClockSegment &line)
{
    const QString why = because(line.state);
    switch (line.kind) {
    case ClockSegment::Kind::Counted:
        return why.isEmpty() ? tr("Working time")
                             : tr("Working time (%1 does not stop it)", "a reason").arg(why);
    case ClockSegment::Kind::Closed: return tr("Outside of working hours");
    case ClockSegment::Kind::Holiday: return tr("Outside of working hours, with a holiday");
    case ClockSegment::Kind::Paused: return tr("Paused: %1", "a reason").arg(why);
    }
    return {};
}

QString SlaText::hours(const BusinessCalendar &calendar)
{
    if (calendar.isEmpty())
        return tr("none");
    const auto clock = [](int minutes) {
        return minutes == 24 * 60 ? QStringLiteral("24:00")
                                  : QLocale().toString(QTime(minutes / 60, minutes % 60),
                                                       QLocale::ShortFormat);
    };
    const auto dayName = [](size_t day) {
        return QLocale().standaloneDayName(int(day) + 1, QLocale::ShortFormat);
    };
    QStringList parts;
    for (size_t day = 0; day < calendar.week.size();) {
        size_t last = day;
        while (last + 1 < calendar.week.size() && calendar.week[last + 1] == calendar.week[day])
            ++last;
        QStringList spans;
        for (const BusinessCalendar::Span &span : calendar.week[day])
            spans.append(clock(span.from) + QStringLiteral("–") + clock(span.to));
        if (!spans.isEmpty()) {
            const QString days = last == day
                ? dayName(day)
                : tr("%1 to %2", "days of the week").arg(dayName(day), dayName(last));
            parts.append(days + QLatin1Char(' ') + spans.join(QStringLiteral(", ")));
        }
        day = last + 1;
    }
    QString text = tr("%1 (%2)", "working hours, a time zone")
                       .arg(parts.join(QStringLiteral("; ")), QString::fromUtf8(calendar.zone.id()));
    if (!calendar.holidays.isEmpty())
        text = tr("%1, %Ln holiday(s)", nullptr, int(calendar.holidays.size())).arg(text);
    return text;
}

QString SlaText::agreement(const ServiceClock &clock)
{
    const QString time = tr("%1 of working time", "a duration").arg(workingTime(clock.targetMs));
    return clock.contract.isEmpty() ? time
                                    : tr("%1: %2", "a contract, a duration").arg(clock.contract, time);
}

} // namespace vigie
