// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/ocr/readablepicture.h"

#include "core/base/limits.h"

#include <algorithm>
#include <cmath>

namespace vigie {

namespace {

constexpr double kEnlarged = 2;
/// A second reading that is hardly larger than the first finds nothing new.
constexpr double kWorthwhile = 1.3;

double mostScale(const QSize &size)
{
    const double pixels = std::max(1.0, double(size.width()) * double(size.height()));
    return std::sqrt(double(limits::kOcrPassPixels) / pixels);
}

double meanShade(const QImage &grey)
{
    qint64 sum = 0;
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *line = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            sum += line[x];
    }
    return double(sum) / (double(grey.width()) * double(grey.height()));
}

} // namespace

QList<double> readingScales(const QSize &size)
{
    // A hair below the limit, because the scaled sides are rounded.
    const double most = mostScale(size) * 0.999;
    QList<double> scales{std::min(1.0, most)};
    const double enlarged = std::min(kEnlarged, most);
    if (enlarged >= kWorthwhile)
        scales.append(enlarged);
    return scales;
}

bool isReadAsItIs(const QSize &size)
{
    return mostScale(size) >= 1;
}

QImage readablePicture(const QImage &picture, double scale)
{
    QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    if (!grey.isNull() && !qFuzzyCompare(scale, 1.0)) {
        const QSize size(std::max(1, int(std::floor(grey.width() * scale))),
                         std::max(1, int(std::floor(grey.height() * scale))));
        grey = grey.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    constexpr double kDark = 110;
    if (!grey.isNull() && meanShade(grey) < kDark)
        grey.invertPixels();
    return grey;
}

} // namespace vigie
