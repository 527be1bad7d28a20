// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/expectation.h"

#include "core/sla/serviceclock.h"

namespace vigie {

namespace {

constexpr qint64 kStep = 5 * 60'000;

State stateOf(const ServiceRecord &record)
{
    State state = State::New;
    for (const ServiceMark &mark : record.marks) {
        if (mark.kind == ServiceMark::Kind::State)
            state = mark.state;
    }
    return state;
}

} // namespace

Expectation expectedFrom(const ServiceBook &book, const ServiceRecord &record)
{
    Expectation expected;
    const State state = stateOf(record);
    const qint64 last = record.marks.isEmpty() ? 0 : record.marks.constLast().at;
    const QList<ServiceClock> clocks = clocksAt(book, record, last);
    for (const ServiceClock &clock : clocks) {
        if (!clock.isOpen() || pauses(clock.kind, state))
            continue;
        const qint64 moment = (clock.dueAt + kStep - 1) / kStep * kStep;
        if (clock.kind == ClockKind::Resolution)
            expected.fixBy = moment;
        else if (clock.kind != ClockKind::Ownership)
            expected.answerBy = moment;
    }
    return expected;
}

} // namespace vigie
