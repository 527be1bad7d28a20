// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/model/codec.h"
#include "core/sla/servicebook.h"

#include <algorithm>

namespace vigie::codec {

namespace {

constexpr int kDayMinutes = 24 * 60;

QJsonObject calendarObject(const QString &name, const BusinessCalendar &calendar)
{
    QJsonObject object;
    put(object, "name", name);
    put(object, "zone", QString::fromUtf8(calendar.zone.id()));
    QJsonArray week;
    for (const auto &day : calendar.week) {
        QJsonArray spans;
        for (const BusinessCalendar::Span &span : day)
            spans.append(QJsonArray{span.from, span.to});
        week.append(spans);
    }
    put(object, "week", week);
    QList<QDate> days(calendar.holidays.cbegin(), calendar.holidays.cend());
    std::sort(days.begin(), days.end());
    QJsonArray holidays;
    for (const QDate &day : std::as_const(days))
        holidays.append(day.toString(Qt::ISODate));
    put(object, "holidays", holidays);
    return object;
}

Result<QList<BusinessCalendar::Span>> spansFrom(const QJsonArray &array)
{
    QList<BusinessCalendar::Span> spans;
    if (array.size() > limits::kSpansPerDay)
        return fail(ErrorCode::Invalid, QStringLiteral("too many spans"));
    for (const QJsonValue &value : array) {
        const QJsonArray pair = value.toArray();
        const BusinessCalendar::Span span{pair.at(0).toInt(-1), pair.at(1).toInt(-1)};
        const int least = spans.isEmpty() ? 0 : spans.constLast().to;
        if (pair.size() != 2 || span.from < least || span.to <= span.from || span.to > kDayMinutes)
            return fail(ErrorCode::Invalid, QStringLiteral("bad span"));
        spans.append(span);
    }
    return spans;
}

Result<BusinessCalendar> calendarFrom(json::Reader &reader)
{
    BusinessCalendar calendar;
    const QString zone = reader.text("zone", limits::kNameLength);
    calendar.zone = QTimeZone(zone.toUtf8());
    if (reader.ok() && !calendar.zone.isValid())
        reader.reject("zone", QStringLiteral("not known here"));
    const QJsonArray week = reader.optArray("week", 7);
    for (qsizetype day = 0; day < week.size(); ++day) {
        VIGIE_TRY_ASSIGN(spans, spansFrom(week.at(day).toArray()));
        calendar.week.at(size_t(day)) = spans;
    }
    const QStringList holidays = reader.optTexts("holidays", limits::kHolidays, 10);
    for (const QString &text : holidays) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        if (!day.isValid())
            reader.reject("holidays", QStringLiteral("not a day"));
        calendar.holidays.insert(day);
    }
    VIGIE_TRY(reader.done());
    return calendar;
}

QJsonObject timesObject(const QMap<Priority, qint64> &times)
{
    QJsonObject object;
    for (auto it = times.cbegin(); it != times.cend(); ++it)
        object.insert(nameOf(it.key()), it.value());
    return object;
}

QMap<Priority, qint64> timesFrom(json::Reader &outer, const char *key, qint64 least)
{
    QMap<Priority, qint64> times;
    json::Reader reader(outer.optObject(key));
    for (const EnumName<Priority> &priority : enumNames<Priority>()) {
        if (const qint64 time = reader.optInteger(priority.name, least, limits::kServiceTargetMs, -1);
            time >= least)
            times.insert(priority.value, time);
    }
    if (!reader.ok())
        outer.reject(key, QStringLiteral("bad times"));
    return times;
}

QJsonObject contractObject(const ServiceContract &contract)
{
    QJsonObject object;
    put(object, "name", contract.name);
    put(object, "calendar", contract.calendar);
    put(object, "queues", idArray(contract.queues));
    for (const EnumName<ClockKind> &clock : enumNames<ClockKind>())
        put(object, clock.name, timesObject(contract.within(clock.value)));
    put(object, "warn", timesObject(contract.warnBeforeMs));
    return object;
}

Result<ServiceContract> contractFrom(const QJsonObject &object, const ServiceBook &book)
{
    json::Reader reader(object, QStringLiteral("contract."));
    ServiceContract contract;
    contract.name = reader.optText("name", limits::kNameLength);
    contract.calendar = reader.optText("calendar", limits::kNameLength);
    if (reader.ok() && !book.calendars.contains(contract.calendar))
        reader.reject("calendar", QStringLiteral("is not there"));
    contract.queues = reader.optIds<QueueId>("queues", limits::kContractQueues);
    for (const EnumName<ClockKind> &clock : enumNames<ClockKind>())
        contract.within(clock.value) = timesFrom(reader, clock.name, 1);
    contract.warnBeforeMs = timesFrom(reader, "warn", 0);
    VIGIE_TRY(reader.done());
    return contract;
}

} // namespace

QJsonObject toJson(const ServiceBook &book)
{
    QJsonArray calendars;
    for (auto it = book.calendars.cbegin(); it != book.calendars.cend(); ++it)
        calendars.append(calendarObject(it.key(), it.value()));
    QJsonArray contracts;
    for (const ServiceContract &contract : book.contracts)
        contracts.append(contractObject(contract));
    // Never empty: in a feed that would mean "not for you".
    return {{QStringLiteral("calendars"), calendars}, {QStringLiteral("contracts"), contracts}};
}

Result<ServiceBook> serviceBookFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("service."));
    ServiceBook book;
    const QJsonArray calendars = reader.optArray("calendars", limits::kServiceCalendars);
    const QJsonArray contracts = reader.optArray("contracts", limits::kServiceContracts);
    VIGIE_TRY(reader.done());
    for (const QJsonValue &value : calendars) {
        json::Reader inner(value.toObject(), QStringLiteral("calendar."));
        const QString name = inner.optText("name", limits::kNameLength);
        VIGIE_TRY_ASSIGN(calendar, calendarFrom(inner));
        book.calendars.insert(name, calendar);
    }
    for (const QJsonValue &value : contracts) {
        VIGIE_TRY_ASSIGN(contract, contractFrom(value.toObject(), book));
        book.contracts.append(contract);
    }
    return book;
}

} // namespace vigie::codec
