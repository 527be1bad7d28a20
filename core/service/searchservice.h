// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/facets.h"

#include <QFuture>
#include <QObject>

namespace vigie {

class WorkspaceThreads;

/// What a list holds besides its rows: how it divides, and what somebody may have meant who found
/// nothing. Everything is read on the readers' thread.
/// Lives on the GUI thread; owned by Workspace.
class SearchService final : public QObject
{
    Q_OBJECT

public:
    SearchService(WorkspaceThreads &threads, QObject *parent);

    /// See CacheReader::groups(). Who asks, when, and what the outbox knows is filled in.
    [[nodiscard]] QFuture<Result<QList<ListGroup>>> groups(const ListQuery &query);
    /// See facetsOf().
    [[nodiscard]] QFuture<Result<QList<Facet>>> facets(const ListQuery &query);
    /// See store::WordStock::corrected().
    [[nodiscard]] QFuture<Result<QString>> corrected(const QString &text);

private:
    WorkspaceThreads &m_threads;
};

} // namespace vigie
