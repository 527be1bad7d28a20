// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRect>
#include <QRectF>
#include <QSize>
#include <QSizeF>

namespace vigie {

/// Between the logical coordinates of a window that shows a screen's picture and the native pixels
/// of that picture. One to one with the screen's own scaling where the window covers the screen;
/// otherwise (a picture of a whole desktop on one screen) the picture is fitted in and centred.
class PixelMap final
{
public:
    /// Maps nothing: every point is pixel (0, 0).
    PixelMap() = default;
    PixelMap(const QSize &picture, qreal dpr, const QSizeF &window);

    /// Native pixels per logical unit.
    [[nodiscard]] qreal scale() const { return m_scale; }
    /// Where the picture's upper left corner lies in the window.
    [[nodiscard]] QPointF origin() const { return m_origin; }
    /// The pixel under a point of the window; the nearest one when there is none.
    [[nodiscard]] QPoint pixelAt(const QPointF &point) const;
    /// The place of pixels in the window.
    [[nodiscard]] QRectF toWindow(const QRect &pixels) const;

private:
    QSize m_picture{1, 1};
    qreal m_scale = 1;
    QPointF m_origin;
};

} // namespace vigie
