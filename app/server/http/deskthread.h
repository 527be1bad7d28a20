// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <future>
#include <memory>

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

private:
    struct Parts; ///< keeps Asio out of what includes this
    std::unique_ptr<Parts> m_parts;
};

} // namespace vigie::server
