// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/qtwakeup.h"

#include "core/base/clock.h"

#include <algorithm>
#include <utility>

namespace vigie {

namespace {

constexpr qint64 kLongestStepMs = 30'000;

} // namespace

QtWakeUp::QtWakeUp()
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { onTimeout(); });
}

void QtWakeUp::plan(qint64 delayMs, std::function<void()> call)
{
    const SystemClock clock;
    const qint64 delay = std::max<qint64>(0, delayMs);
    m_dueAtMs = clock.nowMs() + delay;
    m_latestMonotonicMs = clock.monotonicMs() + delay;
    m_call = std::move(call);
    arm();
}

void QtWakeUp::cancel()
{
    m_timer.stop();
    m_call = nullptr;
}

void QtWakeUp::arm()
{
    const SystemClock clock;
    const qint64 left = std::min(m_dueAtMs - clock.nowMs(),
                                 m_latestMonotonicMs - clock.monotonicMs());
    m_timer.start(int(std::clamp<qint64>(left, 0, kLongestStepMs)));
}

void QtWakeUp::onTimeout()
{
    const SystemClock clock;
    if (m_dueAtMs > clock.nowMs() && m_latestMonotonicMs > clock.monotonicMs()) {
        arm();
        return;
    }
    if (const std::function<void()> call = std::exchange(m_call, nullptr))
        call();
}

} // namespace vigie
