// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace vigie {

/// The pixels of an RGB32 picture as a PNG of 8-bit RGB: header, data, end, nothing else. Empty when
/// libpng could not do it. Every row is stored as its difference from the one above, at a low
/// level of compression: a third of the time that Qt's writer takes, and no larger, for a screen,
/// whose rows repeat (PNG specification, third edition, §9 and §12.7). Equal pixels give equal
/// bytes. Thread-safe.
[[nodiscard]] QByteArray pngOf(const QImage &rgb32);

} // namespace vigie
