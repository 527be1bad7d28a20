// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/ocr/textrows.h"

#include <QList>
#include <QRectF>
#include <QString>

namespace vigie {

/// Rows that were read from a picture enlarged by `scale`, with boxes in pixels of the picture.
[[nodiscard]] QList<TextRow> inPicturePixels(QList<TextRow> rows, double scale);

/// What was read inside `within`, a line for each row, for the person to copy. Words that one of
/// `hidden` touches are not told: "[…]" stands for each stretch of them. Pure.
[[nodiscard]] QString textWithin(const QList<TextRow> &rows, const QRectF &within,
                                 const QList<QRectF> &hidden);

} // namespace vigie
