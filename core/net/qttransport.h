// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tlstrust.h"
#include "core/net/transport.h"

#include <QList>
#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace vigie::net {

class QtExchange;

/// Transport over QNetworkAccessManager. Lives on the thread that made it, which needs an event
/// loop. Bodies are one-shot (oneshotbody.h), redirects are never followed, no cookies, no cache,
/// HTTP/1.1 only, and every answer has a time-out and a size cap, counted after decompression.
class QtTransport final : public QObject, public Transport
{
    Q_OBJECT

public:
    explicit QtTransport(TlsTrust trust, QObject *parent = nullptr);
    ~QtTransport() override;

    [[nodiscard]] QFuture<Answer> send(const Request &request) override;
    void abortAll() override;

    /// With the pinned certificate once it was seen.
    [[nodiscard]] const TlsTrust &trust() const { return m_trust; }

Q_SIGNALS:
    /// The pinned certificate was seen for the first time; keep trust() with the account.
    void pinLearned(const vigie::net::TlsTrust &trust);

private:
    [[nodiscard]] std::shared_ptr<QNetworkAccessManager> freeManager();
    void onPinFound(QtExchange *exchange, const QSslCertificate &certificate);

    TlsTrust m_trust;
    QList<std::shared_ptr<QNetworkAccessManager>> m_managers; ///< each with one exchange at most
};

} // namespace vigie::net
