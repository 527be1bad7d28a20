// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/support/serverprocess.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTest>

namespace vigie::testing {

namespace {

QProcessEnvironment cleanEnvironment(const QStringList &additions)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(QLatin1String("VIGIE_")))
            environment.remove(name);
    }
    for (const QString &addition : additions)
        environment.insert(addition.section(QLatin1Char('='), 0, 0),
                           addition.section(QLatin1Char('='), 1));
    return environment;
}

} // namespace

Ran runProgram(const QString &program, const QStringList &arguments, const QByteArray &input,
               const QStringList &environment)
{
    QProcess process;
    process.setProcessEnvironment(cleanEnvironment(environment));
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    Ran ran;
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return ran;
    ran.exitCode = process.exitCode();
    ran.out = QString::fromUtf8(process.readAllStandardOutput());
    ran.err = QString::fromUtf8(process.readAllStandardError());
    return ran;
}

ServerProcess::~ServerProcess()
{
    if (isRunning())
        stop();
}

bool ServerProcess::start(const QStringList &flags)
{
    const QString readyFile = m_data + QStringLiteral(".ready");
    QFile::remove(readyFile);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setProcessEnvironment(cleanEnvironment({}));
    m_process.start(m_program,
                    QStringList{QStringLiteral("serve"), QStringLiteral("--data"), m_data,
                                QStringLiteral("--port"), QStringLiteral("0"),
                                QStringLiteral("--ready-file"), readyFile}
                        + flags);
    const bool ready = QTest::qWaitFor(
        [&] { return QFile::exists(readyFile) || m_process.state() == QProcess::NotRunning; },
        30'000);
    QFile file(readyFile);
    if (!ready || !file.open(QIODevice::ReadOnly))
        return false;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    m_port = quint16(object.value(QLatin1String("port")).toInt());
    m_fingerprint = object.value(QLatin1String("fingerprint")).toString();
    return m_port != 0 && object.value(QLatin1String("pid")).toInteger() == pid();
}

int ServerProcess::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished();
        return -1;
    }
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

QByteArray ServerProcess::authorityPem() const
{
    QFile file(m_data + QStringLiteral("/tls/ca.pem"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 ServerProcess::peakMemory() const
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression line(QStringLiteral("VmHWM:\\s+(\\d+) kB"));
    return line.match(QString::fromLatin1(file.readAll())).captured(1).toLongLong() * 1024;
}

} // namespace vigie::testing
