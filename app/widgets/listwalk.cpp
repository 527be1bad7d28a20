// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/listwalk.h"

#include <QAbstractItemView>
#include <QKeyEvent>

#include <algorithm>

namespace vigie {

namespace {
constexpr int kWalkedPage = 8; ///< rows
} // namespace

ListWalk::ListWalk(QWidget *field, QAbstractItemView *list) : QObject(field), m_list(list)
{
    field->installEventFilter(this);
}

bool ListWalk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    int by = 0;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down: by = 1; break;
    case Qt::Key_Up: by = -1; break;
    case Qt::Key_PageDown: by = kWalkedPage; break;
    case Qt::Key_PageUp: by = -kWalkedPage; break;
    default: break;
    }
    const int rows = m_list->model()->rowCount();
    if (by == 0 || rows == 0)
        return QObject::eventFilter(watched, event);
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, rows - 1);
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
    return true;
}

} // namespace vigie
