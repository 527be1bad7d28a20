// SPDX-License-Identifier: GPL-3.0-or-later
// How the list looks: its columns, order and groups.
#include "app/queue/queuepage.h"

#include "app/queue/columntext.h"
#include "app/queue/grouptext.h"
#include "app/queue/lookpanel.h"
#include "app/queue/placelooks.h"
#include "app/queue/scopepanel.h"
#include "app/queue/ticketdelegate.h"
#include "app/queue/tickettable.h"

#include <QAction>
#include <QActionGroup>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace vigie {

namespace {

QString placeName(const ScopeModel::Entry &place)
{
    return QStringLiteral("%1/%2/%3").arg(int(place.scope)).arg(place.queue.text(), place.view);
}

} // namespace

void QueuePage::wireLooks()
{
    m_lookButton->setObjectName(QStringLiteral("lookButton"));
    m_lookButton->setIcon(IconSet::icon(Icon::List, IconColor::Muted));
    m_lookButton->setAccessibleName(tr("Look of this list"));
    m_lookButton->setToolTip(m_lookButton->accessibleName());
    connect(m_lookButton, &QToolButton::clicked, this, &QueuePage::openLook);
    connect(m_lookPanel, &LookPanel::chosen, this, &QueuePage::takeLook);
    connect(m_looks, &PlaceLooks::changed, this, &QueuePage::followLook);
    connect(m_looks, &PlaceLooks::statusText, this, &QueuePage::statusText);
    connect(m_turned, &QAction::triggered, this, [this](bool turned) {
        ViewLook next = look();
        next.reversed = turned;
        takeLook(next);
    });
    connect(m_table, &TicketTable::columnsArranged, this,
            [this](const QList<ViewLook::Column> &columns) {
                ViewLook next = look();
                next.columns = columns;
                takeLook(next);
            });
    connect(m_table, &TicketTable::sortWanted, this, [this](ViewColumn column) {
        const std::optional<ListSort> sort = ColumnText::sortOf(column);
        if (!sort)
            return;
        ViewLook next = look();
        next.reversed = next.sort == *sort && !next.reversed;
        next.sort = *sort;
        takeLook(next);
    });
    connect(m_table, &TicketTable::headerMenuWanted, this, &QueuePage::showHeaderMenu);
    connect(m_table, &TicketTable::foldWanted, this, &QueuePage::fold);
}

ViewLook QueuePage::look() const
{
    const QueryView *view = m_shelf->view(m_scopes->current().view);
    return view && view->isOwn() ? ViewLook(view->saved) : m_looks->of(m_scopes->current());
}

/// Above the conversation there is room for columns and none for cards: whoever did not ask for a
/// table gets the usual one there, as far as it fits and for as long as the list stands there.
ViewLook QueuePage::shownLook() const
{
    ViewLook shown = look();
    if (m_above && shown.columns.isEmpty())
        shown.columns = ColumnText::fitting(m_table->viewport()->width(), m_table->font());
    return shown;
}

void QueuePage::setAbove(bool above)
{
    if (above == m_above)
        return;
    m_above = above;
    followLook();
}

void QueuePage::takeLook(const ViewLook &look)
{
    const QueryView *view = m_shelf->view(m_scopes->current().view);
    if (view && view->isOwn())
        m_shelf->setLook(view->key, look);
    else
        m_looks->choose(m_scopes->current(), look);
    followLook();
}

/// Another order is another question; other columns only show more or less of the answer.
void QueuePage::followLook()
{
    const ViewLook next = shownLook();
    if (next == m_shown)
        return;
    const bool same = next.sort == m_shown.sort && next.reversed == m_shown.reversed
        && next.grouping == m_shown.grouping;
    if (same)
        showLook();
    else
        ask();
}

void QueuePage::showLook()
{
    m_shown = shownLook();
    QList<ViewColumn> columns;
    for (const ViewLook::Column &column : std::as_const(m_shown.columns))
        columns.append(column.column);
    m_model->setFolded(m_folds.value(placeName(m_scopes->current())));
    m_model->setColumns(columns);
    m_delegate->setLook(m_shown);
    m_table->setLook(m_shown);
    // Columns that came are not in the selection yet.
    if (const QModelIndex chosen = m_table->currentIndex(); chosen.isValid()) {
        m_table->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect
                                                      | QItemSelectionModel::Rows);
    }
    showSort();
    showRowHeight();
    m_table->viewport()->update();
}

void QueuePage::showSort()
{
    for (QAction *action : m_sorts->actions())
        action->setChecked(action->data().toInt() == int(m_shown.sort));
    m_turned->setChecked(m_shown.reversed);
}

void QueuePage::openLook()
{
    const QueryView *view = m_shelf->view(m_scopes->current().view);
    m_lookPanel->open(m_lookButton, m_scopes->current().name, look(),
                      view && view->isOwn() ? ViewLook() : PlaceLooks::usual(m_scopes->current()));
}

void QueuePage::showHeaderMenu(const QPoint &where)
{
    const QHeaderView *header = m_table->horizontalHeader();
    const int section = header->logicalIndexAt(header->viewport()->mapFromGlobal(where));
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("headerMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (section >= 0 && section < m_shown.columns.size()) {
        const ViewGrouping grouping = ColumnText::groupingOf(m_shown.columns[section].column);
        if (grouping != ViewGrouping::None) {
            QAction *group = menu->addAction(tr("Group by this: %1").arg(GroupText::of(grouping)));
            group->setObjectName(QStringLiteral("header.group"));
            group->setCheckable(true);
            group->setChecked(m_shown.grouping == grouping);
            connect(group, &QAction::triggered, this, [this, grouping](bool on) {
                ViewLook next = look();
                next.grouping = on ? grouping : ViewGrouping::None;
                takeLook(next);
            });
            menu->addSeparator();
        }
    }
    for (const EnumName<ViewColumn> &column : enumNames<ViewColumn>()) {
        const auto isIt = [value = column.value](const ViewLook::Column &one) {
            return one.column == value;
        };
        QAction *action = menu->addAction(ColumnText::name(column.value));
        action->setObjectName(QStringLiteral("header.") + QLatin1String(column.name));
        action->setCheckable(true);
        action->setChecked(std::any_of(m_shown.columns.cbegin(), m_shown.columns.cend(), isIt));
        action->setEnabled(column.value != ViewColumn::Title);
        connect(action, &QAction::triggered, this, [this, isIt, value = column.value](bool on) {
            ViewLook next = shownLook();
            next.columns.removeIf(isIt);
            if (on)
                next.columns.append({value, 0});
            takeLook(next);
        });
    }
    menu->addSeparator();
    QAction *widths = menu->addAction(tr("Usual widths"));
    widths->setObjectName(QStringLiteral("header.widths"));
    connect(widths, &QAction::triggered, this, [this] {
        ViewLook next = shownLook();
        for (ViewLook::Column &column : next.columns)
            column.width = 0;
        takeLook(next);
    });
    menu->popup(where);
}

// ---- groups ----------------------------------------------------------------------------------

void QueuePage::fold(const QModelIndex &head, bool folded)
{
    m_model->fold(head.data(TicketListModel::HeadRole).value<ListGroup>().key, folded);
    m_folds.insert(placeName(m_scopes->current()), m_model->folded());
}

void QueuePage::foldAll(bool folded)
{
    QSet<QString> keys;
    if (folded) {
        const QList<ListGroup> groups = m_model->groups();
        for (const ListGroup &group : groups)
            keys.insert(group.key);
    }
    if (keys == m_model->folded() || m_shown.grouping == ViewGrouping::None)
        return;
    m_folds.insert(placeName(m_scopes->current()), keys);
    ask();
}

} // namespace vigie
