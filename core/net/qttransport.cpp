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
}

QtTransport::~QtTransport()
{
    abortAll();
}

/// A manager without an exchange. While Qt finds out which of a name's addresses answers, it holds
/// back everything else that was asked of the same manager, until the first answer has ended:
/// behind a long poll that would be for as long as it lasts.
std::shared_ptr<QNetworkAccessManager> QtTransport::freeManager()
{
    for (const auto &manager : std::as_const(m_managers)) {
        if (manager.use_count() == 1) // exchanges share the ownership until their end
            return manager;
    }
    auto manager = std::make_shared<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_managers.append(manager);
    return manager;
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
            [this, exchange] { exchange->start(freeManager(), m_trust); });
    exchange->start(freeManager(), m_trust);
    return future;
}

void QtTransport::onPinFound(QtExchange *exchange, const QSslCertificate &certificate)
{
    if (pinnedCertificate(m_trust).isNull()) {
        m_trust.certificate = certificate.toPem();
        // Managers keep TLS contexts by host without looking at the trust they were made with.
        m_managers.clear();
        Q_EMIT pinLearned(m_trust);
    }
    exchange->start(freeManager(), m_trust);
}

void QtTransport::abortAll()
{
    const auto exchanges = findChildren<QtExchange *>(Qt::FindDirectChildrenOnly);
    for (QtExchange *exchange : exchanges)
        exchange->cancel();
}

} // namespace vigie::net
