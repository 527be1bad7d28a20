// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/headscanner.h"

#include <QByteArray>
#include <QMap>

#include <tl/expected.hpp>

namespace vigie::server {

/// A request's head after every framing question has exactly one answer.
struct RequestHead {
    QByteArray method;
    /// Without query; percent-encoded except for RFC 3986's unreserved characters; no "." or ".."
    /// segments, no encoded slashes.
    QByteArray path;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case, repeats joined by ", "
    qint64 contentLength = 0;
    bool expectsContinue = false;
    bool keepAlive = false;
};

/// Reads a head that HeadScanner let through, with its final empty line. Pure.
[[nodiscard]] tl::expected<RequestHead, Refusal> parseHead(std::string_view head);

/// The path of a request target in origin form ("/a?b") or in absolute form for the same host as
/// the Host field. Pure.
[[nodiscard]] tl::expected<QByteArray, Refusal> pathOf(std::string_view target,
                                                       std::string_view host);

/// True for host, host:port, 1.2.3.4 and [::1]:port. Pure.
[[nodiscard]] bool isHost(std::string_view text);

} // namespace vigie::server
