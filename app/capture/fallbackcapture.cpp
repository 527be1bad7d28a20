// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/fallbackcapture.h"

namespace vigie {

FallbackCapture::FallbackCapture(CaptureBackend *first, CaptureBackend *second, QObject *parent) :
    CaptureBackend(parent), m_first(first), m_second(second)
{
    m_first->setParent(this);
    m_second->setParent(this);
    connect(m_first, &CaptureBackend::finished, this, [this](const CaptureResult &result) {
        if (m_asked != m_first)
            return;
        if (result.trouble == CaptureTrouble::Failed) {
            m_asked = m_second;
            m_second->request(m_request);
            return;
        }
        m_asked = nullptr;
        Q_EMIT finished(result);
    });
    connect(m_second, &CaptureBackend::finished, this, [this](const CaptureResult &result) {
        if (m_asked != m_second)
            return;
        m_asked = nullptr;
        Q_EMIT finished(result);
    });
}

CaptureCapabilities FallbackCapture::capabilities() const
{
    return {m_first->capabilities().activeWindow || m_second->capabilities().activeWindow,
            m_first->capabilities().desktopDialog || m_second->capabilities().desktopDialog,
            m_first->capabilities().pointer || m_second->capabilities().pointer};
}

void FallbackCapture::request(const CaptureRequest &request)
{
    m_request = request;
    const bool needsSecond = request.desktopDialog && !m_first->capabilities().desktopDialog;
    m_asked = needsSecond ? m_second : m_first;
    m_asked->request(request);
}

void FallbackCapture::cancel()
{
    if (m_asked)
        m_asked->cancel();
}

} // namespace vigie
