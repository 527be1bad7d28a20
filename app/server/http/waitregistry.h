// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QStringList>

#include <functional>
#include <mutex>
#include <unordered_map>

namespace vigie::server {

/// Who waits for which feed. Every waiter is woken at most once and is forgotten then. Safe to
/// call from any thread; `wake` is called from the thread that calls moved() or wakeAll(), without
/// the registry's lock, and must be quick.
class WaitRegistry
{
public:
    using Ticket = quint64;

    [[nodiscard]] Ticket add(const QStringList &feeds, std::function<void()> wake);
    /// Does nothing when the waiter was woken already.
    void remove(Ticket ticket);
    /// Wakes everybody who waits for one of these feeds.
    void moved(const QStringList &feeds);
    void wakeAll();
    [[nodiscard]] qsizetype count() const;

private:
    struct Waiter {
        QStringList feeds;
        std::function<void()> wake;
    };
    [[nodiscard]] std::function<void()> take(Ticket ticket);

    mutable std::mutex m_mutex;
    std::unordered_map<Ticket, Waiter> m_waiters;
    QHash<QString, QSet<Ticket>> m_byFeed;
    Ticket m_last = 0;
};

} // namespace vigie::server
