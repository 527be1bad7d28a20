// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/qttransport.h"

#include "core/net/qtexchange.h"
#include "core/net/urlpolicy.h"

#include <QNetworkAccessManager>

namespace vigie::net {

QtTransport::QtTransport(TlsTrust trust, QObject *parent)
    : QObject(parent), m_trust(std::move(trust))
{
    const QString normal = normalFingerprint(m_trust.fingerprint);
    // A pin we cannot read must not turn into "no pin": keep it, and it will match nothing.
    if (!normal.isEmpty())
        m_trust.fingerprint = normal;
    renewManager();
}

QtTransport::~QtTransport()
{
    abortAll();
}

void QtTransport::renewManager()
{
    // Exchanges share the ownership, so that a manager outlives its replies. A manager keeps TLS
    // contexts by host without looking at the trust they were made with: new trust, new manager.
    m_manager = std::make_shared<QNetworkAccessManager>();
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QFuture<Answer> QtTransport::send(const Request &request)
{
    auto *exchange = new QtExchange(request, this);
    const QFuture<Answer> future = exchange->future();
    if (const Done allowed = checkRequestUrl(request.url); !allowed) {
        exchange->refuse(allowed.error());
        return future;
    }
    connect(exchange, &QtExchange::pinFound, this,
            [this, exchange](const QSslCertificate &found) { onPinFound(exchange, found); });
    connect(exchange, &QtExchange::handshakeLost, this,
            [this, exchange] { exchange->start(m_manager, m_trust); });
    exchange->start(m_manager, m_trust);
    return future;
}

void QtTransport::onPinFound(QtExchange *exchange, const QSslCertificate &certificate)
{
    if (pinnedCertificate(m_trust).isNull()) {
        m_trust.certificate = certificate.toPem();
        renewManager();
        Q_EMIT pinLearned(m_trust);
    }
    exchange->start(m_manager, m_trust);
}

void QtTransport::abortAll()
{
    const auto exchanges = findChildren<QtExchange *>(Qt::FindDirectChildrenOnly);
    for (QtExchange *exchange : exchanges)
        exchange->cancel();
}

} // namespace vigie::net
