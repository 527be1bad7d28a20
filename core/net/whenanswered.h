// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"

#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace vigie::net {

/// whenDone() for a Transport's answers: calls `fn(Answer)` once from `context`'s event loop, or
/// never if `context` was deleted first. A dropped exchange arrives as Cancelled.
template<class Fn>
void whenAnswered(const QFuture<Answer> &future, QObject *context, Fn fn)
{
    auto *watcher = new QFutureWatcher<Answer>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, fn = std::move(fn)]() mutable {
                         watcher->deleteLater();
                         const QFuture<Answer> done = watcher->future();
                         if (done.resultCount() > 0)
                             fn(done.result());
                         else
                             fn(Answer(tl::unexpected<Failure>(
                                 Failure{Error{ErrorCode::Cancelled, {}, {}}, true, {}, 0})));
                     });
    watcher->setFuture(future);
}

} // namespace vigie::net
