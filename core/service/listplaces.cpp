// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/listplaces.h"

namespace vigie::listplaces {

namespace {

const QString kQueuePrefix = QStringLiteral("queue/");
const QString kViewPrefix = QStringLiteral("view/");

} // namespace

QString overdueQuery()
{
    return QStringLiteral("is:overdue");
}

QString nameOf(ListScope scope, const QueueId &queue, const QString &view)
{
    if (!view.isEmpty())
        return kViewPrefix + view;
    switch (scope) {
    case ListScope::All: return QStringLiteral("all");
    case ListScope::Mine: return QStringLiteral("mine");
    case ListScope::Unassigned: return QStringLiteral("unassigned");
    case ListScope::Waiting: return QStringLiteral("waiting");
    case ListScope::MyRequests: return QStringLiteral("requests");
    case ListScope::Queue: return kQueuePrefix + queue.text();
    }
    return {};
}

QueueId queueOf(const QString &place)
{
    return place.startsWith(kQueuePrefix) ? QueueId::fromStored(place.mid(kQueuePrefix.size()))
                                          : QueueId();
}

std::optional<QString> queryOf(const QString &place)
{
    if (place == QLatin1String("all"))
        return QString();
    if (place == QLatin1String("mine"))
        return QStringLiteral("is:mine");
    if (place == QLatin1String("unassigned"))
        return QStringLiteral("is:unassigned");
    if (place == QLatin1String("waiting"))
        return QStringLiteral("is:waiting");
    if (place == kViewPrefix + kOverdue)
        return overdueQuery();
    return std::nullopt;
}

ViewLook usualLook(const QString &place)
{
    ViewLook look;
    if (place == kViewPrefix + kOverdue)
        look.sort = ListSort::DueFirst;
    return look;
}

} // namespace vigie::listplaces
