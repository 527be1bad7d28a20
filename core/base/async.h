// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <utility>

namespace vigie {

/// The only way to consume a future in Vigie: calls `fn(Result<T>)` from `context`'s event loop
/// once, or never if `context` was deleted first. A promise that was dropped without a result
/// arrives as ErrorCode::Cancelled. Never called synchronously. `context` must live in the
/// calling thread.
template<class T, class Fn>
void whenDone(const QFuture<Result<T>> &future, QObject *context, Fn fn)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, fn = std::move(fn)]() mutable {
                         watcher->deleteLater();
                         const QFuture<Result<T>> done = watcher->future();
                         if (done.resultCount() > 0)
                             fn(done.result());
                         else
                             fn(Result<T>(fail(ErrorCode::Cancelled)));
                     });
    watcher->setFuture(future);
}

/// A future that already has its result.
template<class T>
[[nodiscard]] QFuture<Result<T>> readyFuture(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace vigie
