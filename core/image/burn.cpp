// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/burn.h"

#include "core/image/annotationgeometry.h"
#include "core/image/softpatch.h"

#include <QPainter>

#include <algorithm>

namespace vigie {

namespace {

/// Keeps a place within one picture's size around the picture, which is what readers accept.
QPointF kept(const QPointF &point, const QSize &size)
{
    return {std::clamp(point.x(), -qreal(size.width()), 2.0 * size.width()),
            std::clamp(point.y(), -qreal(size.height()), 2.0 * size.height())};
}

void moveInto(Annotation &item, const QPoint &corner, const QSize &size)
{
    for (QPointF &point : item.points)
        point = kept(point - corner, size);
    if (item.rect.isNull())
        return;
    const QRectF moved = item.rect.translated(-corner);
    item.rect = QRectF(kept(moved.topLeft(), size), kept(moved.bottomRight(), size));
}

} // namespace

QColor redactionColor()
{
    return QColor(17, 17, 17);
}

QRect burnedArea(const QRectF &area, const QSize &picture)
{
    constexpr int more = 2;
    constexpr int step = 16;
    QRect pixels = area.normalized().toAlignedRect().adjusted(-more, -more, more, more);
    pixels.setWidth((pixels.width() + step - 1) / step * step);
    return pixels & QRect(QPoint(), picture);
}

BurnedPicture burn(const QImage &original, const AnnotationDocument &document)
{
    const QRect frame = document.frame() & original.rect();
    QImage fresh(frame.size(), QImage::Format_RGB32);
    fresh.fill(Qt::white);
    // A fixed density: the screen's would be one more thing that tells of the machine.
    fresh.setDotsPerMeterX(3780);
    fresh.setDotsPerMeterY(3780);
    QImage pixels = original;
    pixels.setDevicePixelRatio(1);
    QPainter painter(&fresh);
    painter.drawImage(QPoint(), pixels, frame);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    const auto placeOf = [&](const Annotation &item) {
        return burnedArea(item.rect, document.size).translated(-frame.topLeft()) & fresh.rect();
    };
    const auto blacken = [&](auto wanted) {
        for (const Annotation &item : document.items) {
            if (wanted(item.kind))
                painter.fillRect(placeOf(item), redactionColor());
        }
    };
    // Everything first, so that a soft patch is never made of what another one hides; a redaction
    // lies on top of a patch.
    blacken(destroys);
    for (const Annotation &item : document.items) {
        if (item.kind != AnnotationKind::Blur)
            continue;
        const QRect place = placeOf(item);
        painter.end();
        const QImage patch = softPatch(fresh, place);
        painter.begin(&fresh);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        painter.drawImage(place.topLeft(), patch);
    }
    blacken([](AnnotationKind kind) { return kind == AnnotationKind::Redaction; });
    painter.end();
    return BurnedPicture(std::move(fresh));
}

AnnotationDocument withoutRedactions(AnnotationDocument document)
{
    document.items.removeIf(
        [](const Annotation &item) { return destroys(item.kind); });
    return document;
}

AnnotationDocument publishedDocument(const AnnotationDocument &document, const QString &sha256)
{
    const QRect frame = document.frame();
    AnnotationDocument published = document;
    published.sha256 = sha256;
    published.size = frame.size();
    published.crop = QRect();
    published.searched = PrivateSearch::NotYet;
    published.items.clear();
    for (const Annotation &item : document.items) {
        Annotation moved = item;
        if (destroys(item.kind))
            moved.rect = burnedArea(item.rect, document.size) & frame;
        // What is not understood cannot be moved.
        const bool gone = item.kind == AnnotationKind::Unknown
            ? !document.crop.isNull()
            : !boundsOf(moved).intersects(frame) || (!item.rect.isNull() && moved.rect.isEmpty());
        if (gone)
            continue;
        moveInto(moved, frame.topLeft(), frame.size());
        published.items.append(moved);
    }
    return published;
}

} // namespace vigie
