// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <functional>
#include <future>
#include <thread>

namespace vigie::server {

/// The one thread on which the desk, its database and the API live. Jobs run in the order of the
/// posts. The destructor runs what was posted and joins.
class DeskThread
{
public:
    DeskThread();
    ~DeskThread();
    DeskThread(const DeskThread &) = delete;
    DeskThread &operator=(const DeskThread &) = delete;

    /// Soon, never inside the call. From any thread.
    void post(std::function<void()> job);

    /// Runs `job` there and waits for its result. Not from the desk's thread itself.
    template<class Fn>
    auto run(Fn job) -> decltype(job())
    {
        std::packaged_task<decltype(job())()> task(std::move(job));
        auto result = task.get_future();
        post([&task] { task(); });
        return result.get();
    }

    /// For timers that fire on the desk's thread.
    [[nodiscard]] boost::asio::io_context &context() { return m_context; }

private:
    boost::asio::io_context m_context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_guard;
    std::thread m_thread;
};

} // namespace vigie::server
