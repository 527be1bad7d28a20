// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPoint>
#include <QPointer>
#include <QWidget>

namespace vigie {

/// Takes every visible window of the application off the screen while it lives, and puts exactly
/// those back when it dies: at their place, in their state, with the one in front in front.
/// Menus and tooltips are closed for good, as any click elsewhere would do. GUI thread.
class WindowCurtain final
{
public:
    WindowCurtain();
    ~WindowCurtain();
    Q_DISABLE_COPY_MOVE(WindowCurtain)

    /// The window system has confirmed that nothing of them is shown any more.
    [[nodiscard]] bool isDown() const;

    /// Nothing is put back any more.
    void giveUp();

private:
    struct Hidden {
        QPointer<QWidget> window;
        QPoint position;
        Qt::WindowModality modality = Qt::NonModal;
    };

    QList<Hidden> m_hidden; ///< parents before their children
    QPointer<QWidget> m_active;
};

} // namespace vigie
