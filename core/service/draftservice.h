// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/service/unsentdraft.h"

#include <QFuture>
#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>

namespace vigie {

class WorkspaceThreads;

/// The journal of what a person is typing: every change is handed over at once and written in
/// order; only the newest state of a place is kept. GUI thread.
class DraftService final : public QObject
{
    Q_OBJECT

public:
    DraftService(WorkspaceThreads &threads, QObject *parent);
    ~DraftService() override;

    /// Call on every change of the text; the future tells when it is on the disk.
    QFuture<Result<bool>> save(const QString &place, const QJsonObject &content);
    [[nodiscard]] QFuture<Result<QJsonObject>> load(const QString &place);
    QFuture<Result<bool>> drop(const QString &place);
    using Edit = std::function<Result<QJsonObject>(const QJsonObject &)>;
    /// Reads, changes and writes what is kept of a place in one go, after all earlier writes; an
    /// empty object goes in when nothing is. For additions to a draft that nobody is looking at.
    /// `edit` runs on another thread; when it refuses, nothing is written and its error answered.
    QFuture<Result<bool>> change(const QString &place, const Edit &edit);
    [[nodiscard]] QFuture<Result<QStringList>> places();
    /// What waits for its author, the newest first. What cannot be read hides nothing else.
    [[nodiscard]] QFuture<Result<QList<UnsentDraft>>> unsent();
    /// Drops a draft that may be open somewhere.
    QFuture<Result<bool>> throwAway(const UnsentDraft &draft);
    /// Brings it back. Conflict, and nothing is changed, when something was written there since.
    QFuture<Result<bool>> putBack(const UnsentDraft &draft);

Q_SIGNALS:
    /// Not by whoever has this place open: it has to be read again.
    void changedElsewhere(const QString &place);

private:
    struct Pending;
    template<class Fn>
    [[nodiscard]] QFuture<Result<bool>> writeNewest(const QString &place, Fn write);
    QFuture<Result<bool>> told(const QFuture<Result<bool>> &written, const QString &place);

    WorkspaceThreads &m_threads;
    std::shared_ptr<Pending> m_pending;
};

} // namespace vigie
