// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QStyledItemDelegate>

namespace vigie {

/// Asks for keys in the row of a command: what is pressed is taken, Escape alone changes nothing.
class KeyDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;

Q_SIGNALS:
    void keysGiven(const QModelIndex &index, const QKeySequence &keys) const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
};

} // namespace vigie
