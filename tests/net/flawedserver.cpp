// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/flawedserver.h"

#include <QSslConfiguration>
#include <QSslServer>

namespace vigie::test {

FlawedServer::FlawedServer(Behaviour behaviour, const QSslKey &key,
                           const QList<QSslCertificate> &chain)
    : m_behaviour(std::move(behaviour)), m_tls(!chain.isEmpty())
{
    if (m_tls) {
        auto server = std::make_unique<QSslServer>();
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPrivateKey(key);
        configuration.setLocalCertificateChain(chain);
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        server->setSslConfiguration(configuration);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &FlawedServer::accept);
    // "localhost" may mean either address family.
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback");
}

FlawedServer::~FlawedServer()
{
    m_server.reset(); // its sockets still report to us while they close
}

QUrl FlawedServer::url(const QString &path, const QString &host) const
{
    QUrl url;
    url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(host);
    url.setPort(m_server->serverPort());
    url.setPath(path);
    return url;
}

void FlawedServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadyRead(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
        onReadyRead(socket);
    }
}

void FlawedServer::onReadyRead(QTcpSocket *socket)
{
    const QByteArray arrived = socket->readAll();
    m_bytes += arrived.size();
    QByteArray &buffer = m_buffers[socket];
    buffer += arrived;
    SeenRequest request;
    while (takeRequest(buffer, request)) {
        m_requests.append(request);
        m_behaviour(socket, request);
        if (!m_buffers.contains(socket) || socket->state() != QAbstractSocket::ConnectedState)
            return;
    }
}

bool FlawedServer::takeRequest(QByteArray &buffer, SeenRequest &request) const
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = buffer.left(end).split('\n');
    request = {};
    request.method = lines.first().split(' ').value(0);
    request.path = lines.first().split(' ').value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(),
                               line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length", "0").toLongLong();
    if (buffer.size() < end + 4 + length)
        return false;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return true;
}

QByteArray httpAnswer(int status, const QByteArray &type, const QByteArray &body,
                      const QByteArray &moreHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n"
        + body;
}

QByteArray jsonAnswer(int status, const QByteArray &body, const QByteArray &moreHeaders)
{
    return httpAnswer(status, "application/json", body, moreHeaders);
}

} // namespace vigie::test
