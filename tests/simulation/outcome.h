// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace vigie::sim {

struct SimWorld;

/// What became of everything, in words that no clock and no id is in: equal for two worlds that
/// differ only in what time their machines believe it is (N9).
[[nodiscard]] QStringList outcomeOf(SimWorld &world);

} // namespace vigie::sim
