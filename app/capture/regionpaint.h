// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QString>

class QFont;
class QImage;
class QPainter;

namespace vigie {

/// What floats over the frozen picture while a region is chosen. Always in the dark tokens: the
/// ground is the dimmed picture, whatever the scheme. All rectangles are logical.
namespace regionpaint {

/// The loupe's place beside a point, inside `room`.
[[nodiscard]] QRect loupePlace(const QPointF &point, const QRect &room, const QFont &font);
/// The pixels around `pixel`, enlarged, with a frame around it and its coordinates beneath.
void loupe(QPainter &painter, const QRect &place, const QImage &picture, const QPoint &pixel,
           const QFont &font);

/// The size label's place: above the selection, or inside it where there is no room.
[[nodiscard]] QRect labelPlace(const QString &words, const QRectF &selection, const QRect &room,
                               const QFont &font);
/// The hint's place in the middle of the upper edge, or of the lower one.
[[nodiscard]] QRect hintPlace(const QString &words, const QRect &room, bool below,
                              const QFont &font);
/// Words on a rounded dark ground, in a place of one of the functions above.
void words(QPainter &painter, const QRect &place, const QString &words, const QFont &font);

} // namespace regionpaint

} // namespace vigie
