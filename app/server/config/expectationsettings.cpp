// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/config/expectationsettings.h"

#include <QRegularExpression>

namespace vigie::server {

namespace {

constexpr qint64 kMinuteMs = 60'000;
constexpr qint64 kHourMs = 60 * kMinuteMs;
constexpr int kMostHolidays = 1'000;

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

} // namespace

ExpectationRules usualExpectations()
{
    ExpectationRules rules;
    rules.calendar = officeHours();
    rules.answerWithinMs = {{Priority::Critical, kHourMs},
                            {Priority::High, 4 * kHourMs},
                            {Priority::Normal, 8 * kHourMs},
                            {Priority::Low, 16 * kHourMs}};
    rules.fixWithinMs = {{Priority::Critical, 8 * kHourMs},
                         {Priority::High, 16 * kHourMs},
                         {Priority::Normal, 40 * kHourMs},
                         {Priority::Low, 80 * kHourMs}};
    return rules;
}

std::optional<QString> readWorkingHours(const QString &value, BusinessCalendar &calendar)
{
    Week week;
    for (const QString &item : listed(value)) {
        if (const Trouble trouble = readDays(item, week))
            return trouble;
    }
    calendar.week = week;
    if (calendar.isEmpty())
        return QStringLiteral("hours like mon-fri 08:00-18:00 are needed");
    return std::nullopt;
}

std::optional<QString> readTimeZone(const QString &value, BusinessCalendar &calendar)
{
    const QTimeZone zone(value.toUtf8());
    if (!zone.isValid())
        return QStringLiteral("\"%1\" is not a time zone like Europe/Paris").arg(value);
    calendar.zone = zone;
    return std::nullopt;
}

std::optional<QString> readHolidays(const QString &value, BusinessCalendar &calendar)
{
    QSet<QDate> days;
    const QStringList items = listed(value);
    if (items.size() > kMostHolidays)
        return QStringLiteral("at most %1 days").arg(kMostHolidays);
    for (const QString &item : items) {
        const QDate day = QDate::fromString(item, Qt::ISODate);
        if (!day.isValid())
            return QStringLiteral("\"%1\" is not a day like 2026-12-25").arg(item);
        days.insert(day);
    }
    calendar.holidays = days;
    return std::nullopt;
}

std::optional<QString> readWithin(const QString &value, QMap<Priority, qint64> &within)
{
    static const QRegularExpression form(QStringLiteral("^([a-z]+) ([0-9]{1,4})([mh])$"));
    within.clear();
    if (value == QLatin1String("none"))
        return std::nullopt;
    for (const QString &item : listed(value)) {
        const auto match = form.match(item);
        const Result<Priority> priority = enumFrom<Priority>(match.captured(1));
        const qint64 time = match.captured(2).toLongLong()
            * (match.captured(3) == QLatin1String("h") ? kHourMs : kMinuteMs);
        if (!match.hasMatch() || !priority || time == 0)
            return QStringLiteral("\"%1\" is not a time like critical 1h or normal 30m").arg(item);
        if (within.contains(*priority))
            return QStringLiteral("\"%1\" is there twice").arg(nameOf(*priority));
        within.insert(*priority, time);
    }
    if (within.isEmpty())
        return QStringLiteral("times like critical 1h, normal 8h, or none, are needed");
    return std::nullopt;
}

} // namespace vigie::server
