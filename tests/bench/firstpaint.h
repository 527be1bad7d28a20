// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>

namespace vigie::bench {

/// The clock that a starting process and its parent share, in nanoseconds.
inline long long sharedNow()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Ends a process that was started to be timed: as soon as something worth seeing was painted, it
/// prints when that was and how much CPU time it took (ns), and quits.
class FirstPaint final : public QObject
{
public:
    /// `worthSeeing` is asked at each painting of `watched`.
    FirstPaint(QObject *watched, std::function<bool()> worthSeeing)
        : m_worthSeeing(std::move(worthSeeing))
    {
        watched->installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (m_done || event->type() != QEvent::Paint || !m_worthSeeing())
            return false;
        m_done = true;
        // The event is painted and brought to the window before anything posted after it.
        QMetaObject::invokeMethod(this, &FirstPaint::tell, Qt::QueuedConnection);
        return false;
    }

private:
    static void tell()
    {
        const long long cpu = static_cast<long long>(std::clock()) * (1'000'000'000 / CLOCKS_PER_SEC);
        std::printf("%lld %lld\n", sharedNow(), cpu);
        std::fflush(stdout);
        QCoreApplication::exit(0); // not quit(): a window may ask to stay
    }

    std::function<bool()> m_worthSeeing;
    bool m_done = false;
};

} // namespace vigie::bench
