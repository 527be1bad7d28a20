// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/savedview.h"
#include "core/service/ownlistservice.h"

#include <QFuture>

namespace vigie {

/// The person's own lists: kept on this computer, also while there is no cache. Lives on the GUI
/// thread; owned by Workspace.
class SavedViewService final : public OwnListService
{
    Q_OBJECT

public:
    SavedViewService(WorkspaceThreads &threads, QObject *parent);

    /// In the person's order.
    [[nodiscard]] QFuture<Result<QList<SavedView>>> list();
    /// Writes a view and answers it, with an id when it had none. See store::SavedViewStore for
    /// the errors.
    QFuture<Result<SavedView>> save(const SavedView &view);
    /// False when it was gone already.
    QFuture<Result<bool>> remove(const SavedViewId &id);
    /// The whole order, as after dragging.
    QFuture<Result<bool>> arrange(const QList<SavedViewId> &ids);

    /// What the person chose for the lists that are always there; see listplaces.
    [[nodiscard]] QFuture<Result<QList<PlaceLook>>> looks();
    /// The look alone: how loud the place may be stays as it is.
    QFuture<Result<bool>> saveLook(const QString &place, const ViewLook &look);

    /// How loud what happens in a place may be; nothing = as if the person had never chosen.
    QFuture<Result<bool>> saveNews(const QString &place, std::optional<NoticeClass> news);
};

} // namespace vigie
