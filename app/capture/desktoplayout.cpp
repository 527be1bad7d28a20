// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/desktoplayout.h"

#include "core/base/limits.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vigie::desktoplayout {

namespace {

bool overlapAnywhere(const QList<QRect> &rects)
{
    for (qsizetype i = 0; i < rects.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            if (rects.at(i).intersects(rects.at(j)))
                return true;
        }
    }
    return false;
}

/// Native starts along one axis: each screen is pushed behind all that end before it begins.
QList<int> pushedStarts(const QList<int> &starts, const QList<int> &logicalLengths,
                        const QList<int> &nativeLengths)
{
    QList<int> order(starts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&starts](int a, int b) { return starts.at(a) < starts.at(b); });
    QList<int> pushed = starts;
    for (qsizetype i = 0; i < order.size(); ++i) {
        const int at = order.at(i);
        for (qsizetype j = 0; j < i; ++j) {
            const int before = order.at(j);
            if (starts.at(before) + logicalLengths.at(before) <= starts.at(at))
                pushed[at] = std::max(pushed.at(at), pushed.at(before) + nativeLengths.at(before));
        }
    }
    return pushed;
}

QRect unionOf(const QList<Place> &places)
{
    QRect all;
    for (const Place &place : places)
        all |= place.logical;
    return all;
}

} // namespace

QList<QRect> nativePlaces(const QList<CapturedScreen> &screens)
{
    QList<QRect> places;
    QList<int> lefts, tops, widths, heights, nativeWidths, nativeHeights;
    for (const CapturedScreen &screen : screens) {
        places.append(QRect(screen.logical.topLeft(), screen.pixels.size()));
        lefts.append(screen.logical.x());
        tops.append(screen.logical.y());
        widths.append(screen.logical.width());
        heights.append(screen.logical.height());
        nativeWidths.append(screen.pixels.width());
        nativeHeights.append(screen.pixels.height());
    }
    // X11 and Windows give native origins, so the places are right as they are; macOS and Wayland
    // count everything in points, and larger pictures need room.
    if (overlapAnywhere(places)) {
        const QList<int> xs = pushedStarts(lefts, widths, nativeWidths);
        const QList<int> ys = pushedStarts(tops, heights, nativeHeights);
        for (qsizetype i = 0; i < places.size(); ++i)
            places[i].moveTo(xs.at(i), ys.at(i));
    }
    QRect all;
    for (const QRect &rect : std::as_const(places))
        all |= rect;
    for (QRect &rect : places)
        rect.translate(-all.topLeft());
    return places;
}

QImage composite(const QList<CapturedScreen> &screens)
{
    if (screens.size() == 1)
        return screens.first().pixels;
    const QList<QRect> places = nativePlaces(screens);
    QRect all;
    for (const QRect &rect : places)
        all |= rect;
    if (all.isEmpty() || all.width() > limits::kCaptureSidePixels
        || all.height() > limits::kCaptureSidePixels)
        return {};
    QImage picture(all.size(), QImage::Format_RGB32);
    if (picture.isNull())
        return {};
    picture.fill(Qt::black);
    QPainter painter(&picture);
    for (qsizetype i = 0; i < screens.size(); ++i)
        painter.drawImage(places.at(i), screens.at(i).pixels);
    return picture;
}

QList<CapturedScreen> split(const QImage &desktop, const QList<Place> &places)
{
    const QRect all = unionOf(places);
    if (desktop.isNull())
        return {};
    const qreal scale = all.isEmpty() ? 0 : qreal(desktop.width()) / all.width();
    const bool fits =
        scale > 0 && std::abs(all.height() * scale - desktop.height()) <= std::max(1.0, scale);
    if (!fits || places.size() < 2) {
        const bool single = fits && places.size() == 1;
        return {CapturedScreen{desktop, all, scale > 0 ? scale : 1,
                               single ? places.first().name : QString()}};
    }
    QList<CapturedScreen> screens;
    for (const Place &place : places) {
        const QPoint from = place.logical.topLeft() - all.topLeft();
        const QPoint to = from + QPoint(place.logical.width(), place.logical.height());
        const QPoint first(qRound(from.x() * scale), qRound(from.y() * scale));
        const QPoint last(qRound(to.x() * scale) - 1, qRound(to.y() * scale) - 1);
        screens.append(CapturedScreen{desktop.copy(QRect(first, last).intersected(desktop.rect())),
                                      place.logical, scale, place.name});
    }
    return screens;
}

std::optional<CapturedWindow> place(const QRect &window, bool windowIsLogical,
                                    const QList<CapturedScreen> &screens)
{
    std::optional<CapturedWindow> best;
    qint64 most = 0;
    for (qsizetype i = 0; i < screens.size(); ++i) {
        const CapturedScreen &screen = screens.at(i);
        QRect part = window.translated(-screen.logical.topLeft());
        if (windowIsLogical) {
            part = QRectF(part.x() * screen.dpr, part.y() * screen.dpr, part.width() * screen.dpr,
                          part.height() * screen.dpr)
                       .toAlignedRect();
        }
        part &= screen.pixels.rect();
        const qint64 area = qint64(part.width()) * part.height();
        if (!part.isEmpty() && area > most) {
            most = area;
            best = CapturedWindow{int(i), part};
        }
    }
    return best;
}

std::optional<CapturedPointer> placePointer(const QImage &picture, const QPoint &tip,
                                            const QPoint &hot,
                                            const QList<CapturedScreen> &screens)
{
    const std::optional<CapturedWindow> on = place(QRect(tip, QSize(1, 1)), false, screens);
    if (picture.isNull() || !on)
        return std::nullopt;
    return CapturedPointer{on->screen, picture, on->pixels.topLeft() - hot};
}

} // namespace vigie::desktoplayout
