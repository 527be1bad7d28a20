// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace vigie {

/// Runs a pure or file-bound function on the shared pool and answers its Result<T>. `fn` must be
/// copyable and must not touch objects of another thread.
template<class Fn>
[[nodiscard]] auto onWorker(Fn fn) -> QFuture<decltype(fn())>
{
    using Answer = decltype(fn());
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const QFuture<Answer> future = promise->future();
    QThreadPool::globalInstance()->start([promise, fn = std::move(fn)]() mutable {
        promise->addResult(fn());
        promise->finish();
    });
    return future;
}

} // namespace vigie
