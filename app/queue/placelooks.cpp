// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/placelooks.h"

#include "app/text/errortext.h"
#include "core/base/async.h"
#include "core/service/listplaces.h"
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
    return listplaces::nameOf(place.scope, place.queue, place.view);
}

ViewLook PlaceLooks::usual(const ScopeModel::Entry &place)
{
    return listplaces::usualLook(nameOf(place));
}

PlaceLook PlaceLooks::chosen(const ScopeModel::Entry &place) const
{
    return m_looks.value(nameOf(place), {nameOf(place), usual(place), {}});
}

ViewLook PlaceLooks::of(const ScopeModel::Entry &place) const
{
    return chosen(place).look;
}

std::optional<NoticeClass> PlaceLooks::newsOf(const ScopeModel::Entry &place) const
{
    return chosen(place).news;
}

void PlaceLooks::read()
{
    whenDone(m_workspace.savedViews().looks(), this, [this](const Result<QList<PlaceLook>> &looks) {
        if (!looks) {
            Q_EMIT statusText(tr("How your lists look cannot be read: %1")
                                  .arg(ErrorText::of(looks.error()).paragraph()));
            return;
        }
        QHash<QString, PlaceLook> read;
        for (const PlaceLook &one : *looks)
            read.insert(one.place, one);
        if (read == m_looks)
            return;
        m_looks = read;
        Q_EMIT changed();
    });
}

void PlaceLooks::choose(const ScopeModel::Entry &place, const ViewLook &look)
{
    PlaceLook next = chosen(place);
    if (next.look == look)
        return;
    next.look = look;
    m_looks.insert(next.place, next);
    watch(m_workspace.savedViews().saveLook(next.place, look));
}

void PlaceLooks::chooseNews(const ScopeModel::Entry &place, std::optional<NoticeClass> news)
{
    PlaceLook next = chosen(place);
    if (next.news == news)
        return;
    next.news = news;
    m_looks.insert(next.place, next);
    watch(m_workspace.savedViews().saveNews(next.place, news));
}

void PlaceLooks::watch(const QFuture<Result<bool>> &write)
{
    whenDone(write, this, [this](const Result<bool> &saved) {
        if (!saved) {
            Q_EMIT statusText(tr("What you chose for this list is not kept: %1")
                                  .arg(ErrorText::of(saved.error()).paragraph()));
        }
    });
}

} // namespace vigie
