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

    /// How the person wants to see the lists that are always there.
    [[nodiscard]] QFuture<Result<QList<PlaceLook>>> looks();
    QFuture<Result<bool>> saveLook(const PlaceLook &look);
};

} // namespace vigie
