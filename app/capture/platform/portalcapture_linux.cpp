// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/platform/portalcapture_linux.h"

#include "app/capture/platform/portalrequest_linux.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QWindow>

namespace vigie {

namespace {

/// Our window in the portal's spelling, for its dialog to stand on. Desktops since GNOME 46 refuse
/// an empty one; Qt 6.4 has no way to export a Wayland window, where the bare prefix is accepted.
QString parentWindowHandle()
{
    const QString platform = QGuiApplication::platformName();
    if (platform.startsWith(QLatin1String("wayland")))
        return QStringLiteral("wayland:");
    if (platform != QLatin1String("xcb"))
        return {};
    const QWindow *window = QGuiApplication::focusWindow();
    const QWindowList all = QGuiApplication::topLevelWindows();
    for (const QWindow *other : all) {
        if (window)
            break;
        if (other->handle() && other->isVisible())
            window = other;
    }
    return window && window->handle() ? QStringLiteral("x11:%1").arg(window->winId(), 0, 16)
                                      : QStringLiteral("x11:");
}

} // namespace

PortalCapture::PortalCapture(const QDBusConnection &bus, QObject *parent, int limitMs) :
    CaptureBackend(parent), m_bus(bus), m_limitMs(limitMs)
{}

PortalCapture::~PortalCapture()
{
    if (m_running)
        m_running->abandon();
}

void PortalCapture::request(const CaptureRequest &request)
{
    // It may outlive this object: see abandon().
    auto *asked = new PortalRequest(m_bus, m_limitMs, QCoreApplication::instance());
    m_running = asked;
    connect(asked, &PortalRequest::finished, this,
            [this, asked, chosen = request.desktopDialog](CaptureResult result) {
                if (m_running != asked)
                    return;
                m_running = nullptr;
                asked->abandon();
                result.chosenByPerson = chosen && !result.trouble;
                Q_EMIT finished(result);
            });
    asked->ask(parentWindowHandle(), request.desktopDialog);
}

void PortalCapture::cancel()
{
    if (!m_running)
        return;
    PortalRequest *asked = m_running;
    m_running = nullptr;
    asked->disconnect(this);
    asked->abandon();
    CaptureResult result;
    result.trouble = CaptureTrouble::Cancelled;
    Q_EMIT finished(result);
}

} // namespace vigie
