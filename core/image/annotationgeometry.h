// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotation.h"

#include <QPainterPath>

namespace vigie {

/// How a handle follows the pointer.
struct HandleMove {
    bool keepAspect = false; ///< squares stay squares, lines snap to 15°
    bool fromCentre = false; ///< the opposite side moves as well
};

/// Everything that painting it may touch, outlines included.
[[nodiscard]] QRectF boundsOf(const Annotation &item);
/// What a person sees as the thing itself, for selecting it. `reach` is how far beside it a click
/// may be, picture pixels.
[[nodiscard]] bool isHit(const Annotation &item, const QPointF &at, qreal reach);
/// Where it can be grabbed: for areas the corners and sides clockwise from the upper left, then
/// tips and, for a magnifier, two corners of what it shows; for segments both ends; for paths the
/// corners and sides of their bounds.
[[nodiscard]] QList<QPointF> handlesOf(const Annotation &item);
void moveHandle(Annotation &item, qsizetype handle, const QPointF &to, const HandleMove &how = {});
void moveBy(Annotation &item, const QPointF &by);
/// Where it is, in one rectangle without outlines.
[[nodiscard]] QRectF placeOf(const Annotation &item);

/// `to` moved so that the line from `from` has a multiple of 15°.
[[nodiscard]] QPointF snappedToAngle(const QPointF &from, const QPointF &to);
/// `to` moved so that the rectangle from `from` is a square.
[[nodiscard]] QPointF snappedToSquare(const QPointF &from, const QPointF &to);

// What the painter and the hit test share
[[nodiscard]] QPainterPath arrowPath(const Annotation &item);
[[nodiscard]] QPainterPath strokePath(const Annotation &item); ///< the centre line of a stroke
[[nodiscard]] qreal outlineWidth(const Annotation &item);
[[nodiscard]] qreal markRadius(const Annotation &item);
[[nodiscard]] qreal highlighterWidth(const Annotation &item);
/// The label of a step's text, beside its mark; empty without text.
[[nodiscard]] QRectF stepLabelRect(const Annotation &item);
/// The tip of a mark, pulled out of its circle; the circle's edge when there is none.
[[nodiscard]] QPointF markTip(const Annotation &item);

} // namespace vigie
