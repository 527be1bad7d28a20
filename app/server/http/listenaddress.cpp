// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/listenaddress.h"

#include <boost/asio/ip/address.hpp>

namespace vigie::server {

namespace {

Result<quint16> portFrom(const QString &text)
{
    bool ok = false;
    const uint port = text.toUInt(&ok);
    if (!ok || port > 65535 || text.startsWith(QLatin1Char('+')))
        return fail(ErrorCode::Invalid, QStringLiteral("\"%1\" is not a port").arg(text));
    return quint16(port);
}

} // namespace

Result<ListenAddress> parseListenAddress(const QString &text, quint16 defaultPort)
{
    ListenAddress result{text, defaultPort, false};
    QString port;
    if (text.startsWith(QLatin1Char('['))) {
        const qsizetype end = text.indexOf(QLatin1Char(']'));
        const QString rest = text.mid(end + 1);
        if (end < 0 || (!rest.isEmpty() && !rest.startsWith(QLatin1Char(':'))))
            return fail(ErrorCode::Invalid, QStringLiteral("\"%1\" is not an address").arg(text));
        result.host = text.mid(1, end - 1);
        port = rest.mid(1);
        if (rest == QLatin1String(":"))
            return fail(ErrorCode::Invalid, QStringLiteral("\"%1\" lacks its port").arg(text));
    } else if (text.count(QLatin1Char(':')) == 1) {
        result.host = text.section(QLatin1Char(':'), 0, 0);
        port = text.section(QLatin1Char(':'), 1);
        if (port.isEmpty())
            return fail(ErrorCode::Invalid, QStringLiteral("\"%1\" lacks its port").arg(text));
    }
    if (!port.isEmpty()) {
        VIGIE_TRY_ASSIGN(number, portFrom(port));
        result.port = number;
    }
    boost::system::error_code error;
    boost::asio::ip::make_address(result.host.toStdString(), error);
    if (error)
        return fail(ErrorCode::Invalid,
                    QStringLiteral("\"%1\" is not a numeric address like 0.0.0.0:8642").arg(text));
    return result;
}

QString toText(const ListenAddress &address)
{
    const QString host = address.host.contains(QLatin1Char(':'))
        ? QLatin1Char('[') + address.host + QLatin1Char(']')
        : address.host;
    return host + QLatin1Char(':') + QString::number(address.port);
}

} // namespace vigie::server
