// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/bodycaps.h"
#include "app/server/http/requesthead.h"

#include "core/base/limits.h"

#include <QTest>

using namespace vigie;
using namespace vigie::server;

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// What the scanner and then the parser say: the refusal's status, or 0 for a good head.
int verdict(const QByteArray &head)
{
    const HttpLimits limits;
    HeadScanner scanner(limits);
    scanner.scan(view(head));
    if (scanner.refusal())
        return scanner.refusal()->status;
    if (!scanner.size())
        return -1;
    const auto parsed = parseHead(view(head).substr(0, *scanner.size()));
    return parsed ? 0 : parsed.error().status;
}

QByteArray withFields(const QByteArray &fields)
{
    return "POST /v1/sync HTTP/1.1\r\n" + fields + "\r\n";
}

} // namespace

class TestRequestHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headsThatTwoParsersCouldReadDifferentlyAreRefused_data();
    void headsThatTwoParsersCouldReadDifferentlyAreRefused();
    void aGoodHeadIsReadInFull();
    void aHeadThatComesByteByByteGetsTheSameVerdict();
    void everyByteIsRefusedOrKeptButNeverCrashes();
    void tooMuchIsRefusedBeforeItIsRead();
    void pathsAreNormalizedOrRefused_data();
    void pathsAreNormalizedOrRefused();
    void hostsAreChecked_data();
    void hostsAreChecked();
    void onlyBlobChunksAndSyncMayBeLarge();
};

void TestRequestHead::headsThatTwoParsersCouldReadDifferentlyAreRefused_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &head, int status) {
        QTest::newRow(name) << head << status;
    };
    const QByteArray host = "Host: a\r\n";
    row("plain", withFields(host), 0);
    row("length", withFields(host + "Content-Length: 5\r\n"), 0);
    row("length with zeros", withFields(host + "Content-Length: 0005\r\n"), 0);
    row("length and chunked", withFields(host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("chunked and length", withFields(host + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"), 400);
    row("identity and length", withFields(host + "Transfer-Encoding: identity\r\nContent-Length: 5\r\n"), 400);
    row("two equal lengths", withFields(host + "Content-Length: 5\r\nContent-Length: 5\r\n"), 400);
    row("two lengths", withFields(host + "Content-Length: 5\r\nContent-Length: 6\r\n"), 400);
    row("length list", withFields(host + "Content-Length: 5, 5\r\n"), 400);
    row("negative length", withFields(host + "Content-Length: -5\r\n"), 400);
    row("signed length", withFields(host + "Content-Length: +5\r\n"), 400);
    row("hexadecimal length", withFields(host + "Content-Length: 0x5\r\n"), 400);
    row("empty length", withFields(host + "Content-Length:\r\n"), 400);
    row("length with a space", withFields(host + "Content-Length: 5 5\r\n"), 400);
    row("length over 64 bits", withFields(host + "Content-Length: 99999999999999999999999\r\n"), 400);
    row("length of 2^63", withFields(host + "Content-Length: 9223372036854775808\r\n"), 413);
    row("chunked", withFields(host + "Transfer-Encoding: chunked\r\n"), 411);
    row("unknown coding", withFields(host + "Transfer-Encoding: xchunked\r\n"), 400);
    row("gzip, chunked", withFields(host + "Transfer-Encoding: gzip, chunked\r\n"), 400);
    row("chunked, identity", withFields(host + "Transfer-Encoding: chunked, identity\r\n"), 400);
    row("chunked twice", withFields(host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("vertical tab", withFields(host + "Transfer-Encoding: \x0b" "chunked\r\n"), 400);
    row("no host", withFields("Accept: a\r\n"), 400);
    row("two hosts", withFields("Host: a\r\nHost: a\r\n"), 400);
    row("empty host", withFields("Host:\r\n"), 400);
    row("host with a path", withFields("Host: a/b\r\n"), 400);
    row("folded line", withFields("Host: a\r\nX: 1\r\n 2\r\n"), 400);
    row("folded by a tab", withFields("Host: a\r\nX: 1\r\n\t2\r\n"), 400);
    row("space first", "POST / HTTP/1.1\r\n Host: a\r\n\r\n", 400);
    row("space before colon", withFields("Host: a\r\nContent-Length : 5\r\n"), 400);
    row("tab before colon", withFields("Host: a\r\nContent-Length\t: 5\r\n"), 400);
    row("no name", withFields("Host: a\r\n: 5\r\n"), 400);
    row("no colon", withFields("Host: a\r\nContent-Length\r\n"), 400);
    row("space in name", withFields("Host: a\r\nContent Length: 5\r\n"), 400);
    row("bare line feed", "POST / HTTP/1.1\nHost: a\n\n", 400);
    row("bare line feed between", withFields("Host: a\r\nX: 1\nContent-Length: 5\r\n"), 400);
    row("bare return", withFields("Host: a\r\nX: 1\rContent-Length: 5\r\n"), 400);
    row("zero byte", withFields(QByteArray("Host: a\r\nX: \0\r\n", 15)), 400);
    row("zero byte in name", withFields(QByteArray("Host: a\r\nX\0Y: 1\r\n", 18)), 400);
    row("empty line first", "\r\nPOST / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("no version", "GET /\r\nHost: a\r\n\r\n", 400);
    row("version 2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505);
    row("version 0.9", "GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505);
    row("version 1.0", "GET / HTTP/1.0\r\n\r\n", 0);
    row("chunked in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("lower-case version", "GET / http/1.1\r\nHost: a\r\n\r\n", 505);
    row("two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("bad method", "G\"ET / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("unknown expectation", withFields(host + "Content-Length: 5\r\nExpect: more\r\n"), 417);
    row("expectation", withFields(host + "Content-Length: 5\r\nExpect: 100-continue\r\n"), 0);
    row("two tokens", withFields(host + "Authorization: a\r\nAuthorization: b\r\n"), 400);
    row("two offsets", withFields(host + "Vigie-Offset: 1\r\nVigie-Offset: 2\r\n"), 400);
    row("two accepts", withFields(host + "Accept: a\r\nAccept: b\r\n"), 0);
    row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01", 8), 400);
}

void TestRequestHead::headsThatTwoParsersCouldReadDifferentlyAreRefused()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    QCOMPARE(verdict(head), status);
}

void TestRequestHead::aGoodHeadIsReadInFull()
{
    const QByteArray text = "PATCH /v1/%62lobs/a%20b?x=1 HTTP/1.1\r\nHost: desk.example:8642\r\n"
                            "Content-Length: 17\r\nExpect: 100-Continue\r\n"
                            "Accept: a\r\nAccept:  b \r\nVIGIE-Offset: 3\r\n\r\n";
    const auto head = parseHead(view(text));
    QVERIFY(head);
    QCOMPARE(head->method, QByteArray("PATCH"));
    QCOMPARE(head->path, QByteArray("/v1/blobs/a%20b"));
    QCOMPARE(head->contentLength, 17);
    QVERIFY(head->expectsContinue);
    QVERIFY(head->keepAlive);
    QCOMPARE(head->headers.value("accept"), QByteArray("a, b"));
    QCOMPARE(head->headers.value("vigie-offset"), QByteArray("3"));
    QVERIFY(!parseHead(view("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))->keepAlive);
    QVERIFY(!parseHead(view("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"))->keepAlive);
}

void TestRequestHead::aHeadThatComesByteByByteGetsTheSameVerdict()
{
    const HttpLimits limits;
    for (const QByteArray &text :
         {withFields("Host: a\r\nContent-Length: 5\r\n") + "hello", withFields("Host : a\r\n"),
          QByteArray("GET / HTTP/1.1\nHost: a\n\n")}) {
        HeadScanner whole(limits);
        whole.scan(view(text));
        HeadScanner slow(limits);
        for (qsizetype size = 1; size <= text.size(); ++size)
            slow.scan(view(text).substr(0, std::size_t(size)));
        QCOMPARE(slow.size().has_value(), whole.size().has_value());
        QCOMPARE(slow.refusal().has_value(), whole.refusal().has_value());
        if (whole.size())
            QCOMPARE(*slow.size(), *whole.size());
        else
            QCOMPARE(slow.refusal()->status, whole.refusal()->status);
    }
}

void TestRequestHead::everyByteIsRefusedOrKeptButNeverCrashes()
{
    const QByteArray good = "GET /a HTTP/1.1\r\nHost: abc\r\nX: y\r\n\r\n";
    int refused = 0;
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (int value = 0; value < 256; ++value) {
            QByteArray changed = good;
            changed[at] = char(value);
            const int status = verdict(changed);
            QVERIFY2(status == 0 || status == -1 || (status >= 400 && status < 506),
                     changed.toHex().constData());
            refused += status >= 400;
        }
    }
    QVERIFY(refused > 256);
}

void TestRequestHead::tooMuchIsRefusedBeforeItIsRead()
{
    QCOMPARE(verdict("GET /" + QByteArray(9000, 'a')), 414);
    QCOMPARE(verdict("GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(17'000, 'a')), 431);
    QByteArray many = "Host: a\r\n";
    for (int i = 0; i < 100; ++i)
        many += "X: y\r\n";
    QCOMPARE(verdict(withFields(many)), 431);
    many.chop(6);
    QCOMPARE(verdict(withFields(many)), 0);
}

void TestRequestHead::pathsAreNormalizedOrRefused_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const QByteArray &target, const QByteArray &path) {
        QTest::newRow(target.constData()) << target << path;
    };
    row("/", "/");
    row("/v1/hello", "/v1/hello");
    row("/v1/hello?a=../b", "/v1/hello");
    row("/%76%31/hello", "/v1/hello");
    row("/a%20b", "/a%20b");
    row("/a%c3%a9", "/a%C3%A9");
    row("https://a/v1/hello", "/v1/hello");
    row("HTTPS://A/x", "/x");
    row("http://a", "/");
    row("/...", "/...");
    row("https://b/v1/hello", {});
    row("https://a:1/v1/hello", {});
    row("https://u@a/v1/hello", {});
    row("ftp://a/v1/hello", {});
    row("*", {});
    row("a:443", {});
    row("v1/hello", {});
    row("/..", {});
    row("/v1/../admin", {});
    row("/v1/./hello", {});
    row("/v1/%2e%2e/admin", {});
    row("/v1/.%2E/admin", {});
    row("/v1%2fhello", {});
    row("/v1%2Fhello", {});
    row("/v1%5chello", {});
    row("/v1\\hello", {});
    row("/%00", {});
    row("/%0d%0a", {});
    row("/%", {});
    row("/%1", {});
    row("/%zz", {});
    row("/a#b", {});
    row("/\xc3\xa9", {});
    row("/a\"b", {});
}

void TestRequestHead::pathsAreNormalizedOrRefused()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, path);
    const auto found = pathOf(view(target), "a");
    QCOMPARE(found.has_value(), !path.isEmpty());
    if (found)
        QCOMPARE(*found, path);
    else
        QCOMPARE(found.error().status, 400);
}

void TestRequestHead::hostsAreChecked_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("good");
    const auto row = [](const QByteArray &host, bool good) {
        QTest::newRow(host.isEmpty() ? "nothing" : host.constData()) << host << good;
    };
    row("desk.example", true);
    row("desk.example:8642", true);
    row("127.0.0.1:1", true);
    row("[::1]", true);
    row("[::1]:8642", true);
    row("[::ffff:1.2.3.4]:1", true);
    row("", false);
    row("a:", false);
    row("a:b", false);
    row("a:123456", false);
    row("a:1:2", false);
    row(":1", false);
    row("[::1", false);
    row("[]", false);
    row("[::1]x", false);
    row("a b", false);
    row("a@b", false);
    row("a,b", false);
}

void TestRequestHead::hostsAreChecked()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, good);
    QCOMPARE(isHost(view(host)), good);
}

void TestRequestHead::onlyBlobChunksAndSyncMayBeLarge()
{
    QCOMPARE(bodyCapFor("PATCH", "/v1/blobs/ab"), limits::kBlobChunkMostBytes);
    QCOMPARE(bodyCapFor("POST", "/v1/sync"), qint64(limits::kJsonBytes));
    QVERIFY(bodyCapFor("POST", "/v1/session") <= 64 * 1024);
    QVERIFY(bodyCapFor("POST", "/unknown") <= 64 * 1024);
    QVERIFY(bodyCapFor("GET", "/v1/sync") <= 64 * 1024);
}

QTEST_GUILESS_MAIN(TestRequestHead)
#include "tst_requesthead.moc"
