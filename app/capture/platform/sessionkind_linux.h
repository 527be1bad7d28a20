// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie {

/// Whether only the portal sees the screen. Also true for an X11 program inside a Wayland session:
/// there the root window is black.
/// @param platform QGuiApplication::platformName()
/// @param sessionType $XDG_SESSION_TYPE
/// @param waylandDisplay $WAYLAND_DISPLAY
[[nodiscard]] bool needsPortal(const QString &platform, const QString &sessionType,
                               const QString &waylandDisplay);

} // namespace vigie
