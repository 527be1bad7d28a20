// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/slatext.h"

#include "app/text/timetext.h"

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

QString SlaText::agreement(const ServiceClock &clock)
{
    const QString time = tr("%1 of working time", "a duration").arg(workingTime(clock.targetMs));
    return clock.contract.isEmpty() ? time
                                    : tr("%1: %2", "a contract, a duration").arg(clock.contract, time);
}

} // namespace vigie
