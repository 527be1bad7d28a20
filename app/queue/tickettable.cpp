// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/tickettable.h"

#include "app/queue/columntext.h"
#include "app/queue/ticketlistmodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace vigie {

namespace {
/// Rows left below the visible ones when the next page is asked for.
constexpr int kAhead = 60;
constexpr int kNarrowest = 40;
/// The subject gives way to others so far.
constexpr int kNarrowestTitle = 180;
constexpr int kDragPauseMs = 150;
} // namespace

TicketTable::TicketTable(QWidget *parent) : QTableView(parent), m_calm(new QTimer(this))
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setCornerWidget(new QWidget(this)); // where two bars meet there is nothing
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    wireHeader();
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setProperty("flat", true);
}

void TicketTable::wireHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setObjectName(QStringLiteral("ticketListHeader"));
    header->hide();
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(kNarrowest);
    header->setHighlightSections(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_calm->setSingleShot(true);
    m_calm->setInterval(kDragPauseMs);
    connect(m_calm, &QTimer::timeout, this, [this] { Q_EMIT columnsArranged(arrangement()); });
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_placing)
            m_calm->start();
    });
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (m_placing || m_look.columns.isEmpty() || section >= m_look.columns.size())
            return;
        m_look.columns[section].width = width;
        fillWidth();
        m_calm->start();
    });
    connect(header, &QHeaderView::sectionHandleDoubleClicked, this, [this](int section) {
        if (section >= m_look.columns.size())
            return;
        m_look.columns[section].width = 0;
        placeColumns();
        m_calm->start();
    });
    connect(header, &QHeaderView::sectionClicked, this, [this](int section) {
        if (section < m_look.columns.size())
            Q_EMIT sortWanted(m_look.columns[section].column);
    });
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
        Q_EMIT headerMenuWanted(header->viewport()->mapToGlobal(at));
    });
}

void TicketTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    const auto changed = [this] {
        showHeights();
        // Rows that went may have brought the end into sight.
        QMetaObject::invokeMethod(this, &TicketTable::prefetch, Qt::QueuedConnection);
    };
    connect(model, &QAbstractItemModel::modelReset, this, changed);
    connect(model, &QAbstractItemModel::rowsInserted, this, changed);
    connect(model, &QAbstractItemModel::rowsRemoved, this, changed);
    connect(model, &QAbstractItemModel::rowsMoved, this, changed);
}

void TicketTable::setRowHeights(int ticket, int head)
{
    m_headHeight = head;
    if (m_rowHeight != ticket) {
        m_rowHeight = ticket;
        verticalHeader()->setMinimumSectionSize(std::min(ticket, head));
        verticalHeader()->setDefaultSectionSize(ticket);
    }
    showHeights();
    verticalScrollBar()->setSingleStep(ticket / 2);
}

void TicketTable::showHeights()
{
    if (!model() || m_look.grouping == ViewGrouping::None)
        return;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const int height = isHead(model()->index(row, 0)) ? m_headHeight : m_rowHeight;
        if (verticalHeader()->sectionSize(row) != height)
            verticalHeader()->resizeSection(row, height);
    }
}

// ---- columns ---------------------------------------------------------------------------------

void TicketTable::setLook(const ViewLook &look)
{
    m_calm->stop();
    const bool ungrouped = m_look.grouping != look.grouping && look.grouping == ViewGrouping::None;
    m_look = look;
    const bool table = !look.columns.isEmpty();
    QHeaderView *header = horizontalHeader();
    const QScopedValueRollback<bool> placing(m_placing, true);
    header->setVisible(table);
    header->setStretchLastSection(!table);
    header->setSectionsMovable(table);
    header->setSectionsClickable(table);
    setHorizontalScrollBarPolicy(table ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(ScrollPerPixel);
    // What was dragged is in the look's order by now.
    for (int i = 0; i < header->count(); ++i)
        header->moveSection(header->visualIndex(i), i);
    if (ungrouped) {
        for (int row = 0; model() && row < model()->rowCount(); ++row)
            verticalHeader()->resizeSection(row, m_rowHeight);
    }
    placeColumns();
    showSortMark();
}

void TicketTable::placeColumns()
{
    if (m_look.columns.isEmpty())
        return;
    {
        const QScopedValueRollback<bool> placing(m_placing, true);
        QHeaderView *header = horizontalHeader();
        for (int i = 0; i < header->count() && i < m_look.columns.size(); ++i) {
            const ViewLook::Column &column = m_look.columns[i];
            header->resizeSection(i, column.width > 0 ? std::max(kNarrowest, column.width)
                                                      : ColumnText::width(column.column, font()));
        }
    }
    fillWidth();
}

/// The subject takes what others leave, unless the person gave it a width.
void TicketTable::fillWidth()
{
    QHeaderView *header = horizontalHeader();
    const auto title = std::find_if(m_look.columns.cbegin(), m_look.columns.cend(),
                                    [](const ViewLook::Column &column) {
                                        return column.column == ViewColumn::Title;
                                    });
    const int section = int(title - m_look.columns.cbegin());
    if (title == m_look.columns.cend() || title->width > 0 || section >= header->count())
        return;
    const QScopedValueRollback<bool> placing(m_placing, true);
    const int others = header->length() - header->sectionSize(section);
    header->resizeSection(section, std::max(kNarrowestTitle, viewport()->width() - others));
}

QList<ViewLook::Column> TicketTable::arrangement() const
{
    QList<ViewLook::Column> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int section = horizontalHeader()->logicalIndex(place);
        if (section < m_look.columns.size())
            columns.append(m_look.columns[section]);
    }
    return columns;
}

void TicketTable::showSortMark()
{
    QHeaderView *header = horizontalHeader();
    for (int i = 0; i < m_look.columns.size(); ++i) {
        if (ColumnText::sortOf(m_look.columns[i].column) != m_look.sort)
            continue;
        // What is urgent, due or awake first is how people read these downwards.
        const bool down = m_look.sort == ListSort::PriorityFirst || m_look.sort == ListSort::DueFirst
            || m_look.sort == ListSort::WakesFirst;
        header->setSortIndicator(i, down != m_look.reversed ? Qt::AscendingOrder : Qt::DescendingOrder);
        return header->setSortIndicatorShown(true);
    }
    header->setSortIndicatorShown(false);
}

void TicketTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        placeColumns();
}

// ---- rows ------------------------------------------------------------------------------------

bool TicketTable::isHead(const QModelIndex &index) const
{
    return index.data(TicketListModel::HeadRole).isValid();
}

void TicketTable::setHovered(int row)
{
    if (row == m_hovered)
        return;
    for (const int one : {std::exchange(m_hovered, row), row}) {
        if (one >= 0)
            viewport()->update(0, rowViewportPosition(one), viewport()->width(), rowHeight(one));
    }
}

void TicketTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    setHovered(rowAt(int(event->position().y())));
}

void TicketTable::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    setHovered(-1);
}

void TicketTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (isHead(indexAt(event->position().toPoint())))
        return mousePressEvent(event);
    QTableView::mouseDoubleClickEvent(event);
}

void TicketTable::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && isHead(index))
        return Q_EMIT foldWanted(index, !index.data(TicketListModel::FoldedRole).toBool());
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
        QModelIndex target = next.isValid() ? model()->index(next.row() + by, 0) : next;
        while (isHead(target))
            target = model()->index(target.row() + by, 0);
        if (target.isValid())
            Q_EMIT markedUpTo(target);
        return;
    }
    if (event->modifiers() == Qt::NoModifier && takeHeadKey(event->key()))
        return;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT unmarkWanted();
    QTableView::keyPressEvent(event);
}

/// As in a tree: right and left open and close a group, left on a ticket leads to its head.
bool TicketTable::takeHeadKey(int key)
{
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    if (!isHead(current)) {
        const bool leave = key == Qt::Key_Left && m_look.grouping != ViewGrouping::None
            && horizontalHeader()->visualIndex(currentIndex().column()) == 0;
        for (int row = leave ? current.row() : -1; row >= 0; --row) {
            if (isHead(model()->index(row, 0))) {
                setCurrentIndex(model()->index(row, 0));
                return true;
            }
        }
        return false;
    }
    const bool folded = current.data(TicketListModel::FoldedRole).toBool();
    switch (key) {
    case Qt::Key_Left:
        if (!folded)
            Q_EMIT foldWanted(current, true);
        return true;
    case Qt::Key_Right:
        if (folded)
            Q_EMIT foldWanted(current, false);
        return true;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT foldWanted(current, !folded); return true;
    default: return false;
    }
}

void TicketTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fillWidth();
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
