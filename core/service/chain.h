// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/workerthread.h"

namespace vigie {

/// Runs `next(value) → QFuture<Result<T>>` on `context`'s thread once `first` succeeded; errors
/// pass through. Cancelled when the context goes first.
template<class T, class A, class Fn>
[[nodiscard]] QFuture<Result<T>> chained(const QFuture<Result<A>> &first, QObject *context, Fn next)
{
    const SharedPromise<T> promise = startedPromise<T>();
    const QFuture<Result<T>> future = promise->future();
    whenDone(first, context, [promise, context, next = std::move(next)](Result<A> value) mutable {
        if (!value) {
            keepPromise<T>(promise, fail(std::move(value).error()));
            return;
        }
        whenDone(next(std::move(*value)), context,
                 [promise](Result<T> result) { keepPromise<T>(promise, std::move(result)); });
    });
    return future;
}

} // namespace vigie
