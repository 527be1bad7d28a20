// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/platform/coverscreen.h"

#include <QScreen>
#include <QWidget>
#include <QWindow>

namespace vigie {

void coverScreen(QWidget &window, QScreen &screen)
{
    // The place is for systems without a window manager, the screen for those (Wayland) where a
    // window may not say its place.
    window.setGeometry(screen.geometry());
    window.winId();
    window.windowHandle()->setScreen(&screen);
    window.showFullScreen();
}

} // namespace vigie
