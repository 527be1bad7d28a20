// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/difference.h"

#include <QColor>

#include <algorithm>
#include <cmath>

namespace vigie {

namespace {

bool isSame(QRgb a, QRgb b, int tolerance)
{
    return std::abs(qRed(a) - qRed(b)) < tolerance && std::abs(qGreen(a) - qGreen(b)) < tolerance
        && std::abs(qBlue(a) - qBlue(b)) < tolerance;
}

/// Bright enough that a mark in any colour stands out.
QRgb faded(QRgb pixel)
{
    const int grey = 160 + qGray(pixel) * 95 / 255;
    return qRgb(grey, grey, grey);
}

} // namespace

QImage differenceOf(const QImage &first, const QImage &second, const QColor &mark, int tolerance)
{
    const QImage a = first.convertToFormat(QImage::Format_RGB32);
    const QImage b = second.convertToFormat(QImage::Format_RGB32);
    QImage all(a.size().expandedTo(b.size()), QImage::Format_RGB32);
    const QRgb marked = mark.rgb();
    for (int y = 0; y < all.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(all.scanLine(y));
        const auto *ofA = y < a.height() ? reinterpret_cast<const QRgb *>(a.constScanLine(y)) : nullptr;
        const auto *ofB = y < b.height() ? reinterpret_cast<const QRgb *>(b.constScanLine(y)) : nullptr;
        const int both = ofA && ofB ? std::min(a.width(), b.width()) : 0;
        for (int x = 0; x < both; ++x)
            line[x] = isSame(ofA[x], ofB[x], tolerance) ? faded(ofA[x]) : marked;
        std::fill(line + both, line + all.width(), marked);
    }
    return all;
}

} // namespace vigie
