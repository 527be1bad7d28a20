// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/ports.h"

#include <QTimer>

namespace vigie {

/// The engine's wake-up as a single-shot timer of the thread that made it. Long waits are cut into
/// short ones, so that a machine that slept does not sit out a wait that is over.
class QtWakeUp final : public sync::WakeUp
{
public:
    QtWakeUp();
    void plan(qint64 delayMs, std::function<void()> call) override;
    void cancel() override;

private:
    void arm();
    void onTimeout();

    QTimer m_timer;
    qint64 m_dueAtMs = 0; ///< wall clock: it goes on while the machine sleeps
    qint64 m_latestMonotonicMs = 0; ///< never later than this, should the wall clock be set back
    std::function<void()> m_call;
};

} // namespace vigie
