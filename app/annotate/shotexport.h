// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"

class QImage;
class QMimeData;

namespace vigie {

/// What the clipboard and other programs get when a shot is copied or dragged out: the burned
/// picture with its annotations, never the original. The caller owns it.
[[nodiscard]] QMimeData *shotMimeData(const QImage &original, const AnnotationDocument &document);

} // namespace vigie
