// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/harness/proxyparts.h"

namespace vigie::e2e {

/// One connection of a client: reads requests and lets their faults happen, until one of them
/// closes it.
class ProxyConnection
{
public:
    ProxyConnection(ChaosProxy &proxy, Tcp::socket socket);

    void run();

private:
    enum class After { GoOn, Close };

    [[nodiscard]] After handle(const HttpRequest &request);
    [[nodiscard]] After play(Fault fault, const HttpRequest &request);
    [[nodiscard]] After answerLate(const HttpRequest &request);
    [[nodiscard]] After twice(const HttpRequest &request);
    [[nodiscard]] After twiceInTurn(const HttpRequest &request);
    void arriveLate(const HttpRequest &request);
    void cutRequest(const HttpRequest &request);
    void cutAnswer(const HttpRequest &request);
    void reset(const HttpRequest &request);

    [[nodiscard]] After deliver(const std::optional<HttpResponse> &answer);
    [[nodiscard]] After deliverCanned(const HttpRequest &request);
    [[nodiscard]] std::optional<HttpResponse> asked(const HttpRequest &request);
    /// Sends the request without anybody to wait for the answer.
    void inBackground(const HttpRequest &request, std::chrono::milliseconds after);
    [[nodiscard]] std::chrono::milliseconds someTime(int mostMs);

    ChaosProxy &m_proxy;
    ProxyParts &m_parts;
    TlsStream m_client;
    boost::beast::flat_buffer m_buffer;
};

} // namespace vigie::e2e
