// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/backoff.h"

#include "core/base/limits.h"
#include "core/base/rng.h"

#include <algorithm>

namespace vigie {

qint64 backoffDelayMs(int failures, Rng &rng)
{
    const int steps = std::clamp(failures - 1, 0, 20);
    const qint64 window = std::min(limits::kBackoffLongestMs, limits::kBackoffFirstMs << steps);
    return std::max<qint64>(250, qint64(rng.below(quint64(window) + 1)));
}

} // namespace vigie
