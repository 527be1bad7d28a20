// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/bodycaps.h"
#include "app/server/http/fronthooks.h"
#include "app/server/http/httplimits.h"
#include "app/server/http/listenaddress.h"
#include "app/server/http/tlsidentity.h"
#include "core/base/clock.h"

#include <memory>
#include <thread>
#include <vector>

namespace vigie::server {

class TlsContextHolder;
struct FrontCore;

/// The front door: listens, speaks TLS and HTTP/1.1, keeps the limits, and hands each request to
/// a handler on the desk's thread. Knows nothing of tickets.
///
/// start() and stop() belong to one thread; feedsMoved() and setIdentity() may be called from
/// any. The desk's thread must run until stop() has returned.
class HttpServer
{
public:
    HttpServer(const HttpLimits &limits, const Clock &clock, Post post, Handler handler,
               BodyCap bodyCap = bodyCapFor);
    /// Stops, when that was not done.
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Opens every address and starts `threads` network threads. Fails when an address cannot be
    /// had (Invalid names it) or the certificate and key do not fit each other.
    [[nodiscard]] Done start(const QList<ListenAddress> &addresses, const TlsIdentity &identity,
                             int threads = 2);
    /// Where it listens, with the real ports.
    [[nodiscard]] const QList<ListenAddress> &listening() const { return m_listening; }

    /// New connections get this certificate; the running ones keep theirs.
    [[nodiscard]] Done setIdentity(const TlsIdentity &identity);

    /// Wakes the long polls that wait for one of these feeds.
    void feedsMoved(const QStringList &feeds);

    /// Closes the door, lets polls and requests finish for at most `graceMs`, then cuts the rest.
    void stop(qint64 graceMs = 5'000);

    [[nodiscard]] int connectionCount() const;
    [[nodiscard]] qsizetype waitingPolls() const;
    [[nodiscard]] qint64 bodyBytesHeld() const;

private:
    class Listener;

    [[nodiscard]] Done listen(const ListenAddress &address);

    std::shared_ptr<FrontCore> m_core;
    std::vector<std::shared_ptr<Listener>> m_listeners;
    std::vector<std::thread> m_threads;
    QList<ListenAddress> m_listening;
    std::shared_ptr<TlsContextHolder> m_tls;
};

} // namespace vigie::server
