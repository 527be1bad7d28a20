// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/net/testcertificates.h"

#include <QList>
#include <QMap>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

namespace vigie::test {

/// One complete request as it was on the wire; header names in lower case.
struct SeenRequest {
    QByteArray method;
    QByteArray path;
    QMap<QByteArray, QByteArray> headers;
    QByteArray body;
};

/// An HTTP server on loopback that misbehaves on purpose: it reads whole requests, counts them,
/// and then does what the test says. Lives on the test's thread.
class FlawedServer : public QObject
{
    Q_OBJECT

public:
    using Behaviour = std::function<void(QTcpSocket *, const SeenRequest &)>;

    /// Plain HTTP, or TLS when there is a certificate; `chain` is what it shows, its own first.
    explicit FlawedServer(Behaviour behaviour, const QSslKey &key = {},
                          const QList<QSslCertificate> &chain = {});
    ~FlawedServer() override;

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/"),
                           const QString &host = QStringLiteral("localhost")) const;
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    [[nodiscard]] const QList<SeenRequest> &requests() const { return m_requests; }
    /// Application bytes that arrived, complete request or not.
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] int connections() const { return m_connections; }
    void setBehaviour(Behaviour behaviour) { m_behaviour = std::move(behaviour); }

private:
    void accept();
    void onReadyRead(QTcpSocket *socket);
    [[nodiscard]] bool takeRequest(QByteArray &buffer, SeenRequest &request) const;

    Behaviour m_behaviour;
    std::unique_ptr<QTcpServer> m_server;
    bool m_tls;
    QMap<QTcpSocket *, QByteArray> m_buffers;
    QList<SeenRequest> m_requests;
    qint64 m_bytes = 0;
    int m_connections = 0;
};

/// A whole answer with Content-Length.
[[nodiscard]] QByteArray httpAnswer(int status, const QByteArray &type, const QByteArray &body,
                                    const QByteArray &moreHeaders = {});
[[nodiscard]] QByteArray jsonAnswer(int status, const QByteArray &body,
                                    const QByteArray &moreHeaders = {});

} // namespace vigie::test
