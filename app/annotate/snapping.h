// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QList>
#include <QRectF>

namespace vigie {

/// How far a moved thing is pulled to line up with others, and the lines that show it.
struct Snap {
    QPointF by;
    QList<QLineF> guides;
};

/// Edges and centres of `moving` against edges and centres of `others`, each axis for itself; the
/// nearest within `reach` wins.
[[nodiscard]] Snap snapped(const QRectF &moving, const QList<QRectF> &others, qreal reach);

} // namespace vigie
