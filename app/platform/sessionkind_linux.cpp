// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/sessionkind_linux.h"

#include <QGuiApplication>

namespace vigie {

bool isUnderWayland(const QString &platform, const QString &sessionType,
                    const QString &waylandDisplay)
{
    if (platform.startsWith(QLatin1String("wayland")))
        return true;
    return platform == QLatin1String("xcb")
        && (sessionType == QLatin1String("wayland") || !waylandDisplay.isEmpty());
}

bool isUnderWayland()
{
    return isUnderWayland(QGuiApplication::platformName(), qEnvironmentVariable("XDG_SESSION_TYPE"),
                          qEnvironmentVariable("WAYLAND_DISPLAY"));
}

} // namespace vigie
