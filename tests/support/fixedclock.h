// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace vigie {

/// A clock that stands still until a test moves it.
class FixedClock final : public Clock
{
public:
    qint64 at = 1'700'000'000'000;
    [[nodiscard]] qint64 nowMs() const override { return at; }
    [[nodiscard]] qint64 monotonicMs() const override { return at; }
};

} // namespace vigie
