// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/retake.h"

#include <algorithm>

namespace vigie {

namespace {

/// Within one picture's size around the picture.
QPointF insideOf(const QSize &size, const QPointF &point)
{
    return {std::clamp(point.x(), -qreal(size.width()), 2.0 * size.width()),
            std::clamp(point.y(), -qreal(size.height()), 2.0 * size.height())};
}

} // namespace

AnnotationDocument retaken(const AnnotationDocument &document, const AnnotationDocument &taken)
{
    AnnotationDocument made = document;
    made.sha256 = taken.sha256;
    made.size = taken.size;
    made.dpr = taken.dpr;
    made.searched = PrivateSearch::NotYet; // another picture shows other things
    made.crop &= QRect(QPoint(), taken.size);
    if (made.crop.isEmpty())
        made.crop = QRect();
    for (Annotation &item : made.items) {
        for (QPointF &point : item.points)
            point = insideOf(taken.size, point);
        if (!item.rect.isNull()) {
            item.rect = QRectF(insideOf(taken.size, item.rect.topLeft()),
                               insideOf(taken.size, item.rect.bottomRight()));
        }
    }
    return made;
}

} // namespace vigie
