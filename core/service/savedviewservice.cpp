// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/savedviewservice.h"

#include "core/base/async.h"
#include "core/service/workspacethreads.h"

namespace vigie {

SavedViewService::SavedViewService(WorkspaceThreads &threads, QObject *parent)
    : QObject(parent), m_threads(threads)
{
}

template<class T, class Fn>
QFuture<Result<T>> SavedViewService::written(Fn write)
{
    const QFuture<Result<T>> future = m_threads.keep(
        [write](store::OutboxStore &outbox) -> Result<T> { return write(outbox.savedViews()); });
    whenDone(future, this, [this](const Result<T> &result) {
        if (result)
            Q_EMIT changed();
    });
    return future;
}

QFuture<Result<QList<SavedView>>> SavedViewService::list()
{
    // Through the writer, so that what was just saved is what is read.
    return m_threads.keep([](store::OutboxStore &outbox) { return outbox.savedViews().list(); });
}

QFuture<Result<SavedView>> SavedViewService::save(const SavedView &view)
{
    SavedView named = view;
    if (named.id.isNull())
        named.id = m_threads.ids().make<SavedViewId>();
    return written<SavedView>([named](store::SavedViewStore views) -> Result<SavedView> {
        VIGIE_TRY(views.save(named));
        return named;
    });
}

QFuture<Result<bool>> SavedViewService::remove(const SavedViewId &id)
{
    return written<bool>([id](store::SavedViewStore views) { return views.remove(id); });
}

QFuture<Result<bool>> SavedViewService::arrange(const QList<SavedViewId> &ids)
{
    return written<bool>([ids](store::SavedViewStore views) -> Result<bool> {
        VIGIE_TRY(views.arrange(ids));
        return true;
    });
}

} // namespace vigie
