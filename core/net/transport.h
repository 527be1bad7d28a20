// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QMap>
#include <QUrl>

namespace vigie::net {

enum class Method { Get, Head, Post, Patch, Delete };

struct Request {
    Method method = Method::Get;
    QUrl url;
    QMap<QByteArray, QByteArray> headers; ///< besides Content-Length and Host
    QByteArray body;
    qint64 timeoutMs = 30'000; ///< from sending to the last byte
    qint64 mostBytes = 0;      ///< cap of the answer's body; 0 = limits::kJsonBytes
};

struct Response {
    int status = 0;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    /// Over TLS: SHA-256 of the topmost certificate shown, and until when the server's is valid.
    QString fingerprint;
    qint64 certificateExpiresAt = 0; ///< UTC ms; 0 when unknown
};

/// Why there is no answer, and whether the request may have arrived all the same.
struct Failure {
    Error error; ///< Offline, Timeout, TlsUntrusted, TlsChanged, TlsExpired, TooLarge, Cancelled
    bool mayHaveArrived = false;
    /// SHA-256 of the certificate that was refused, upper-case hex pairs with colons; for the
    /// sign-in page.
    QString fingerprint;
    qint64 certificateExpiresAt = 0; ///< UTC ms; 0 when unknown
};

using Answer = tl::expected<Response, Failure>;

/// One HTTP exchange: at most one complete request on the wire per POST or PATCH (methods that may
/// be repeated by definition may be repeated below us), no redirects followed, no cookies, no cache. Every future ends, with an answer, a failure or Cancelled.
class Transport
{
public:
    virtual ~Transport() = default;
    [[nodiscard]] virtual QFuture<Answer> send(const Request &request) = 0;
    /// Ends everything in flight with Cancelled.
    virtual void abortAll() = 0;
};

} // namespace vigie::net
