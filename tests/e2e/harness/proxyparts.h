// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/harness/chaosproxy.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace vigie::e2e {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;
using TlsStream = asio::ssl::stream<Tcp::socket>;
using HttpRequest = http::request<http::string_body>;
using HttpResponse = http::response<http::string_body>;

/// The proxy's machinery: sockets, threads, and how to end them.
struct ProxyParts {
    ProxyParts() : acceptor(context), toServer(asio::ssl::context::tls_client) {}

    asio::io_context context;
    Tcp::acceptor acceptor;
    std::shared_ptr<asio::ssl::context> toClients;
    asio::ssl::context toServer;

    std::mutex mutex;
    std::condition_variable stopped;
    bool stopping = false;
    std::set<Tcp::socket *> open;
    std::list<std::thread> threads;

    /// Runs on a thread of its own, joined at the end; not at all once the end has begun.
    void spawn(std::function<void()> job);
    /// False when the end came first.
    [[nodiscard]] bool pause(std::chrono::milliseconds time);
    /// Unblocks whoever reads or writes, and waits for everybody.
    void end();
};

/// Registers a socket for as long as it may block, so that end() can unblock it.
class OpenSocket
{
public:
    OpenSocket(ProxyParts &parts, Tcp::socket &socket);
    ~OpenSocket();
    OpenSocket(const OpenSocket &) = delete;
    OpenSocket &operator=(const OpenSocket &) = delete;

private:
    ProxyParts &m_parts;
    Tcp::socket &m_socket;
};

/// The bytes of a message as they go over the wire.
template<class Message>
[[nodiscard]] std::string bytesOf(const Message &message)
{
    std::ostringstream stream;
    stream << message;
    return stream.str();
}

/// Sends a request over a new connection and reads the answer; nullopt when there is none.
[[nodiscard]] std::optional<HttpResponse> forward(ProxyParts &parts, quint16 port,
                                                  const HttpRequest &request);
/// Sends the first bytes of a request and hangs up.
void forwardPart(ProxyParts &parts, quint16 port, const std::string &bytes);

} // namespace vigie::e2e
