// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace vigie {

/// An X server of the test's own on a free display, which dies with it.
class XServer final
{
public:
    /// Starts it and makes it the display of this process; call before there is an application.
    [[nodiscard]] bool start(const QString &size)
    {
        m_server.setProcessChannelMode(QProcess::SeparateChannels);
        m_server.setStandardErrorFile(QProcess::nullDevice());
        m_server.start(QStringLiteral("Xvfb"),
                       {QStringLiteral("-displayfd"), QStringLiteral("1"),
                        QStringLiteral("-screen"), QStringLiteral("0"),
                        size + QStringLiteral("x24"), QStringLiteral("-nolisten"),
                        QStringLiteral("tcp"), QStringLiteral("-noreset")});
        QByteArray number;
        while (!number.endsWith('\n')) {
            if (!m_server.waitForReadyRead(20'000)) {
                qCritical("No X server: is Xvfb installed?");
                return false;
            }
            number += m_server.readAllStandardOutput();
        }
        qputenv("DISPLAY", ':' + number.trimmed());
        qputenv("QT_QPA_PLATFORM", "xcb");
        qunsetenv("WAYLAND_DISPLAY");
        qunsetenv("XDG_SESSION_TYPE");
        return true;
    }
    ~XServer()
    {
        if (m_server.state() == QProcess::NotRunning)
            return;
        m_server.terminate();
        if (!m_server.waitForFinished(10'000))
            m_server.kill();
    }

private:
    QProcess m_server;
};

} // namespace vigie
