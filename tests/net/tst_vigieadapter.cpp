// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/remote/vigie/chunksizer.h"
#include "core/remote/vigie/vigieadapter.h"
#include "core/wire/codec.h"
#include "tests/net/blobserver.h"
#include "tests/support/fixedclock.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;
using remote::Reply;
using test::BlobServer;
using test::FakeTransport;
using Answered = remote::Outcome;

namespace {

/// An adapter on a fake transport, with a blob store on disk.
struct World {
    QTemporaryDir folder;
    FakeTransport transport;
    FixedClock clock;
    store::BlobStore blobs{folder.path() + QStringLiteral("/blobs")};
    remote::VigieAdapter adapter{transport, blobs, clock,
                                 QUrl(QStringLiteral("https://helpdesk:8642"))};
    BlobServer server;

    World()
    {
        adapter.setToken(QStringLiteral("token"));
        transport.answer = [this](const net::Request &request) { return server.answer(request); };
    }
    /// Runs one upload to its end.
    Reply<bool> upload(const QString &sha256)
    {
        return waited([&](auto done) { adapter.upload(sha256, done); });
    }
    Reply<bool> download(const QString &sha256, qint64 size)
    {
        return waited([&](auto done) { adapter.download(sha256, size, TicketId(), done); });
    }
    template<class Start>
    static Reply<bool> waited(Start start)
    {
        std::optional<Reply<bool>> ended;
        start(std::function<void(Reply<bool>)>([&](const Reply<bool> &reply) { ended = reply; }));
        if (ended)
            qFatal("answered synchronously");
        [&] { QTRY_VERIFY(ended.has_value()); }();
        return ended.value_or(Reply<bool>{Answered::NotSent, false, Error{}});
    }
    QString importBytes(const QByteArray &bytes)
    {
        return blobs.importBytes(bytes, QStringLiteral("shot.png"), QStringLiteral("image/png"))
            ->sha256;
    }
    QStringList leftovers() const
    {
        return QDir(folder.path() + QStringLiteral("/blobs"))
            .entryList({QStringLiteral(".*")}, QDir::Files | QDir::Hidden);
    }
};

QByteArray someBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 12345;
    for (char &byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = char(state >> 24);
    }
    return bytes;
}

constexpr qsizetype kMegabyte = 1024 * 1024;

} // namespace

class TestVigieAdapter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSyncCarriesTokenVersionAndPatience()
    {
        World w;
        wire::SyncResponse page;
        page.epoch = QStringLiteral("e1");
        page.serverTime = 5;
        page.me.id = PersonId(QUuid::createUuid());
        page.me.login = page.me.name = QStringLiteral("anna");
        w.transport.answer = [&](const net::Request &) {
            return FakeTransport::json(200, json::compact(wire::encode(page)));
        };
        wire::SyncRequest request;
        request.device = DeviceId(QUuid::createUuid());
        request.pull = true;
        request.waitMs = limits::kLongPollMs;
        std::optional<Reply<wire::SyncResponse>> reply;
        w.adapter.sync(request, [&](const Reply<wire::SyncResponse> &r) { reply = r; });
        QVERIFY(!reply);
        QTRY_VERIFY(reply.has_value());
        QVERIFY2(reply->outcome == Answered::Ok, qPrintable(reply->error.detail));
        QCOMPARE(reply->value.epoch, QStringLiteral("e1"));
        const net::Request &sent = w.transport.requests.first();
        QCOMPARE(sent.url.toString(), QStringLiteral("https://helpdesk:8642/v1/sync"));
        QCOMPARE(sent.method, net::Method::Post);
        QCOMPARE(sent.headers.value("Authorization"), QByteArray("Bearer token"));
        QCOMPARE(sent.headers.value("Vigie-Protocol"), QByteArray("1"));
        QVERIFY(sent.timeoutMs > limits::kLongPollMs + 10'000);
    }

    void withoutATokenNothingIsSent()
    {
        World w;
        w.adapter.setToken({});
        std::optional<Answered> outcome;
        w.adapter.sync({}, [&](const Reply<wire::SyncResponse> &r) { outcome = r.outcome; });
        QVERIFY(!outcome);
        QTRY_VERIFY(outcome.has_value());
        QCOMPARE(*outcome, Answered::AuthNeeded);
        QVERIFY(w.transport.requests.isEmpty());
    }

    void knownOperationsAreAskedFor()
    {
        World w;
        const OpId one(QUuid::createUuid());
        const OpId two(QUuid::createUuid());
        w.transport.answer = [&](const net::Request &) {
            return FakeTransport::json(200, "{\"known\":[\"" + two.text().toLatin1() + "\"]}");
        };
        std::optional<Reply<QList<OpId>>> reply;
        w.adapter.known({one, two}, [&](const Reply<QList<OpId>> &r) { reply = r; });
        QTRY_VERIFY(reply.has_value());
        QCOMPARE(reply->value, QList<OpId>{two});
        QVERIFY(w.transport.requests.first().body.contains(one.text().toLatin1()));
    }

    void companyIsAskedForWithTheWaitInTheTimeOut()
    {
        World w;
        QVERIFY(w.adapter.capabilities().presence);
        wire::PresenceRequest asked;
        asked.mine = {{TicketId(QUuid::createUuid()), Activity::Writes}};
        asked.waitMs = limits::kLongPollMs;
        wire::PresenceResponse told{{}, QStringLiteral("mark"), 5};
        w.transport.answer = [&](const net::Request &request) {
            if (request.url.path() != QLatin1String("/v1/presence"))
                return FakeTransport::json(404, "{}");
            return FakeTransport::json(200, json::compact(wire::encode(told)));
        };
        std::optional<Reply<wire::PresenceResponse>> reply;
        const auto ask = [&] {
            reply.reset();
            w.adapter.presence(asked, [&](const Reply<wire::PresenceResponse> &r) { reply = r; });
            QVERIFY(!reply);
            QTRY_VERIFY(reply.has_value());
        };
        ask();
        QCOMPARE(reply->outcome, Answered::Ok);
        QCOMPARE(reply->value, told);
        QCOMPARE(w.transport.requests.first().timeoutMs,
                 limits::kRequestTimeoutMs + limits::kLongPollMs);
        QCOMPARE(w.transport.requests.first().body, json::compact(wire::encode(asked)));
        // What breaks the protocol is a fault of the server's, and nobody's presence.
        told.mark = QString(100, u'x');
        ask();
        QCOMPARE(reply->outcome, Answered::ServerFault);
        w.adapter.setToken({});
        ask();
        QCOMPARE(reply->outcome, Answered::AuthNeeded);
    }

    void nothingIsCalledAfterCancelAll()
    {
        World w;
        w.transport.answer = [](const net::Request &) { return std::nullopt; };
        int called = 0;
        const auto count = [&](const auto &) { ++called; };
        w.adapter.sync({}, count);
        w.adapter.upload(w.importBytes("abc"), count);
        w.adapter.upload(QStringLiteral("no such file"), count);
        w.adapter.download(BlobServer::hashOf("xyz"), 3, {}, count);
        w.adapter.cancelAll();
        QCOMPARE(w.transport.aborted, 1);
        // An answer after this one proves that the loop went round.
        w.transport.answer = [](const net::Request &) { return FakeTransport::json(500, "{}"); };
        bool later = false;
        w.adapter.known({}, [&](const auto &) { later = true; });
        QTRY_VERIFY(later);
        QCOMPARE(called, 0);
    }

    void anAnswerThatIsAlreadyOnItsWayIsSilencedToo()
    {
        World w;
        w.transport.answer = [](const net::Request &) { return FakeTransport::json(500, "{}"); };
        int called = 0;
        w.adapter.sync({}, [&](const auto &) { ++called; });
        w.adapter.cancelAll();
        bool later = false;
        w.adapter.sync({}, [&](const auto &) { later = true; });
        QTRY_VERIFY(later);
        QCOMPARE(called, 0);
    }

    void aFileArrivesInChunks()
    {
        World w;
        const QByteArray bytes = someBytes(5 * kMegabyte + 17);
        QCOMPARE(w.upload(w.importBytes(bytes)).outcome, Answered::Ok);
        QCOMPARE(w.server.announced, bytes.size());
        QVERIFY(w.server.stored == bytes);
        QVERIFY(w.server.chunks > 1);
    }

    void whatTheServerHasIsNotSentAgain()
    {
        World w;
        const QByteArray bytes = someBytes(1000);
        w.server.stored = bytes;
        QCOMPARE(w.upload(w.importBytes(bytes)).outcome, Answered::Ok);
        QCOMPARE(w.server.chunks, 0);
    }

    void anUploadContinuesAfterACutAtEveryChunk_data()
    {
        QTest::addColumn<int>("chunk");
        QTest::addColumn<bool>("answerLost");
        for (int chunk = 0; chunk < 4; ++chunk) {
            QTest::addRow("chunk %d lost", chunk) << chunk << false;
            QTest::addRow("answer %d lost", chunk) << chunk << true;
        }
    }
    void anUploadContinuesAfterACutAtEveryChunk()
    {
        QFETCH(int, chunk);
        QFETCH(bool, answerLost);
        World w;
        const QByteArray bytes = someBytes(9 * kMegabyte);
        const QString sha256 = w.importBytes(bytes);
        (answerLost ? w.server.cutAfterChunk : w.server.dropChunk) = chunk;
        QCOMPARE(w.upload(sha256).outcome, answerLost ? Answered::MaybeSent : Answered::NotSent);
        const qint64 before = w.server.stored.size();
        const QList<net::Request> earlier = std::exchange(w.transport.requests, {});
        QCOMPARE(w.upload(sha256).outcome, Answered::Ok);
        QVERIFY(w.server.stored == bytes);
        qint64 sentAgain = 0;
        for (const net::Request &request : std::as_const(w.transport.requests)) {
            if (request.method == net::Method::Patch)
                sentAgain += request.body.size();
        }
        QCOMPARE(sentAgain, bytes.size() - before);
        QVERIFY(!earlier.isEmpty());
    }

    void anUploadFollowsAServerThatLostAPart()
    {
        World w;
        const QByteArray bytes = someBytes(3 * kMegabyte);
        w.server.stored = bytes.left(2 * kMegabyte);
        w.server.forgetTo = kMegabyte / 2;
        QCOMPARE(w.upload(w.importBytes(bytes)).outcome, Answered::Ok);
        QVERIFY(w.server.stored == bytes);
    }

    void aServerThatNeverAgreesEndsTheUpload()
    {
        World w;
        w.transport.answer = [](const net::Request &request) {
            return request.method == net::Method::Post
                ? FakeTransport::json(200, R"({"offset":0})")
                : FakeTransport::json(409, R"({"error":{"code":"Conflict","detail":"no"}})");
        };
        QCOMPARE(w.upload(w.importBytes(someBytes(1000))).outcome, Answered::ServerFault);
        QVERIFY(w.transport.requests.size() < 10);
    }

    void anImpossiblePlaceIsTheServersFault()
    {
        World w;
        w.transport.answer = [](const net::Request &) {
            return FakeTransport::json(200, R"({"offset":1001})");
        };
        QCOMPARE(w.upload(w.importBytes(someBytes(1000))).outcome, Answered::ServerFault);
    }

    void aFileThatIsNotHereIsRefused()
    {
        World w;
        const Reply<bool> reply = w.upload(BlobServer::hashOf("gone"));
        QCOMPARE(reply.outcome, Answered::Refused);
        QCOMPARE(reply.error.code, ErrorCode::NotFound);
        QVERIFY(w.transport.requests.isEmpty());
    }

    void chunksGrowOnGoodLinksAndShrinkOnBadOnes()
    {
        remote::ChunkSizer sizer;
        QCOMPARE(sizer.size(), limits::kBlobChunkBytes);
        for (int i = 0; i < 10; ++i)
            sizer.took(10);
        QCOMPARE(sizer.size(), limits::kBlobChunkMostBytes);
        sizer.took(3'000);
        QCOMPARE(sizer.size(), limits::kBlobChunkMostBytes);
        sizer.took(20'000);
        QCOMPARE(sizer.size(), limits::kBlobChunkMostBytes / 2);
        for (int i = 0; i < 10; ++i)
            sizer.failed();
        QCOMPARE(sizer.size(), 256 * 1024);
    }

    void aDownloadIsFetchedInRangesAndKept()
    {
        World w;
        w.server.file = someBytes(9 * kMegabyte + 3);
        const QString sha256 = BlobServer::hashOf(w.server.file);
        QCOMPARE(w.download(sha256, w.server.file.size()).outcome, Answered::Ok);
        QVERIFY(*w.blobs.readAll(sha256) == w.server.file);
        QCOMPARE(w.server.ranges.size(), 3);
        QVERIFY(w.leftovers().isEmpty());
        QCOMPARE(w.download(sha256, w.server.file.size()).outcome, Answered::Ok);
        QCOMPARE(w.server.ranges.size(), 3);
    }

    void aDownloadContinuesWhereItWasCut()
    {
        World w;
        w.server.file = someBytes(9 * kMegabyte);
        w.server.cutAfterRange = 1;
        const QString sha256 = BlobServer::hashOf(w.server.file);
        QCOMPARE(w.download(sha256, w.server.file.size()).outcome, Answered::MaybeSent);
        QVERIFY(!w.blobs.has(sha256));
        QCOMPARE(w.download(sha256, w.server.file.size()).outcome, Answered::Ok);
        QVERIFY(*w.blobs.readAll(sha256) == w.server.file);
        QCOMPARE(w.server.ranges.value(2), w.server.ranges.value(1));
    }

    void otherBytesThanPromisedAreNotKept()
    {
        World w;
        w.server.file = someBytes(5000);
        const QString other = BlobServer::hashOf("something else");
        QCOMPARE(w.download(other, 5000).outcome, Answered::ServerFault);
        QVERIFY(!w.blobs.has(other));
        QVERIFY(w.leftovers().isEmpty());
    }

    void anotherRangeThanAskedForIsNotUsed()
    {
        World w;
        w.server.file = someBytes(5 * kMegabyte);
        w.server.shiftRange = true;
        const QString sha256 = BlobServer::hashOf(w.server.file);
        QCOMPARE(w.download(sha256, w.server.file.size()).outcome, Answered::ServerFault);
        QVERIFY(!w.blobs.has(sha256));
    }

    void anEmptyFileNeedsNoServer()
    {
        World w;
        const QString sha256 = BlobServer::hashOf({});
        QCOMPARE(w.download(sha256, 0).outcome, Answered::Ok);
        QVERIFY(w.blobs.has(sha256));
        QVERIFY(w.transport.requests.isEmpty());
    }

    void aLoginPageIsNotAFile()
    {
        World w;
        w.transport.answer = [](const net::Request &) {
            return FakeTransport::status(200, "text/html", "<html>");
        };
        QCOMPARE(w.download(BlobServer::hashOf("x"), 1).outcome, Answered::NotOurAnswer);
    }

    void aFolderThatCannotBeWrittenIsToldApart()
    {
        World w;
        QFile blocker(w.folder.path() + QStringLiteral("/blobs"));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const Reply<bool> reply = w.download(BlobServer::hashOf("x"), 1);
        QCOMPARE(reply.outcome, Answered::Refused);
        QCOMPARE(reply.error.code, ErrorCode::StoreReadOnly);
    }

    void twoWhoWantTheSameFileShareOneDownload()
    {
        World w;
        w.server.file = someBytes(1000);
        const QString sha256 = BlobServer::hashOf(w.server.file);
        int ended = 0;
        const auto count = [&](const Reply<bool> &reply) {
            QCOMPARE(reply.outcome, Answered::Ok);
            ++ended;
        };
        w.adapter.download(sha256, 1000, {}, count);
        w.adapter.download(sha256, 1000, {}, count);
        QTRY_COMPARE(ended, 2);
        QCOMPARE(w.server.ranges.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestVigieAdapter)
#include "tst_vigieadapter.moc"
