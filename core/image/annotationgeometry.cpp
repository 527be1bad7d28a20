// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/annotationgeometry.h"

#include "core/image/annotationtext.h"

#include <QLineF>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>

namespace vigie {

namespace {

bool hasArea(AnnotationGeometry geometry)
{
    return geometry == AnnotationGeometry::Area || geometry == AnnotationGeometry::AreaAndTip
        || geometry == AnnotationGeometry::View;
}

QList<QPointF> frameHandles(const QRectF &r)
{
    const QPointF c = r.center();
    return {r.topLeft(),     {c.x(), r.top()},    r.topRight(),   {r.right(), c.y()},
            r.bottomRight(), {c.x(), r.bottom()}, r.bottomLeft(), {r.left(), c.y()}};
}

QRectF resized(const QRectF &rect, qsizetype handle, QPointF to, const HandleMove &how)
{
    const bool corner = handle % 2 == 0;
    const QPointF centre = rect.center();
    QRectF now = rect;
    if (how.keepAspect && corner && rect.width() > 0 && rect.height() > 0) {
        const QPointF fixed = how.fromCentre ? centre : frameHandles(rect).at((handle + 4) % 8);
        const qreal ratio = rect.height() / rect.width();
        const qreal wide = std::abs(to.x() - fixed.x());
        const qreal width = std::max(wide, std::abs(to.y() - fixed.y()) / ratio);
        to = QPointF(fixed.x() + std::copysign(width, to.x() - fixed.x()),
                     fixed.y() + std::copysign(width * ratio, to.y() - fixed.y()));
    }
    const bool left = handle == 0 || handle == 6 || handle == 7;
    const bool right = handle == 2 || handle == 3 || handle == 4;
    const bool top = handle <= 2;
    const bool bottom = handle >= 4 && handle <= 6;
    if (left)
        now.setLeft(to.x());
    if (right)
        now.setRight(to.x());
    if (top)
        now.setTop(to.y());
    if (bottom)
        now.setBottom(to.y());
    if (how.fromCentre) {
        if (left || right)
            now.setWidth(2 * (left ? centre.x() - to.x() : to.x() - centre.x()));
        if (top || bottom)
            now.setHeight(2 * (top ? centre.y() - to.y() : to.y() - centre.y()));
        now.moveCenter(centre);
    }
    return now;
}

/// Points from one rectangle into another; a flat side keeps its place.
void stretch(QList<QPointF> &points, const QRectF &from, const QRectF &to)
{
    for (QPointF &point : points) {
        const qreal x = from.width() > 0 ? (point.x() - from.left()) / from.width() : 0;
        const qreal y = from.height() > 0 ? (point.y() - from.top()) / from.height() : 0;
        point = QPointF(to.left() + x * to.width(), to.top() + y * to.height());
    }
}

QRectF pointBounds(const QList<QPointF> &points)
{
    return QPolygonF(points).boundingRect();
}

} // namespace

QPointF snappedToAngle(const QPointF &from, const QPointF &to)
{
    const QPointF by = to - from;
    const qreal length = std::hypot(by.x(), by.y());
    constexpr qreal step = M_PI / 12;
    const qreal angle = std::round(std::atan2(by.y(), by.x()) / step) * step;
    return from + length * QPointF(std::cos(angle), std::sin(angle));
}

QPointF snappedToSquare(const QPointF &from, const QPointF &to)
{
    const QPointF by = to - from;
    const qreal side = std::max(std::abs(by.x()), std::abs(by.y()));
    return from + QPointF(std::copysign(side, by.x()), std::copysign(side, by.y()));
}

qreal outlineWidth(const Annotation &item)
{
    return std::max(1.2, item.width * 0.3);
}

qreal markRadius(const Annotation &item)
{
    return 9 + item.width * 1.8;
}

qreal highlighterWidth(const Annotation &item)
{
    return 8 + item.width * 3;
}

QPointF markTip(const Annotation &item)
{
    if (item.points.size() > 1)
        return item.points[1];
    const qreal radius = markRadius(item);
    return item.points.value(0) + QPointF(0, radius);
}

QRectF stepLabelRect(const Annotation &item)
{
    if (item.kind != AnnotationKind::Step || item.text.isEmpty())
        return {};
    const QSizeF size = naturalTextSize(item, item.text, 24 * markRadius(item));
    const QPointF centre = item.points.value(0);
    return {QPointF(centre.x() + markRadius(item) + item.width, centre.y() - size.height() / 2),
            size};
}

QPainterPath arrowPath(const Annotation &item)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    if (item.points.size() < 2)
        return path;
    const QLineF line(item.points[0], item.points[1]);
    const qreal length = line.length();
    if (length < 0.01)
        return path;
    const qreal head = std::min(8 + item.width * 3.2, length);
    const qreal half = head * 0.48;
    const QPointF along = (line.p2() - line.p1()) / length;
    const QPointF side(-along.y(), along.x());
    const QPointF neck = line.p2() - along * head * 0.82;
    const qreal thick = item.width / 2;
    // A little thinner at the tail: the eye follows it to the tip.
    path.addPolygon(QPolygonF({line.p1() + side * thick * 0.55, neck + side * thick,
                               line.p2() - along * head + side * half, line.p2(),
                               line.p2() - along * head - side * half, neck - side * thick,
                               line.p1() - side * thick * 0.55}));
    path.closeSubpath();
    return path;
}

QPainterPath strokePath(const Annotation &item)
{
    QPainterPath path;
    switch (geometryOf(item.kind)) {
    case AnnotationGeometry::Segment:
    case AnnotationGeometry::Path: {
        if (item.points.isEmpty())
            break;
        path.moveTo(item.points.first());
        // Curves through the middles of the segments: a hand's line without corners.
        for (qsizetype i = 1; i + 1 < item.points.size(); ++i)
            path.quadTo(item.points[i], (item.points[i] + item.points[i + 1]) / 2);
        path.lineTo(item.points.last());
        break;
    }
    case AnnotationGeometry::Area:
    case AnnotationGeometry::AreaAndTip:
    case AnnotationGeometry::View:
        if (item.kind == AnnotationKind::Ellipse)
            path.addEllipse(item.rect);
        else if (item.kind == AnnotationKind::Box)
            path.addRoundedRect(item.rect, item.width * 0.6, item.width * 0.6);
        else
            path.addRect(item.rect);
        break;
    case AnnotationGeometry::Mark:
        path.addEllipse(item.points.value(0), markRadius(item), markRadius(item));
        break;
    case AnnotationGeometry::None: break;
    }
    return path;
}

QRectF placeOf(const Annotation &item)
{
    switch (geometryOf(item.kind)) {
    case AnnotationGeometry::Segment:
    case AnnotationGeometry::Path: return pointBounds(item.points);
    case AnnotationGeometry::Area:
    case AnnotationGeometry::AreaAndTip:
    case AnnotationGeometry::View: return item.rect;
    case AnnotationGeometry::Mark: {
        const qreal radius = markRadius(item);
        return QRectF(-radius, -radius, 2 * radius, 2 * radius)
            .translated(item.points.value(0));
    }
    case AnnotationGeometry::None: break;
    }
    return {};
}

QRectF boundsOf(const Annotation &item)
{
    if (item.kind == AnnotationKind::Unknown)
        return {};
    const qreal edge = item.width / 2 + 2 * outlineWidth(item) + 2;
    QRectF bounds = placeOf(item);
    switch (geometryOf(item.kind)) {
    case AnnotationGeometry::Segment:
        bounds |= arrowPath(item).boundingRect();
        break;
    case AnnotationGeometry::Mark:
        if (item.points.size() > 1)
            bounds |= QRectF(item.points[1], QSizeF(0.1, 0.1));
        bounds |= stepLabelRect(item);
        break;
    case AnnotationGeometry::AreaAndTip:
        bounds |= QRectF(item.points.value(0), QSizeF(0.1, 0.1));
        break;
    case AnnotationGeometry::View:
        bounds |= pointBounds(item.points);
        break;
    default: break;
    }
    const qreal more = item.kind == AnnotationKind::Highlighter ? highlighterWidth(item) / 2 : 0;
    return bounds.adjusted(-edge - more, -edge - more, edge + more, edge + more);
}

bool isHit(const Annotation &item, const QPointF &at, qreal reach)
{
    if (!boundsOf(item).adjusted(-reach, -reach, reach, reach).contains(at))
        return false;
    const auto nearStroke = [&](const QPainterPath &path, qreal width) {
        QPainterPathStroker stroker;
        stroker.setWidth(std::max(width, 1.0) + 2 * reach);
        return stroker.createStroke(path).contains(at);
    };
    switch (item.kind) {
    case AnnotationKind::Arrow:
    case AnnotationKind::Line:
    case AnnotationKind::Freehand: return nearStroke(strokePath(item), item.width);
    case AnnotationKind::Highlighter: return nearStroke(strokePath(item), highlighterWidth(item));
    case AnnotationKind::Box:
    case AnnotationKind::Ellipse:
        return (item.filled && strokePath(item).contains(at))
            || nearStroke(strokePath(item), item.width);
    case AnnotationKind::Spotlight: return nearStroke(strokePath(item), 4);
    case AnnotationKind::Step:
        return strokePath(item).contains(at) || stepLabelRect(item).contains(at)
            || (item.points.size() > 1
                && QLineF(item.points[1], at).length() <= item.width + reach);
    case AnnotationKind::Magnifier:
        return item.rect.contains(at) || nearStroke([&] {
                   QPainterPath source;
                   source.addRect(pointBounds(item.points));
                   return source;
               }(), 4);
    case AnnotationKind::Text:
    case AnnotationKind::Callout:
    case AnnotationKind::Redaction:
    case AnnotationKind::Blur:
        return item.rect.adjusted(-reach, -reach, reach, reach).contains(at);
    case AnnotationKind::Unknown: break;
    }
    return false;
}

QList<QPointF> handlesOf(const Annotation &item)
{
    switch (geometryOf(item.kind)) {
    case AnnotationGeometry::Segment: return item.points;
    case AnnotationGeometry::Path: return frameHandles(pointBounds(item.points));
    case AnnotationGeometry::Area: return frameHandles(item.rect);
    case AnnotationGeometry::AreaAndTip:
    case AnnotationGeometry::View: return frameHandles(item.rect) + item.points;
    case AnnotationGeometry::Mark: return {markTip(item)};
    case AnnotationGeometry::None: break;
    }
    return {};
}

void moveHandle(Annotation &item, qsizetype handle, const QPointF &to, const HandleMove &how)
{
    const AnnotationGeometry geometry = geometryOf(item.kind);
    if (geometry == AnnotationGeometry::Segment && handle < item.points.size()) {
        const QPointF other = item.points[1 - handle];
        const QPointF end = how.keepAspect ? snappedToAngle(other, to) : to;
        if (how.fromCentre)
            item.points[1 - handle] = other - (end - item.points[handle]);
        item.points[handle] = end;
    } else if (geometry == AnnotationGeometry::Path && handle < 8) {
        const QRectF before = pointBounds(item.points);
        stretch(item.points, before, resized(before, handle, to, how));
    } else if (geometry == AnnotationGeometry::Mark) {
        // Put back onto the mark, the tip is gone.
        const QPointF centre = item.points.value(0);
        item.points = {centre};
        if (QLineF(centre, to).length() > markRadius(item) * 1.4)
            item.points.append(how.keepAspect ? snappedToAngle(centre, to) : to);
    } else if (hasArea(geometry) && handle < 8) {
        item.rect = resized(item.rect, handle, to, how).normalized();
        fitText(item);
    } else if (hasArea(geometry) && handle - 8 < item.points.size()) {
        item.points[handle - 8] = to;
    }
}

void moveBy(Annotation &item, const QPointF &by)
{
    if (!item.rect.isNull())
        item.rect.translate(by);
    // What a magnifier shows stays where it is; only its view is carried about.
    if (item.kind == AnnotationKind::Magnifier || item.kind == AnnotationKind::Callout)
        return;
    for (QPointF &point : item.points)
        point += by;
}

} // namespace vigie
