// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tabstops.h"

#include <QList>
#include <QWidget>

namespace vigie::tabstops {

QWidget *before(QWidget *widget)
{
    QWidget *at = widget->previousInFocusChain();
    while (at != widget && (!(at->focusPolicy() & Qt::TabFocus) || at->isAncestorOf(widget)))
        at = at->previousInFocusChain();
    return at;
}

QWidget *putBehind(QWidget *stop, QWidget *part)
{
    QList<QWidget *> stops;
    QWidget *at = part;
    do {
        const bool inside = at == part || part->isAncestorOf(at);
        if (inside && at->focusPolicy() & Qt::TabFocus && !at->focusProxy())
            stops.append(at);
        at = at->nextInFocusChain();
    } while (at != part);
    for (QWidget *one : stops) {
        if (one != stop)
            QWidget::setTabOrder(stop, one);
        stop = one;
    }
    return stop;
}

} // namespace vigie::tabstops
