// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/snapping.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vigie {

namespace {

struct Pull {
    qreal by = 0;
    qreal at = 0;
    qreal distance = 0;
    QRectF with;
    bool found = false;
};

std::array<qreal, 3> places(const QRectF &rect, Qt::Orientation axis)
{
    return axis == Qt::Horizontal
        ? std::array<qreal, 3>{rect.left(), rect.center().x(), rect.right()}
        : std::array<qreal, 3>{rect.top(), rect.center().y(), rect.bottom()};
}

Pull nearest(const QRectF &moving, const QList<QRectF> &others, qreal reach, Qt::Orientation axis)
{
    Pull best;
    best.distance = reach;
    for (const QRectF &other : others) {
        for (const qreal target : places(other, axis)) {
            for (const qreal place : places(moving, axis)) {
                const qreal distance = std::abs(target - place);
                if (distance < best.distance)
                    best = {target - place, target, distance, other, true};
            }
        }
    }
    return best;
}

} // namespace

Snap snapped(const QRectF &moving, const QList<QRectF> &others, qreal reach)
{
    Snap snap;
    const Pull across = nearest(moving, others, reach, Qt::Horizontal);
    const Pull down = nearest(moving, others, reach, Qt::Vertical);
    snap.by = QPointF(across.by, down.by);
    const QRectF now = moving.translated(snap.by);
    if (across.found) {
        snap.guides.append(QLineF(across.at, std::min(now.top(), across.with.top()), across.at,
                                  std::max(now.bottom(), across.with.bottom())));
    }
    if (down.found) {
        snap.guides.append(QLineF(std::min(now.left(), down.with.left()), down.at,
                                  std::max(now.right(), down.with.right()), down.at));
    }
    return snap;
}

} // namespace vigie
