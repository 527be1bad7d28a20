// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/housekeeper.h"

#include "core/base/clock.h"

#include <chrono>

namespace vigie::server {

Housekeeper::Housekeeper(const Clock &clock, std::vector<Chore> chores)
    : m_clock(clock), m_chores(std::move(chores))
{
}

Housekeeper::~Housekeeper()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Housekeeper::start(qint64 tickMs)
{
    m_thread = std::thread([this, tickMs] {
        std::unique_lock lock(m_mutex);
        while (!m_stopping) {
            lock.unlock();
            tick();
            lock.lock();
            m_changed.wait_for(lock, std::chrono::milliseconds(tickMs),
                               [this] { return m_stopping; });
        }
    });
}

void Housekeeper::tick()
{
    for (Chore &chore : m_chores) {
        const qint64 now = m_clock.monotonicMs();
        if (chore.lastMs >= 0 && now - chore.lastMs < chore.everyMs)
            continue;
        chore.lastMs = now;
        chore.run();
    }
}

} // namespace vigie::server
