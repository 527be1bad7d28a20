// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/support/frontfixture.h"

namespace vigie::testing {

using namespace vigie::server;

namespace {

ApiResponse text(const QByteArray &body)
{
    ApiResponse response;
    response.status = 200;
    response.headers.insert("Content-Type", "application/json");
    response.body = body;
    return response;
}

} // namespace

FrontFixture::FrontFixture(HttpLimits limits)
{
    const auto identity = openOrCreateIdentity(m_folder.path(), defaultTlsNames(), m_clock);
    if (!identity)
        qFatal("%s", qPrintable(toLog(identity.error())));
    m_identity = *identity;
    m_server = std::make_unique<HttpServer>(
        limits, m_clock, [this](std::function<void()> job) { m_desk.post(std::move(job)); },
        [this](const ApiRequest &request, bool finalCall) { return handle(request, finalCall); });
    const Done started =
        m_server->start({{QStringLiteral("127.0.0.1"), 0, false}}, m_identity);
    if (!started)
        qFatal("%s", qPrintable(toLog(started.error())));
}

FrontFixture::~FrontFixture()
{
    m_server->stop(1'000);
}

QList<QByteArray> FrontFixture::seen() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

bool FrontFixture::answersHonestRequests() const
{
    TlsClient client(port());
    return client.open() && client.ask(getRequest("/honest")).status == 200
        && client.ask(postRequest("/honest", "{}")).status == 200;
}

ApiOutcome FrontFixture::handle(const ApiRequest &request, bool finalCall)
{
    {
        const std::lock_guard lock(m_mutex);
        m_seen.append(request.method + ' ' + request.path + ' '
                      + QByteArray::number(request.body.size()));
    }
    if (request.path == "/wait") {
        if (finalCall)
            return text("woken");
        return WaitForFeeds{{QString::fromLatin1(request.body)}, m_clock.monotonicMs() + 20'000};
    }
    if (request.path == "/slow") {
        auto result = std::make_shared<QByteArray>();
        return Deferred{[result] { *result = "worked"; }, [result] { return text(*result); }};
    }
    if (request.path == "/large")
        return text(QByteArray(3'000'000, 'x'));
    if (request.path == "/nothing") {
        ApiResponse empty;
        empty.status = 204;
        return empty;
    }
    ApiResponse response = text("echo " + request.method + ' ' + request.path + ' '
                                + QByteArray::number(request.body.size()));
    if (request.path == "/bad")
        response.headers.insert("X-Split", "a\r\nInjected: yes");
    return response;
}

} // namespace vigie::testing
