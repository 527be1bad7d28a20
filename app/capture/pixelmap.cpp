// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/pixelmap.h"

#include <algorithm>
#include <cmath>

namespace vigie {

PixelMap::PixelMap(const QSize &picture, qreal dpr, const QSizeF &window) : m_picture(picture)
{
    if (picture.isEmpty() || window.isEmpty()) {
        m_picture = QSize(1, 1);
        return;
    }
    // 800 pixels at 1.5 are 533 logical units: rounding, not another size.
    const auto covers = [dpr](int pixels, qreal units) {
        return std::abs(pixels - units * dpr) <= dpr;
    };
    if (dpr > 0 && covers(picture.width(), window.width())
        && covers(picture.height(), window.height())) {
        m_scale = dpr;
        return;
    }
    m_scale = std::max(picture.width() / window.width(), picture.height() / window.height());
    m_origin = QPointF((window.width() - picture.width() / m_scale) / 2,
                       (window.height() - picture.height() / m_scale) / 2);
}

QPoint PixelMap::pixelAt(const QPointF &point) const
{
    const QPointF exact = (point - m_origin) * m_scale;
    return {std::clamp(int(std::floor(exact.x())), 0, m_picture.width() - 1),
            std::clamp(int(std::floor(exact.y())), 0, m_picture.height() - 1)};
}

QRectF PixelMap::toWindow(const QRect &pixels) const
{
    return {m_origin + QPointF(pixels.topLeft()) / m_scale, QSizeF(pixels.size()) / m_scale};
}

} // namespace vigie
