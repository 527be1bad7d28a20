// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace vigie {

template<class T>
using SharedPromise = std::shared_ptr<QPromise<Result<T>>>;

template<class T>
[[nodiscard]] SharedPromise<T> startedPromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template<class T>
void keepPromise(const SharedPromise<T> &promise, Result<T> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

/// One thread with an event loop that works calls off in order. Every future ends: with the call's
/// result, or as Cancelled when the thread stopped first. Owned and stopped by one thread.
class WorkerThread
{
public:
    explicit WorkerThread(const QString &name);
    ~WorkerThread();
    WorkerThread(const WorkerThread &) = delete;
    WorkerThread &operator=(const WorkerThread &) = delete;

    /// Runs `fn` on the thread after everything posted before; dropped once it is stopped.
    /// Thread-safe.
    void post(std::function<void()> fn);

    /// Runs `fn() → Result<T>` on the thread.
    template<class Fn>
    [[nodiscard]] auto call(Fn fn) -> QFuture<decltype(fn())>
    {
        using T = typename decltype(fn())::value_type;
        const SharedPromise<T> promise = startedPromise<T>();
        const QFuture<Result<T>> future = promise->future();
        post([promise, fn = std::move(fn)]() mutable { keepPromise<T>(promise, fn()); });
        return future;
    }

    /// Runs `fn(promise)` on the thread; the call ends the promise whenever it is done, or drops
    /// it, which cancels the future.
    template<class T>
    [[nodiscard]] QFuture<Result<T>> begin(std::function<void(SharedPromise<T>)> fn)
    {
        const SharedPromise<T> promise = startedPromise<T>();
        const QFuture<Result<T>> future = promise->future();
        post([promise, fn = std::move(fn)] { fn(promise); });
        return future;
    }

    /// A parent on the thread for what calls leave behind; deleted when the thread ends.
    [[nodiscard]] QObject *context() const { return m_context; }

    /// Works off what was posted, runs `last` and ends the thread. Blocks until then.
    void stop(std::function<void()> last = {});

private:
    QThread m_thread;
    std::mutex m_mutex; ///< between post() and stop()
    QObject *m_context;
};

} // namespace vigie
