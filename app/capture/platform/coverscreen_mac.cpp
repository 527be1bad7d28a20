// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/platform/coverscreen.h"

#include <QScreen>
#include <QWidget>

namespace vigie {

void coverScreen(QWidget &window, QScreen &screen)
{
    // Full screen would slide to a Space of its own, away from what is to be shown.
    window.setGeometry(screen.geometry());
    window.show();
}

} // namespace vigie
