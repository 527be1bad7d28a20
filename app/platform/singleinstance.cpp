// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/singleinstance.h"

#include "core/base/logging.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QTimer>

namespace vigie {

namespace {

constexpr int kPatienceMs = 2000;
constexpr qint64 kLongestLine = 64 * 1024;

} // namespace

SingleInstance::SingleInstance(const QString &root, QObject *parent) :
    QObject(parent), m_lock(std::make_unique<QLockFile>(root + QStringLiteral("/vigie.lock"))),
    m_server(new QLocalServer(this))
{
    // The profile's path names the channel, so two profiles and two people never meet.
    const QByteArray digest = QCryptographicHash::hash(
        (QDir(root).canonicalPath() + QLatin1Char('|') + QDir::homePath()).toUtf8(),
        QCryptographicHash::Sha256);
    m_name = QStringLiteral("vigie-") + QString::fromLatin1(digest.toHex().left(24));
    m_lock->setStaleLockTime(0); // only a dead owner makes a lock stale, not its age
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
}

SingleInstance::~SingleInstance() = default;

Done SingleInstance::becomeFirst()
{
    if (!m_lock->tryLock(0)) {
        switch (m_lock->error()) {
        case QLockFile::PermissionError:
            return fail(ErrorCode::StoreReadOnly, QStringLiteral("the lock cannot be made"));
        case QLockFile::UnknownError:
            return fail(ErrorCode::StoreFault, QStringLiteral("the lock cannot be made"));
        default: return fail(ErrorCode::ProfileInUse);
        }
    }
    // We hold the lock, so a socket of that name is a dead one's.
    QLocalServer::removeServer(m_name);
    if (!m_server->listen(m_name))
        qCWarning(lcUi) << "later starts cannot be heard:" << m_server->errorString();
    return {};
}

Done SingleInstance::forward(const StartRequest &request)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kPatienceMs))
        return fail(ErrorCode::Timeout, socket.errorString());
    socket.write(toLine(request));
    if (!socket.waitForBytesWritten(kPatienceMs))
        return fail(ErrorCode::Timeout, socket.errorString());
    // The answer proves that somebody read it.
    if (!socket.waitForReadyRead(kPatienceMs))
        return fail(ErrorCode::Timeout, socket.errorString());
    return {};
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(kPatienceMs, socket, [socket] { socket->close(); });
    }
}

void SingleInstance::read(QLocalSocket *socket)
{
    if (socket->bytesAvailable() > kLongestLine) {
        socket->close();
        return;
    }
    if (!socket->canReadLine())
        return;
    const Result<StartRequest> request = startRequestFrom(socket->readLine(kLongestLine));
    if (!request) {
        qCWarning(lcUi) << "a start request was refused:" << toLog(request.error());
        socket->close();
        return;
    }
    socket->write("ok\n");
    socket->disconnectFromServer();
    Q_EMIT requested(*request);
}

} // namespace vigie
