// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/serverprocess.h"

#include "core/net/tlstrust.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QTcpServer>
#include <QTest>

namespace vigie::e2e {

namespace {

constexpr int kReadyMs = 20'000 * kSlowness;
constexpr int kCommandMs = 60'000 * kSlowness;
constexpr int kFirstPort = 12'000; // below every system's range of ports for clients
constexpr int kLastPort = 31'000;

} // namespace

quint16 freePort()
{
    for (int tries = 0; tries < 100; ++tries) {
        const auto port = quint16(QRandomGenerator::global()->bounded(kFirstPort, kLastPort));
        QTcpServer probe;
        if (probe.listen(QHostAddress::LocalHost, port))
            return port;
    }
    return 0;
}

ServerProcess::ServerProcess(const QString &folder)
    : ChildProcess(QStringLiteral(VIGIE_E2E_SERVER), folder + QStringLiteral("/server.log")),
      m_folder(folder), m_port(freePort())
{
    QDir().mkpath(folder);
}

QString ServerProcess::url() const
{
    return QStringLiteral("https://127.0.0.1:%1").arg(m_port);
}

QString ServerProcess::authorityFile() const
{
    return data() + QStringLiteral("/tls/ca.pem");
}

Result<QString> ServerProcess::fingerprint() const
{
    const QList<QSslCertificate> found = QSslCertificate::fromPath(authorityFile());
    if (found.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("no authority"));
    return net::fingerprintOf(found.first());
}

Done ServerProcess::start()
{
    const QString ready = m_folder + QStringLiteral("/ready");
    QFile::remove(ready);
    const QStringList arguments{QStringLiteral("serve"), QStringLiteral("--data"), data(), QStringLiteral("--listen"),
                          QStringLiteral("127.0.0.1:%1").arg(m_port),
                          QStringLiteral("--ready-file"), ready};
    if (!launch(arguments))
        return fail(ErrorCode::NotFound, QStringLiteral("the server does not start"));
    const bool up = QTest::qWaitFor(
        [&] { return QFileInfo::exists(ready) || !isRunning(); }, kReadyMs);
    if (!up || !isRunning())
        return fail(ErrorCode::ServerFault, logTail());
    return {};
}

bool ServerProcess::stop()
{
    if (!isRunning())
        return true;
    process().terminate();
    return process().waitForFinished(kReadyMs) && process().exitStatus() == QProcess::NormalExit
        && exitCode() == 0;
}

Result<QByteArray> ServerProcess::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess command;
    command.start(QStringLiteral(VIGIE_E2E_SERVER),
                  arguments + QStringList{QStringLiteral("--data"), data()});
    command.write(input);
    command.closeWriteChannel();
    if (!command.waitForFinished(kCommandMs))
        return fail(ErrorCode::Timeout, arguments.join(QLatin1Char(' ')));
    if (command.exitStatus() != QProcess::NormalExit || command.exitCode() != 0)
        return fail(ErrorCode::Invalid, arguments.join(QLatin1Char(' ')) + QStringLiteral(": ")
                        + QString::fromUtf8(command.readAllStandardError()));
    return command.readAllStandardOutput();
}

Done ServerProcess::init()
{
    VIGIE_TRY(run({QStringLiteral("init")}));
    return {};
}

Done ServerProcess::addPerson(const QString &login, const QString &role, const QString &password)
{
    QStringList arguments{QStringLiteral("user"),   QStringLiteral("add"), login,
                          QStringLiteral("--name"), login,                 QStringLiteral("--role"),
                          role,                     QStringLiteral("--password-stdin")};
    if (role != QLatin1String("employee"))
        arguments << QStringLiteral("--queue") << QStringLiteral("Service desk");
    VIGIE_TRY(run(arguments, password.toUtf8() + '\n'));
    return {};
}

} // namespace vigie::e2e
