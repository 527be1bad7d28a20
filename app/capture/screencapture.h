// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturebackend.h"

namespace vigie {

/// Grabs every screen through Qt: what X11, Windows and macOS have in common. Their own classes
/// add permissions, the window in front and the pointer.
class ScreenCapture : public CaptureBackend
{
    Q_OBJECT

public:
    explicit ScreenCapture(QObject *parent) : CaptureBackend(parent) {}

    [[nodiscard]] CaptureCapabilities capabilities() const override { return {}; }
    void request(const CaptureRequest &request) override;
    void cancel() override;

protected:
    /// What stands in the way before anything is grabbed.
    [[nodiscard]] virtual std::optional<CaptureTrouble> obstacle() { return std::nullopt; }
    /// The window in front, when it belongs to another program.
    [[nodiscard]] virtual std::optional<CapturedWindow>
    activeWindow(const QList<CapturedScreen> &screens)
    {
        Q_UNUSED(screens)
        return std::nullopt;
    }
    /// The mouse pointer as it looks now.
    [[nodiscard]] virtual std::optional<CapturedPointer>
    pointer(const QList<CapturedScreen> &screens)
    {
        Q_UNUSED(screens)
        return std::nullopt;
    }

private:
    void grab();

    bool m_running = false;
};

} // namespace vigie
