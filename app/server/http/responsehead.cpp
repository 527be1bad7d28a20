// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/responsehead.h"

#include "core/base/json.h"
#include "core/wire/codec.h"
#include "core/wire/endpoints.h"

#include <boost/beast/http/status.hpp>

#include <QDateTime>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace vigie::server {

namespace {

constexpr qint64 kBusyRetryMs = 2'000;

QByteArray reasonOf(int status)
{
    const auto text = boost::beast::http::obsolete_reason(
        boost::beast::http::int_to_status(unsigned(status)));
    return QByteArray(text.data(), qsizetype(text.size()));
}

bool isSafeField(const QByteArray &name, const QByteArray &value)
{
    static const QSet<QByteArray> own{"content-length",         "transfer-encoding", "connection",
                                      "date",                   "cache-control",     "server",
                                      "x-content-type-options", "keep-alive",        "trailer",
                                      "vigie-protocol",         "vigie-request"};
    const auto isName = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-';
    };
    const auto isValue = [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7f;
    };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), isName)
        && std::all_of(value.begin(), value.end(), isValue) && !own.contains(name.toLower());
}

bool isIdentifier(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= 64
        && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                   || c == '-' || c == '_' || c == '.';
           });
}

QByteArray httpDate(qint64 nowMs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC);
    return QLocale::c()
        .toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
        .toLatin1();
}

ErrorCode codeForRefusal(int status)
{
    switch (status) {
    case 413:
    case 414:
    case 431: return ErrorCode::TooLarge;
    case 503: return ErrorCode::StoreBusy;
    case 500: return ErrorCode::ServerFault;
    default: return ErrorCode::Invalid;
    }
}

ApiResponse errorResponse(int status, const char *why, std::optional<qint64> retryAfterMs)
{
    ApiResponse response;
    response.status = status;
    response.headers.insert("Content-Type", QByteArray(wire::kJsonType.data()));
    if (retryAfterMs)
        response.headers.insert("Retry-After", QByteArray::number((*retryAfterMs + 999) / 1000));
    const Error error{codeForRefusal(status), QString::fromLatin1(why), retryAfterMs};
    response.body = json::compact(wire::encode(error));
    return response;
}

} // namespace

bool isBodiless(int status)
{
    return status < 200 || status == 204 || status == 304;
}

QByteArray responseHead(const ApiResponse &response, const ResponseFrame &frame)
{
    QByteArray head;
    head.reserve(512);
    head += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonOf(response.status);
    head += "\r\nDate: " + httpDate(frame.nowMs);
    head += "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    head += wire::kProtocolHeader.data();
    head += ": " + QByteArray::number(wire::kProtocolVersion);
    if (isIdentifier(frame.requestId))
        head += QByteArray("\r\n") + wire::kRequestIdHeader.data() + ": " + frame.requestId;
    for (auto field = response.headers.begin(); field != response.headers.end(); ++field) {
        if (isSafeField(field.key(), field.value()))
            head += "\r\n" + field.key() + ": " + field.value();
    }
    const bool lengthUnknown = frame.headOnly && response.body.isEmpty();
    if (!isBodiless(response.status) && !lengthUnknown)
        head += "\r\nContent-Length: " + QByteArray::number(response.body.size());
    head += frame.keepAlive ? "\r\nConnection: keep-alive" : "\r\nConnection: close";
    head += "\r\n\r\n";
    return head;
}

ApiResponse refusalResponse(const Refusal &refusal)
{
    return errorResponse(refusal.status, refusal.why, std::nullopt);
}

ApiResponse busyResponse(const char *why)
{
    return errorResponse(503, why, kBusyRetryMs);
}

} // namespace vigie::server
