// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QFuture>
#include <QObject>

namespace vigie {

class WorkspaceThreads;

/// The outbox page's view: what waits, what is being checked, what needs a person. GUI thread.
class OutboxService final : public QObject
{
    Q_OBJECT

public:
    OutboxService(WorkspaceThreads &threads, QObject *parent);

    [[nodiscard]] QFuture<Result<QList<OutboxEntry>>> entries();
    [[nodiscard]] QFuture<Result<QList<OutboxEntry>>> bin();
    /// Sends a parked operation again as it is.
    [[nodiscard]] QFuture<Result<bool>> retry(const OpId &op);
    /// After a conflict: write mine over what the server has now (a new operation).
    [[nodiscard]] QFuture<Result<bool>> useMine(const OpId &op);
    /// Replaces the words of a waiting or parked message. Never-sent ones are edited in place,
    /// others are retired and written anew.
    [[nodiscard]] QFuture<Result<bool>> editMessage(const OpId &op, const QString &body);
    /// Into the bin; what depends on it goes along. Undo within 30 days.
    [[nodiscard]] QFuture<Result<bool>> discard(const OpId &op);
    [[nodiscard]] QFuture<Result<bool>> restore(const OpId &op);

private:
    WorkspaceThreads &m_threads;
};

} // namespace vigie
