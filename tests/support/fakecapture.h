// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturebackend.h"

#include <functional>
#include <utility>

namespace vigie {

/// Answers requests as the test said beforehand, from the event loop as a real back end does.
/// Without an answer prepared a request stays open until answer() or cancel().
class FakeCapture final : public CaptureBackend
{
public:
    CaptureCapabilities can{true, false};
    QList<CaptureResult> answers; ///< first in, first out
    QList<CaptureRequest> requests;
    std::function<void()> onRequest;
    int cancels = 0;

    explicit FakeCapture(QObject *parent = nullptr) : CaptureBackend(parent) {}

    [[nodiscard]] CaptureCapabilities capabilities() const override { return can; }
    void request(const CaptureRequest &request) override
    {
        requests.append(request);
        m_open = true;
        if (onRequest)
            onRequest();
        if (!answers.isEmpty()) {
            QMetaObject::invokeMethod(
                this, [this, result = answers.takeFirst()] { answer(result); },
                Qt::QueuedConnection);
        }
    }
    void cancel() override
    {
        ++cancels;
        if (m_open)
            answer(trouble(CaptureTrouble::Cancelled));
    }
    void answer(const CaptureResult &result)
    {
        if (std::exchange(m_open, false))
            Q_EMIT finished(result);
    }

    [[nodiscard]] static CaptureResult trouble(CaptureTrouble trouble)
    {
        CaptureResult result;
        result.trouble = trouble;
        return result;
    }
    [[nodiscard]] static CaptureResult screens(const QList<CapturedScreen> &screens)
    {
        CaptureResult result;
        result.screens = screens;
        return result;
    }
    /// A screen whose every pixel says where it is: see colorAt().
    [[nodiscard]] static CapturedScreen screen(const QString &name, const QRect &logical, qreal dpr,
                                               const QSize &pixels)
    {
        QImage picture(pixels, QImage::Format_RGB32);
        for (int y = 0; y < pixels.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
            for (int x = 0; x < pixels.width(); ++x)
                line[x] = colorAt(x, y);
        }
        return {picture, logical, dpr, name};
    }
    [[nodiscard]] static QRgb colorAt(int x, int y)
    {
        return qRgb(x & 0xff, y & 0xff, ((x >> 8) << 4) | (y >> 8));
    }

private:
    bool m_open = false;
};

} // namespace vigie
