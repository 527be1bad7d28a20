// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace vigie::sync {

/// One wake-up at a time for the engine. The Qt implementation is a single-shot QTimer; the
/// simulation's is an entry in its event queue.
class WakeUp
{
public:
    virtual ~WakeUp() = default;
    /// Replaces the planned call; `delayMs` >= 0 from now.
    virtual void plan(qint64 delayMs, std::function<void()> call) = 0;
    virtual void cancel() = 0;
};

} // namespace vigie::sync
