// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>

namespace vigie {

/// Decodes a foreign picture behind a gate: only the common bitmap formats, judged by their bytes,
/// and only when its announced size is one that screens could have made
/// (limits::kPicturePixels). On paper, turned as its file says, in native pixels (devicePixelRatio 1).
/// Invalid or TooLarge. Thread-safe.
[[nodiscard]] Result<QImage> readPicture(const QByteArray &bytes);

/// The picture on white paper where it can be seen through: what is hidden below nothing would
/// come out black, or not hidden at all. Others come back as they are.
[[nodiscard]] QImage onPaper(const QImage &picture);

/// The same judgement for a picture that is already decoded (clipboard, capture).
[[nodiscard]] Done admitPicture(const QImage &picture);

} // namespace vigie
