// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/support/tlsclient.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

#include <openssl/ssl.h>

#include <array>
#include <chrono>
#include <utility>

namespace vigie::testing {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

asio::ssl::context makeContext(const TlsClient::Options &options)
{
    asio::ssl::context tls(asio::ssl::context::tls_client);
    SSL_CTX *context = tls.native_handle();
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    if (options.mostVersion != 0) {
        // Debian's default level would keep the client itself from speaking old versions.
        SSL_CTX_set_security_level(context, 0);
        SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context, options.mostVersion);
    }
    if (!options.alpn.isEmpty()) {
        SSL_CTX_set_alpn_protos(context,
                                reinterpret_cast<const unsigned char *>(options.alpn.constData()),
                                unsigned(options.alpn.size()));
    }
    if (!options.authorityPem.isEmpty()) {
        tls.set_verify_mode(asio::ssl::verify_peer);
        tls.add_certificate_authority(asio::buffer(options.authorityPem.constData(),
                                                   std::size_t(options.authorityPem.size())));
    }
    return tls;
}

} // namespace

struct TlsClient::Parts {
    explicit Parts(const Options &options) : tls(makeContext(options)) {}

    asio::io_context context;
    asio::ssl::context tls;
    asio::ssl::stream<asio::ip::tcp::socket> stream{context, tls};
};

TlsClient::TlsClient(quint16 port) : TlsClient(port, Options()) {}

TlsClient::TlsClient(quint16 port, const Options &options)
    : m_parts(std::make_unique<Parts>(options)), m_port(port)
{
    if (!options.authorityPem.isEmpty())
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(m_parts->stream.native_handle()), "127.0.0.1");
}

TlsClient::~TlsClient() = default;

/// Starts an operation whose handler sets an error_code, and waits for it.
template<class Start>
bool TlsClient::run(Start start, int withinMs)
{
    bool done = false;
    error_code result;
    start([&](const error_code &error) {
        done = true;
        result = error;
    });
    m_parts->context.restart();
    const auto until = std::chrono::steady_clock::now()
        + std::chrono::milliseconds(withinMs > 0 ? withinMs : patienceMs);
    while (!done && m_parts->context.run_one_until(until) > 0) { }
    if (!done) {
        error_code ignored;
        m_parts->stream.next_layer().cancel(ignored);
        m_parts->context.restart();
        m_parts->context.run();
        return false;
    }
    if (result)
        m_closed = true;
    return !result;
}

bool TlsClient::openTcp()
{
    const asio::ip::tcp::endpoint server(asio::ip::address_v4::loopback(), m_port);
    return run([&](auto handler) { m_parts->stream.next_layer().async_connect(server, handler); });
}

bool TlsClient::open()
{
    return openTcp() && run([&](auto handler) {
               m_parts->stream.async_handshake(asio::ssl::stream_base::client, handler);
           });
}

bool TlsClient::send(const QByteArray &bytes)
{
    return run([&](auto handler) {
        asio::async_write(m_parts->stream, asio::buffer(bytes.constData(), std::size_t(bytes.size())),
                          [handler](const error_code &error, std::size_t) { handler(error); });
    });
}

bool TlsClient::sendRaw(const QByteArray &bytes)
{
    return run([&](auto handler) {
        asio::async_write(m_parts->stream.next_layer(),
                          asio::buffer(bytes.constData(), std::size_t(bytes.size())),
                          [handler](const error_code &error, std::size_t) { handler(error); });
    });
}

bool TlsClient::readSome(int withinMs)
{
    std::array<char, 16384> space;
    std::size_t got = 0;
    const bool good = run(
        [&](auto handler) {
            m_parts->stream.async_read_some(asio::buffer(space),
                                     [handler, &got](const error_code &error, std::size_t count) {
                                         got = count;
                                         handler(error);
                                     });
        },
        withinMs);
    m_input.append(space.data(), qsizetype(got));
    return good;
}

HttpReply TlsClient::reply(bool headOnly)
{
    HttpReply result;
    while (!m_input.contains("\r\n\r\n")) {
        if (!readSome())
            return result;
    }
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    const QList<QByteArray> lines = m_input.left(end).split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        result.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qint64 length = headOnly ? 0 : result.headers.value("content-length", "0").toLongLong();
    while (m_input.size() < end + 4 + length) {
        if (!readSome())
            return {};
    }
    result.body = m_input.mid(end + 4, length);
    m_input.remove(0, end + 4 + length);
    result.status = lines.constFirst().mid(9, 3).toInt();
    return result;
}

HttpReply TlsClient::ask(const QByteArray &bytes)
{
    return send(bytes) ? reply() : HttpReply();
}

QByteArray TlsClient::rest()
{
    while (readSome()) { }
    return std::exchange(m_input, {});
}

bool TlsClient::closedByPeer(int withinMs)
{
    while (!m_closed && readSome(withinMs)) { }
    return m_closed;
}

QByteArray TlsClient::tlsVersion() const
{
    return SSL_get_version(m_parts->stream.native_handle());
}

QByteArray TlsClient::alpn() const
{
    const unsigned char *data = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(m_parts->stream.native_handle(), &data, &size);
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}

void TlsClient::close()
{
    error_code ignored;
    m_parts->stream.next_layer().close(ignored);
}

QByteArray getRequest(const QByteArray &path, const QByteArray &extra)
{
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + extra + "\r\n";
}

QByteArray postRequest(const QByteArray &path, const QByteArray &body, const QByteArray &extra)
{
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + extra + "\r\n" + body;
}

} // namespace vigie::testing
