// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/digesttimes.h"

#include <QStringList>

#include <algorithm>

namespace vigie {

QList<int> usualDigestHours()
{
    return {9, 13, 17};
}

QString digestHoursText(const QList<int> &hours)
{
    QStringList parts;
    for (const int hour : hours)
        parts.append(QString::number(hour));
    return parts.join(QLatin1Char(','));
}

QList<int> digestHoursFrom(const QString &text)
{
    QList<int> hours;
    for (const QString &part : text.split(QLatin1Char(','))) {
        bool isNumber = false;
        const int hour = part.trimmed().toInt(&isNumber);
        if (!isNumber || hour < 0 || hour > 23)
            return usualDigestHours();
        if (!hours.contains(hour))
            hours.append(hour);
    }
    std::sort(hours.begin(), hours.end());
    return hours;
}

QDateTime lastDigest(const QDateTime &now, const QList<int> &hours)
{
    const auto moment = [&now](const QDate &day, int hour) {
        return QDateTime(day, QTime(hour, 0), now.timeSpec());
    };
    QDateTime last = moment(now.date().addDays(-1), hours.constLast());
    for (const int hour : hours) {
        const QDateTime at = moment(now.date(), hour);
        if (at <= now)
            last = at;
    }
    return last;
}

} // namespace vigie
