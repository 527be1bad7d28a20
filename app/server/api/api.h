// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

#include <functional>
#include <memory>
#include <variant>

namespace vigie {
class Clock;
class Rng;
} // namespace vigie

namespace vigie::server {

class Desk;

/// One HTTP request after the front door: limits kept, framing checked. Header names in lower
/// case. `path` is without query, not percent-decoded beyond what RFC 3986 calls unreserved.
struct ApiRequest {
    QByteArray method;
    QByteArray path;
    QMap<QByteArray, QByteArray> headers;
    QByteArray body;
    QString remoteAddress;
};

struct ApiResponse {
    int status = 500;
    QMap<QByteArray, QByteArray> headers;
    QByteArray body;
};

/// Nothing to answer yet: hold the request until one of the feeds moves or the time is over, then
/// call handle() again with `finalCall`.
struct WaitForFeeds {
    QStringList feeds;
    qint64 untilMonotonicMs = 0;
};

/// Slow pure work (password hashing) that must not run on the desk's thread: run `work` on a
/// worker, then `finish` on the desk's thread.
struct Deferred {
    std::function<void()> work;
    std::function<ApiResponse()> finish;
};

using ApiOutcome = std::variant<ApiResponse, WaitForFeeds, Deferred>;

/// Request + desk → response. Knows no sockets; the HTTP front, the tests and the simulation call
/// it alike. Lives on the desk's thread. Default deny: a route without a row in its table does not
/// exist, and every route but hello and sign-in needs a living token.
class Api
{
public:
    Api(Desk &desk, const Clock &clock, Rng &rng);
    ~Api();

    [[nodiscard]] ApiOutcome handle(const ApiRequest &request, bool finalCall = false);

    /// Called on the desk's thread after a commit, with the names of the feeds that moved.
    std::function<void(const QStringList &feeds)> feedsMoved;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace vigie::server
