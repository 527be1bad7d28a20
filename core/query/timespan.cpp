// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/timespan.h"

#include "core/query/valuereader.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace vigie::query {

namespace {

constexpr qint64 kForever = std::numeric_limits<qint64>::max();

qint64 startOf(const QDate &day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toMSecsSinceEpoch();
}

Moments days(const QDate &first, const QDate &next, const QTimeZone &zone)
{
    return {startOf(first, zone), startOf(next, zone) - 1};
}

Moments wordMoments(const QString &word, const QDate &today, const QTimeZone &zone)
{
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    const QDate first(today.year(), today.month(), 1);
    if (word == QLatin1String("yesterday"))
        return days(today.addDays(-1), today, zone);
    if (word == QLatin1String("tomorrow"))
        return days(today.addDays(1), today.addDays(2), zone);
    if (word == QLatin1String("this-week"))
        return days(monday, monday.addDays(7), zone);
    if (word == QLatin1String("last-week"))
        return days(monday.addDays(-7), monday, zone);
    if (word == QLatin1String("next-week"))
        return days(monday.addDays(7), monday.addDays(14), zone);
    if (word == QLatin1String("this-month"))
        return days(first, first.addMonths(1), zone);
    if (word == QLatin1String("last-month"))
        return days(first.addMonths(-1), first, zone);
    return days(today, today.addDays(1), zone);
}

/// The stretch that a value names.
Moments valueMoments(const Value &value, bool isFuture, qint64 now, const QTimeZone &zone)
{
    if (value.kind == Value::Kind::Age) {
        const qint64 at = isFuture ? now + ageMs(value) : now - ageMs(value);
        return {at, at};
    }
    if (value.kind == Value::Kind::Word)
        return wordMoments(value.name, QDateTime::fromMSecsSinceEpoch(now, zone).date(), zone);
    if (value.number < 0)
        return days(value.day, value.day.addDays(1), zone);
    const QTime time = QTime::fromMSecsSinceStartOfDay(int(value.number) * 60'000);
    const qint64 at = QDateTime(value.day, time, zone).toMSecsSinceEpoch();
    return {at, at + 59'999};
}

/// Smaller ages are later moments.
Op turned(Op op)
{
    switch (op) {
    case Op::Less: return Op::More;
    case Op::AtMost: return Op::AtLeast;
    case Op::More: return Op::Less;
    case Op::AtLeast: return Op::AtMost;
    case Op::Is:
    case Op::Range: break;
    }
    return op;
}

Moments compared(Op op, const Moments &at)
{
    switch (op) {
    case Op::Less: return {1, at.low - 1};
    case Op::AtMost: return {1, at.high};
    case Op::More: return {at.high + 1, kForever};
    case Op::AtLeast: return {at.low, kForever};
    case Op::Is:
    case Op::Range: break;
    }
    return at;
}

} // namespace

Moments momentsOf(Op op, const QList<Value> &values, bool isFuture, qint64 now,
                  const QTimeZone &zone)
{
    const Moments first = valueMoments(values.first(), isFuture, now, zone);
    Moments found;
    if (op == Op::Range) {
        const Moments second = valueMoments(values.last(), isFuture, now, zone);
        const bool openStart = values.first().kind == Value::Kind::Missing;
        const bool openEnd = values.last().kind == Value::Kind::Missing;
        found = {openStart ? 1 : first.low, openEnd ? kForever : second.high};
        const bool ages = values.first().kind == Value::Kind::Age
            || values.last().kind == Value::Kind::Age;
        if (ages && !isFuture)
            found = {openEnd ? 1 : second.low, openStart ? kForever : first.high};
    } else {
        const bool backwards = values.first().kind == Value::Kind::Age && !isFuture;
        found = compared(backwards ? turned(op) : op, first);
    }
    found.low = std::max<qint64>(found.low, 1);
    return found;
}

} // namespace vigie::query
