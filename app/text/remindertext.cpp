// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/remindertext.h"

#include "app/text/timetext.h"

#include <QLocale>
#include <QRegularExpression>

namespace vigie {

namespace {

constexpr qint64 kSpanMinuteMs = 60'000;
constexpr qint64 kSpanHourMs = 60 * kSpanMinuteMs;
constexpr int kYearsAhead = 2;
const QTime kDayBegins(8, 0);

QDateTime reminderTime(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at);
}

/// "2h", "45 min", "3d" from now.
std::optional<qint64> readSpan(const QString &text, qint64 now)
{
    static const QRegularExpression form(
        QStringLiteral("^\\+?\\s*(\\d{1,4})\\s*(m|min|mn|h|d|j)$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int count = match.captured(1).toInt();
    const QString unit = match.captured(2);
    if (unit == QLatin1String("h"))
        return now + count * kSpanHourMs;
    if (unit == QLatin1String("d") || unit == QLatin1String("j"))
        return reminderTime(now).addDays(count).toMSecsSinceEpoch();
    return now + count * kSpanMinuteMs;
}

QTime readClock(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,2})(?::|h|\\.)(\\d{2})?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (match.hasMatch())
        return QTime(match.captured(1).toInt(), match.captured(2).toInt());
    return QLocale().toTime(text.toUpper(), QLocale::ShortFormat);
}

/// The year stands in it, whatever the locale's short form says.
QDate readDay(const QString &text)
{
    const QDate iso = QDate::fromString(text, Qt::ISODate);
    if (iso.isValid())
        return iso;
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    format.replace(QRegularExpression(QStringLiteral("y+")), QStringLiteral("yyyy"));
    format.replace(QRegularExpression(QStringLiteral("M+")), QStringLiteral("M"));
    format.replace(QRegularExpression(QStringLiteral("d+")), QStringLiteral("d"));
    return QLocale().toDate(text, format);
}

} // namespace

QString ReminderText::of(const ReminderChoice &choice, qint64 now)
{
    QString name;
    switch (choice.kind) {
    case ReminderChoice::Kind::InAnHour: name = tr("In one hour"); break;
    case ReminderChoice::Kind::ThisAfternoon: name = tr("This afternoon"); break;
    case ReminderChoice::Kind::NextMorning: name = tr("Next working morning"); break;
    case ReminderChoice::Kind::NextWeek: name = tr("Next week"); break;
    }
    return tr("%1 (%2)", "a wish, its moment").arg(name, TimeText::moment(choice.at, now));
}

QString ReminderText::brief(qint64 until, qint64 now)
{
    if (until <= 0)
        return {};
    if (until <= now)
        return tr("woke up");
    const QDate today = reminderTime(now).date();
    const QDate date = reminderTime(until).date();
    if (date == today)
        return tr("wakes %1", "a time").arg(TimeText::timeOfDay(until));
    if (date < today.addDays(7)) {
        const QString day = QLocale().toString(date, QStringLiteral("ddd"));
        return tr("wakes %1 %2", "a day, a time").arg(day, TimeText::timeOfDay(until));
    }
    return tr("wakes %1", "a time").arg(TimeText::brief(until, now));
}

QString ReminderText::value(qint64 until, qint64 now)
{
    if (until <= 0)
        return tr("None", "no reminder");
    const QString when = TimeText::moment(until, now);
    return until <= now ? tr("was %1", "a moment that is over").arg(when) : when;
}

QString ReminderText::spoken(qint64 until, qint64 now)
{
    if (until <= 0)
        return {};
    const QString when = TimeText::moment(until, now);
    return until <= now ? tr("woke up %1", "a moment").arg(when)
                        : tr("wakes up %1", "a moment").arg(when);
}

ReminderText::Moment ReminderText::read(const QString &text, qint64 now)
{
    const QString plain = text.simplified().toLower();
    if (const std::optional<qint64> ahead = readSpan(plain, now)) {
        return *ahead > now ? Moment{*ahead, {}}
                            : Moment{0, tr("That is now: nothing would be left to wait for.")};
    }
    QDateTime when;
    if (const QTime time = readClock(plain); time.isValid()) {
        when = QDateTime(reminderTime(now).date(), time);
        if (when.toMSecsSinceEpoch() <= now)
            when = QDateTime(reminderTime(now).date().addDays(1), time);
    } else {
        const QString day = plain.section(QLatin1Char(' '), 0, 0);
        const QString hour = plain.section(QLatin1Char(' '), 1);
        const QTime at = hour.isEmpty() ? kDayBegins : readClock(hour);
        const QDate date = readDay(day);
        if (!date.isValid() || !at.isValid())
            return {0, tr("“%1” is no day and time of the calendar.").arg(text.simplified().left(40))};
        when = QDateTime(date, at);
    }
    const qint64 moment = when.toMSecsSinceEpoch();
    if (moment <= now)
        return {0, tr("That moment is over: %1.").arg(TimeText::moment(moment, now))};
    if (when.date() > reminderTime(now).date().addYears(kYearsAhead))
        return {0, tr("That is more than two years ahead.")};
    return {moment, {}};
}

QString ReminderText::howTo(qint64 now)
{
    const QDateTime example(reminderTime(now).date().addDays(3), QTime(9, 30));
    return tr("For example %1, 14:30, 2h or 3d.", "a date and time")
        .arg(example.toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

} // namespace vigie
