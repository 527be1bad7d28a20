// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/softpatch.h"

#include <QList>

#include <algorithm>
#include <array>

namespace vigie {

namespace {

using Colour = std::array<qreal, 3>;
using Border = QList<Colour>;

Colour mixed(const Colour &a, const Colour &b, qreal part)
{
    Colour all;
    for (size_t i = 0; i < all.size(); ++i)
        all[i] = a[i] * (1 - part) + b[i] * part;
    return all;
}

/// Averages along a line of pixels, `parts` of them; empty when the line is outside.
Border borderOf(const QImage &picture, const QRect &line, int parts)
{
    if (!picture.rect().intersects(line))
        return {};
    const QRect seen = line & picture.rect();
    const bool across = line.width() > line.height() || line.height() == 1;
    const int length = across ? seen.width() : seen.height();
    Border border;
    for (int part = 0; part < parts; ++part) {
        const int from = part * length / parts;
        const int to = std::max(from + 1, (part + 1) * length / parts);
        Colour sum{};
        for (int i = from; i < to; ++i) {
            const QPoint at = seen.topLeft() + (across ? QPoint(i, 0) : QPoint(0, i));
            const QRgb pixel = picture.pixel(at);
            sum[0] += qRed(pixel);
            sum[1] += qGreen(pixel);
            sum[2] += qBlue(pixel);
        }
        for (qreal &value : sum)
            value /= to - from;
        border.append(sum);
    }
    return border;
}

/// What is missing comes from the opposite side, then from the ends of the other two.
void complete(Border &first, Border &second, const Border &crossFirst, const Border &crossSecond,
              int parts)
{
    if (first.isEmpty())
        first = second;
    if (second.isEmpty())
        second = first;
    if (!first.isEmpty())
        return;
    const Colour grey{128, 128, 128};
    const Border &a = crossFirst.isEmpty() ? crossSecond : crossFirst;
    const Border &b = crossSecond.isEmpty() ? crossFirst : crossSecond;
    for (int i = 0; i < parts; ++i) {
        const qreal at = (i + 0.5) / parts;
        first.append(a.isEmpty() ? grey : mixed(a.first(), b.first(), at));
        second.append(a.isEmpty() ? grey : mixed(a.last(), b.last(), at));
    }
}

} // namespace

QImage softPatch(const QImage &picture, const QRect &area)
{
    if (area.isEmpty())
        return {};
    constexpr int kPixelsPerPart = 24;
    constexpr int kMostParts = 32;
    const int across = std::clamp(area.width() / kPixelsPerPart, 2, kMostParts);
    const int down = std::clamp(area.height() / kPixelsPerPart, 2, kMostParts);
    const QRect ring = area.adjusted(-1, -1, 1, 1);
    Border top = borderOf(picture, {area.left(), ring.top(), area.width(), 1}, across);
    Border bottom = borderOf(picture, {area.left(), ring.bottom(), area.width(), 1}, across);
    Border left = borderOf(picture, {ring.left(), area.top(), 1, area.height()}, down);
    Border right = borderOf(picture, {ring.right(), area.top(), 1, area.height()}, down);
    const Border knownLeft = left;
    const Border knownRight = right;
    complete(left, right, top, bottom, down);
    complete(top, bottom, knownLeft, knownRight, across);
    QImage small(across, down, QImage::Format_RGB32);
    for (int y = 0; y < down; ++y) {
        for (int x = 0; x < across; ++x) {
            const Colour sideways = mixed(left[y], right[y], (x + 0.5) / across);
            const Colour downwards = mixed(top[x], bottom[x], (y + 0.5) / down);
            const Colour all = mixed(sideways, downwards, 0.5);
            small.setPixel(x, y, qRgb(qRound(all[0]), qRound(all[1]), qRound(all[2])));
        }
    }
    return small.scaled(area.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace vigie
