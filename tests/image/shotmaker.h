// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/image/annotationdocument.h"
#include "core/image/annotationgeometry.h"
#include "core/image/burn.h"

#include <QImage>
#include <QPainter>

namespace vigie::test {

/// Makes shots and annotations from a seed, the same each time.
class ShotMaker
{
public:
    explicit ShotMaker(quint64 seed) : m_rng(seed) {}

    [[nodiscard]] int between(int least, int most)
    {
        return least + int(m_rng.below(quint64(most - least + 1)));
    }
    [[nodiscard]] qreal real(qreal least, qreal most)
    {
        return least + m_rng.unit() * (most - least);
    }
    [[nodiscard]] bool maybe() { return m_rng.below(2) == 0; }

    [[nodiscard]] QImage picture(const QSize &size, bool transparent)
    {
        QImage image(size, transparent ? QImage::Format_ARGB32 : QImage::Format_RGB32);
        scribble(image, image.rect());
        image.setText(QStringLiteral("Title"), QStringLiteral("the secret window title"));
        return image;
    }

    /// Fills an area with other pixels; with another alpha too where the picture has one.
    void scribble(QImage &image, const QRect &area)
    {
        for (int y = area.top(); y <= area.bottom(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
            for (int x = area.left(); x <= area.right(); ++x) {
                const quint64 bits = m_rng.next();
                const int alpha = image.hasAlphaChannel() ? int(bits >> 24 & 0xff) : 255;
                line[x] = qRgba(int(bits & 0xff), int(bits >> 8 & 0xff), int(bits >> 16 & 0xff),
                                alpha);
            }
        }
    }

    /// Anywhere, fractions and places over the border included.
    [[nodiscard]] QRectF area(const QSize &size)
    {
        const qreal x = real(-0.1, 0.95) * size.width();
        const qreal y = real(-0.1, 0.95) * size.height();
        const QRectF made(x, y, real(1, size.width() * 0.5), real(1, size.height() * 0.5));
        return maybe() ? made : QRectF(made.toRect());
    }

    [[nodiscard]] QPointF point(const QSize &size)
    {
        return {real(-0.2, 1.2) * size.width(), real(-0.2, 1.2) * size.height()};
    }

    [[nodiscard]] Annotation annotation(AnnotationKind kind, const QSize &size)
    {
        Annotation item;
        item.id = QStringLiteral("a%1").arg(++m_count);
        item.kind = kind;
        item.layer = reporterLayer();
        item.color = annotationColors().at(between(0, int(annotationColors().size()) - 1));
        item.width = strokeWidths(1).at(between(0, 2));
        switch (geometryOf(kind)) {
        case AnnotationGeometry::Segment:
        case AnnotationGeometry::View: item.points = {point(size), point(size)}; break;
        case AnnotationGeometry::Path:
            for (int i = between(2, 30); i > 0; --i)
                item.points.append(point(size));
            break;
        case AnnotationGeometry::AreaAndTip: item.points = {point(size)}; break;
        case AnnotationGeometry::Mark:
            item.points = {point(size)};
            if (maybe())
                item.points.append(point(size));
            break;
        case AnnotationGeometry::Area:
        case AnnotationGeometry::None: break;
        }
        const AnnotationGeometry geometry = geometryOf(kind);
        if (geometry == AnnotationGeometry::Area || geometry == AnnotationGeometry::AreaAndTip
            || geometry == AnnotationGeometry::View)
            item.rect = area(size);
        if (carriesText(kind))
            item.text = QStringLiteral("click here %1").arg(m_count);
        if (kind == AnnotationKind::Redaction)
            item.reason = QStringLiteral("email");
        return item;
    }

    [[nodiscard]] AnnotationDocument document(const QSize &size, int items)
    {
        AnnotationDocument made;
        made.size = size;
        made.dpr = maybe() ? 1 : 1.5;
        made.layers = {{reporterLayer(), QStringLiteral("u17"), QStringLiteral("Léa")}};
        for (int i = 0; i < items; ++i)
            made.items.append(annotation(AnnotationKind(between(0, int(AnnotationKind::Unknown) - 1)), size));
        made.items.append(annotation(AnnotationKind::Redaction, size));
        if (maybe()) {
            const QRect crop = area(size).toRect() & QRect(QPoint(), size);
            if (crop.width() > 8 && crop.height() > 8)
                made.crop = crop;
        }
        made.renumberSteps();
        return made;
    }

private:
    SeededRng m_rng;
    int m_count = 0;
};

} // namespace vigie::test
