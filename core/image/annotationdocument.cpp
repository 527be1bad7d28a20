// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/annotationdocument.h"

#include <QHash>

#include <algorithm>

namespace vigie {

qsizetype AnnotationDocument::indexOf(const QString &id) const
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items[i].id == id)
            return i;
    }
    return -1;
}

const Annotation *AnnotationDocument::find(const QString &id) const
{
    const qsizetype at = indexOf(id);
    return at < 0 ? nullptr : &items[at];
}

void AnnotationDocument::renumberSteps()
{
    QHash<QString, int> last{{reporterLayer(), firstStep - 1}};
    for (Annotation &item : items) {
        if (item.kind == AnnotationKind::Step)
            item.number = ++last[item.layer];
    }
}

QList<Annotation> AnnotationDocument::steps(const QString &layer) const
{
    QList<Annotation> found;
    for (const Annotation &item : items) {
        if (item.kind == AnnotationKind::Step && item.layer == layer)
            found.append(item);
    }
    return found;
}

QList<QRectF> AnnotationDocument::redactions() const
{
    QList<QRectF> areas;
    for (const Annotation &item : items) {
        if (destroys(item.kind))
            areas.append(item.rect);
    }
    return areas;
}

void AnnotationDocument::ensureLayer(const AnnotationLayer &layer)
{
    const auto same = [&](const AnnotationLayer &one) { return one.id == layer.id; };
    if (std::none_of(layers.cbegin(), layers.cend(), same))
        layers.append(layer);
}

QList<qreal> strokeWidths(qreal dpr)
{
    const qreal scale = std::clamp(dpr, 1.0, 4.0);
    return {3 * scale, 5 * scale, 9 * scale};
}

const QList<QColor> &annotationColors()
{
    static const QList<QColor> colors{
        QColor(0xd5, 0x1e, 0x1e), QColor(0xe6, 0x9f, 0x00), QColor(0xf0, 0xe4, 0x42),
        QColor(0x00, 0x9e, 0x73), QColor(0x00, 0x72, 0xb2), QColor(0xb3, 0x4f, 0x9a),
        QColor(0x14, 0x14, 0x14), QColor(0xff, 0xff, 0xff)};
    return colors;
}

} // namespace vigie
