// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace vigie::testing {

/// What one run of the program left behind.
struct Ran {
    int exitCode = -1;
    QString out;
    QString err;
};

/// Runs `program` to its end with an environment of its own: no VIGIE_* but `environment`.
[[nodiscard]] Ran runProgram(const QString &program, const QStringList &arguments,
                             const QByteArray &input = {}, const QStringList &environment = {});

/// A serving process on a free port of the loopback. Ends with the object.
class ServerProcess
{
public:
    ServerProcess(QString program, QString dataFolder) : m_program(program), m_data(dataFolder) {}
    ~ServerProcess();

    /// Waits until it serves. False with output() when it does not.
    [[nodiscard]] bool start(const QStringList &flags = {});
    /// Asks it to end; its exit code, or -1 when it had to be killed.
    int stop();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString fingerprint() const { return m_fingerprint; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] QString output() { return m_output += QString::fromUtf8(m_process.readAll()); }
    /// The authority's certificate.
    [[nodiscard]] QByteArray authorityPem() const;
    /// Most memory it ever had resident, bytes; 0 where the system does not say.
    [[nodiscard]] qint64 peakMemory() const;

private:
    QString m_program;
    QString m_data;
    QProcess m_process;
    QString m_output;
    QString m_fingerprint;
    quint16 m_port = 0;
};

} // namespace vigie::testing
