// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace vigie {

/// Leaves a window out of every picture of the screen while people still see it. False where the
/// system cannot (X11, Wayland, Windows before 10 version 2004). `window` has been shown.
[[nodiscard]] bool excludeFromCapture(QWidget &window);

} // namespace vigie
