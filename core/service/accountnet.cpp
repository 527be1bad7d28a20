// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/accountnet.h"

#include "core/net/qttransport.h"

namespace vigie {

namespace {

/// One transport and one client for one exchange; lives on the network thread and is deleted with
/// its answer, or with the thread.
class Conversation final : public QObject
{
public:
    Conversation(const QUrl &server, const net::TlsTrust &trust, QObject *parent)
        : QObject(parent), m_transport(trust), m_client(m_transport, server)
    {
    }
    [[nodiscard]] remote::VigieAccountClient &client() { return m_client; }
    [[nodiscard]] const net::TlsTrust &trust() const { return m_transport.trust(); }

private:
    net::QtTransport m_transport;
    remote::VigieAccountClient m_client;
};

/// Asks on the network thread; `convert(answer, conversation) → Result<T>`.
template<class T, class A, class Ask, class Convert>
QFuture<Result<T>> converse(WorkerThread &thread, const QUrl &server, const net::TlsTrust &trust,
                            Ask ask, Convert convert)
{
    QObject *parent = thread.context();
    return thread.begin<T>([=](const SharedPromise<T> &promise) {
        auto *talk = new Conversation(server, trust, parent);
        whenDone(ask(talk->client()), talk, [=](const Result<A> &answer) {
            keepPromise<T>(promise, convert(answer, *talk));
            talk->deleteLater();
        });
    });
}

} // namespace

QFuture<Result<remote::HelloAnswer>> AccountNet::hello(const QUrl &server,
                                                       const net::TlsTrust &trust)
{
    using Hello = remote::HelloAnswer;
    return converse<Hello, Hello>(
        m_thread, server, trust, [](remote::VigieAccountClient &client) { return client.hello(); },
        [](const Result<Hello> &answer, const Conversation &) { return answer; });
}

QFuture<Result<OpenedSession>> AccountNet::signIn(const QUrl &server, const net::TlsTrust &trust,
                                                  const wire::SignIn &signIn)
{
    return converse<OpenedSession, wire::Session>(
        m_thread, server, trust,
        [signIn](remote::VigieAccountClient &client) { return client.signIn(signIn); },
        [](const Result<wire::Session> &answer,
           const Conversation &talk) -> Result<OpenedSession> {
            if (!answer)
                return fail(answer.error());
            return OpenedSession{*answer, talk.trust()};
        });
}

QFuture<Result<bool>> AccountNet::signOut(const QUrl &server, const net::TlsTrust &trust,
                                          const QString &token)
{
    return converse<bool, bool>(
        m_thread, server, trust,
        [token](remote::VigieAccountClient &client) { return client.signOut(token); },
        [](const Result<bool> &answer, const Conversation &) { return answer; });
}

} // namespace vigie
