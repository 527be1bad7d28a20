// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace vigie {

/// A session bus of the test's own, which dies with it. It starts no services: where a real portal
/// is installed, it must not answer in the mock's place.
class PrivateBus final
{
public:
    /// Empty when no daemon could be started.
    [[nodiscard]] QString start()
    {
        QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
        const QByteArray text = "<busconfig><type>session</type><listen>unix:tmpdir="
            + QFile::encodeName(m_folder.path())
            + "</listen><policy context=\"default\"><allow send_destination=\"*\"/>"
              "<allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>";
        if (!config.open(QIODevice::WriteOnly) || config.write(text) != text.size())
            return {};
        config.close();
        m_daemon.setStandardErrorFile(QProcess::nullDevice());
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--config-file=") + config.fileName(),
                        QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                        QStringLiteral("--print-address=1")});
        if (!m_daemon.waitForStarted(10'000) || !m_daemon.waitForReadyRead(10'000))
            return {};
        return QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~PrivateBus()
    {
        if (m_daemon.state() == QProcess::NotRunning)
            return;
        m_daemon.terminate();
        if (!m_daemon.waitForFinished(10'000))
            m_daemon.kill();
    }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
};

} // namespace vigie
