// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace vigie {

/// The list itself: a one-column table, because a table's rows cost nothing until they are seen.
/// Asks the model for the next page before the end comes into sight.
class TicketTable final : public QTableView
{
    Q_OBJECT

public:
    explicit TicketTable(QWidget *parent);

    /// Letters are commands here, not a search for rows that begin with them.
    void keyboardSearch(const QString &) override {}
    void setRowHeight(int height);

Q_SIGNALS:
    /// Ctrl and a click.
    void markToggled(const QModelIndex &index);
    /// Shift and a click or an arrow: everything from the last one up to here.
    void markedUpTo(const QModelIndex &index);
    /// A plain click: this one alone.
    void plainlyClicked(const QModelIndex &index);
    void unmarkWanted();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void verticalScrollbarValueChanged(int value) override;

private:
    void prefetch();
};

} // namespace vigie
