// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QImage>

namespace vigie {

/// A picture as PNG, encoded on a thread of its own because a large screen takes a while.
/// TooLarge over limits::kAttachmentBytes.
[[nodiscard]] QFuture<Result<QByteArray>> encodePng(const QImage &picture);

} // namespace vigie
