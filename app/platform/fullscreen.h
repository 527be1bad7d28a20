// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vigie {

/// Whether the window in front fills its whole screen: a presentation, a film, a game. False where
/// the system does not tell (Wayland). GUI thread.
[[nodiscard]] bool isFullScreenInFront();

} // namespace vigie
