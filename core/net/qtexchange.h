// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tlstrust.h"
#include "core/net/transport.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace vigie::net {

class OneShotBody;

/// One request on its way: owns the reply, its body and its timers, ends its promise exactly once
/// and then deletes itself. Private to QtTransport.
class QtExchange final : public QObject
{
    Q_OBJECT

public:
    QtExchange(const Request &request, QObject *parent);
    ~QtExchange() override;

    [[nodiscard]] QFuture<Answer> future() const { return m_promise.future(); }
    /// Sends; once more after pinFound(), when nothing but a handshake has happened yet.
    void start(const std::shared_ptr<QNetworkAccessManager> &manager, const TlsTrust &trust);
    /// Ends without touching the network.
    void refuse(const Error &error);
    void cancel();

Q_SIGNALS:
    /// The pinned certificate was in the chain: start() again with it as the authority.
    void pinFound(const QSslCertificate &certificate);
    /// A handshake failed without a reason of its own: start() again with the trust of now.
    void handshakeLost();

private:
    [[nodiscard]] QNetworkRequest networkRequest() const;
    [[nodiscard]] QNetworkReply *dispatch(QNetworkAccessManager &manager);
    void watch();
    void onSslErrors(const QList<QSslError> &errors);
    void onMetaData();
    void onReadyRead();
    void onFinished();
    void startAnew();
    [[nodiscard]] bool isAnswer() const;
    [[nodiscard]] bool mayHaveArrived() const;
    [[nodiscard]] qint64 cap() const;
    void succeed();
    void failWith(ErrorCode code, const QString &detail);
    void finish(Answer answer);
    void dropReply();

    Request m_request;
    TlsTrust m_trust;
    QPromise<Answer> m_promise;
    /// Kept until the exchange itself is deleted, which happens after its replies were.
    QList<std::shared_ptr<QNetworkAccessManager>> m_managers;
    QPointer<QNetworkReply> m_reply;
    QPointer<OneShotBody> m_body;
    QTimer m_watchdog;
    QTimer m_connectTimer;
    QByteArray m_received;
    QString m_shownFingerprint;
    qint64 m_expiresAt = 0;
    std::optional<TlsVerdict> m_refusal;
    int m_lostHandshakes = 0;
    bool m_requestSent = false;
    bool m_ended = false;
};

} // namespace vigie::net
