// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/deskthread.h"
#include "app/server/http/httpserver.h"
#include "core/base/clock.h"
#include "tests/http/support/tlsclient.h"

#include <QTemporaryDir>

#include <memory>
#include <mutex>

namespace vigie::testing {

/// The real front door with a desk that echoes. Routes:
///   anything       200 {"method","path","bytes","id"} and counted
///   POST /wait     WaitForFeeds on the feed named in the body; the final call answers "woken"
///   POST /slow     Deferred; the answer is made by `finish`
///   GET  /large    a body of 3 MB
///   GET  /bad      an answer with a header that tries to split the message
class FrontFixture
{
public:
    explicit FrontFixture(server::HttpLimits limits = {});
    ~FrontFixture();

    [[nodiscard]] quint16 port() const { return m_server->listening().constFirst().port; }
    [[nodiscard]] server::HttpServer &server() { return *m_server; }
    [[nodiscard]] server::DeskThread &desk() { return m_desk; }
    [[nodiscard]] const server::TlsIdentity &identity() const { return m_identity; }
    /// Every request the desk has seen, "METHOD path bytes".
    [[nodiscard]] QList<QByteArray> seen() const;
    /// A fresh connection gets a proper answer.
    [[nodiscard]] bool answersHonestRequests() const;
    void stop(qint64 graceMs = 5'000) { m_server->stop(graceMs); }

private:
    [[nodiscard]] server::ApiOutcome handle(const server::ApiRequest &request, bool finalCall);

    QTemporaryDir m_folder;
    SystemClock m_clock;
    server::TlsIdentity m_identity;
    mutable std::mutex m_mutex;
    QList<QByteArray> m_seen;
    server::DeskThread m_desk;
    std::unique_ptr<server::HttpServer> m_server;
};

} // namespace vigie::testing
