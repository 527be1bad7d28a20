// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/savedviewservice.h"

#include "core/service/workspacethreads.h"
#include "core/store/savedviewstore.h"

namespace vigie {

using store::SavedViewStore;

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
        [](store::OutboxStore &outbox) { return outbox.own<store::PlaceLookStore>().list(); });
}

QFuture<Result<bool>> SavedViewService::saveLook(const PlaceLook &look)
{
    return announced(m_threads.keep([look](store::OutboxStore &outbox) -> Result<bool> {
        VIGIE_TRY(outbox.own<store::PlaceLookStore>().save(look));
        return true;
    }));
}

} // namespace vigie
