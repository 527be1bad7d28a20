// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/support/frontfixture.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace vigie;
using namespace vigie::server;
using namespace vigie::testing;

namespace {

/// Production's limits with times that a test can wait for.
HttpLimits impatient()
{
    HttpLimits limits;
    limits.handshakeTimeoutMs = 1'500;
    limits.headerTimeoutMs = 1'500;
    limits.idleTimeoutMs = 1'500;
    limits.rateGraceMs = 1'000;
    limits.closeTimeoutMs = 1'000;
    return limits;
}

} // namespace

class TestFrontAbuse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smuggledRequestsNeverReachTheDesk_data();
    void smuggledRequestsNeverReachTheDesk();
    void aRefusalIsReadableEvenWhileTheClientStillSends();
    void fiveHundredSlowClientsDoNotShutTheDoor();
    void slowClientsAreGivenUp();
    void aBodyThatTricklesIsCut();
    void aClientThatDoesNotReadIsCut();
    void aSteadyButSlowBodyIsLetThrough();
    void announcedBodiesCostNothingUntilTheyCome();
    void fourHundredMegabytesAreRefused();
    void eightyMegabytesOfHeadersAreRefused();
    void largeBodiesTogetherStayWithinTheBudget();
};

void TestFrontAbuse::smuggledRequestsNeverReachTheDesk_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray inner = getRequest("/smuggled");
    const auto row = [&](const char *name, const QByteArray &fields, const QByteArray &body) {
        QTest::newRow(name) << "POST /x HTTP/1.1\r\n" + fields + "\r\n" + body + inner;
    };
    const QByteArray host = "Host: a\r\n";
    row("CL.TE", host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n");
    row("TE.CL", host + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n");
    row("TE.TE", host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n", "0\r\n\r\n");
    row("chunked", host + "Transfer-Encoding: chunked\r\n", "0\r\n\r\n");
    row("huge chunk", host + "Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFF\r\n");
    row("hidden TE", host + "Transfer-Encoding : chunked\r\n", "0\r\n\r\n");
    row("folded TE", host + "Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n");
    row("two lengths", host + "Content-Length: 0\r\nContent-Length: 44\r\n", {});
    row("length list", host + "Content-Length: 0, 44\r\n", {});
    row("negative length", host + "Content-Length: -1\r\n", {});
    row("length 2^64", host + "Content-Length: 18446744073709551616\r\n", {});
    row("bare LF field", host + "X: y\nContent-Length: 44\r\n", {});
    row("bare CR field", host + "X: y\rContent-Length: 44\r\n", {});
    row("NUL field", host + QByteArray("X: \0y\r\n", 7), {});
    row("folded line", host + "X: y\r\n Content-Length: 44\r\n", {});
    row("no host", "X: y\r\n", {});
    row("two hosts", "Host: a\r\nHost: b\r\n", {});
    QTest::newRow("bare LF head") << "POST /x HTTP/1.1\nHost: a\n\n" + inner;
    QTest::newRow("foreign target") << "GET http://b/x HTTP/1.1\r\nHost: a\r\n\r\n" + inner;
    QTest::newRow("upwards") << "GET /v1/../x HTTP/1.1\r\nHost: a\r\n\r\n" + inner;
    QTest::newRow("tunnel") << "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n" + inner;
    QTest::newRow("HTTP/2 preface") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + inner;
}

void TestFrontAbuse::smuggledRequestsNeverReachTheDesk()
{
    QFETCH(QByteArray, bytes);
    FrontFixture front(impatient());
    TlsClient client(front.port());
    QVERIFY(client.open());
    const HttpReply reply = client.ask(bytes);
    QVERIFY2(reply.status >= 400 && reply.status < 506, qPrintable(QString::number(reply.status)));
    QCOMPARE(reply.headers.value("connection"), QByteArray("close"));
    QCOMPARE(client.rest(), QByteArray());
    QCOMPARE(front.seen(), QList<QByteArray>());
    QVERIFY(front.answersHonestRequests());
}

void TestFrontAbuse::aRefusalIsReadableEvenWhileTheClientStillSends()
{
    FrontFixture front(impatient());
    for (int i = 0; i < 20; ++i) {
        TlsClient client(front.port());
        QVERIFY(client.open());
        QVERIFY(client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"
                            + QByteArray(300'000, 'x')));
        QCOMPARE(client.reply().status, 413);
    }
}

void TestFrontAbuse::fiveHundredSlowClientsDoNotShutTheDoor()
{
    // None of them is cut while the others still connect, however slow this machine is.
    HttpLimits limits = impatient();
    limits.headerTimeoutMs = 120'000;
    limits.idleTimeoutMs = 120'000;
    limits.handshakeTimeoutMs = 120'000;
    FrontFixture front(limits);
    std::vector<std::unique_ptr<TlsClient>> slow;
    for (int i = 0; i < 500; ++i) {
        slow.push_back(std::make_unique<TlsClient>(front.port()));
        if (i % 5 == 0) {
            QVERIFY(slow.back()->openTcp()); // never even a ClientHello
            continue;
        }
        QVERIFY(slow.back()->open());
        if (i % 5 == 1)
            QVERIFY(slow.back()->send("GET / HTTP/1.1\r\nHost: "));
    }
    QVERIFY(front.server().connectionCount() > 200);
    QVERIFY(front.answersHonestRequests()); // long before any of them is given up
    slow.clear();
    QTRY_COMPARE_WITH_TIMEOUT(front.server().connectionCount(), 0, 20'000);
}

void TestFrontAbuse::slowClientsAreGivenUp()
{
    FrontFixture front(impatient());
    std::vector<std::unique_ptr<TlsClient>> slow;
    for (int i = 0; i < 30; ++i) {
        slow.push_back(std::make_unique<TlsClient>(front.port()));
        if (i % 3 == 0) {
            QVERIFY(slow.back()->openTcp());
            continue;
        }
        QVERIFY(slow.back()->open());
        if (i % 3 == 1)
            QVERIFY(slow.back()->send("GET / HTTP/1.1\r\nHost: "));
    }
    QTRY_COMPARE_WITH_TIMEOUT(front.server().connectionCount(), 0, 20'000);
    QVERIFY(front.answersHonestRequests());
}

void TestFrontAbuse::aBodyThatTricklesIsCut()
{
    FrontFixture front(impatient());
    TlsClient client(front.port());
    QVERIFY(client.open());
    QVERIFY(client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n\r\nonly this"));
    QVERIFY(client.closedByPeer());
    QCOMPARE(front.seen(), QList<QByteArray>());
}

void TestFrontAbuse::aClientThatDoesNotReadIsCut()
{
    HttpLimits limits = impatient();
    limits.leastBytesPerSecond = 1024 * 1024;
    FrontFixture front(limits);
    TlsClient client(front.port());
    QVERIFY(client.open());
    for (int i = 0; i < 4; ++i)
        QVERIFY(client.send(getRequest("/large")));
    QTRY_COMPARE_WITH_TIMEOUT(front.server().connectionCount(), 0, 10'000);
    QCOMPARE(front.server().bodyBytesHeld(), 0);
}

void TestFrontAbuse::aSteadyButSlowBodyIsLetThrough()
{
    HttpLimits limits = impatient();
    limits.rateGraceMs = 10'000;
    FrontFixture front(limits);
    TlsClient client(front.port());
    QVERIFY(client.open());
    QVERIFY(client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 200\r\n\r\n"));
    for (int i = 0; i < 200; ++i)
        QVERIFY(client.send("b"));
    QCOMPARE(client.reply().body, QByteArray("echo POST /x 200"));
}

void TestFrontAbuse::announcedBodiesCostNothingUntilTheyCome()
{
    FrontFixture front;
    std::vector<std::unique_ptr<TlsClient>> clients;
    for (int i = 0; i < 100; ++i) {
        clients.push_back(std::make_unique<TlsClient>(front.port()));
        QVERIFY(clients.back()->open());
        QVERIFY(clients.back()->send("PATCH /v1/blobs/x HTTP/1.1\r\nHost: a\r\n"
                                     "Content-Length: 8388608\r\n\r\n0123456789"));
    }
    QVERIFY(front.answersHonestRequests());
    QCOMPARE(front.server().bodyBytesHeld(), 0);
}

void TestFrontAbuse::fourHundredMegabytesAreRefused()
{
    FrontFixture front(impatient());
    constexpr qint64 kClaimed = 400LL * 1024 * 1024;
    TlsClient client(front.port());
    QVERIFY(client.open());
    bool sending = client.send("POST /v1/sync HTTP/1.1\r\nHost: a\r\nContent-Length: "
                               + QByteArray::number(kClaimed) + "\r\n\r\n");
    const QByteArray block(256 * 1024, 'x');
    qint64 sent = 0;
    while (sending && sent < kClaimed) {
        sending = client.send(block);
        sent += block.size();
    }
    QVERIFY2(sent < kClaimed, "the server swallowed all of it");
    QCOMPARE(front.seen(), QList<QByteArray>());
    QCOMPARE(front.server().bodyBytesHeld(), 0);
    QVERIFY(front.answersHonestRequests());
}

void TestFrontAbuse::eightyMegabytesOfHeadersAreRefused()
{
    FrontFixture front(impatient());
    TlsClient client(front.port());
    QVERIFY(client.open());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n"));
    const QByteArray block = "X-Pad: " + QByteArray(16'000, 'y') + "\r\n";
    bool sending = true;
    qint64 sent = 0;
    while (sending && sent < 80'000'000) {
        sending = client.send(block);
        sent += block.size();
    }
    QVERIFY2(sent < 80'000'000, "the server swallowed all of it");
    QVERIFY(front.answersHonestRequests());

    TlsClient polite(front.port());
    QVERIFY(polite.open());
    QCOMPARE(polite.ask("GET / HTTP/1.1\r\nHost: a\r\n" + block + block).status, 431);
}

void TestFrontAbuse::largeBodiesTogetherStayWithinTheBudget()
{
    HttpLimits limits = impatient();
    limits.rateGraceMs = 60'000;
    limits.bodyBudgetBytes = 4 * 1024 * 1024;
    FrontFixture front(limits);
    std::vector<std::unique_ptr<TlsClient>> clients;
    int refused = 0;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(std::make_unique<TlsClient>(front.port()));
        QVERIFY(clients.back()->open());
        // Nobody finishes, so whoever is let in keeps what it has sent.
        const bool sent = clients.back()->send(
            "PATCH /v1/blobs/x HTTP/1.1\r\nHost: a\r\nContent-Length: 8000000\r\n\r\n"
            + QByteArray(1'500'000, 'x'));
        clients.back()->patienceMs = 1'000;
        if (!sent || clients.back()->reply().status == 503)
            ++refused;
        QVERIFY(front.server().bodyBytesHeld() <= limits.bodyBudgetBytes);
    }
    QVERIFY2(refused >= 4 && refused < 8, qPrintable(QString::number(refused)));
    QVERIFY(front.answersHonestRequests());
    clients.clear();
    QTRY_COMPARE_WITH_TIMEOUT(front.server().bodyBytesHeld(), 0, 10'000);
}

QTEST_GUILESS_MAIN(TestFrontAbuse)
#include "tst_frontabuse.moc"
