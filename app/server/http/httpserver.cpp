// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/httpserver.h"

#include "app/server/http/connection.h"
#include "app/server/http/platform/listenersocket.h"
#include "app/server/http/tlscontext.h"
#include "core/base/logging.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>

#include <algorithm>

namespace vigie::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

/// Accepts on one address. Runs on its own strand.
class HttpServer::Listener : public std::enable_shared_from_this<Listener>
{
public:
    Listener(std::shared_ptr<FrontCore> core, std::shared_ptr<TlsContextHolder> tls)
        : m_core(std::move(core)), m_tls(std::move(tls)),
          m_acceptor(asio::make_strand(m_core->context)), m_pause(m_acceptor.get_executor())
    {
    }

    [[nodiscard]] error_code open(const tcp::endpoint &endpoint)
    {
        error_code error;
        m_acceptor.open(endpoint.protocol(), error);
        if (!error)
            prepareListener(m_acceptor, error);
        if (!error && endpoint.address().is_v6())
            m_acceptor.set_option(asio::ip::v6_only(true), error);
        if (!error)
            m_acceptor.bind(endpoint, error);
        if (!error)
            m_acceptor.listen(asio::socket_base::max_listen_connections, error);
        return error;
    }

    [[nodiscard]] quint16 port() const
    {
        error_code error;
        return m_acceptor.local_endpoint(error).port();
    }

    void accept()
    {
        m_acceptor.async_accept(asio::make_strand(m_core->context),
                                [self = shared_from_this()](const error_code &error,
                                                            tcp::socket socket) {
                                    self->accepted(error, std::move(socket));
                                });
    }

    void close()
    {
        asio::post(m_acceptor.get_executor(), [self = shared_from_this()] {
            error_code ignored;
            self->m_acceptor.close(ignored);
            self->m_pause.cancel();
        });
    }

private:
    void accepted(const error_code &error, tcp::socket socket)
    {
        if (!m_acceptor.is_open() || m_core->stopping)
            return;
        if (error)
            return pauseAfter(error);
        admit(std::move(socket));
        accept();
    }

    /// Out of file descriptors or the like: trying again at once would only burn the processor.
    void pauseAfter(const error_code &error)
    {
        qCWarning(lcServer, "cannot accept a connection: %s", error.message().c_str());
        m_pause.expires_after(std::chrono::milliseconds(100));
        m_pause.async_wait([self = shared_from_this()](const error_code &) {
            if (self->m_acceptor.is_open())
                self->accept();
        });
    }

    void admit(tcp::socket socket)
    {
        error_code error;
        const auto peer = socket.remote_endpoint(error);
        if (error)
            return;
        auto [verdict, place] = m_core->admission->enter(peer.address());
        if (verdict == Admission::Verdict::Refused) {
            qCDebug(lcServer, "%s has too many connections",
                    peer.address().to_string().c_str());
            return;
        }
        Connection::start(std::make_shared<Connection>(std::move(socket), m_tls->get(), m_core,
                                                       verdict, std::move(place)));
    }

    std::shared_ptr<FrontCore> m_core;
    std::shared_ptr<TlsContextHolder> m_tls;
    tcp::acceptor m_acceptor;
    asio::steady_timer m_pause;
};

HttpServer::HttpServer(const HttpLimits &limits, const Clock &clock, Post post, Handler handler,
                       BodyCap bodyCap)
    : m_core(std::make_shared<FrontCore>(limits, clock, std::move(post), std::move(handler),
                                         std::move(bodyCap))),
      m_tls(std::make_shared<TlsContextHolder>())
{
}

HttpServer::~HttpServer()
{
    stop();
}

void HttpServer::feedsMoved(const QStringList &feeds)
{
    m_core->waiters.moved(feeds);
}

int HttpServer::connectionCount() const
{
    return m_core->admission->count();
}

qsizetype HttpServer::waitingPolls() const
{
    return m_core->waiters.count();
}

qint64 HttpServer::bodyBytesHeld() const
{
    return m_core->budget.used();
}

Done HttpServer::setIdentity(const TlsIdentity &identity)
{
    VIGIE_TRY_ASSIGN(context, makeTlsContext(identity));
    m_tls->set(context);
    return {};
}

Done HttpServer::listen(const ListenAddress &address)
{
    error_code error;
    const auto host = asio::ip::make_address(address.host.toStdString(), error);
    auto listener = std::make_shared<Listener>(m_core, m_tls);
    if (!error)
        error = listener->open(tcp::endpoint(host, address.port));
    if (error) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("cannot listen on %1: %2")
                        .arg(toText(address), QString::fromLocal8Bit(error.message().c_str())));
    }
    m_listening.append({address.host, listener->port(), address.optional});
    m_listeners.push_back(std::move(listener));
    return {};
}

Done HttpServer::start(const QList<ListenAddress> &addresses, const TlsIdentity &identity,
                       int threads)
{
    VIGIE_TRY(setIdentity(identity));
    for (ListenAddress address : addresses) {
        if (address.port == 0 && !m_listening.isEmpty())
            address.port = m_listening.constFirst().port;
        const Done opened = listen(address);
        if (opened)
            continue;
        if (!address.optional) {
            m_listeners.clear();
            m_listening.clear();
            return fail(opened.error());
        }
        qCInfo(lcServer, "%s", qUtf8Printable(opened.error().detail));
    }
    for (const auto &listener : m_listeners)
        asio::post(m_core->context, [listener] { listener->accept(); });
    for (int i = 0; i < std::max(threads, 1); ++i)
        m_threads.emplace_back([core = m_core] { core->context.run(); });
    return {};
}

void HttpServer::stop(qint64 graceMs)
{
    if (m_core->stopping.exchange(true))
        return;
    // The threads stay until everything below is posted: what comes after them would wait for ever,
    // and hold on to the context that holds it.
    auto work = asio::make_work_guard(m_core->context);
    for (const auto &listener : m_listeners)
        listener->close();
    for (const auto &connection : m_core->connections())
        connection->beginStop();
    m_core->waiters.wakeAll();
    if (!m_core->waitUntilEmpty(graceMs)) {
        qCWarning(lcServer, "some connections did not end in time and were cut");
        for (const auto &connection : m_core->connections())
            connection->abort();
    }
    // With nothing left to do the threads run out by themselves; stopping the context instead
    // could leave a coroutine half way.
    work.reset();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
    m_core->workers.join();
    m_listeners.clear();
    // A worker's last word may have come after the threads had gone.
    m_core->context.restart();
    m_core->context.poll();
}

} // namespace vigie::server
