// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/savedview.h"

#include <QTableView>

class QTimer;

namespace vigie {

/// The list itself: a table, because a table's rows cost nothing until they are seen. One column of
/// cards without a header, or columns that the person arranges. Asks the model for the next page
/// before the end comes into sight.
class TicketTable final : public QTableView
{
    Q_OBJECT

public:
    explicit TicketTable(QWidget *parent);

    /// Letters are commands here, not a search for rows that begin with them.
    void keyboardSearch(const QString &) override {}
    /// Of tickets, and of the heads of groups.
    void setRowHeights(int ticket, int head);
    /// After the model got the columns of the same look.
    void setLook(const ViewLook &look);
    /// -1 = none.
    [[nodiscard]] int hoveredRow() const { return m_hovered; }
    void setModel(QAbstractItemModel *model) override;

Q_SIGNALS:
    /// Ctrl and a click.
    void markToggled(const QModelIndex &index);
    /// Shift and a click or an arrow: everything from the last one up to here.
    void markedUpTo(const QModelIndex &index);
    /// A plain click: this one alone.
    void plainlyClicked(const QModelIndex &index);
    void unmarkWanted();
    /// A group's head was clicked, or a key asked for it.
    void foldWanted(const QModelIndex &head, bool folded);
    /// The person moved columns or made them wider.
    void columnsArranged(const QList<vigie::ViewLook::Column> &columns);
    /// A column's title was clicked.
    void sortWanted(vigie::ViewColumn column);
    void headerMenuWanted(const QPoint &where);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void verticalScrollbarValueChanged(int value) override;

private:
    void prefetch();
    void wireHeader();
    void setHovered(int row);
    [[nodiscard]] bool isHead(const QModelIndex &index) const;
    [[nodiscard]] bool takeHeadKey(int key);
    [[nodiscard]] QList<ViewLook::Column> arrangement() const;
    void placeColumns();
    void fillWidth();
    void showSortMark();
    void showHeights();

    ViewLook m_look;
    QTimer *m_calm; ///< a column that is dragged changes with every pixel
    int m_rowHeight = 0;
    int m_headHeight = 0;
    int m_hovered = -1;
    bool m_placing = false; ///< the columns' changes are ours, not the person's
};

} // namespace vigie
