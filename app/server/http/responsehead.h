// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/api.h"
#include "app/server/http/headscanner.h"

#include <QByteArray>

namespace vigie::server {

/// What the front adds to an answer.
struct ResponseFrame {
    bool keepAlive = false;
    bool headOnly = false; ///< a HEAD request: without a body to measure no length is told
    QByteArray requestId; ///< echoed when it is a plain identifier, else left out
    qint64 nowMs = 0;     ///< wall clock, for the Date field
};

/// Status line and fields with the empty line. The API's own fields are kept except those that
/// frame the message or carry control characters. Pure.
[[nodiscard]] QByteArray responseHead(const ApiResponse &response, const ResponseFrame &frame);

/// True when an answer with this status never has a body.
[[nodiscard]] bool isBodiless(int status);

/// The front's own refusals, in the protocol's error form.
[[nodiscard]] ApiResponse refusalResponse(const Refusal &refusal);

/// 503 with Retry-After, for a server that has too much to do.
[[nodiscard]] ApiResponse busyResponse(const char *why);

} // namespace vigie::server
