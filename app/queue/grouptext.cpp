// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/grouptext.h"

#include "app/text/enumtext.h"

#include <QDateTime>
#include <QLocale>

namespace vigie {

namespace {

QString dueDay(const QString &key, qint64 now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    const QDate day = QDate::fromString(key, Qt::ISODate);
    if (day.isValid() && day == today)
        return GroupText::tr("Due today");
    if (day.isValid() && day == today.addDays(1))
        return GroupText::tr("Due tomorrow");
    if (day.isValid()) {
        const QLocale locale;
        return GroupText::tr("Due on %1, %2", "a day of the week and a date")
            .arg(locale.dayName(day.dayOfWeek()), locale.toString(day, QLocale::ShortFormat));
    }
    if (key == QLatin1String("overdue"))
        return GroupText::tr("Overdue", "tickets");
    if (key == QLatin1String("later"))
        return GroupText::tr("Due later");
    if (key == QLatin1String("paused"))
        return GroupText::tr("Clock stands still");
    return GroupText::tr("Not due");
}

template<class E>
QString ofEnum(const QString &key)
{
    const Result<E> value = enumFrom<E>(key);
    return value ? EnumText::of(*value) : key;
}

} // namespace

QString GroupText::name(ViewGrouping grouping, const ListGroup &group, qint64 now)
{
    switch (grouping) {
    case ViewGrouping::State: return ofEnum<State>(group.key);
    case ViewGrouping::Priority: return ofEnum<Priority>(group.key);
    case ViewGrouping::Level: return ofEnum<Level>(group.key);
    case ViewGrouping::DueDay: return dueDay(group.key, now);
    case ViewGrouping::Owner:
        return group.key.isEmpty() ? tr("Nobody owns these") : group.name.simplified();
    case ViewGrouping::Queue:
        return group.name.isEmpty() ? tr("Another queue") : group.name.simplified();
    case ViewGrouping::Category:
        return group.key.isEmpty() ? tr("No category") : EnumText::category(group.key);
    case ViewGrouping::Requester:
        return group.key.isEmpty() ? tr("Nobody asked for these") : group.key.simplified();
    case ViewGrouping::None: break;
    }
    return {};
}

QString GroupText::of(ViewGrouping grouping)
{
    switch (grouping) {
    case ViewGrouping::None: return tr("No groups");
    case ViewGrouping::State: return tr("State");
    case ViewGrouping::Priority: return tr("Priority");
    case ViewGrouping::Queue: return tr("Queue");
    case ViewGrouping::Owner: return tr("Owner");
    case ViewGrouping::Level: return tr("Level");
    case ViewGrouping::Category: return tr("Category");
    case ViewGrouping::Requester: return tr("Requester");
    case ViewGrouping::DueDay: return tr("Day when due");
    }
    return {};
}

} // namespace vigie
