// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace vigie {

/// Where two pictures, laid upper left on upper left, show different things: the first one faded to
/// grey, what differs in `mark`. As large as both together; what only one of them covers differs.
/// Channels that are less than `tolerance` (0…255) apart count as the same. Thread-safe.
[[nodiscard]] QImage differenceOf(const QImage &first, const QImage &second, const QColor &mark,
                                  int tolerance = 8);

} // namespace vigie
