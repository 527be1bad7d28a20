// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/placelooks.h"

#include "app/text/errortext.h"
#include "core/base/async.h"
#include "core/service/savedviewservice.h"
#include "core/service/workspace.h"

namespace vigie {

PlaceLooks::PlaceLooks(Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace)
{
    connect(&m_workspace.savedViews(), &SavedViewService::changed, this, &PlaceLooks::read);
    read();
}

/// The name of a place as it is kept; never shown.
QString PlaceLooks::nameOf(const ScopeModel::Entry &place)
{
    if (!place.view.isEmpty())
        return QStringLiteral("view/") + place.view;
    switch (place.scope) {
    case ListScope::All: return QStringLiteral("all");
    case ListScope::Mine: return QStringLiteral("mine");
    case ListScope::Unassigned: return QStringLiteral("unassigned");
    case ListScope::Waiting: return QStringLiteral("waiting");
    case ListScope::MyRequests: return QStringLiteral("requests");
    case ListScope::Queue: return QStringLiteral("queue/") + place.queue.text();
    }
    return {};
}

ViewLook PlaceLooks::usual(const ScopeModel::Entry &place)
{
    ViewLook look;
    if (place.view == QLatin1String("overdue"))
        look.sort = ListSort::DueFirst;
    return look;
}

ViewLook PlaceLooks::of(const ScopeModel::Entry &place) const
{
    return m_looks.value(nameOf(place), usual(place));
}

void PlaceLooks::read()
{
    whenDone(m_workspace.savedViews().looks(), this, [this](const Result<QList<PlaceLook>> &looks) {
        if (!looks) {
            Q_EMIT statusText(tr("How your lists look cannot be read: %1")
                                  .arg(ErrorText::of(looks.error()).paragraph()));
            return;
        }
        QHash<QString, ViewLook> read;
        for (const PlaceLook &one : *looks)
            read.insert(one.place, one.look);
        if (read == m_looks)
            return;
        m_looks = read;
        Q_EMIT changed();
    });
}

void PlaceLooks::choose(const ScopeModel::Entry &place, const ViewLook &look)
{
    if (of(place) == look)
        return;
    m_looks.insert(nameOf(place), look);
    whenDone(m_workspace.savedViews().saveLook({nameOf(place), look}), this,
             [this](const Result<bool> &saved) {
                 if (!saved) {
                     Q_EMIT statusText(tr("How this list looks is not kept: %1")
                                           .arg(ErrorText::of(saved.error()).paragraph()));
                 }
             });
}

} // namespace vigie
