// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/worktext.h"

#include "core/model/worktime.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>

#include <cstdlib>

namespace vigie {

namespace {

constexpr qint64 kWorkMinute = 60;
constexpr qint64 kWorkHour = 3'600;

/// "1:30" is hours and minutes, "0:04:31" has seconds too.
std::optional<qint64> readColons(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d))?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong() * kWorkHour + match.captured(2).toLongLong() * kWorkMinute
        + match.captured(3).toLongLong();
}

/// "1 h 30 min 5 s", any part of it; at the end minutes need no unit.
std::optional<qint64> readUnits(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:(\\d{1,4})\\s*h)?\\s*(?:(\\d{1,5})\\s*(?:m|min|mn|$))?"
                       "\\s*(?:(\\d{1,6})\\s*(?:s|sec))?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || text.isEmpty())
        return std::nullopt;
    return match.captured(1).toLongLong() * kWorkHour + match.captured(2).toLongLong() * kWorkMinute
        + match.captured(3).toLongLong();
}

} // namespace

QString WorkText::amount(qint64 seconds)
{
    const qint64 all = std::abs(seconds);
    const QLocale locale;
    QString words;
    if (all < kWorkMinute) {
        words = tr("%1 s", "seconds").arg(locale.toString(all));
    } else {
        const qint64 minutes = (all + kWorkMinute / 2) / kWorkMinute;
        words = minutes < 60 ? tr("%1 min").arg(locale.toString(minutes))
            : minutes % 60 == 0
            ? tr("%1 h").arg(locale.toString(minutes / 60))
            : tr("%1 h %2 min").arg(locale.toString(minutes / 60), locale.toString(minutes % 60));
    }
    return seconds < 0 ? QChar(0x2212) + words : words;
}

QString WorkText::watch(qint64 seconds)
{
    const QLatin1Char zero('0');
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / kWorkHour)
        .arg(seconds / kWorkMinute % 60, 2, 10, zero)
        .arg(seconds % 60, 2, 10, zero);
}

std::optional<qint64> WorkText::read(const QString &text)
{
    const QString plain = text.simplified().toLower();
    std::optional<qint64> seconds = readColons(plain);
    if (!seconds)
        seconds = readUnits(plain);
    return seconds && *seconds > 0 && *seconds <= limits::kWorkSeconds ? seconds : std::nullopt;
}

QString WorkText::sentence(const Message &event, const QString &who)
{
    const qint64 seconds = event.params.value(QStringLiteral("seconds")).toLongLong();
    const QString note = event.params.value(QStringLiteral("note"));
    if (seconds < 0) {
        return tr("%1 took back %2 of work", "a person, a time").arg(who, amount(-seconds));
    }
    const QDate day = QDate::fromString(event.params.value(QStringLiteral("day")), Qt::ISODate);
    const QString told = tr("%1 worked %2 on it (%3)", "a person, a time, a day")
                             .arg(who, amount(seconds),
                                  QLocale().toString(day, QLocale::ShortFormat));
    return note.isEmpty() ? told : tr("%1: %2", "what happened and what for").arg(told, note);
}

QString WorkText::intention(const LogWork &work)
{
    return work.seconds < 0 ? tr("Time worked: take back %1").arg(amount(-work.seconds))
                            : tr("Time worked: %1").arg(amount(work.seconds));
}

} // namespace vigie
