// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/image/shotmaker.h"

#include <QCoreApplication>
#include <QWidget>

namespace vigie {

/// Where pictures go when somebody wants to look at them: VIGIE_PICTURES=<folder>.
inline void keepPicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("VIGIE_PICTURES");
    QCoreApplication::processEvents(); // what is still being laid out
    if (!folder.isEmpty())
        widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

/// A picture that looks a little like a program's window.
inline QImage screen(int seed)
{
    QImage made(640, 400, QImage::Format_RGB32);
    made.fill(QColor::fromHsv(seed * 67 % 360, 60, 235));
    QPainter painter(&made);
    painter.fillRect(0, 0, 640, 36, QColor(40, 60, 90));
    painter.fillRect(60, 90, 520, 220, Qt::white);
    painter.setPen(Qt::black);
    painter.drawText(QRect(60, 90, 520, 220), Qt::AlignCenter,
                     QStringLiteral("Window number %1").arg(seed));
    return made;
}

inline Annotation mark(AnnotationKind kind, const QString &layer = reporterLayer())
{
    Annotation item = test::ShotMaker(3).annotation(kind, {640, 400});
    item.id = QStringLiteral("%1-%2").arg(layer).arg(int(kind));
    item.layer = layer;
    item.rect = geometryOf(kind) == AnnotationGeometry::Area ? QRectF(80, 100, 160, 60) : QRectF();
    item.points = kind == AnnotationKind::Arrow ? QList<QPointF>{{60, 60}, {300, 200}}
        : kind == AnnotationKind::Step          ? QList<QPointF>{{400, 200}}
                                                : QList<QPointF>();
    item.color = QColor(0xd5, 0x1e, 0x1e);
    return item;
}

} // namespace vigie
