// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie {

/// Whether a Wayland compositor has the last word on screen and keys, also for X11 programs: for
/// those the root window is black and grabbed keys arrive only sometimes.
/// @param platform QGuiApplication::platformName()
/// @param sessionType $XDG_SESSION_TYPE
/// @param waylandDisplay $WAYLAND_DISPLAY
[[nodiscard]] bool isUnderWayland(const QString &platform, const QString &sessionType,
                                  const QString &waylandDisplay);
/// The same for this process.
[[nodiscard]] bool isUnderWayland();

} // namespace vigie
