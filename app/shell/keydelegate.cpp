// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/keydelegate.h"

#include <QKeyEvent>
#include <QKeySequenceEdit>

namespace vigie {

QWidget *KeyDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                   const QModelIndex &index) const
{
    auto *edit = new QKeySequenceEdit(parent);
    edit->setObjectName(QStringLiteral("shortcutKeysEdit"));
    edit->setAccessibleName(
        tr("New keys for “%1”").arg(index.siblingAtColumn(0).data().toString()));
    edit->setAutoFillBackground(true);
    auto *self = const_cast<KeyDelegate *>(this); // the signals of delegates are not const
    connect(edit, &QKeySequenceEdit::editingFinished, self, [self, edit] {
        // Losing the focus ends it too, and has to change nothing.
        if (!edit->keySequence().isEmpty())
            Q_EMIT self->commitData(edit);
        Q_EMIT self->closeEditor(edit);
    });
    return edit;
}

void KeyDelegate::setEditorData(QWidget *, const QModelIndex &) const {}

void KeyDelegate::setModelData(QWidget *editor, QAbstractItemModel *,
                               const QModelIndex &index) const
{
    const QKeySequence keys = static_cast<QKeySequenceEdit *>(editor)->keySequence();
    if (!keys.isEmpty())
        Q_EMIT keysGiven(index, keys);
}

/// Enter and Tab are keys like others here.
bool KeyDelegate::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QStyledItemDelegate::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier)
        return QStyledItemDelegate::eventFilter(object, event);
    return false;
}

} // namespace vigie
