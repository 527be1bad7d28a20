// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/urlpolicy.h"

#include <QHostAddress>

namespace vigie::net {

namespace {

constexpr qsizetype kLongestAddress = 300;

bool hasOddCharacters(const QString &text)
{
    for (const QChar c : text) {
        if (c.isSpace() || !c.isPrint() || c == QLatin1Char('\\') || c == QLatin1Char('%')
            || c == QLatin1Char('<') || c == QLatin1Char('>') || c == QLatin1Char('"'))
            return true;
    }
    return false;
}

/// A bare IPv6 address needs brackets before it can be a URL's host.
QString bracketed(const QString &text)
{
    const QHostAddress address(text);
    return address.protocol() == QAbstractSocket::IPv6Protocol
        ? QLatin1Char('[') + text + QLatin1Char(']')
        : text;
}

Done checkParts(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("not an address"));
    if (url.scheme() != QLatin1String("https"))
        return fail(ErrorCode::Invalid, QStringLiteral("only https is spoken"));
    if (url.authority().contains(QLatin1Char('@')))
        return fail(ErrorCode::Invalid, QStringLiteral("user name in the address"));
    if (url.hasQuery() || url.hasFragment()
        || (!url.path().isEmpty() && url.path() != QLatin1String("/")))
        return fail(ErrorCode::Invalid, QStringLiteral("only a host and a port are expected"));
    if (url.port() == 0)
        return fail(ErrorCode::Invalid, QStringLiteral("port 0"));
    return {};
}

} // namespace

Result<QUrl> completeServerAddress(const QString &typed, int defaultPort)
{
    const QString text = typed.trimmed();
    if (text.isEmpty() || text.size() > kLongestAddress || hasOddCharacters(text))
        return fail(ErrorCode::Invalid, QStringLiteral("not an address"));
    if (text.contains(QLatin1Char('@')))
        return fail(ErrorCode::Invalid, QStringLiteral("user name in the address"));
    const bool hasScheme = text.contains(QLatin1String("://"));
    const QUrl parsed(hasScheme ? text : QStringLiteral("https://") + bracketed(text),
                      QUrl::StrictMode);
    VIGIE_TRY(checkParts(parsed));
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(parsed.host(QUrl::FullyEncoded).toLower());
    url.setPort(parsed.port(defaultPort));
    return url;
}

QString shownAddress(const QUrl &server, int defaultPort)
{
    const QString host = bracketed(server.host(QUrl::FullyEncoded));
    const int port = server.port(defaultPort);
    return port == defaultPort ? host : QStringLiteral("%1:%2").arg(host).arg(port);
}

Done checkRequestUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("not an address"));
    if (url.authority().contains(QLatin1Char('@')))
        return fail(ErrorCode::Invalid, QStringLiteral("credentials in the address"));
    if (url.scheme() == QLatin1String("https"))
        return {};
    const bool here = url.host() == QLatin1String("localhost")
        || QHostAddress(url.host()).isLoopback();
    if (url.scheme() == QLatin1String("http") && here)
        return {};
    return fail(ErrorCode::Invalid, QStringLiteral("only https is spoken"));
}

} // namespace vigie::net
