// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/frontcore.h"

#include <chrono>

namespace vigie::server {

void FrontCore::add(const std::shared_ptr<Connection> &connection)
{
    const std::lock_guard lock(m_mutex);
    m_connections.emplace(connection.get(), connection);
}

void FrontCore::remove(Connection *connection)
{
    const std::lock_guard lock(m_mutex);
    m_connections.erase(connection);
    if (m_connections.empty())
        m_emptied.notify_all();
}

std::vector<std::shared_ptr<Connection>> FrontCore::connections()
{
    std::vector<std::shared_ptr<Connection>> result;
    const std::lock_guard lock(m_mutex);
    for (const auto &[key, weak] : m_connections) {
        if (auto strong = weak.lock())
            result.push_back(std::move(strong));
    }
    return result;
}

bool FrontCore::waitUntilEmpty(qint64 timeoutMs)
{
    std::unique_lock lock(m_mutex);
    return m_emptied.wait_for(lock, std::chrono::milliseconds(timeoutMs),
                              [this] { return m_connections.empty(); });
}

} // namespace vigie::server
