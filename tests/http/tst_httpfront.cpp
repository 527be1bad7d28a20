// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/support/frontfixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>
#include <vector>

#include <openssl/ssl.h>

#include <thread>

using namespace vigie;
using namespace vigie::server;
using namespace vigie::testing;

class TestHttpFront : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConnectionServesManyRequests();
    void stoppingWhileConnectionsEndLeavesNothingBehind();
    void pipelinedRequestsAreAnsweredInOrder();
    void everyAnswerCarriesTheHouseHeaders();
    void anAnswerCannotSmuggleHeaders();
    void aHeadRequestGetsTheLengthWithoutTheBody();
    void anEmptyAnswerHasNoLength();
    void closeIsHonouredAndHttp10GetsOneAnswer();
    void aClientThatAsksFirstIsToldToContinue();
    void aClientThatAsksFirstForTooMuchIsRefusedAtOnce();
    void aLargeAnswerArrivesWhole();
    void slowWorkRunsAsideAndItsAnswerComes();
    void aPollIsWokenAsSoonAsItsFeedMoves();
    void aPollIsNotWokenByAnotherFeed();
    void aPollersNextRequestOnTheSameConnectionIsServed();
    void aPollerThatGoesAwayIsForgotten();
    void stoppingAnswersPollsAndEndsIdleConnections();
    void stoppingCutsWhoeverDoesNotEnd();
    void onlyModernTlsIsSpoken();
    void alpnSelectsHttp11AndRefusesAnythingElse();
    void theChainLeadsToTheAuthority();
    void plainHttpGetsNothing();
    void theCertificateCanBeReplacedWhileServing();
    void aTakenPortIsAnErrorThatNamesIt();
    void tooManyConnectionsAreToldSo();
    void anAddressCannotTakeAllPlaces();
};

void TestHttpFront::aConnectionServesManyRequests()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    for (int i = 0; i < 20; ++i) {
        const HttpReply reply = client.ask(postRequest("/x", QByteArray(i * 1000, 'b')));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, "echo POST /x " + QByteArray::number(i * 1000));
    }
    QCOMPARE(front.seen().size(), 20);
    QCOMPARE(front.server().connectionCount(), 1);
}

void TestHttpFront::pipelinedRequestsAreAnsweredInOrder()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    QVERIFY(client.send(postRequest("/1", "abc") + getRequest("/2") + postRequest("/3", "")));
    QCOMPARE(client.reply().body, QByteArray("echo POST /1 3"));
    QCOMPARE(client.reply().body, QByteArray("echo GET /2 0"));
    QCOMPARE(client.reply().body, QByteArray("echo POST /3 0"));
}

void TestHttpFront::everyAnswerCarriesTheHouseHeaders()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    const QList<HttpReply> replies{
        client.ask(getRequest("/x", "Vigie-Request: 0190-ab\r\n")),
        client.ask("GET / HTTP/1.1\r\n\r\n"),
    };
    for (const HttpReply &reply : replies) {
        QCOMPARE(reply.headers.value("cache-control"), QByteArray("no-store"));
        QCOMPARE(reply.headers.value("x-content-type-options"), QByteArray("nosniff"));
        QCOMPARE(reply.headers.value("vigie-protocol"), QByteArray("1"));
        QVERIFY(reply.headers.value("date").endsWith(" GMT"));
        QVERIFY(!reply.headers.contains("server"));
        QCOMPARE(reply.headers.value("content-type"), QByteArray("application/json"));
    }
    QCOMPARE(replies.at(0).headers.value("vigie-request"), QByteArray("0190-ab"));
    QCOMPARE(replies.at(1).status, 400);
    QVERIFY(replies.at(1).body.contains("\"error\""));
}

void TestHttpFront::anAnswerCannotSmuggleHeaders()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    const HttpReply reply = client.ask(getRequest("/bad", "Vigie-Request: a b\"<c\r\n"));
    QCOMPARE(reply.status, 200);
    QVERIFY(!reply.headers.contains("injected"));
    QVERIFY(!reply.headers.contains("x-split"));
    QVERIFY(!reply.headers.contains("vigie-request"));
}

void TestHttpFront::aHeadRequestGetsTheLengthWithoutTheBody()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    QVERIFY(client.send("HEAD /large HTTP/1.1\r\nHost: a\r\n\r\n" + getRequest("/after")));
    QCOMPARE(client.reply(true).headers.value("content-length"), QByteArray("3000000"));
    QCOMPARE(client.reply().body, QByteArray("echo GET /after 0"));
}

void TestHttpFront::anEmptyAnswerHasNoLength()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    QVERIFY(client.send(getRequest("/nothing") + getRequest("/after")));
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, 204);
    QVERIFY(!reply.headers.contains("content-length"));
    QCOMPARE(client.reply().body, QByteArray("echo GET /after 0"));
}

void TestHttpFront::closeIsHonouredAndHttp10GetsOneAnswer()
{
    FrontFixture front;
    for (const QByteArray &request :
         {getRequest("/x", "Connection: close\r\n"), QByteArray("GET /x HTTP/1.0\r\n\r\n"),
          QByteArray("GET /x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")}) {
        TlsClient client(front.port());
        QVERIFY(client.open());
        const HttpReply reply = client.ask(request + getRequest("/second"));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("connection"), QByteArray("close"));
        QCOMPARE(client.rest(), QByteArray());
    }
    QVERIFY(!front.seen().contains("GET /second 0"));
}

void TestHttpFront::aClientThatAsksFirstIsToldToContinue()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    QVERIFY(client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n"
                        "Expect: 100-continue\r\n\r\n"));
    QCOMPARE(client.reply().status, 100);
    QCOMPARE(client.ask("four").body, QByteArray("echo POST /x 4"));
}

void TestHttpFront::aClientThatAsksFirstForTooMuchIsRefusedAtOnce()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    QCOMPARE(client.ask("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 400000000\r\n"
                        "Expect: 100-continue\r\n\r\n")
                 .status,
             413);
    QVERIFY(client.closedByPeer());
}

void TestHttpFront::aLargeAnswerArrivesWhole()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    const HttpReply reply = client.ask(getRequest("/large"));
    QCOMPARE(reply.body, QByteArray(3'000'000, 'x'));
    QTRY_COMPARE(front.server().bodyBytesHeld(), 0);
}

void TestHttpFront::slowWorkRunsAsideAndItsAnswerComes()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    QCOMPARE(client.ask(postRequest("/slow", "{}")).body, QByteArray("worked"));
    QCOMPARE(client.ask(getRequest("/x")).status, 200);
}

void TestHttpFront::aPollIsWokenAsSoonAsItsFeedMoves()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    QVERIFY(client.send(postRequest("/wait", "tickets")));
    QTRY_COMPARE(front.server().waitingPolls(), 1);
    QElapsedTimer timer;
    timer.start();
    front.desk().post([&] { front.server().feedsMoved({QStringLiteral("tickets")}); });
    QCOMPARE(client.reply().body, QByteArray("woken"));
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
}

void TestHttpFront::aPollIsNotWokenByAnotherFeed()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    QVERIFY(client.send(postRequest("/wait", "tickets")));
    QTRY_COMPARE(front.server().waitingPolls(), 1);
    front.server().feedsMoved({QStringLiteral("people")});
    QVERIFY(front.answersHonestRequests());
    QCOMPARE(front.server().waitingPolls(), 1);
}

void TestHttpFront::aPollersNextRequestOnTheSameConnectionIsServed()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    for (int round = 0; round < 3; ++round) {
        QVERIFY(client.send(postRequest("/wait", "tickets")));
        QTRY_COMPARE(front.server().waitingPolls(), 1);
        front.server().feedsMoved({QStringLiteral("tickets")});
        QCOMPARE(client.reply().body, QByteArray("woken"));
        QCOMPARE(client.ask(postRequest("/x", "abc")).body, QByteArray("echo POST /x 3"));
    }
    // The same with requests that were sent while the poll still waited.
    QVERIFY(client.send(postRequest("/wait", "tickets")));
    QTRY_COMPARE(front.server().waitingPolls(), 1);
    QVERIFY(client.send(postRequest("/early", QByteArray(50'000, 'e')) + getRequest("/late")));
    front.server().feedsMoved({QStringLiteral("tickets")});
    QCOMPARE(client.reply().body, QByteArray("woken"));
    QCOMPARE(client.reply().body, QByteArray("echo POST /early 50000"));
    QCOMPARE(client.reply().body, QByteArray("echo GET /late 0"));
}

void TestHttpFront::aPollerThatGoesAwayIsForgotten()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.open());
    QVERIFY(client.send(postRequest("/wait", "tickets")));
    QTRY_COMPARE(front.server().waitingPolls(), 1);
    client.close();
    QTRY_COMPARE(front.server().waitingPolls(), 0);
    QTRY_COMPARE(front.server().connectionCount(), 0);
}

void TestHttpFront::stoppingAnswersPollsAndEndsIdleConnections()
{
    FrontFixture front;
    TlsClient poll(front.port());
    TlsClient idle(front.port());
    QVERIFY(poll.open());
    QVERIFY(idle.open());
    QCOMPARE(idle.ask(getRequest("/x")).status, 200);
    QVERIFY(poll.send(postRequest("/wait", "tickets")));
    QTRY_COMPARE(front.server().waitingPolls(), 1);
    QElapsedTimer timer;
    timer.start();
    std::thread stopper([&] { front.stop(); });
    const HttpReply reply = poll.reply();
    QCOMPARE(reply.body, QByteArray("woken"));
    QCOMPARE(reply.headers.value("connection"), QByteArray("close"));
    QVERIFY(idle.closedByPeer());
    poll.close();
    stopper.join();
    QVERIFY(timer.elapsed() < 4'000);
    TlsClient late(front.port());
    QVERIFY(!late.openTcp());
}

void TestHttpFront::stoppingCutsWhoeverDoesNotEnd()
{
    FrontFixture front;
    TlsClient stuck(front.port());
    QVERIFY(stuck.open());
    QVERIFY(stuck.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhalf"));
    QVERIFY(front.answersHonestRequests());
    QElapsedTimer timer;
    timer.start();
    front.stop(200);
    QVERIFY(timer.elapsed() < 3'000);
    QVERIFY(stuck.closedByPeer());
    QVERIFY(!front.seen().contains("POST /x 4"));
}

void TestHttpFront::onlyModernTlsIsSpoken()
{
    FrontFixture front;
    TlsClient::Options options;
    options.mostVersion = TLS1_1_VERSION;
    TlsClient old(front.port(), options);
    QVERIFY(!old.open());
    options.mostVersion = TLS1_2_VERSION;
    TlsClient fair(front.port(), options);
    QVERIFY(fair.open());
    QCOMPARE(fair.tlsVersion(), QByteArray("TLSv1.2"));
    QCOMPARE(fair.ask(getRequest("/x")).status, 200);
    TlsClient modern(front.port());
    QVERIFY(modern.open());
    QCOMPARE(modern.tlsVersion(), QByteArray("TLSv1.3"));
}

void TestHttpFront::alpnSelectsHttp11AndRefusesAnythingElse()
{
    FrontFixture front;
    TlsClient::Options options;
    options.alpn = QByteArray("\x02h2\x08http/1.1", 12);
    TlsClient both(front.port(), options);
    QVERIFY(both.open());
    QCOMPARE(both.alpn(), QByteArray("http/1.1"));
    options.alpn = QByteArray("\x02h2", 3);
    TlsClient other(front.port(), options);
    QVERIFY(!other.open());
}

void TestHttpFront::theChainLeadsToTheAuthority()
{
    FrontFixture front;
    FrontFixture stranger;
    TlsClient::Options options;
    const QByteArray chain = front.identity().chainPem;
    options.authorityPem = chain.mid(chain.lastIndexOf("-----BEGIN"));
    TlsClient trusting(front.port(), options);
    QVERIFY(trusting.open());
    TlsClient wary(stranger.port(), options);
    QVERIFY(!wary.open());
}

void TestHttpFront::plainHttpGetsNothing()
{
    FrontFixture front;
    TlsClient client(front.port());
    QVERIFY(client.openTcp());
    QVERIFY(client.sendRaw(getRequest("/x")));
    QVERIFY(client.closedByPeer());
    QVERIFY(front.seen().isEmpty());
    QVERIFY(front.answersHonestRequests());
}

void TestHttpFront::theCertificateCanBeReplacedWhileServing()
{
    FrontFixture front;
    FrontFixture other;
    TlsClient old(front.port());
    QVERIFY(old.open());
    QVERIFY(front.server().setIdentity(other.identity()));
    QCOMPARE(old.ask(getRequest("/x")).status, 200);
    TlsClient::Options options;
    const QByteArray chain = other.identity().chainPem;
    options.authorityPem = chain.mid(chain.lastIndexOf("-----BEGIN"));
    TlsClient fresh(front.port(), options);
    QVERIFY(fresh.open());
    TlsIdentity broken = other.identity();
    broken.keyPem = front.identity().keyPem;
    QVERIFY(!front.server().setIdentity(broken));
    QVERIFY(front.answersHonestRequests());
}

/// What is left is found by the leak checker, when there is one.
void TestHttpFront::stoppingWhileConnectionsEndLeavesNothingBehind()
{
    for (int i = 0; i < 40; ++i) {
        FrontFixture front;
        std::vector<std::unique_ptr<TlsClient>> clients;
        for (int c = 0; c < 3; ++c) {
            clients.push_back(std::make_unique<TlsClient>(front.port()));
            QVERIFY(clients.back()->open());
        }
        QCOMPARE(clients.front()->ask(getRequest("/x")).status, 200);
        clients.clear(); // they end just while the server does
        front.stop();
        QCOMPARE(front.server().connectionCount(), 0);
    }
}

void TestHttpFront::aTakenPortIsAnErrorThatNamesIt()
{
    FrontFixture front;
    SystemClock clock;
    HttpServer second({}, clock, [](const std::function<void()> &) {},
                      [](const ApiRequest &, bool) { return ApiResponse(); });
    const Done started =
        second.start({{QStringLiteral("127.0.0.1"), front.port(), false}}, front.identity());
    QVERIFY(!started);
    QVERIFY(started.error().detail.contains(QString::number(front.port())));
}

void TestHttpFront::tooManyConnectionsAreToldSo()
{
    HttpLimits limits;
    limits.connections = 2;
    limits.spareConnections = 1;
    limits.closeTimeoutMs = 60'000;
    FrontFixture front(limits);
    TlsClient one(front.port());
    TlsClient two(front.port());
    TlsClient three(front.port());
    TlsClient four(front.port());
    QVERIFY(one.open() && two.open() && three.open());
    const HttpReply reply = three.reply();
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.headers.value("retry-after").toInt() > 0);
    QVERIFY(!four.open());
    QCOMPARE(one.ask(getRequest("/x")).status, 200);
    three.close();
    two.close();
    QTRY_COMPARE(front.server().connectionCount(), 1);
    QVERIFY(front.answersHonestRequests());
}

void TestHttpFront::anAddressCannotTakeAllPlaces()
{
    HttpLimits limits;
    limits.connectionsPerAddress = 2;
    FrontFixture front(limits);
    TlsClient one(front.port());
    TlsClient two(front.port());
    TlsClient three(front.port());
    QVERIFY(one.open() && two.open());
    QVERIFY(!three.open());
    two.close();
    QTRY_COMPARE(front.server().connectionCount(), 1);
    QVERIFY(front.answersHonestRequests());
}

QTEST_GUILESS_MAIN(TestHttpFront)
#include "tst_httpfront.moc"
