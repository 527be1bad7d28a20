// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/serviceclock.h"

#include "core/base/limits.h"
#include "core/model/lifecycle.h"

#include <algorithm>
#include <limits>

namespace vigie {

namespace {

using Mark = ServiceMark;
using Kind = ServiceMark::Kind;

constexpr qint64 kForever = std::numeric_limits<qint64>::max();

/// A stretch of a ticket's life in one state.
struct Phase {
    qint64 from = 0;
    qint64 to = kForever;
    State state = State::New;
};

QList<Phase> phasesOf(const ServiceRecord &record, qint64 from, qint64 to)
{
    QList<Phase> phases;
    State state = State::New;
    qint64 since = from;
    for (const Mark &mark : record.marks) {
        if (mark.kind != Kind::State || mark.at >= to)
            continue;
        if (mark.at > since) {
            phases.append({since, mark.at, state});
            since = mark.at;
        }
        state = mark.state;
    }
    if (to > since)
        phases.append({since, to, state});
    return phases;
}

/// When a clock started and, if it has, ended.
struct Run {
    ClockKind kind;
    qint64 from = 0;
    qint64 to = 0; ///< 0 = it goes on
};

/// Reads the time line from its beginning and notes the runs of each clock.
class RunReader
{
public:
    [[nodiscard]] QList<Run> read(const ServiceRecord &record)
    {
        for (const Mark &mark : record.marks)
            take(mark);
        return m_runs;
    }

private:
    void take(const Mark &mark)
    {
        switch (mark.kind) {
        case Kind::Reported:
            start(ClockKind::Ownership, mark.at);
            start(ClockKind::FirstReply, mark.at);
            start(ClockKind::Resolution, mark.at);
            break;
        case Kind::Words:
            if (!m_ended && !running(ClockKind::FirstReply))
                start(ClockKind::NextReply, mark.at);
            break;
        case Kind::Reply: stopReplies(mark.at); break;
        case Kind::Owned:
            m_owned = true;
            stop(ClockKind::Ownership, mark.at);
            break;
        case Kind::Released:
            m_owned = false;
            if (!m_ended)
                start(ClockKind::Ownership, mark.at);
            break;
        case Kind::State: move(mark); break;
        case Kind::Terms: break;
        }
    }

    void move(const Mark &mark)
    {
        const bool ended = isEnding(mark.state);
        if (ended == m_ended)
            return;
        m_ended = ended;
        if (ended) {
            stopReplies(mark.at);
            stop(ClockKind::Ownership, mark.at);
            stop(ClockKind::Resolution, mark.at);
            return;
        }
        start(ClockKind::Resolution, mark.at);
        if (!m_owned)
            start(ClockKind::Ownership, mark.at);
    }

    void stopReplies(qint64 at)
    {
        stop(ClockKind::FirstReply, at);
        stop(ClockKind::NextReply, at);
    }
    [[nodiscard]] Run *running(ClockKind kind)
    {
        const auto found = std::find_if(m_runs.begin(), m_runs.end(), [kind](const Run &run) {
            return run.kind == kind && run.to == 0;
        });
        return found == m_runs.end() ? nullptr : &*found;
    }
    void start(ClockKind kind, qint64 at)
    {
        if (!running(kind))
            m_runs.append({kind, at, 0});
    }
    void stop(ClockKind kind, qint64 at)
    {
        if (Run *run = running(kind))
            run->to = at;
    }

    QList<Run> m_runs;
    bool m_ended = false;
    bool m_owned = false;
};

/// The terms at a moment; the first ones hold for what was before them.
const ServiceTerms *termsAt(const ServiceRecord &record, qint64 at)
{
    const ServiceTerms *terms = nullptr;
    for (const Mark &mark : record.marks) {
        if (mark.kind == Kind::Terms && (!terms || mark.at <= at))
            terms = &mark.terms;
    }
    return terms;
}

/// The moment at which the clock has counted `workMs`; 0 when it has not, because it ended or
/// stands, or never will.
qint64 momentOf(const BusinessCalendar &calendar, ClockKind kind, const QList<Phase> &phases,
                qint64 workMs)
{
    qint64 left = workMs;
    for (const Phase &phase : phases) {
        if (pauses(kind, phase.state))
            continue;
        if (phase.to == kForever)
            return calendar.after(phase.from, left);
        const qint64 here = calendar.between(phase.from, phase.to);
        if (left <= here)
            return calendar.after(phase.from, left);
        left -= here;
    }
    return 0;
}

qint64 countedMs(const BusinessCalendar &calendar, ClockKind kind, const QList<Phase> &phases,
                 qint64 until)
{
    qint64 sum = 0;
    for (const Phase &phase : phases) {
        if (!pauses(kind, phase.state))
            sum += calendar.between(phase.from, std::min(phase.to, until));
    }
    return sum;
}

ServiceClock clockOf(const ServiceBook &book, const ServiceRecord &record, const Run &run,
                     const ServiceTerms &terms, qint64 now)
{
    const BusinessCalendar calendar = book.calendar(terms.calendar);
    const QList<Phase> phases = phasesOf(record, run.from, kForever);
    ServiceClock clock;
    clock.kind = run.kind;
    clock.contract = terms.contract;
    clock.calendar = terms.calendar;
    clock.startedAt = run.from;
    clock.endedAt = run.to;
    clock.targetMs = terms.target(run.kind);
    clock.dueAt = momentOf(calendar, run.kind, phases, clock.targetMs);
    const qint64 lead = std::min(terms.warnMs, clock.targetMs / 2);
    if (clock.dueAt > 0)
        clock.warnAt = momentOf(calendar, run.kind, phases, clock.targetMs - lead);
    const qint64 until = run.to > 0 ? run.to : now;
    clock.leftMs = clock.targetMs - countedMs(calendar, run.kind, phases, until);
    const bool late = clock.dueAt > 0 && until > clock.dueAt;
    if (late)
        clock.state = ClockState::Breached;
    else if (run.to > 0)
        clock.state = ClockState::Met;
    else if (!phases.isEmpty() && pauses(run.kind, phases.constLast().state))
        clock.state = ClockState::Paused;
    return clock;
}

/// Which mark says the least: an old answer or question, then an old state, then whatever follows
/// the beginning. The first answer and the newest of each kind are what clocks hang on.
qsizetype leastNeeded(const QList<Mark> &marks)
{
    bool answered = false;
    qsizetype talk = 0;
    qsizetype state = 0;
    for (qsizetype i = 1; i < marks.size() && talk == 0; ++i) {
        const Kind kind = marks[i].kind;
        const bool newest = std::none_of(marks.cbegin() + i + 1, marks.cend(),
                                         [kind](const Mark &mark) { return mark.kind == kind; });
        const bool first = kind == Kind::Reply && !answered;
        answered = answered || kind == Kind::Reply;
        if (newest || first)
            continue;
        if (kind == Kind::Words || kind == Kind::Reply)
            talk = i;
        else if (kind == Kind::State && state == 0)
            state = i;
    }
    return talk > 0 ? talk : state > 0 ? state : 1;
}

/// Lines of one phase: its working time, and what lies between as one line.
void appendPhase(const BusinessCalendar &calendar, const Phase &phase, qint64 dueAt,
                 QList<ClockSegment> &lines)
{
    using Line = ClockSegment::Kind;
    const auto gap = [&](qint64 from, qint64 to) {
        if (to > from) {
            const bool holiday = calendar.hasHolidayWithin(from, to);
            lines.append({holiday ? Line::Holiday : Line::Closed, from, to, 0, phase.state});
        }
    };
    const auto count = [&](qint64 from, qint64 to) {
        if (to > from)
            lines.append({Line::Counted, from, to, to - from, phase.state});
    };
    qint64 at = phase.from;
    for (const auto &stretch :
         calendar.stretches(phase.from, phase.to, limits::kClockSegments - lines.size())) {
        gap(at, stretch.from);
        const qint64 cut = std::clamp(dueAt, stretch.from, stretch.to);
        count(stretch.from, cut);
        count(cut, stretch.to);
        at = stretch.to;
    }
    gap(at, phase.to);
}

} // namespace

bool pauses(ClockKind kind, State state)
{
    if (state == State::WaitingRequester)
        return true;
    return kind == ClockKind::Ownership
        && (state == State::WaitingVendor || state == State::Scheduled);
}

QList<ServiceClock> clocksAt(const ServiceBook &book, const ServiceRecord &record, qint64 now)
{
    QList<ServiceClock> clocks;
    const QList<Run> runs = RunReader().read(record);
    for (const Run &run : runs) {
        const ServiceTerms *terms = run.to > 0 ? termsAt(record, run.to) : termsOf(record);
        if (terms && terms->target(run.kind) > 0)
            clocks.append(clockOf(book, record, run, *terms, now));
    }
    return clocks;
}

QList<ClockSegment> segmentsOf(const ServiceBook &book, const ServiceRecord &record,
                               const ServiceClock &clock, qint64 now)
{
    const BusinessCalendar calendar = book.calendar(clock.calendar);
    const qint64 end = clock.endedAt > 0 ? clock.endedAt : std::max(now, clock.dueAt);
    QList<ClockSegment> lines;
    const QList<Phase> phases = phasesOf(record, clock.startedAt, end);
    for (const Phase &phase : phases) {
        if (lines.size() >= limits::kClockSegments)
            break;
        if (pauses(clock.kind, phase.state))
            lines.append({ClockSegment::Kind::Paused, phase.from, phase.to, 0, phase.state});
        else
            appendPhase(calendar, phase, clock.dueAt, lines);
    }
    return lines;
}

void addMark(ServiceRecord &record, ServiceMark mark)
{
    QList<Mark> &marks = record.marks;
    const auto place = std::upper_bound(
        marks.begin(), marks.end(), mark.at,
        [](qint64 at, const Mark &other) { return at < other.at; });
    marks.insert(place, std::move(mark));
    while (marks.size() > limits::kServiceMarks)
        marks.removeAt(leastNeeded(marks));
}

void settle(const ServiceBook &book, ServiceRecord &record)
{
    const qint64 last = record.marks.isEmpty() ? 0 : record.marks.constLast().at;
    record.dueAt = record.warnAt = 0;
    record.dueClock = ClockKind::Ownership;
    record.paused = record.missed = false;
    bool open = false;
    bool runs = false;
    const QList<ServiceClock> clocks = clocksAt(book, record, last);
    for (const ServiceClock &clock : clocks) {
        record.missed = record.missed || (!clock.isOpen() && clock.state == ClockState::Breached);
        if (!clock.isOpen())
            continue;
        open = true;
        runs = runs || clock.state != ClockState::Paused;
        if (clock.dueAt > 0 && (record.dueAt == 0 || clock.dueAt < record.dueAt)) {
            record.dueAt = clock.dueAt;
            record.warnAt = clock.warnAt;
            record.dueClock = clock.kind;
        }
    }
    record.paused = open && !runs;
}

const ServiceTerms *termsOf(const ServiceRecord &record)
{
    return termsAt(record, kForever);
}

} // namespace vigie
