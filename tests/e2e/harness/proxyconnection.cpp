// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/proxyconnection.h"

namespace vigie::e2e {

namespace {

constexpr std::uint64_t kMostBody = 64 * 1024 * 1024;
constexpr int kLateAnswerMs = 1'500;
constexpr int kLateArrivalMs = 4'000;

} // namespace

ProxyConnection::ProxyConnection(ChaosProxy &proxy, Tcp::socket socket)
    : m_proxy(proxy), m_parts(*proxy.m_parts),
      m_client(std::move(socket), *proxy.m_parts->toClients)
{
}

void ProxyConnection::run()
{
    const OpenSocket registered(m_parts, m_client.next_layer());
    boost::system::error_code error;
    m_client.next_layer().set_option(Tcp::no_delay(true), error);
    m_client.handshake(asio::ssl::stream_base::server, error);
    while (!error) {
        http::request_parser<http::string_body> parser;
        parser.body_limit(kMostBody);
        http::read(m_client, m_buffer, parser, error);
        if (error || handle(parser.release()) == After::Close)
            return;
    }
}

ProxyConnection::After ProxyConnection::handle(const HttpRequest &request)
{
    if (request.count(http::field::authorization) > 0)
        m_proxy.m_sawCredentials = true;
    switch (m_proxy.m_mode.load()) {
    case ChaosProxy::Mode::Honest: return play(Fault::None, request);
    case ChaosProxy::Mode::Chaotic: return play(m_proxy.draw(), request);
    case ChaosProxy::Mode::Page:
    case ChaosProxy::Mode::Redirect: return play(Fault::Portal, request);
    }
    return After::Close;
}

ProxyConnection::After ProxyConnection::play(Fault fault, const HttpRequest &request)
{
    {
        const std::lock_guard lock(m_proxy.m_mutex);
        ++m_proxy.m_counts[fault];
    }
    switch (fault) {
    case Fault::None: return deliver(asked(request));
    case Fault::Drop: return After::Close;
    case Fault::CutRequest: cutRequest(request); return After::Close;
    case Fault::CutAnswer: cutAnswer(request); return After::Close;
    case Fault::LoseAnswer: (void)asked(request); return After::Close;
    case Fault::AnswerLate: return answerLate(request);
    case Fault::ArriveLate: arriveLate(request); return After::Close;
    case Fault::Twice: return twice(request);
    case Fault::TwiceInTurn: return twiceInTurn(request);
    case Fault::Reset: reset(request); return After::Close;
    case Fault::Portal: return deliverCanned(request);
    }
    return After::Close;
}

std::optional<HttpResponse> ProxyConnection::asked(const HttpRequest &request)
{
    return forward(m_parts, m_proxy.m_options.serverPort, request);
}

std::chrono::milliseconds ProxyConnection::someTime(int mostMs)
{
    return std::chrono::milliseconds(20 + qint64(m_proxy.below(quint64(mostMs))));
}

ProxyConnection::After ProxyConnection::deliver(const std::optional<HttpResponse> &answer)
{
    if (!answer)
        return After::Close;
    boost::system::error_code error;
    // Written as bytes: the answer to HEAD has a Content-Length without a body.
    asio::write(m_client, asio::buffer(bytesOf(*answer)), error);
    return error || !answer->keep_alive() ? After::Close : After::GoOn;
}

/// What a captive portal or a moved web site says.
ProxyConnection::After ProxyConnection::deliverCanned(const HttpRequest &request)
{
    const bool redirect = m_proxy.m_mode == ChaosProxy::Mode::Redirect;
    HttpResponse answer(redirect ? http::status::temporary_redirect : http::status::ok,
                        request.version());
    answer.set(http::field::content_type, "text/html; charset=utf-8");
    if (redirect) {
        answer.set(http::field::location, m_proxy.m_options.redirectTo.toStdString()
                                              + std::string(request.target()));
    }
    answer.body() = "<!doctype html><title>Welcome</title><p>Please accept the terms of use.";
    answer.prepare_payload();
    return deliver(answer);
}

void ProxyConnection::cutRequest(const HttpRequest &request)
{
    const std::string bytes = bytesOf(request);
    const size_t k = 1 + size_t(m_proxy.below(bytes.size() - 1));
    forwardPart(m_parts, m_proxy.m_options.serverPort, bytes.substr(0, k));
}

void ProxyConnection::cutAnswer(const HttpRequest &request)
{
    const auto answer = asked(request);
    if (!answer)
        return;
    const std::string bytes = bytesOf(*answer);
    const size_t k = 1 + size_t(m_proxy.below(bytes.size() - 1));
    boost::system::error_code ignored;
    asio::write(m_client, asio::buffer(bytes.substr(0, k)), ignored);
}

ProxyConnection::After ProxyConnection::answerLate(const HttpRequest &request)
{
    const auto answer = asked(request);
    if (!m_parts.pause(someTime(kLateAnswerMs)))
        return After::Close;
    return deliver(answer);
}

void ProxyConnection::arriveLate(const HttpRequest &request)
{
    inBackground(request, someTime(kLateArrivalMs));
}

ProxyConnection::After ProxyConnection::twice(const HttpRequest &request)
{
    inBackground(request, std::chrono::milliseconds(0));
    return deliver(asked(request));
}

ProxyConnection::After ProxyConnection::twiceInTurn(const HttpRequest &request)
{
    const auto answer = asked(request);
    inBackground(request, someTime(kLateArrivalMs));
    return deliver(answer);
}

void ProxyConnection::reset(const HttpRequest &request)
{
    if (m_proxy.below(2) == 0)
        (void)asked(request);
    boost::system::error_code ignored;
    m_client.next_layer().set_option(asio::socket_base::linger(true, 0), ignored);
}

void ProxyConnection::inBackground(const HttpRequest &request, std::chrono::milliseconds after)
{
    m_parts.spawn([&parts = m_parts, port = m_proxy.m_options.serverPort, request, after] {
        if (parts.pause(after))
            (void)forward(parts, port, request);
    });
}

} // namespace vigie::e2e
