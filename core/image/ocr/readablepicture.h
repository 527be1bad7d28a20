// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QSize>

namespace vigie {

/// By how much a picture is enlarged for each reading: as it is and doubled, less where that would
/// be over limits::kOcrPassPixels. Letters of screens are half as high as readers of print expect.
[[nodiscard]] QList<double> readingScales(const QSize &size);

/// True when no reading has to shrink the picture, which could lose small letters.
[[nodiscard]] bool isReadAsItIs(const QSize &size);

/// The picture in shades of grey, enlarged by `scale`, dark letters on light ground: dark themes
/// are inverted.
[[nodiscard]] QImage readablePicture(const QImage &picture, double scale);

} // namespace vigie
