// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScreen;
class QWidget;

namespace vigie {

/// Shows a frameless window that was not shown before over the whole of a screen.
void coverScreen(QWidget &window, QScreen &screen);

} // namespace vigie
