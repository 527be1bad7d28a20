// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/capturebackend.h"

#include "app/capture/fallbackcapture.h"
#include "app/capture/platform/portalcapture_linux.h"
#include "app/capture/platform/x11capture_x11.h"
#include "app/platform/sessionkind_linux.h"

namespace vigie {

CaptureBackend *CaptureBackend::create(QObject *parent)
{
    auto *portal = new PortalCapture(QDBusConnection::sessionBus(), parent);
    if (isUnderWayland())
        return portal;
    return new FallbackCapture(new X11Capture(nullptr), portal, parent);
}

} // namespace vigie
