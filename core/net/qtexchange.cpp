// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/qtexchange.h"

#include "core/base/limits.h"
#include "core/base/logging.h"
#include "core/net/oneshotbody.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <algorithm>
#include <limits>

namespace vigie::net {

namespace {

/// More than the exchanges that ever share a handshake: each round tells at least one of them.
constexpr int kHandshakes = 10;

/// Errors that only repeat an HTTP status; the answer itself is complete.
bool isStatusError(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return true;
    default:
        return false;
    }
}

bool isTimeout(QNetworkReply::NetworkError error)
{
    // Nobody but the transfer time-out cancels without going through finish() first.
    return error == QNetworkReply::TimeoutError
        || error == QNetworkReply::OperationCanceledError
        || error == QNetworkReply::ProxyTimeoutError;
}

QString enumText(QNetworkReply::NetworkError error)
{
    return QStringLiteral("network error %1").arg(int(error));
}

} // namespace

QtExchange::QtExchange(const Request &request, QObject *parent)
    : QObject(parent), m_request(request)
{
    m_promise.start();
    m_watchdog.setSingleShot(true);
    m_connectTimer.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this,
            [this] { failWith(ErrorCode::Timeout, QStringLiteral("no whole answer in time")); });
    connect(&m_connectTimer, &QTimer::timeout, this, [this] {
        failWith(ErrorCode::Timeout, QStringLiteral("no connection in time"));
    });
}

QtExchange::~QtExchange()
{
    cancel();
}

void QtExchange::start(const std::shared_ptr<QNetworkAccessManager> &manager,
                       const TlsTrust &trust)
{
    if (m_ended)
        return;
    dropReply();
    m_managers.append(manager);
    m_trust = trust;
    m_reply = dispatch(*manager);
    watch();
    if (!m_watchdog.isActive())
        m_watchdog.start(int(std::clamp<qint64>(m_request.timeoutMs, 1, 86'400'000)));
    m_connectTimer.start(int(limits::kConnectTimeoutMs));
}

QNetworkRequest QtExchange::networkRequest() const
{
    QNetworkRequest request(m_request.url);
    for (auto it = m_request.headers.begin(); it != m_request.headers.end(); ++it)
        request.setRawHeader(it.key(), it.value());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    // A second net: the watchdog counts the whole exchange, this one counts silence.
    request.setTransferTimeout(int(std::clamp<qint64>(
        m_request.timeoutMs + 1'000, 1, std::numeric_limits<int>::max())));
    request.setSslConfiguration(tlsConfiguration(m_trust));
    return request;
}

QNetworkReply *QtExchange::dispatch(QNetworkAccessManager &manager)
{
    QNetworkRequest request = networkRequest();
    if (m_request.method == Method::Get)
        return manager.get(request);
    if (m_request.method == Method::Head)
        return manager.head(request);
    // Idempotent by definition; with an empty body device Qt would not say when it was sent.
    if (m_request.method == Method::Delete)
        return manager.deleteResource(request);
    m_body = new OneShotBody(m_request.body, this);
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
    if (m_request.method == Method::Post)
        return manager.post(request, m_body);
    return manager.sendCustomRequest(request, "PATCH", m_body);
}

void QtExchange::watch()
{
    connect(m_reply, &QNetworkReply::sslErrors, this, &QtExchange::onSslErrors);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &QtExchange::onMetaData);
    connect(m_reply, &QNetworkReply::readyRead, this, &QtExchange::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &QtExchange::onFinished);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_requestSent = true;
        m_connectTimer.stop();
    });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this] { m_connectTimer.stop(); });
}

void QtExchange::onSslErrors(const QList<QSslError> &errors)
{
    const QList<QSslCertificate> chain = m_reply->sslConfiguration().peerCertificateChain();
    const TlsVerdict verdict = judge(m_trust, errors, chain);
    if (!chain.isEmpty())
        m_expiresAt = chain.first().expiryDate().toMSecsSinceEpoch();
    switch (verdict.action) {
    case TlsVerdict::Action::Accept:
        m_reply->ignoreSslErrors(errors);
        return;
    case TlsVerdict::Action::Learn:
        // Not from inside the reply's own signal; the handshake fails by itself meanwhile.
        m_reply->disconnect(this);
        m_connectTimer.stop();
        QMetaObject::invokeMethod(
            this, [this, found = verdict.learned] { Q_EMIT pinFound(found); },
            Qt::QueuedConnection);
        return;
    case TlsVerdict::Action::Refuse:
        m_refusal = verdict;
        return;
    }
}

void QtExchange::onMetaData()
{
    m_connectTimer.stop();
    const qint64 announced =
        m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (m_request.method != Method::Head && announced > cap())
        failWith(ErrorCode::TooLarge, QStringLiteral("answer of %1 bytes").arg(announced));
}

void QtExchange::onReadyRead()
{
    // What arrives is decompressed already, so a small answer that unpacks without end stops here.
    m_received += m_reply->read(cap() - m_received.size() + 1);
    if (m_received.size() > cap())
        failWith(ErrorCode::TooLarge, QStringLiteral("answer over %1 bytes").arg(cap()));
}

void QtExchange::onFinished()
{
    if (m_ended)
        return;
    if (m_refusal) {
        m_shownFingerprint = m_refusal->fingerprint;
        failWith(m_refusal->code, m_refusal->detail);
        return;
    }
    if (!isAnswer()) {
        const QNetworkReply::NetworkError error = m_reply->error();
        if (error == QNetworkReply::SslHandshakeFailedError && ++m_lostHandshakes < kHandshakes)
            return startAnew();
        failWith(isTimeout(error) ? ErrorCode::Timeout : ErrorCode::Offline, enumText(error));
        return;
    }
    onReadyRead();
    if (!m_ended)
        succeed();
}

/// Several exchanges with one host share its first handshake, and Qt tells only one of them what
/// was wrong with the certificate. Nothing was sent yet, so the others may ask for themselves.
void QtExchange::startAnew()
{
    m_reply->disconnect(this);
    m_connectTimer.stop();
    QMetaObject::invokeMethod(this, &QtExchange::handshakeLost, Qt::QueuedConnection);
}

bool QtExchange::isAnswer() const
{
    const int status =
        m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    if (status < 200)
        return false;
    // Qt rewinds the body for these two before it looks whether redirects are wanted at all.
    if (status == 307 || status == 308)
        return error == QNetworkReply::NoError || error == QNetworkReply::ContentReSendError;
    return error == QNetworkReply::NoError || (status >= 400 && isStatusError(error));
}

bool QtExchange::mayHaveArrived() const
{
    // A request whose body was never asked for cannot be complete on the other side.
    return m_body && !m_request.body.isEmpty() ? m_body->touched() : m_requestSent;
}

qint64 QtExchange::cap() const
{
    return m_request.mostBytes > 0 ? m_request.mostBytes : qint64(limits::kJsonBytes);
}

void QtExchange::succeed()
{
    Response response;
    response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const QNetworkReply::RawHeaderPair &header : m_reply->rawHeaderPairs())
        response.headers.insert(header.first.toLower(), header.second);
    response.body = m_received;
    const QList<QSslCertificate> chain = m_reply->sslConfiguration().peerCertificateChain();
    if (!chain.isEmpty()) {
        response.fingerprint = fingerprintOf(topOf(chain));
        response.certificateExpiresAt = chain.first().expiryDate().toMSecsSinceEpoch();
    }
    finish(std::move(response));
}

void QtExchange::failWith(ErrorCode code, const QString &detail)
{
    if (m_ended)
        return;
    Failure failure;
    failure.error = Error{code, detail, std::nullopt};
    failure.mayHaveArrived = mayHaveArrived();
    failure.fingerprint = m_shownFingerprint;
    failure.certificateExpiresAt = m_expiresAt;
    qCDebug(lcNet) << "exchange failed:" << toLog(failure.error);
    finish(tl::unexpected<Failure>(std::move(failure)));
}

void QtExchange::refuse(const Error &error)
{
    failWith(error.code, error.detail);
}

void QtExchange::cancel()
{
    failWith(ErrorCode::Cancelled, QStringLiteral("stopped"));
}

void QtExchange::finish(Answer answer)
{
    if (m_ended)
        return;
    m_ended = true;
    m_watchdog.stop();
    m_connectTimer.stop();
    dropReply();
    m_promise.addResult(std::move(answer));
    m_promise.finish();
    deleteLater();
}

void QtExchange::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (m_body)
        m_body->setParent(m_reply);
    if (m_reply->isRunning())
        m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace vigie::net
