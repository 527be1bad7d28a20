// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/ownwindows.h"

#include <QPainter>

namespace vigie::ownwindows {

namespace {

/// The mean colour of the ring of pixels around a part; grey when the part is everything.
QColor meanAround(const QImage &picture, const QRect &part)
{
    qint64 red = 0, green = 0, blue = 0, count = 0;
    const auto look = [&](int x, int y) {
        if (!picture.valid(x, y))
            return;
        const QRgb pixel = picture.pixel(x, y);
        red += qRed(pixel);
        green += qGreen(pixel);
        blue += qBlue(pixel);
        ++count;
    };
    for (int x = part.left() - 1; x <= part.right() + 1; ++x) {
        look(x, part.top() - 1);
        look(x, part.bottom() + 1);
    }
    for (int y = part.top(); y <= part.bottom(); ++y) {
        look(part.left() - 1, y);
        look(part.right() + 1, y);
    }
    if (count == 0)
        return QColor(128, 128, 128);
    return QColor(int(red / count), int(green / count), int(blue / count));
}

} // namespace

void cover(QImage &picture, const QRect &pixels)
{
    const QRect part = pixels & picture.rect();
    if (part.isEmpty())
        return;
    const QColor ground = meanAround(picture, part);
    QPainter(&picture).fillRect(part, ground);
}

void mendEdges(QImage &picture, int width)
{
    const QRect inner = picture.rect().adjusted(width, width, -width, -width);
    if (width <= 0 || inner.isEmpty())
        return;
    const auto mend = [&](int x, int y) {
        picture.setPixel(x, y, picture.pixel(qBound(inner.left(), x, inner.right()),
                                             qBound(inner.top(), y, inner.bottom())));
    };
    for (int y = 0; y < picture.height(); ++y) {
        if (y < inner.top() || y > inner.bottom()) {
            for (int x = 0; x < picture.width(); ++x)
                mend(x, y);
            continue;
        }
        for (int i = 0; i < width; ++i) {
            mend(i, y);
            mend(picture.width() - 1 - i, y);
        }
    }
}

} // namespace vigie::ownwindows
