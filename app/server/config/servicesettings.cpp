// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/config/servicesettings.h"

#include "core/base/limits.h"

#include <QRegularExpression>

namespace vigie::server {

namespace {

constexpr qint64 kMinuteMs = 60'000;
constexpr qint64 kHourMs = 60 * kMinuteMs;

using Week = decltype(BusinessCalendar::week);
using Trouble = std::optional<QString>;

/// 0 for Monday; -1 for no day.
int dayNumber(const QString &name)
{
    static const QStringList days{QStringLiteral("mon"), QStringLiteral("tue"),
                                  QStringLiteral("wed"), QStringLiteral("thu"),
                                  QStringLiteral("fri"), QStringLiteral("sat"),
                                  QStringLiteral("sun")};
    return int(days.indexOf(name.toLower()));
}

Trouble readSpan(const QString &text, QList<BusinessCalendar::Span> &spans)
{
    static const QRegularExpression form(
        QStringLiteral("^([0-9]{1,2}):([0-9]{2})-([0-9]{1,2}):([0-9]{2})$"));
    const auto match = form.match(text);
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const BusinessCalendar::Span span{number(1) * 60 + number(2), number(3) * 60 + number(4)};
    if (!match.hasMatch() || number(2) > 59 || number(4) > 59 || span.to > 24 * 60
        || span.from >= span.to)
        return QStringLiteral("\"%1\" is not a time like 08:00-17:30").arg(text);
    if (!spans.isEmpty() && spans.constLast().to > span.from)
        return QStringLiteral("\"%1\" begins before the time in front of it ends").arg(text);
    if (spans.size() >= limits::kSpansPerDay)
        return QStringLiteral("at most %1 times a day").arg(limits::kSpansPerDay);
    spans.append(span);
    return std::nullopt;
}

/// "mon-fri 08:00-12:00 13:00-18:00"
Trouble readDays(const QString &text, Week &week)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QString days = words.isEmpty() ? QString() : words.constFirst();
    const QStringList ends = days.split(QLatin1Char('-'));
    const int first = dayNumber(ends.constFirst());
    const int last = dayNumber(ends.constLast());
    if (ends.size() > 2 || first < 0 || last < first)
        return QStringLiteral("\"%1\" is not a day or days like mon-fri").arg(days);
    QList<BusinessCalendar::Span> spans;
    for (const QString &word : words.mid(1)) {
        if (const Trouble trouble = readSpan(word, spans))
            return trouble;
    }
    if (spans.isEmpty())
        return QStringLiteral("hours like mon-fri 08:00-18:00 are needed");
    for (int day = first; day <= last; ++day) {
        if (!week.at(size_t(day)).isEmpty())
            return QStringLiteral("\"%1\" names a day for the second time").arg(days);
        week.at(size_t(day)) = spans;
    }
    return std::nullopt;
}

QStringList listed(const QString &value)
{
    QStringList items;
    for (const QString &item : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!item.trimmed().isEmpty())
            items.append(item.simplified());
    }
    return items;
}

/// "mon-fri 08:00-12:00 13:00-18:00, sat 09:00-12:00"
Trouble readWorkingHours(const QString &value, std::optional<Week> &into)
{
    Week week;
    for (const QString &item : listed(value)) {
        if (const Trouble trouble = readDays(item, week))
            return trouble;
    }
    BusinessCalendar calendar;
    calendar.week = week;
    if (calendar.isEmpty())
        return QStringLiteral("hours like mon-fri 08:00-18:00 are needed");
    into = week;
    return std::nullopt;
}

/// "Europe/Paris"
Trouble readTimeZone(const QString &value, std::optional<QTimeZone> &into)
{
    const QTimeZone zone(value.toUtf8());
    if (!zone.isValid())
        return QStringLiteral("\"%1\" is not a time zone like Europe/Paris").arg(value);
    into = zone;
    return std::nullopt;
}

/// "2026-12-25, 2027-01-01"; none when empty.
Trouble readHolidays(const QString &value, std::optional<QSet<QDate>> &into)
{
    QSet<QDate> days;
    const QStringList items = listed(value);
    if (items.size() > limits::kHolidays)
        return QStringLiteral("at most %1 days").arg(limits::kHolidays);
    for (const QString &item : items) {
        const QDate day = QDate::fromString(item, Qt::ISODate);
        if (!day.isValid())
            return QStringLiteral("\"%1\" is not a day like 2026-12-25").arg(item);
        days.insert(day);
    }
    into = days;
    return std::nullopt;
}

/// "critical 1h, normal 30m" in working time, or "none".
Trouble readWithin(const QString &value, std::optional<QMap<Priority, qint64>> &into)
{
    static const QRegularExpression form(QStringLiteral("^([a-z]+) ([0-9]{1,4})([mh])$"));
    QMap<Priority, qint64> within;
    const QStringList items = value == QLatin1String("none") ? QStringList() : listed(value);
    for (const QString &item : items) {
        const auto match = form.match(item);
        const Result<Priority> priority = enumFrom<Priority>(match.captured(1));
        const qint64 time = match.captured(2).toLongLong()
            * (match.captured(3) == QLatin1String("h") ? kHourMs : kMinuteMs);
        if (!match.hasMatch() || !priority || time == 0 || time > limits::kServiceTargetMs)
            return QStringLiteral("\"%1\" is not a time like critical 1h or normal 30m").arg(item);
        if (within.contains(*priority))
            return QStringLiteral("\"%1\" is there twice").arg(nameOf(*priority));
        within.insert(*priority, time);
    }
    if (within.isEmpty() && value != QLatin1String("none"))
        return QStringLiteral("times like critical 1h, normal 8h, or none, are needed");
    into = within;
    return std::nullopt;
}

Trouble readCalendarKey(const QString &key, const QString &value, CalendarSettings &calendar)
{
    if (key == QLatin1String("working-hours"))
        return readWorkingHours(value, calendar.week);
    if (key == QLatin1String("time-zone"))
        return readTimeZone(value, calendar.zone);
    if (key == QLatin1String("holidays"))
        return readHolidays(value, calendar.holidays);
    if (key != QLatin1String("holiday-files"))
        return QStringLiteral("a calendar has working-hours, time-zone, holidays and holiday-files");
    calendar.holidayFiles = listed(value);
    return std::nullopt;
}

const QMap<QString, ClockKind> &targetKeys()
{
    static const QMap<QString, ClockKind> keys{
        {QStringLiteral("own-within"), ClockKind::Ownership},
        {QStringLiteral("answer-within"), ClockKind::FirstReply},
        {QStringLiteral("reply-within"), ClockKind::NextReply},
        {QStringLiteral("fix-within"), ClockKind::Resolution}};
    return keys;
}

Trouble readTargetKey(const QString &key, const QString &value, ContractSettings &contract)
{
    if (key == QLatin1String("warn-before"))
        return readWithin(value, contract.warnBeforeMs);
    if (targetKeys().contains(key))
        return readWithin(value, contract.withinMs.at(size_t(targetKeys().value(key))));
    return QStringLiteral("a contract has queues, calendar, own-within, answer-within, "
                          "reply-within, fix-within and warn-before");
}

Trouble readContractKey(const QString &key, const QString &value, ContractSettings &contract)
{
    if (key == QLatin1String("calendar")) {
        contract.calendar = value;
        return std::nullopt;
    }
    if (key != QLatin1String("queues"))
        return readTargetKey(key, value, contract);
    contract.queues = listed(value);
    if (contract.queues.size() > limits::kContractQueues)
        return QStringLiteral("at most %1 queues").arg(limits::kContractQueues);
    return std::nullopt;
}

QMap<Priority, qint64> hours(int critical, int high, int normal, int low)
{
    return {{Priority::Critical, critical * kHourMs},
            {Priority::High, high * kHourMs},
            {Priority::Normal, normal * kHourMs},
            {Priority::Low, low * kHourMs}};
}

/// What holds when nothing is configured: cautious times.
ServiceContract usualContract()
{
    ServiceContract contract;
    contract.within(ClockKind::Ownership) = hours(1, 2, 4, 8);
    contract.within(ClockKind::FirstReply) = hours(1, 4, 8, 16);
    contract.within(ClockKind::NextReply) = hours(1, 4, 8, 16);
    contract.within(ClockKind::Resolution) = hours(8, 16, 40, 80);
    contract.warnBeforeMs = {{Priority::Critical, 15 * kMinuteMs},
                             {Priority::High, 30 * kMinuteMs},
                             {Priority::Normal, kHourMs},
                             {Priority::Low, kHourMs}};
    return contract;
}

ServiceContract contractOf(const ContractSettings &settings, ServiceContract contract)
{
    contract.name = settings.name;
    contract.calendar = settings.calendar.value_or(contract.calendar);
    for (size_t clock = 0; clock < settings.withinMs.size(); ++clock)
        contract.withinMs.at(clock) =
            settings.withinMs.at(clock).value_or(contract.withinMs.at(clock));
    // Who promises to answer soon means every answer.
    if (settings.withinMs.at(size_t(ClockKind::FirstReply))
        && !settings.withinMs.at(size_t(ClockKind::NextReply)))
        contract.within(ClockKind::NextReply) = contract.within(ClockKind::FirstReply);
    contract.warnBeforeMs = settings.warnBeforeMs.value_or(contract.warnBeforeMs);
    return contract;
}

BusinessCalendar calendarOf(const CalendarSettings &settings, BusinessCalendar calendar)
{
    calendar.week = settings.week.value_or(calendar.week);
    calendar.zone = settings.zone.value_or(calendar.zone);
    calendar.holidays = settings.holidays.value_or(calendar.holidays);
    return calendar;
}

/// "contract.gold.fix-within" → "contract", "gold", "fix-within"; empty when it is no such key.
QStringList partsOf(const QString &key)
{
    static const QRegularExpression form(
        QStringLiteral("^(calendar|contract)\\.([^.]{1,60})\\.([a-z-]+)$"));
    const auto match = form.match(key);
    return match.hasMatch() ? match.capturedTexts().mid(1) : QStringList();
}

} // namespace

const QStringList &serviceKeys()
{
    static const QStringList keys{
        QStringLiteral("working-hours"), QStringLiteral("time-zone"),
        QStringLiteral("holidays"),      QStringLiteral("holiday-files"),
        QStringLiteral("own-within"),    QStringLiteral("answer-within"),
        QStringLiteral("reply-within"),  QStringLiteral("fix-within"),
        QStringLiteral("warn-before")};
    return keys;
}

bool isNamedServiceKey(const QString &key)
{
    return key.startsWith(QLatin1String("calendar."))
        || key.startsWith(QLatin1String("contract."));
}

std::optional<QString> ServiceSettings::set(const QString &key, const QString &value)
{
    if (!isNamedServiceKey(key)) {
        return serviceKeys().indexOf(key) < 4 ? readCalendarKey(key, value, calendars[QString()])
                                              : readTargetKey(key, value, general);
    }
    const QStringList parts = partsOf(key);
    if (parts.isEmpty())
        return QStringLiteral("a key like calendar.night.working-hours or contract.gold.queues is "
                              "needed");
    if (parts[0] == QLatin1String("calendar"))
        return readCalendarKey(parts[2], value, calendars[parts[1]]);
    for (ContractSettings &contract : contracts) {
        if (contract.name == parts[1])
            return readContractKey(parts[2], value, contract);
    }
    contracts.append(ContractSettings());
    contracts.last().name = parts[1];
    return readContractKey(parts[2], value, contracts.last());
}

std::optional<QString> ServiceSettings::check() const
{
    if (contracts.size() >= limits::kServiceContracts)
        return QStringLiteral("at most %1 contracts").arg(limits::kServiceContracts - 1);
    if (calendars.size() > limits::kServiceCalendars)
        return QStringLiteral("at most %1 calendars").arg(limits::kServiceCalendars);
    for (const ContractSettings &contract : contracts) {
        if (contract.queues.isEmpty())
            return QStringLiteral("contract.%1.queues is needed").arg(contract.name);
        if (contract.calendar && !calendars.contains(*contract.calendar))
            return QStringLiteral("contract.%1.calendar: there is no calendar \"%2\"")
                .arg(contract.name, *contract.calendar);
    }
    return std::nullopt;
}

ServiceBook ServiceSettings::book() const
{
    ServiceBook book;
    const BusinessCalendar first = calendarOf(calendars.value(QString()), officeHours());
    book.calendars.insert(QString(), first);
    for (auto it = calendars.cbegin(); it != calendars.cend(); ++it) {
        if (!it.key().isEmpty())
            book.calendars.insert(it.key(), calendarOf(it.value(), first));
    }
    const ServiceContract everybody = contractOf(general, usualContract());
    for (const ContractSettings &contract : contracts)
        book.contracts.append(contractOf(contract, everybody));
    book.contracts.append(everybody);
    return book;
}

QStringList ServiceSettings::holidayFiles(const QString &calendar) const
{
    const auto named = calendars.value(calendar).holidayFiles;
    return named ? *named : calendars.value(QString()).holidayFiles.value_or(QStringList());
}

} // namespace vigie::server
