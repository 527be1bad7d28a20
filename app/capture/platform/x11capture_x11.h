// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/screencapture.h"

namespace vigie {

/// X11: the root window by Qt, the active window by EWMH (_NET_ACTIVE_WINDOW and frame extents), the
/// pointer by the XFixes extension.
/// On other platform plugins that can grab screens, the same without an active window.
class X11Capture final : public ScreenCapture
{
    Q_OBJECT

public:
    explicit X11Capture(QObject *parent) : ScreenCapture(parent) {}
    [[nodiscard]] CaptureCapabilities capabilities() const override;

protected:
    [[nodiscard]] std::optional<CapturedWindow>
    activeWindow(const QList<CapturedScreen> &screens) override;
    [[nodiscard]] std::optional<CapturedPointer>
    pointer(const QList<CapturedScreen> &screens) override;
};

} // namespace vigie
