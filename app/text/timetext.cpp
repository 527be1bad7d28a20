// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/timetext.h"

#include <QDateTime>
#include <QLocale>

namespace vigie {

namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

QDateTime local(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::LocalTime);
}

/// "12 Mar" in the order of the person's language, with the year when it is another one.
QString shortDate(const QDate &date, const QDate &today)
{
    const bool dayFirst =
        QLocale().dateFormat(QLocale::ShortFormat).indexOf(QLatin1Char('d'))
        < QLocale().dateFormat(QLocale::ShortFormat).indexOf(QLatin1Char('M'));
    QString pattern = dayFirst ? QStringLiteral("d MMM") : QStringLiteral("MMM d");
    if (date.year() != today.year())
        pattern += QStringLiteral(" yyyy");
    return QLocale().toString(date, pattern);
}

} // namespace

QString TimeText::relative(qint64 at, qint64 now)
{
    if (at <= 0)
        return tr("never");
    const qint64 age = now - at;
    // Two clocks are never quite the same: a little future is "just now".
    if (age < kMinute && age > -5 * kMinute)
        return tr("just now");
    const QDate today = local(now).date();
    const QDate date = local(at).date();
    if (age > 0 && age < kHour)
        return tr("%Ln min ago", "minutes", int(age / kMinute));
    if (age > 0 && age < 12 * kHour && date == today)
        return tr("%Ln h ago", "hours", int(age / kHour));
    if (date == today)
        return tr("today %1", "time of day").arg(timeOfDay(at));
    if (date.addDays(1) == today)
        return tr("yesterday %1", "time of day").arg(timeOfDay(at));
    return shortDate(date, today);
}

QString TimeText::brief(qint64 at, qint64 now)
{
    if (at <= 0)
        return QString();
    const qint64 age = now - at;
    if (age < kMinute && age > -5 * kMinute)
        return tr("now", "as short as possible: a moment ago");
    const QDate today = local(now).date();
    const QDate date = local(at).date();
    if (age > 0 && age < kHour)
        return tr("%Ln min", "as short as possible: minutes ago", int(age / kMinute));
    if (date == today)
        return timeOfDay(at);
    if (date.addDays(1) == today)
        return tr("yesterday");
    return shortDate(date, today);
}

QString TimeText::absolute(qint64 at)
{
    if (at <= 0)
        return {};
    // The long format of a date and time spells out seconds and the zone: nobody asked.
    const QLocale locale;
    const QDateTime when = local(at);
    return tr("%1, %2", "a date, a time of day")
        .arg(locale.toString(when.date(), QLocale::LongFormat),
             locale.toString(when.time(), QLocale::ShortFormat));
}

QString TimeText::until(qint64 at, qint64 now)
{
    return at <= now ? tr("now") : tr("in %1", "a duration").arg(duration(at - now));
}

QString TimeText::moment(qint64 at, qint64 now)
{
    if (at <= 0)
        return {};
    const QDate today = local(now).date();
    const QDate date = local(at).date();
    const QString time = timeOfDay(at);
    if (date == today)
        return tr("today %1", "time of day").arg(time);
    if (date == today.addDays(1))
        return tr("tomorrow %1", "time of day").arg(time);
    if (date.addDays(1) == today)
        return tr("yesterday %1", "time of day").arg(time);
    const QString day = date > today && date < today.addDays(7)
        ? QLocale().toString(date, QStringLiteral("dddd"))
        : shortDate(date, today);
    return tr("%1 %2", "a day, a time of day").arg(day, time);
}

QString TimeText::duration(qint64 ms)
{
    if (ms < 2 * kMinute)
        return tr("%Ln second(s)", nullptr, int(std::max<qint64>(1, (ms + 999) / kSecond)));
    if (ms < 2 * kHour)
        return tr("%Ln minute(s)", nullptr, int(ms / kMinute));
    if (ms < 2 * kDay)
        return tr("%Ln hour(s)", nullptr, int(ms / kHour));
    return tr("%Ln day(s)", nullptr, int(ms / kDay));
}

QString TimeText::day(qint64 at, qint64 now)
{
    const QDate today = local(now).date();
    const QDate date = local(at).date();
    if (date == today)
        return tr("Today");
    if (date.addDays(1) == today)
        return tr("Yesterday");
    const bool dayFirst =
        QLocale().dateFormat(QLocale::ShortFormat).indexOf(QLatin1Char('d'))
        < QLocale().dateFormat(QLocale::ShortFormat).indexOf(QLatin1Char('M'));
    QString pattern = dayFirst ? QStringLiteral("dddd d MMMM") : QStringLiteral("dddd, MMMM d");
    if (date.year() != today.year())
        pattern += QStringLiteral(" yyyy");
    QString text = QLocale().toString(date, pattern);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString TimeText::timeOfDay(qint64 at)
{
    return QLocale().toString(local(at).time(), QLocale::ShortFormat);
}

QString TimeText::size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1000 ? 0 : 1,
                                       QLocale::DataSizeTraditionalFormat);
}

} // namespace vigie
