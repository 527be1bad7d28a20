// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/platform/sessionkind_linux.h"

namespace vigie {

bool needsPortal(const QString &platform, const QString &sessionType,
                 const QString &waylandDisplay)
{
    if (platform.startsWith(QLatin1String("wayland")))
        return true;
    return platform == QLatin1String("xcb")
        && (sessionType == QLatin1String("wayland") || !waylandDisplay.isEmpty());
}

} // namespace vigie
