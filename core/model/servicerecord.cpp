// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/servicerecord.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/model/codec.h"
#include "core/model/enumreading.h"

namespace vigie {

template<>
const QList<EnumName<ClockKind>> &enumNames<ClockKind>()
{
    static const QList<EnumName<ClockKind>> names{{ClockKind::Ownership, "ownership"},
                                                  {ClockKind::FirstReply, "first-reply"},
                                                  {ClockKind::NextReply, "next-reply"},
                                                  {ClockKind::Resolution, "resolution"}};
    return names;
}

template<>
const QList<EnumName<ServiceMark::Kind>> &enumNames<ServiceMark::Kind>()
{
    using Kind = ServiceMark::Kind;
    static const QList<EnumName<Kind>> names{
        {Kind::Reported, "reported"}, {Kind::Words, "words"},       {Kind::Reply, "reply"},
        {Kind::Owned, "owned"},       {Kind::Released, "released"}, {Kind::State, "state"},
        {Kind::Terms, "terms"}};
    return names;
}

namespace codec {

namespace {

constexpr qint64 kLastMoment = 253'402'300'799'999; // the end of the year 9999

QJsonObject markObject(const ServiceMark &mark)
{
    QJsonObject object;
    put(object, "what", nameOf(mark.kind));
    put(object, "at", mark.at);
    put(object, "received", mark.receivedAt);
    if (mark.kind == ServiceMark::Kind::State)
        put(object, "state", nameOf(mark.state));
    if (mark.kind != ServiceMark::Kind::Terms)
        return object;
    put(object, "contract", mark.terms.contract);
    put(object, "calendar", mark.terms.calendar);
    for (const EnumName<ClockKind> &clock : enumNames<ClockKind>())
        put(object, clock.name, mark.terms.target(clock.value));
    put(object, "warn", mark.terms.warnMs);
    return object;
}

Result<ServiceMark> markFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("service.marks."));
    ServiceMark mark;
    mark.kind = optEnum(reader, "what", ServiceMark::Kind::Reported);
    mark.at = reader.integer("at", 0, kLastMoment);
    mark.receivedAt = reader.optInteger("received", 0, kLastMoment, 0);
    mark.state = optEnum(reader, "state", State::New);
    mark.terms.contract = reader.optText("contract", limits::kNameLength);
    mark.terms.calendar = reader.optText("calendar", limits::kNameLength);
    for (const EnumName<ClockKind> &clock : enumNames<ClockKind>()) {
        mark.terms.targetMs.at(size_t(clock.value)) =
            reader.optInteger(clock.name, 0, limits::kServiceTargetMs, 0);
    }
    mark.terms.warnMs = reader.optInteger("warn", 0, limits::kServiceTargetMs, 0);
    VIGIE_TRY(reader.done());
    return mark;
}

} // namespace

QJsonObject toJson(const ServiceRecord &record)
{
    QJsonObject object;
    QJsonArray marks;
    for (const ServiceMark &mark : record.marks)
        marks.append(markObject(mark));
    put(object, "marks", marks);
    put(object, "due", record.dueAt);
    put(object, "warn", record.warnAt);
    if (record.dueAt > 0)
        put(object, "clock", nameOf(record.dueClock));
    if (record.paused)
        object.insert(QStringLiteral("paused"), true);
    if (record.missed)
        object.insert(QStringLiteral("missed"), true);
    return object;
}

Result<ServiceRecord> serviceRecordFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("service."));
    ServiceRecord record;
    const QJsonArray marks = reader.optArray("marks", limits::kServiceMarks);
    for (const QJsonValue &value : marks) {
        VIGIE_TRY_ASSIGN(mark, markFrom(value.toObject()));
        if (!record.marks.isEmpty() && mark.at < record.marks.constLast().at)
            reader.reject("marks", QStringLiteral("not in order"));
        record.marks.append(mark);
    }
    record.dueAt = reader.optInteger("due", 0, kLastMoment, 0);
    record.warnAt = reader.optInteger("warn", 0, kLastMoment, 0);
    record.dueClock = optEnum(reader, "clock", ClockKind::Ownership);
    record.paused = reader.optBool("paused", false);
    record.missed = reader.optBool("missed", false);
    VIGIE_TRY(reader.done());
    return record;
}

} // namespace codec
} // namespace vigie
