// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/vigie/vigieaccountclient.h"

#include "core/net/whenanswered.h"
#include "core/remote/vigie/answerpolicy.h"
#include "core/remote/vigie/requestmaker.h"
#include "core/wire/codec.h"
#include "core/wire/endpoints.h"

#include <QPromise>

#include <memory>

namespace vigie::remote {

namespace {

constexpr qint64 kSignOutTimeoutMs = 5'000;

/// Sends and turns the answer into a Result on the client's thread.
template<class T, class Fn>
QFuture<Result<T>> exchange(net::Transport &transport, const net::Request &request,
                            QObject *context, Fn convert)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const QFuture<Result<T>> future = promise->future();
    net::whenAnswered(transport.send(request), context,
                      [promise, convert](const net::Answer &answer) {
                          promise->addResult(convert(answer));
                          promise->finish();
                      });
    return future;
}

Result<wire::Hello> helloFrom(const net::Answer &answer)
{
    const Judged judged = judge(answer, Expect::Json);
    if (judged.outcome != Outcome::Ok)
        return fail(judged.error);
    const Result<wire::Hello> hello = wire::decodeHello(judged.json);
    if (!hello)
        return fail(ErrorCode::NotOurServer, hello.error().detail);
    if (hello->protocol != wire::kProtocolVersion)
        return fail(ErrorCode::ProtocolMismatch,
                    QStringLiteral("the server speaks protocol %1").arg(hello->protocol));
    return *hello;
}

Result<wire::Session> sessionFrom(const net::Answer &answer)
{
    const Reply<wire::Session> reply =
        decoded<wire::Session>(judge(answer, Expect::Json), wire::decodeSession);
    if (reply.outcome != Outcome::Ok)
        return fail(reply.error);
    if (!isUsableToken(reply.value.token))
        return fail(ErrorCode::ServerFault, QStringLiteral("the token is not usable"));
    return reply.value;
}

} // namespace

VigieAccountClient::VigieAccountClient(net::Transport &transport, QUrl server, QObject *parent)
    : QObject(parent), m_transport(transport), m_server(std::move(server))
{
}

QFuture<Result<HelloAnswer>> VigieAccountClient::hello()
{
    const net::Request request =
        RequestMaker(m_server).make(net::Method::Get, wire::kHelloPath);
    return exchange<HelloAnswer>(
        m_transport, request, this, [](const net::Answer &answer) -> Result<HelloAnswer> {
            if (answer)
                return HelloAnswer{helloFrom(answer), answer->fingerprint,
                                   answer->certificateExpiresAt};
            return HelloAnswer{helloFrom(answer), answer.error().fingerprint,
                               answer.error().certificateExpiresAt};
        });
}

QFuture<Result<wire::Session>> VigieAccountClient::signIn(const wire::SignIn &signIn)
{
    const net::Request request = RequestMaker(m_server).json(
        net::Method::Post, wire::kSessionPath, wire::encode(signIn));
    return exchange<wire::Session>(m_transport, request, this, sessionFrom);
}

QFuture<Result<bool>> VigieAccountClient::signOut(const QString &token)
{
    RequestMaker requests(m_server);
    requests.setToken(token);
    net::Request request = requests.make(net::Method::Delete, wire::kSessionPath);
    request.timeoutMs = kSignOutTimeoutMs;
    return exchange<bool>(m_transport, request, this,
                          [](const net::Answer &answer) -> Result<bool> {
                              const Judged judged = judge(answer, Expect::Nothing);
                              if (judged.outcome == Outcome::Ok
                                  || judged.outcome == Outcome::AuthNeeded)
                                  return true;
                              return fail(judged.error);
                          });
}

} // namespace vigie::remote
