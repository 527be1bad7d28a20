// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/waitregistry.h"

#include <utility>
#include <vector>

namespace vigie::server {

WaitRegistry::Ticket WaitRegistry::add(const QStringList &feeds, std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    const Ticket ticket = ++m_last;
    for (const QString &feed : feeds)
        m_byFeed[feed].insert(ticket);
    m_waiters.emplace(ticket, Waiter{feeds, std::move(wake)});
    return ticket;
}

/// The lock is held by the caller.
std::function<void()> WaitRegistry::take(Ticket ticket)
{
    const auto found = m_waiters.find(ticket);
    if (found == m_waiters.end())
        return {};
    Waiter waiter = std::move(found->second);
    m_waiters.erase(found);
    for (const QString &feed : std::as_const(waiter.feeds)) {
        const auto tickets = m_byFeed.find(feed);
        if (tickets == m_byFeed.end())
            continue;
        tickets->remove(ticket);
        if (tickets->isEmpty())
            m_byFeed.erase(tickets);
    }
    return std::move(waiter.wake);
}

void WaitRegistry::remove(Ticket ticket)
{
    const std::lock_guard lock(m_mutex);
    static_cast<void>(take(ticket));
}

void WaitRegistry::moved(const QStringList &feeds)
{
    std::vector<std::function<void()>> wakes;
    {
        const std::lock_guard lock(m_mutex);
        for (const QString &feed : feeds) {
            const QSet<Ticket> tickets = m_byFeed.value(feed);
            for (const Ticket ticket : tickets)
                wakes.push_back(take(ticket));
        }
    }
    for (const auto &wake : wakes)
        wake();
}

void WaitRegistry::wakeAll()
{
    std::unordered_map<Ticket, Waiter> waiters;
    {
        const std::lock_guard lock(m_mutex);
        waiters = std::exchange(m_waiters, {});
        m_byFeed.clear();
    }
    for (const auto &[ticket, waiter] : waiters)
        waiter.wake();
}

qsizetype WaitRegistry::count() const
{
    const std::lock_guard lock(m_mutex);
    return qsizetype(m_waiters.size());
}

} // namespace vigie::server
