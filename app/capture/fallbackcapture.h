// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturebackend.h"

namespace vigie {

/// Asks one back end, and another one where the first gets no picture out of this system at all.
/// What a person decided is never asked again.
class FallbackCapture final : public CaptureBackend
{
    Q_OBJECT

public:
    /// Takes ownership of both.
    FallbackCapture(CaptureBackend *first, CaptureBackend *second, QObject *parent);

    [[nodiscard]] CaptureCapabilities capabilities() const override;
    void request(const CaptureRequest &request) override;
    void cancel() override;

private:
    CaptureBackend *m_first;
    CaptureBackend *m_second;
    CaptureBackend *m_asked = nullptr; ///< null while no request is running
    CaptureRequest m_request;
};

} // namespace vigie
