// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include <QtGlobal>

namespace vigie {
class Clock;
}

namespace vigie::server {

/// Runs chores now and then on a thread of its own, so that a slow backup holds nobody up. A
/// chore runs at the first tick and again when its time has passed since its last run began.
class Housekeeper
{
public:
    struct Chore {
        qint64 everyMs = 0;
        std::function<void()> run;
        qint64 lastMs = -1; ///< monotonic; -1 = never
    };

    Housekeeper(const Clock &clock, std::vector<Chore> chores);
    /// Waits for the chore that is under way.
    ~Housekeeper();
    Housekeeper(const Housekeeper &) = delete;
    Housekeeper &operator=(const Housekeeper &) = delete;

    /// Starts looking every `tickMs`.
    void start(qint64 tickMs = 30'000);
    /// Runs what is due now, in the calling thread. For start()'s thread and for tests.
    void tick();

private:
    const Clock &m_clock;
    std::vector<Chore> m_chores;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace vigie::server
