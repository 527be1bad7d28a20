// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>

namespace vigie {

/// A soft picture as large as `area`, made of nothing but the pixels that touch it from outside:
/// their averages, carried inwards (a Coons patch of the four borders). What is inside `area` has
/// no influence. A border beyond the picture takes its colours from the opposite one; with no
/// border at all it is grey. `picture` is in native pixels; thread-safe.
[[nodiscard]] QImage softPatch(const QImage &picture, const QRect &area);

} // namespace vigie
