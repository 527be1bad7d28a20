// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/regionpaint.h"

#include "app/widgets/tokens.h"

#include <QFontMetrics>
#include <QImage>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace vigie::regionpaint {

namespace {

constexpr int kLoupeRadius = 7;   ///< pixels on each side of the middle one
constexpr int kLoupeZoom = 8;     ///< logical units per pixel
constexpr int kLoupeDistance = 24; ///< from the point
constexpr int kLoupeSide = (2 * kLoupeRadius + 1) * kLoupeZoom;
constexpr int kHintWidth = 780;
constexpr int kWrapped = Qt::AlignCenter | Qt::TextWordWrap;

void ground(QPainter &painter, const QRect &place, int corner)
{
    const Tokens &tokens = tokensFor(Scheme::Dark);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.borderStrong);
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter.restore();
}

QRect inside(QRect place, const QRect &room)
{
    place.moveLeft(std::max(room.left(), std::min(place.left(), room.right() + 1 - place.width())));
    place.moveTop(std::max(room.top(), std::min(place.top(), room.bottom() + 1 - place.height())));
    return place;
}

} // namespace

QRect loupePlace(const QPointF &point, const QRect &room, const QFont &font)
{
    const QSize size(kLoupeSide + 2 * space::xs,
                     kLoupeSide + 2 * space::xs + QFontMetrics(font).height() + space::xs);
    QRect place(point.toPoint() + QPoint(kLoupeDistance, kLoupeDistance), size);
    if (place.right() > room.right())
        place.moveRight(int(point.x()) - kLoupeDistance);
    if (place.bottom() > room.bottom())
        place.moveBottom(int(point.y()) - kLoupeDistance);
    return inside(place, room);
}

void loupe(QPainter &painter, const QRect &place, const QImage &picture, const QPoint &pixel,
           const QFont &font)
{
    const Tokens &tokens = tokensFor(Scheme::Dark);
    ground(painter, place, radius::s);
    const QRect glass(place.topLeft() + QPoint(space::xs, space::xs),
                      QSize(kLoupeSide, kLoupeSide));
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.fillRect(glass, tokens.sunken);
    const QRect around(pixel - QPoint(kLoupeRadius, kLoupeRadius),
                       QSize(2 * kLoupeRadius + 1, 2 * kLoupeRadius + 1));
    const QRect there = around & picture.rect();
    painter.drawImage(QRect(glass.topLeft() + (there.topLeft() - around.topLeft()) * kLoupeZoom,
                            there.size() * kLoupeZoom),
                      picture, there);
    // Two frames, a dark and a light one: visible on every picture.
    const QRect middle(glass.topLeft() + QPoint(kLoupeRadius, kLoupeRadius) * kLoupeZoom,
                       QSize(kLoupeZoom, kLoupeZoom));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(tokens.sunken);
    painter.drawRect(middle.adjusted(-2, -2, 1, 1));
    painter.setPen(tokens.accent);
    painter.drawRect(middle.adjusted(-1, -1, 0, 0));
    painter.setPen(tokens.text);
    painter.setFont(font);
    const QRect caption(glass.left(), glass.bottom() + 1, glass.width(),
                        place.bottom() - glass.bottom() - space::xs / 2);
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator); // "1,270, 20" would be three numbers
    painter.drawText(caption, Qt::AlignCenter,
                     QStringLiteral("%1, %2").arg(locale.toString(pixel.x()),
                                                  locale.toString(pixel.y())));
    painter.restore();
}

QRect labelPlace(const QString &words, const QRectF &selection, const QRect &room,
                 const QFont &font)
{
    const QFontMetrics metrics(font);
    const QSize size(metrics.horizontalAdvance(words) + 2 * space::s,
                     metrics.height() + 2 * space::xs);
    QRect place(QPoint(int(selection.left()), int(selection.top()) - size.height() - space::xs),
                size);
    if (place.top() < room.top())
        place.moveTop(int(selection.top()) + space::xs);
    return inside(place, room);
}

QRect hintPlace(const QString &words, const QRect &room, bool below, const QFont &font)
{
    const int widest = std::min(kHintWidth, room.width() - 2 * space::xl) - 2 * space::l;
    const QRect text = QFontMetrics(font).boundingRect(QRect(0, 0, std::max(widest, 1), 10'000),
                                                       kWrapped, words);
    QRect place(QPoint(), text.size() + QSize(2 * space::l, 2 * space::s));
    place.moveCenter(room.center());
    if (below)
        place.moveBottom(room.bottom() - space::xl);
    else
        place.moveTop(room.top() + space::xl);
    return place;
}

void words(QPainter &painter, const QRect &place, const QString &words, const QFont &font)
{
    ground(painter, place, radius::m);
    painter.setFont(font);
    painter.setPen(tokensFor(Scheme::Dark).text);
    painter.drawText(place.adjusted(space::xs, 0, -space::xs, 0), kWrapped, words);
}

} // namespace vigie::regionpaint
