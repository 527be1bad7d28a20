// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace vigie {

/// Where the time comes from. Everything that looks at a clock takes one of these, so that tests
/// and the simulation own time. Implementations must be safe to call from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall clock, UTC milliseconds since 1970. Only for showing and for stamping what a person
    /// wrote; never for deciding an order between machines.
    [[nodiscard]] virtual qint64 nowMs() const = 0;
    /// Milliseconds that never go back, from an unspecified start. For timers and time-outs.
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
};

} // namespace vigie
