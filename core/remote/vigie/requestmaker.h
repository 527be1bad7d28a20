// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"

#include <QJsonObject>
#include <QUrl>

namespace vigie::remote {

/// Builds requests to one server: address, protocol version, request id and token. The token goes
/// into the header of requests to this origin and nowhere else.
class RequestMaker
{
public:
    explicit RequestMaker(QUrl server) : m_server(std::move(server)) {}

    /// A token with characters that do not belong into a header is not used at all.
    void setToken(const QString &token);
    [[nodiscard]] bool hasToken() const { return !m_token.isEmpty(); }

    [[nodiscard]] net::Request make(net::Method method, const QString &path) const;
    [[nodiscard]] net::Request json(net::Method method, const QString &path,
                                    const QJsonObject &body) const;

private:
    QUrl m_server;
    QByteArray m_token;
};

/// True for what may stand in an Authorization header: visible ASCII, 1 to 200 characters.
[[nodiscard]] bool isUsableToken(const QString &token);

} // namespace vigie::remote
