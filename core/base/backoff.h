// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace vigie {

class Rng;

/// How long to wait before attempt `failures + 1`, milliseconds: full jitter over an exponential
/// window from 1 s to 5 min ("Exponential Backoff And Jitter", AWS Architecture Blog, 2015),
/// never under 250 ms. `failures` >= 1.
[[nodiscard]] qint64 backoffDelayMs(int failures, Rng &rng);

} // namespace vigie
