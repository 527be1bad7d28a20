// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/annotationpainter.h"

#include "core/image/annotationgeometry.h"
#include "core/image/annotationtext.h"
#include "core/image/softpatch.h"
#include "core/image/burn.h"

#include <QImage>
#include <QLineF>
#include <QPainter>
#include <QPolygonF>
#include <QRegion>

#include <algorithm>

namespace vigie {

namespace {

/// Black or white, whichever stands out from the colour (relative luminance after WCAG 2).
QColor opposite(const QColor &color)
{
    const qreal luminance =
        0.2126 * color.redF() + 0.7152 * color.greenF() + 0.0722 * color.blueF();
    return luminance > 0.55 ? QColor(20, 20, 20) : QColor(255, 255, 255);
}

/// Words on a colour: readable on it, whatever it is.
QColor wordsOn(const QColor &color)
{
    return opposite(color);
}

QColor outlineOf(const Annotation &item)
{
    QColor color = opposite(item.color);
    color.setAlpha(215);
    return color;
}

/// A stroke in its colour with a contrasting outline, so that it is seen on any background.
void paintStroke(QPainter &painter, const Annotation &item, const QPainterPath &path)
{
    const qreal outline = outlineWidth(item);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(outlineOf(item), item.width + 2 * outline, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(QPen(item.color, item.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void paintSolid(QPainter &painter, const Annotation &item, const QPainterPath &path)
{
    painter.setPen(QPen(outlineOf(item), 2 * outlineWidth(item), Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(item.color);
    painter.drawPath(path);
}

void paintWords(QPainter &painter, const Annotation &item, const QRectF &plate)
{
    const qreal margin = textMargin(item);
    painter.setFont(annotationFont(item));
    painter.setPen(wordsOn(item.color));
    painter.setBrush(Qt::NoBrush);
    painter.drawText(plate.adjusted(margin, margin, -margin + 1, -margin + 1),
                     Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, item.text);
}

QPainterPath platePath(const Annotation &item)
{
    const qreal corner = textMargin(item);
    QPainterPath plate;
    plate.addRoundedRect(item.rect, corner, corner);
    if (item.kind != AnnotationKind::Callout || item.points.isEmpty()
        || item.rect.contains(item.points[0]))
        return plate;
    const QPointF tip = item.points[0];
    const QPointF centre = item.rect.center();
    const QPointF along = tip - centre;
    const qreal length = std::max(std::hypot(along.x(), along.y()), 0.01);
    const qreal root = std::min(item.rect.width(), item.rect.height()) * 0.28;
    const QPointF side = QPointF(-along.y(), along.x()) / length * root;
    QPainterPath tail;
    tail.addPolygon(QPolygonF({centre + side, tip, centre - side}));
    tail.closeSubpath();
    return plate.united(tail);
}

void paintStep(QPainter &painter, const Annotation &item)
{
    const QPointF centre = item.points.value(0);
    const qreal radius = markRadius(item);
    QPainterPath mark;
    mark.addEllipse(centre, radius, radius);
    if (item.points.size() > 1) {
        const QPointF along = item.points[1] - centre;
        const qreal length = std::max(std::hypot(along.x(), along.y()), 0.01);
        const QPointF side = QPointF(-along.y(), along.x()) / length * radius * 0.7;
        QPainterPath tail;
        tail.addPolygon(QPolygonF({centre + side, item.points[1], centre - side}));
        tail.closeSubpath();
        mark = mark.united(tail);
    }
    if (const QRectF label = stepLabelRect(item); !label.isNull()) {
        QPainterPath plate;
        plate.addRoundedRect(label, textMargin(item), textMargin(item));
        paintSolid(painter, item, plate);
        paintWords(painter, item, label);
    }
    paintSolid(painter, item, mark);
    QFont font = annotationFont(item);
    font.setPixelSize(std::max(6, int(radius * (item.number > 99 ? 0.8 : 1.15))));
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(wordsOn(item.color));
    painter.drawText(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius),
                     Qt::AlignCenter, QString::number(item.number));
}

/// Where the line from the middle of a rectangle to a point leaves it.
QPointF edgeTowards(const QRectF &rect, const QPointF &to)
{
    const QPointF by = to - rect.center();
    const qreal across = std::abs(by.x()) > 0.01 ? rect.width() / 2 / std::abs(by.x()) : 1e9;
    const qreal down = std::abs(by.y()) > 0.01 ? rect.height() / 2 / std::abs(by.y()) : 1e9;
    return rect.center() + by * std::min({across, down, 1.0});
}

void paintMagnifier(QPainter &painter, const Annotation &item, const QImage &picture,
                    const QList<QRect> &redacted)
{
    const QRectF source = QPolygonF(item.points).boundingRect() & QRectF(picture.rect());
    QPainterPath from;
    from.addRect(source);
    // From edge to edge: a line across the source would hide what is to be seen.
    const QLineF middle(source.center(), item.rect.center());
    QPainterPath link;
    link.moveTo(edgeTowards(source, middle.p2()));
    link.lineTo(middle.p2());
    if (!source.contains(middle.p2()))
        paintStroke(painter, item, link);
    paintStroke(painter, item, from);
    QPainterPath view;
    const qreal corner = std::min({item.rect.width(), item.rect.height(), 6 * item.width}) / 3;
    view.addRoundedRect(item.rect, corner, corner);
    painter.save();
    painter.setClipPath(view, Qt::IntersectClip);
    painter.fillRect(item.rect, Qt::white);
    if (source.width() > 0 && source.height() > 0) {
        painter.drawImage(item.rect, picture, source);
        painter.translate(item.rect.topLeft());
        painter.scale(item.rect.width() / source.width(), item.rect.height() / source.height());
        painter.translate(-source.topLeft());
        for (const QRect &area : redacted)
            painter.fillRect(area, redactionColor());
    }
    painter.restore();
    paintStroke(painter, item, view);
}

void paintSpotlights(QPainter &painter, const AnnotationDocument &document, const ShotPaint &how)
{
    // Rectangles of whole pixels: uniting them costs next to nothing, however many there are.
    QRegion lit;
    for (const Annotation &item : document.items) {
        if (item.kind == AnnotationKind::Spotlight && !how.hiddenLayers.contains(item.layer)
            && !how.without.contains(item.id))
            lit += item.rect.toAlignedRect();
    }
    if (lit.isEmpty())
        return;
    const QRegion dim = QRegion(QRect(QPoint(), document.size)) - lit;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const QRect &part : dim)
        painter.fillRect(part, QColor(0, 0, 0, 150));
    painter.setRenderHint(QPainter::Antialiasing);
}

/// As burn() will make them, but for borders that lie below another redaction.
void paintPatches(QPainter &painter, const QImage &picture, const AnnotationDocument &document)
{
    for (const Annotation &item : document.items) {
        if (item.kind != AnnotationKind::Blur)
            continue;
        const QRect area = burnedArea(item.rect, document.size);
        painter.drawImage(area.topLeft(), softPatch(picture, area));
    }
    for (const Annotation &item : document.items) {
        if (item.kind == AnnotationKind::Redaction)
            painter.fillRect(burnedArea(item.rect, document.size), redactionColor());
    }
}

} // namespace

void paintAnnotation(QPainter &painter, const Annotation &item, const QImage &picture,
                     const QList<QRect> &redacted)
{
    switch (item.kind) {
    case AnnotationKind::Arrow: paintSolid(painter, item, arrowPath(item)); break;
    case AnnotationKind::Line:
    case AnnotationKind::Freehand: paintStroke(painter, item, strokePath(item)); break;
    case AnnotationKind::Box:
    case AnnotationKind::Ellipse:
        if (item.filled) {
            QColor tint = item.color;
            tint.setAlpha(70);
            painter.fillPath(strokePath(item), tint);
        }
        paintStroke(painter, item, strokePath(item));
        break;
    case AnnotationKind::Highlighter: {
        QColor ink = item.color;
        ink.setAlpha(110);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, highlighterWidth(item), Qt::SolidLine, Qt::FlatCap,
                            Qt::RoundJoin));
        painter.drawPath(strokePath(item));
        break;
    }
    case AnnotationKind::Text:
    case AnnotationKind::Callout:
        paintSolid(painter, item, platePath(item));
        paintWords(painter, item, item.rect);
        break;
    case AnnotationKind::Step: paintStep(painter, item); break;
    case AnnotationKind::Magnifier: paintMagnifier(painter, item, picture, redacted); break;
    case AnnotationKind::Redaction:
    case AnnotationKind::Blur:
    case AnnotationKind::Spotlight: // painted with the picture, below everything else
    case AnnotationKind::Unknown: break;
    }
}

void paintShot(QPainter &painter, const QImage &picture, const AnnotationDocument &document,
               const ShotPaint &how)
{
    QList<QRect> redacted;
    if (!how.burned) {
        for (const QRectF &area : document.redactions())
            redacted.append(burnedArea(area, document.size));
    }
    const QRectF everything(QPointF(), QSizeF(document.size));
    const QRectF part = how.only.isNull() ? everything : how.only & everything;
    painter.save();
    if (how.ground)
        painter.drawImage(part, picture, part);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const QRect &area : std::as_const(redacted))
        painter.fillRect(area, redactionColor());
    if (!how.burned)
        paintPatches(painter, picture, document);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (how.annotations) {
        paintSpotlights(painter, document, how);
        for (const Annotation &item : document.items) {
            if (how.hiddenLayers.contains(item.layer) || how.without.contains(item.id))
                continue;
            if (how.only.isNull() || boundsOf(item).intersects(how.only))
                paintAnnotation(painter, item, picture, redacted);
        }
    }
    painter.restore();
}

} // namespace vigie
