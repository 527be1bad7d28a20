// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/admission.h"
#include "app/server/http/fronthooks.h"
#include "app/server/http/httplimits.h"
#include "app/server/http/memorybudget.h"
#include "app/server/http/waitregistry.h"
#include "core/base/clock.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace vigie::server {

class Connection;

/// What all connections share. Owns the io_context, and every job that is under way somewhere
/// holds a reference, so that nothing outlives the context it posts to.
struct FrontCore {
    FrontCore(const HttpLimits &theLimits, const Clock &theClock, Post thePost, Handler theHandler,
              BodyCap theBodyCap)
        : limits(theLimits), clock(theClock), post(std::move(thePost)),
          handler(std::move(theHandler)), bodyCap(std::move(theBodyCap)),
          admission(std::make_shared<Admission>(theLimits)), budget(theLimits.bodyBudgetBytes)
    {
    }

    void add(const std::shared_ptr<Connection> &connection);
    void remove(Connection *connection);
    /// The living connections, for stopping them.
    [[nodiscard]] std::vector<std::shared_ptr<Connection>> connections();
    /// False when connections are still there after the time.
    [[nodiscard]] bool waitUntilEmpty(qint64 timeoutMs);

    boost::asio::io_context context;
    boost::asio::thread_pool workers{2};
    const HttpLimits limits;
    const Clock &clock;
    const Post post;
    const Handler handler;
    const BodyCap bodyCap;
    const std::shared_ptr<Admission> admission;
    MemoryBudget budget;
    WaitRegistry waiters;
    std::atomic<bool> stopping{false};
    std::atomic<int> deferredJobs{0};

private:
    std::mutex m_mutex;
    std::condition_variable m_emptied;
    std::unordered_map<Connection *, std::weak_ptr<Connection>> m_connections;
};

} // namespace vigie::server
