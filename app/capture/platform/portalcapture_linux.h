// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturebackend.h"
#include "core/base/limits.h"

#include <QDBusConnection>
#include <QPointer>

namespace vigie {

class PortalRequest;

/// The desktop portal: the only way on Wayland. Gives the whole desktop in one picture, which is
/// cut into screens, and knows no windows.
class PortalCapture final : public CaptureBackend
{
    Q_OBJECT

public:
    /// `bus` is the session bus outside of tests.
    explicit PortalCapture(const QDBusConnection &bus, QObject *parent = nullptr,
                           int limitMs = limits::kPortalLimitMs);
    /// An abandoned request cleans up only while the program goes on.
    ~PortalCapture() override;

    [[nodiscard]] CaptureCapabilities capabilities() const override { return {false, true}; }
    void request(const CaptureRequest &request) override;
    void cancel() override;

private:
    QDBusConnection m_bus;
    int m_limitMs;
    QPointer<PortalRequest> m_running;
};

} // namespace vigie
