// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QListWidget;
class QVBoxLayout;

namespace vigie {

class ChoiceChips;
class Label;

/// The look of a list, to be changed while one sees it change: cards or table, which columns, in
/// what groups and order, how close. A popup that goes with Escape or a click elsewhere.
class LookPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit LookPanel(QWidget *parent);

    /// Opens below `anchor`, for a list of this name; `usual` is what "as it was at first" means.
    void open(QWidget *anchor, const QString &name, const ViewLook &look, const ViewLook &usual);

Q_SIGNALS:
    void chosen(const vigie::ViewLook &look);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QVBoxLayout *buildChoices();
    [[nodiscard]] QVBoxLayout *buildColumns();
    void show(const ViewLook &look);
    void showColumns(const QList<ViewLook::Column> &columns);
    void moveColumn(int by);
    void takeChoices();

    Label *m_title;
    ChoiceChips *m_shape;
    ChoiceChips *m_density;
    QComboBox *m_grouping;
    QComboBox *m_sort;
    QCheckBox *m_reversed;
    QListWidget *m_columns;
    ViewLook m_look;
    ViewLook m_usual;
    QList<ViewLook::Column> m_table; ///< the columns it has as a table, also while it shows cards
    bool m_showing = false;
};

} // namespace vigie
