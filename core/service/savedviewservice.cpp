// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/savedviewservice.h"

#include "core/service/listplaces.h"
#include "core/service/workspacethreads.h"
#include "core/store/savedviewstore.h"

namespace vigie {

using store::PlaceLookStore;
using store::SavedViewStore;

namespace {

/// What was chosen for a place, or what it is like for somebody who chose nothing.
Result<PlaceLook> placeNamed(const store::OutboxStore &outbox, const QString &place)
{
    VIGIE_TRY_ASSIGN(places, outbox.own<PlaceLookStore>().list());
    for (const PlaceLook &one : places) {
        if (one.place == place)
            return one;
    }
    return PlaceLook{place, listplaces::usualLook(place), {}};
}

} // namespace

SavedViewService::SavedViewService(WorkspaceThreads &threads, QObject *parent)
    : OwnListService(threads, parent)
{
}

QFuture<Result<QList<SavedView>>> SavedViewService::list()
{
    return m_threads.keep(
        [](store::OutboxStore &outbox) { return outbox.own<SavedViewStore>().list(); });
}

QFuture<Result<SavedView>> SavedViewService::save(const SavedView &view)
{
    SavedView named = view;
    if (named.id.isNull())
        named.id = m_threads.ids().make<SavedViewId>();
    return announced(m_threads.keep([named](store::OutboxStore &outbox) -> Result<SavedView> {
        VIGIE_TRY(outbox.own<SavedViewStore>().save(named));
        return named;
    }));
}

QFuture<Result<bool>> SavedViewService::remove(const SavedViewId &id)
{
    return announced(m_threads.keep(
        [id](store::OutboxStore &outbox) { return outbox.own<SavedViewStore>().remove(id); }));
}

QFuture<Result<bool>> SavedViewService::arrange(const QList<SavedViewId> &ids)
{
    return announced(m_threads.keep([ids](store::OutboxStore &outbox) -> Result<bool> {
        VIGIE_TRY(outbox.own<SavedViewStore>().arrange(ids));
        return true;
    }));
}

QFuture<Result<QList<PlaceLook>>> SavedViewService::looks()
{
    return m_threads.keep(
        [](store::OutboxStore &outbox) { return outbox.own<PlaceLookStore>().list(); });
}

QFuture<Result<bool>> SavedViewService::saveLook(const QString &place, const ViewLook &look)
{
    return announced(m_threads.keep([place, look](store::OutboxStore &outbox) -> Result<bool> {
        VIGIE_TRY_ASSIGN(kept, placeNamed(outbox, place));
        kept.look = look;
        VIGIE_TRY(outbox.own<PlaceLookStore>().save(kept));
        return true;
    }));
}

QFuture<Result<bool>> SavedViewService::saveNews(const QString &place,
                                                 std::optional<NoticeClass> news)
{
    return announced(m_threads.keep([place, news](store::OutboxStore &outbox) -> Result<bool> {
        VIGIE_TRY_ASSIGN(kept, placeNamed(outbox, place));
        kept.news = news;
        VIGIE_TRY(outbox.own<PlaceLookStore>().save(kept));
        return true;
    }));
}

} // namespace vigie
