// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/arrange.h"

#include "core/image/annotationgeometry.h"

#include <algorithm>

namespace vigie {

namespace {

QPointF wayTo(Arrange how, const QRectF &all, const QRectF &one)
{
    switch (how) {
    case Arrange::Left: return {all.left() - one.left(), 0};
    case Arrange::Centre: return {all.center().x() - one.center().x(), 0};
    case Arrange::Right: return {all.right() - one.right(), 0};
    case Arrange::Top: return {0, all.top() - one.top()};
    case Arrange::Middle: return {0, all.center().y() - one.center().y()};
    case Arrange::Bottom: return {0, all.bottom() - one.bottom()};
    case Arrange::SpreadAcross:
    case Arrange::SpreadDown: break;
    }
    return {};
}

void spread(QList<Annotation> &items, bool across)
{
    const auto begin = [across](const Annotation &item) {
        const QRectF place = placeOf(item);
        return across ? place.left() : place.top();
    };
    const auto length = [across](const Annotation &item) {
        const QRectF place = placeOf(item);
        return across ? place.width() : place.height();
    };
    QList<qsizetype> order(items.size());
    for (qsizetype i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](qsizetype a, qsizetype b) { return begin(items[a]) < begin(items[b]); });
    qreal filled = 0;
    for (const Annotation &item : std::as_const(items))
        filled += length(item);
    const Annotation &last = items.at(order.last());
    const qreal gap = (begin(last) + length(last) - begin(items.at(order.first())) - filled)
        / qreal(items.size() - 1);
    qreal at = begin(items.at(order.first()));
    for (const qsizetype i : std::as_const(order)) {
        const qreal by = at - begin(items.at(i));
        moveBy(items[i], across ? QPointF(by, 0) : QPointF(0, by));
        at += length(items.at(i)) + gap;
    }
}

} // namespace

int leastFor(Arrange how)
{
    return how == Arrange::SpreadAcross || how == Arrange::SpreadDown ? 3 : 2;
}

void arrange(QList<Annotation> &items, Arrange how)
{
    if (items.size() < leastFor(how))
        return;
    if (how == Arrange::SpreadAcross || how == Arrange::SpreadDown)
        return spread(items, how == Arrange::SpreadAcross);
    QRectF all = placeOf(items.first());
    for (const Annotation &item : std::as_const(items)) {
        const QRectF place = placeOf(item);
        // By hand: united() skips what has no width, like a vertical line.
        all.setCoords(std::min(all.left(), place.left()), std::min(all.top(), place.top()),
                      std::max(all.right(), place.right()), std::max(all.bottom(), place.bottom()));
    }
    for (Annotation &item : items)
        moveBy(item, wayTo(how, all, placeOf(item)));
}

} // namespace vigie
