// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/oneshotbody.h"
#include "core/net/qttransport.h"
#include "core/net/whenanswered.h"
#include "tests/net/flawedserver.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace vigie;
using net::Method;
using test::FlawedServer;
using test::SeenRequest;

namespace {

/// How a server can treat a request that it has read completely.
enum class Flaw { Close, Reset, PartialStatus, PartialHeaders, PartialBody, Silence };

void misbehave(Flaw flaw, QTcpSocket *socket)
{
    switch (flaw) {
    case Flaw::Close: socket->disconnectFromHost(); return;
    case Flaw::Reset: socket->abort(); return;
    case Flaw::PartialStatus: socket->write("HTTP/1.1 20"); break;
    case Flaw::PartialHeaders: socket->write("HTTP/1.1 200 OK\r\nContent-Le"); break;
    case Flaw::PartialBody:
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":");
        break;
    case Flaw::Silence: return;
    }
    socket->flush();
    socket->disconnectFromHost();
}

net::Request requestTo(const QUrl &url, Method method = Method::Get, const QByteArray &body = {})
{
    net::Request request;
    request.url = url;
    request.method = method;
    request.body = body;
    request.timeoutMs = 10'000;
    if (!body.isEmpty())
        request.headers.insert("Content-Type", "application/json");
    return request;
}

/// The end of a future, without a nested wait of our own.
net::Answer ended(const QFuture<net::Answer> &future)
{
    QFutureWatcher<net::Answer> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    if (!future.isFinished())
        finished.wait(20'000);
    if (future.resultCount() == 0)
        return tl::unexpected<net::Failure>(net::Failure{Error{ErrorCode::Bug, {}, {}}, {}, {}, 0});
    return future.result();
}

const FlawedServer::Behaviour kHonest = [](QTcpSocket *socket, const SeenRequest &) {
    socket->write(test::jsonAnswer(200, "{}"));
};

} // namespace

Q_DECLARE_METATYPE(Flaw)
Q_DECLARE_METATYPE(vigie::net::Method)

class TestQtTransport : public QObject
{
    Q_OBJECT

private:
    test::TestCertificate m_authority = test::makeCertificate(
        {QStringLiteral("Test CA"), {}, -1, 30, true});
    test::TestCertificate m_certificate = test::makeCertificate(
        {QStringLiteral("localhost"), {QStringLiteral("DNS:localhost")}, -1, 30, false},
        &m_authority);

    std::unique_ptr<FlawedServer> server(bool tls, FlawedServer::Behaviour behaviour) const
    {
        if (!tls)
            return std::make_unique<FlawedServer>(std::move(behaviour));
        return std::make_unique<FlawedServer>(
            std::move(behaviour), m_certificate.key,
            QList<QSslCertificate>{m_certificate.certificate, m_authority.certificate});
    }
    net::TlsTrust trust(bool tls) const
    {
        return {tls ? net::fingerprintOf(m_authority.certificate) : QString(), {}};
    }

private Q_SLOTS:
    void aChangingRequestIsOnTheWireExactlyOnce_data();
    void aChangingRequestIsOnTheWireExactlyOnce();

    void aDeleteThatWasCutMayHaveArrived()
    {
        FlawedServer server([](QTcpSocket *socket, const SeenRequest &) { socket->abort(); });
        net::QtTransport transport({});
        const net::Answer answer = ended(transport.send(requestTo(server.url(), Method::Delete)));
        QVERIFY(!answer);
        QVERIFY(answer.error().mayHaveArrived);
        server.setBehaviour(kHonest);
        QVERIFY(ended(transport.send(requestTo(server.url(), Method::Delete))).has_value());
        QCOMPARE(server.requests().last().method, QByteArray("DELETE"));
    }

    void aBodyCannotBeRewound()
    {
        net::OneShotBody body("0123456789");
        QCOMPARE(body.size(), 10);
        QVERIFY(!body.touched());
        QCOMPARE(body.read(4), QByteArray("0123"));
        QVERIFY(body.touched());
        QVERIFY(!body.reset());
        QVERIFY(!body.seek(0));
        QVERIFY(body.seek(4));
        QCOMPARE(body.readAll(), QByteArray("456789"));
    }

    void anAnswerArrivesWithStatusHeadersAndBody()
    {
        for (const bool tls : {false, true}) {
            const auto honest = server(tls, [](QTcpSocket *socket, const SeenRequest &) {
                socket->write(test::jsonAnswer(404, R"({"a":1})", "X-Some: thing\r\n"));
            });
            net::QtTransport transport(trust(tls));
            const net::Answer answer = ended(transport.send(
                requestTo(honest->url(QStringLiteral("/v1/x")), Method::Post, "{\"b\":2}")));
            QVERIFY(answer.has_value());
            QCOMPARE(answer->status, 404);
            QCOMPARE(answer->headers.value("x-some"), QByteArray("thing"));
            QCOMPARE(answer->body, QByteArray(R"({"a":1})"));
            QCOMPARE(honest->requests().size(), 1);
            QCOMPARE(honest->requests().first().path, QByteArray("/v1/x"));
            QCOMPARE(honest->requests().first().body, QByteArray("{\"b\":2}"));
            QCOMPARE(honest->requests().first().headers.value("content-length"), QByteArray("7"));
            QCOMPARE(answer->fingerprint.isEmpty(), !tls);
        }
    }

    void statusesThatQtCallsErrorsAreAnswers_data()
    {
        QTest::addColumn<int>("status");
        for (int status : {400, 401, 403, 404, 405, 409, 410, 413, 418, 422, 426, 429, 500, 501,
                           502, 503, 504, 507, 599})
            QTest::addRow("%d", status) << status;
    }
    void statusesThatQtCallsErrorsAreAnswers()
    {
        QFETCH(int, status);
        FlawedServer server([status](QTcpSocket *socket, const SeenRequest &) {
            socket->write(test::jsonAnswer(status, R"({"error":1})",
                                           "WWW-Authenticate: Bearer\r\n"));
        });
        net::QtTransport transport({});
        for (const Method method : {Method::Get, Method::Post}) {
            const net::Answer answer =
                ended(transport.send(requestTo(server.url(), method,
                                               method == Method::Post ? "{}" : "")));
            QVERIFY(answer.has_value());
            QCOMPARE(answer->status, status);
            QCOMPARE(answer->body, QByteArray(R"({"error":1})"));
        }
        QCOMPARE(server.requests().size(), 2);
    }

    void redirectsAreNeverFollowedAndCarryNoSecretAway_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("sameHost");
        for (int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("%d elsewhere", status) << status << false;
            QTest::addRow("%d same host", status) << status << true;
        }
    }
    void redirectsAreNeverFollowedAndCarryNoSecretAway()
    {
        QFETCH(int, status);
        QFETCH(bool, sameHost);
        FlawedServer thief(kHonest);
        const QByteArray target =
            sameHost ? "/elsewhere" : thief.url(QStringLiteral("/steal")).toEncoded();
        FlawedServer server([&](QTcpSocket *socket, const SeenRequest &) {
            socket->write(test::httpAnswer(status, "text/html", "moved",
                                           "Location: " + target + "\r\n"));
        });
        net::QtTransport transport({});
        for (const Method method : {Method::Get, Method::Post, Method::Patch}) {
            net::Request request =
                requestTo(server.url(), method, method == Method::Get ? "" : "{}");
            request.headers.insert("Authorization", "Bearer secret");
            const net::Answer answer = ended(transport.send(request));
            QVERIFY(answer.has_value());
            QCOMPARE(answer->status, status);
        }
        QCOMPARE(server.requests().size(), 3);
        QCOMPARE(thief.bytes(), 0);
        QCOMPARE(thief.connections(), 0);
    }

    void cookiesAreNeitherKeptNorSent()
    {
        FlawedServer server([](QTcpSocket *socket, const SeenRequest &) {
            socket->write(test::jsonAnswer(200, "{}", "Set-Cookie: track=me; Path=/\r\n"));
        });
        net::QtTransport transport({});
        ended(transport.send(requestTo(server.url())));
        ended(transport.send(requestTo(server.url())));
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(!server.requests().last().headers.contains("cookie"));
    }

    void anEndlessBodyIsCutAtTheCap()
    {
        FlawedServer server([](QTcpSocket *socket, const SeenRequest &) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
            const QByteArray block(64 * 1024, 'x');
            socket->write(block);
            QObject::connect(socket, &QTcpSocket::bytesWritten, socket,
                             [socket, block] { socket->write(block); });
        });
        net::QtTransport transport({});
        net::Request request = requestTo(server.url());
        request.mostBytes = 1'000'000;
        const net::Answer answer = ended(transport.send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().error.code, ErrorCode::TooLarge);
    }

    void anAnnouncedBodyOverTheCapIsRefusedAtOnce()
    {
        FlawedServer server([](QTcpSocket *socket, const SeenRequest &) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\nx");
        });
        net::QtTransport transport({});
        const net::Answer answer = ended(transport.send(requestTo(server.url())));
        QVERIFY(!answer);
        QCOMPARE(answer.error().error.code, ErrorCode::TooLarge);
    }

    void aCompressionBombIsCountedUnpacked()
    {
        // qCompress() puts four bytes of length before a zlib stream, which is HTTP's "deflate".
        const QByteArray bomb = qCompress(QByteArray(50'000'000, '0'), 9).mid(4);
        QVERIFY(bomb.size() < 100'000);
        FlawedServer server([&](QTcpSocket *socket, const SeenRequest &) {
            socket->write(test::jsonAnswer(200, bomb, "Content-Encoding: deflate\r\n"));
        });
        net::QtTransport transport({});
        const net::Answer answer = ended(transport.send(requestTo(server.url())));
        QVERIFY(!answer);
        QVERIFY(answer.error().error.code == ErrorCode::TooLarge
                || answer.error().error.code == ErrorCode::Offline);
    }

    void compressedAnswersArriveUnpacked()
    {
        const QByteArray body = "{\"text\":\"" + QByteArray(10'000, 'a') + "\"}";
        FlawedServer server([&](QTcpSocket *socket, const SeenRequest &) {
            socket->write(test::jsonAnswer(200, qCompress(body).mid(4),
                                           "Content-Encoding: deflate\r\n"));
        });
        net::QtTransport transport({});
        const net::Answer answer = ended(transport.send(requestTo(server.url())));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->body, body);
    }

    void aSilentServerEndsInATimeOutThatMayHaveArrived()
    {
        FlawedServer server([](QTcpSocket *, const SeenRequest &) {});
        net::QtTransport transport({});
        net::Request request = requestTo(server.url(), Method::Post, "{}");
        request.timeoutMs = 300;
        const net::Answer answer = ended(transport.send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().error.code, ErrorCode::Timeout);
        QVERIFY(answer.error().mayHaveArrived);
        QCOMPARE(server.requests().size(), 1);
    }

    void aServerThatDripsForEverEndsInATimeOut()
    {
        FlawedServer server([](QTcpSocket *socket, const SeenRequest &) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            auto *drip = new QTimer(socket);
            QObject::connect(drip, &QTimer::timeout, socket, [socket] { socket->write("x"); });
            drip->start(20);
        });
        net::QtTransport transport({});
        net::Request request = requestTo(server.url());
        request.timeoutMs = 400;
        const net::Answer answer = ended(transport.send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().error.code, ErrorCode::Timeout);
    }

    void aRefusedConnectionSurelyDidNotArrive()
    {
        QUrl nobody;
        {
            FlawedServer gone(kHonest);
            nobody = gone.url();
        }
        net::QtTransport transport({});
        for (const Method method : {Method::Post, Method::Patch, Method::Delete}) {
            const net::Answer answer = ended(transport.send(requestTo(nobody, method, "{}")));
            QVERIFY(!answer);
            QCOMPARE(answer.error().error.code, ErrorCode::Offline);
            QVERIFY(!answer.error().mayHaveArrived);
        }
    }

    void anUnknownHostSurelyWasNotReached()
    {
        net::QtTransport transport({});
        const net::Answer answer = ended(transport.send(requestTo(
            QUrl(QStringLiteral("https://no-such-host.invalid:8642/")), Method::Post, "{}")));
        QVERIFY(!answer);
        QVERIFY(!answer.error().mayHaveArrived);
    }

    void aPlainServerWhereTlsIsExpectedGetsNothing()
    {
        FlawedServer plain(kHonest);
        QUrl url = plain.url();
        url.setScheme(QStringLiteral("https"));
        net::QtTransport transport({});
        net::Request request = requestTo(url, Method::Post, "{\"password\":\"geheim\"}");
        request.timeoutMs = 500;
        const net::Answer answer = ended(transport.send(request));
        QVERIFY(!answer);
        QVERIFY(!answer.error().mayHaveArrived);
        QCOMPARE(plain.requests().size(), 0);
    }

    void plainHttpToOtherMachinesIsNotSpoken()
    {
        net::QtTransport transport({});
        const net::Answer answer = ended(
            transport.send(requestTo(QUrl(QStringLiteral("http://helpdesk.example/")))));
        QVERIFY(!answer);
        QCOMPARE(answer.error().error.code, ErrorCode::Invalid);
    }

    void abortAllEndsEverythingInFlight()
    {
        FlawedServer server([](QTcpSocket *, const SeenRequest &) {});
        net::QtTransport transport({});
        const auto first = transport.send(requestTo(server.url(), Method::Post, "{}"));
        const auto second = transport.send(requestTo(server.url()));
        QTRY_COMPARE(server.requests().size(), 2);
        transport.abortAll();
        const net::Answer one = ended(first);
        const net::Answer two = ended(second);
        QVERIFY(!one && !two);
        QCOMPARE(one.error().error.code, ErrorCode::Cancelled);
        QVERIFY(one.error().mayHaveArrived);
        server.setBehaviour(kHonest);
        QVERIFY(ended(transport.send(requestTo(server.url()))).has_value());
    }

    void futuresEndWhenTheTransportGoes()
    {
        FlawedServer server([](QTcpSocket *, const SeenRequest &) {});
        auto transport = std::make_unique<net::QtTransport>(net::TlsTrust{});
        const auto future = transport->send(requestTo(server.url(), Method::Post, "{}"));
        QTRY_COMPARE(server.requests().size(), 1);
        transport.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().error.code, ErrorCode::Cancelled);
    }

    void answersComeNeverSynchronouslyAndNotToTheDead()
    {
        FlawedServer server(kHonest);
        net::QtTransport transport({});
        int called = 0;
        auto context = std::make_unique<QObject>();
        net::whenAnswered(transport.send(requestTo(server.url())), this,
                          [&](const net::Answer &) { ++called; });
        net::whenAnswered(transport.send(requestTo(server.url())), context.get(),
                          [&](const net::Answer &) { called += 100; });
        context.reset();
        QCOMPARE(called, 0);
        QTRY_COMPARE(called, 1);
        QTRY_COMPARE(server.requests().size(), 2);
        QCOMPARE(called, 1);
    }
};

void TestQtTransport::aChangingRequestIsOnTheWireExactlyOnce_data()
{
    QTest::addColumn<Flaw>("flaw");
    QTest::addColumn<Method>("method");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("reused");
    const QList<std::pair<Flaw, const char *>> flaws{
        {Flaw::Close, "close"},
        {Flaw::Reset, "reset"},
        {Flaw::PartialStatus, "partial status"},
        {Flaw::PartialHeaders, "partial headers"},
        {Flaw::PartialBody, "partial body"}};
    const QList<std::pair<Method, const char *>> methods{
        {Method::Post, "POST"}, {Method::Patch, "PATCH"}};
    for (const auto &[flaw, flawName] : flaws) {
        for (const auto &[method, methodName] : methods) {
            for (const bool tls : {false, true}) {
                for (const bool reused : {false, true})
                    QTest::addRow("%s %s%s%s", methodName, flawName, tls ? " TLS" : "",
                                  reused ? " reused" : "")
                        << flaw << method << tls << reused;
            }
        }
    }
}

void TestQtTransport::aChangingRequestIsOnTheWireExactlyOnce()
{
    QFETCH(Flaw, flaw);
    QFETCH(Method, method);
    QFETCH(bool, tls);
    QFETCH(bool, reused);
    const auto flawed = server(tls, kHonest);
    net::QtTransport transport(trust(tls));
    if (reused)
        QVERIFY(ended(transport.send(requestTo(flawed->url()))).has_value());
    const qsizetype before = flawed->requests().size();
    flawed->setBehaviour([flaw](QTcpSocket *socket, const SeenRequest &) {
        misbehave(flaw, socket);
    });
    const net::Answer answer =
        ended(transport.send(requestTo(flawed->url(), method, R"({"op":"pay"})")));
    QVERIFY(!answer);
    QVERIFY(answer.error().mayHaveArrived);
    // Whatever was going to be sent again would be there before this one.
    flawed->setBehaviour(kHonest);
    QVERIFY(ended(transport.send(requestTo(flawed->url(QStringLiteral("/last")))))
                .has_value());
    QCOMPARE(flawed->requests().last().path, QByteArray("/last"));
    QCOMPARE(flawed->requests().size() - before, 2);
}

QTEST_GUILESS_MAIN(TestQtTransport)
#include "tst_qttransport.moc"
