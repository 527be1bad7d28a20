// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/vigie/requestmaker.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/base/logging.h"
#include "core/wire/endpoints.h"

#include <QUuid>

#include <algorithm>

namespace vigie::remote {

namespace {

constexpr qsizetype kLongestToken = 200;

QByteArray bytes(QLatin1String text)
{
    return {text.data(), text.size()};
}

} // namespace

bool isUsableToken(const QString &token)
{
    return !token.isEmpty() && token.size() <= kLongestToken
        && std::all_of(token.begin(), token.end(), [](QChar c) {
               return c.unicode() > 0x20 && c.unicode() < 0x7f;
           });
}

void RequestMaker::setToken(const QString &token)
{
    if (!token.isEmpty() && !isUsableToken(token))
        qCWarning(lcNet) << "the token is not usable and is ignored";
    m_token = isUsableToken(token) ? token.toLatin1() : QByteArray();
}

net::Request RequestMaker::make(net::Method method, const QString &path) const
{
    net::Request request;
    request.method = method;
    request.url = m_server;
    request.url.setPath(path);
    request.timeoutMs = limits::kRequestTimeoutMs;
    request.headers.insert(bytes(wire::kProtocolHeader),
                           QByteArray::number(wire::kProtocolVersion));
    request.headers.insert(bytes(wire::kRequestIdHeader),
                           QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    request.headers.insert("User-Agent", "Vigie/" VIGIE_VERSION);
    if (!m_token.isEmpty())
        request.headers.insert("Authorization", "Bearer " + m_token);
    return request;
}

net::Request RequestMaker::json(net::Method method, const QString &path,
                                const QJsonObject &body) const
{
    net::Request request = make(method, path);
    request.headers.insert("Content-Type", bytes(wire::kJsonType));
    request.headers.insert("Accept", bytes(wire::kJsonType));
    request.body = json::compact(body);
    return request;
}

} // namespace vigie::remote
