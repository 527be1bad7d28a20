// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>

namespace vigie {

/// A picture as PNG that holds its pixels and nothing else: no text, time, profile or old bytes.
/// Equal pixels give equal files. The file is read back and compared before it is given out
/// (RELIABILITY T5). Invalid or TooLarge (limits::kAttachmentBytes). Thread-safe; takes a while
/// for a large screen.
[[nodiscard]] Result<QByteArray> barePng(const QImage &picture);

/// Only IHDR, PLTE, tRNS, pHYs, IDAT and IEND, each with its right checksum, and not one byte
/// after IEND (PNG specification, third edition, §5).
[[nodiscard]] Done checkBarePng(const QByteArray &bytes);

} // namespace vigie
