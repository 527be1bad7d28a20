// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/proxyparts.h"

namespace vigie::e2e {

void ProxyParts::spawn(std::function<void()> job)
{
    const std::lock_guard lock(mutex);
    if (!stopping)
        threads.emplace_back(std::move(job));
}

bool ProxyParts::pause(std::chrono::milliseconds time)
{
    std::unique_lock lock(mutex);
    return !stopped.wait_for(lock, time, [this] { return stopping; });
}

void ProxyParts::end()
{
    {
        const std::lock_guard lock(mutex);
        stopping = true;
        boost::system::error_code ignored;
        for (Tcp::socket *socket : open)
            socket->shutdown(Tcp::socket::shutdown_both, ignored);
    }
    stopped.notify_all();
    // Nobody adds threads any more.
    for (std::thread &thread : threads)
        thread.join();
    threads.clear();
}

OpenSocket::OpenSocket(ProxyParts &parts, Tcp::socket &socket)
    : m_parts(parts), m_socket(socket)
{
    const std::lock_guard lock(m_parts.mutex);
    m_parts.open.insert(&m_socket);
    boost::system::error_code ignored;
    if (m_parts.stopping)
        m_socket.shutdown(Tcp::socket::shutdown_both, ignored);
}

OpenSocket::~OpenSocket()
{
    const std::lock_guard lock(m_parts.mutex);
    m_parts.open.erase(&m_socket);
}

namespace {

/// A connection to the server, ready to write; false when the server is not there.
bool connectTo(TlsStream &stream, quint16 port)
{
    boost::system::error_code error;
    const Tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
    if (stream.next_layer().connect(endpoint, error))
        return false;
    stream.next_layer().set_option(Tcp::no_delay(true), error);
    stream.handshake(asio::ssl::stream_base::client, error);
    return !error;
}

} // namespace

std::optional<HttpResponse> forward(ProxyParts &parts, quint16 port,
                                    const HttpRequest &request)
{
    TlsStream stream(parts.context, parts.toServer);
    boost::system::error_code error;
    if (stream.next_layer().open(Tcp::v4(), error))
        return std::nullopt;
    const OpenSocket registered(parts, stream.next_layer());
    if (!connectTo(stream, port))
        return std::nullopt;
    http::write(stream, request, error);
    if (error)
        return std::nullopt;
    boost::beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.body_limit(boost::none);
    parser.skip(request.method() == http::verb::head);
    http::read(stream, buffer, parser, error);
    if (error)
        return std::nullopt;
    return parser.release();
}

void forwardPart(ProxyParts &parts, quint16 port, const std::string &bytes)
{
    TlsStream stream(parts.context, parts.toServer);
    boost::system::error_code error;
    if (stream.next_layer().open(Tcp::v4(), error))
        return;
    const OpenSocket registered(parts, stream.next_layer());
    if (connectTo(stream, port))
        asio::write(stream, asio::buffer(bytes), error);
}

} // namespace vigie::e2e
