// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>

namespace vigie {

/// Decodes a foreign picture behind a gate: only the common bitmap formats, judged by their bytes,
/// and only when its announced size is one that screens could have made
/// (limits::kPicturePixels). Turned as its file says, in native pixels (devicePixelRatio 1).
/// Invalid or TooLarge. Thread-safe.
[[nodiscard]] Result<QImage> readPicture(const QByteArray &bytes);

/// The same judgement for a picture that is already decoded (clipboard, capture).
[[nodiscard]] Done admitPicture(const QImage &picture);

} // namespace vigie
