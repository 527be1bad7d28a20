// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturecoordinator.h"

#include <QMenu>

namespace vigie {

class EditorHabits;

/// What a picture can be taken of: at once or after some seconds, with the mouse pointer or without.
class CaptureMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit CaptureMenu(QWidget *parent);

    /// Offers to take the mouse pointer as well; the habit is kept in `habits`, which must outlive
    /// the menu.
    void offerPointer(EditorHabits &habits);

Q_SIGNALS:
    void wanted(const vigie::CaptureWish &wish);

private:
    void addKinds(QMenu *into, int seconds);

    EditorHabits *m_habits = nullptr; ///< null: the pointer is not offered
};

} // namespace vigie
