// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/limits.h"

namespace vigie::server {

/// What the front door allows. Bytes and milliseconds. The defaults are what production uses;
/// tests pass short times and small sizes so that they need not wait.
struct HttpLimits {
    int headerBytes = limits::kHeaderBytes; ///< request line and fields together
    int requestLineBytes = 8 * 1024;
    int headerCount = 100;

    int connections = limits::kConnections;
    int connectionsPerAddress = limits::kConnectionsPerAddress;
    /// Connections over `connections` that are still greeted, only to be told 503.
    int spareConnections = 32;

    qint64 handshakeTimeoutMs = 10'000;
    qint64 headerTimeoutMs = limits::kHeaderTimeoutMs; ///< first to last byte of a head
    qint64 idleTimeoutMs = limits::kIdleTimeoutMs;     ///< between two requests
    qint64 rateGraceMs = 10'000;                       ///< before leastBytesPerSecond counts
    qint64 leastBytesPerSecond = 1024;                 ///< both ways
    qint64 closeTimeoutMs = 2'000;                     ///< for a peer that does not let go

    /// Request and answer bodies held at once beyond `freeBodyBytes` each; what comes on top is
    /// told to come back later.
    qint64 bodyBudgetBytes = 48LL * 1024 * 1024;
    qint64 freeBodyBytes = 32 * 1024;
    int deferredQueue = 64; ///< jobs waiting for or on the two workers
};

} // namespace vigie::server
