// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/screencapture.h"

#include <QGuiApplication>
#include <QPixmap>
#include <QScreen>

namespace vigie {

void ScreenCapture::request(const CaptureRequest &request)
{
    Q_UNUSED(request)
    m_running = true;
    QMetaObject::invokeMethod(this, &ScreenCapture::grab, Qt::QueuedConnection);
}

void ScreenCapture::cancel()
{
    if (!m_running)
        return;
    m_running = false;
    CaptureResult result;
    result.trouble = CaptureTrouble::Cancelled;
    Q_EMIT finished(result);
}

void ScreenCapture::grab()
{
    if (!m_running)
        return;
    m_running = false;
    CaptureResult result;
    result.trouble = obstacle();
    if (!result.trouble) {
        for (QScreen *screen : QGuiApplication::screens()) {
            QImage pixels = screen->grabWindow(0).toImage().convertToFormat(QImage::Format_RGB32);
            if (pixels.isNull())
                continue;
            pixels.setDevicePixelRatio(1);
            result.screens.append(CapturedScreen{std::move(pixels), screen->geometry(),
                                                 screen->devicePixelRatio(), screen->name()});
        }
        if (result.screens.isEmpty())
            result.trouble = CaptureTrouble::Failed;
        else
            result.activeWindow = activeWindow(result.screens);
        result.pointer = pointer(result.screens);
    }
    Q_EMIT finished(result);
}

} // namespace vigie
