// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/tickettable.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace vigie {

namespace {
/// Rows left below the visible ones when the next page is asked for.
constexpr int kAhead = 60;
} // namespace

TicketTable::TicketTable(QWidget *parent) : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(40);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setProperty("flat", true);
}

void TicketTable::setRowHeight(int height)
{
    if (verticalHeader()->defaultSectionSize() != height) {
        verticalHeader()->setMinimumSectionSize(height);
        verticalHeader()->setDefaultSectionSize(height);
    }
    verticalScrollBar()->setSingleStep(height / 2);
}

void TicketTable::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid()) {
        if (event->modifiers() & Qt::ControlModifier)
            return Q_EMIT markToggled(index);
        if (event->modifiers() & Qt::ShiftModifier)
            return Q_EMIT markedUpTo(index);
        Q_EMIT plainlyClicked(index);
    }
    QTableView::mousePressEvent(event);
}

void TicketTable::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (by != 0 && event->modifiers() == Qt::ShiftModifier) {
        const QModelIndex next = currentIndex().siblingAtColumn(0);
        const QModelIndex target = next.isValid() ? model()->index(next.row() + by, 0) : next;
        if (target.isValid())
            Q_EMIT markedUpTo(target);
        return;
    }
    if (event->key() == Qt::Key_Escape)
        Q_EMIT unmarkWanted();
    QTableView::keyPressEvent(event);
}

void TicketTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    prefetch();
}

void TicketTable::verticalScrollbarValueChanged(int value)
{
    QTableView::verticalScrollbarValueChanged(value);
    prefetch();
}

void TicketTable::prefetch()
{
    if (!model())
        return;
    const int last = rowAt(viewport()->height() - 1);
    if (last >= 0 && model()->rowCount() - last < kAhead && model()->canFetchMore({}))
        model()->fetchMore({});
}

} // namespace vigie
