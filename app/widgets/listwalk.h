// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemView;
class QWidget;

namespace vigie {

/// Up, Down, Page Up and Page Down in a field walk through the list beside it, so that the
/// keyboard can stay in the field. Owned by the field; the list must live as long.
class ListWalk final : public QObject
{
    Q_OBJECT

public:
    ListWalk(QWidget *field, QAbstractItemView *list);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView *m_list;
};

} // namespace vigie
