// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/byterange.h"
#include "app/server/api/routes.h"
#include "core/base/limits.h"
#include "core/wire/endpoints.h"
#include "tests/server/world.h"

#include <QJsonDocument>

using namespace vigie;
using namespace vigie::server;

namespace {

struct Site : World {
    Api api{*desk, clock, rng};
    QByteArray token;

    Site() { token = desk->tokens().issue(anna.caller(), {}).value_or(QByteArray()); }

    ApiOutcome raw(const char *method, const QByteArray &path, const QByteArray &body = {},
                   QMap<QByteArray, QByteArray> headers = {}, bool finalCall = false)
    {
        ApiRequest request;
        request.method = method;
        request.path = path;
        request.body = body;
        request.headers = headers;
        request.remoteAddress = QStringLiteral("192.0.2.1");
        if (!request.headers.contains("authorization"))
            request.headers.insert("authorization", "Bearer " + token);
        return api.handle(request, finalCall);
    }
    ApiResponse call(const char *method, const QByteArray &path, const QByteArray &body = {},
                     QMap<QByteArray, QByteArray> headers = {})
    {
        ApiOutcome outcome = raw(method, path, body, headers, true);
        if (auto *deferred = std::get_if<Deferred>(&outcome)) {
            deferred->work();
            outcome = deferred->finish();
        }
        return std::get<ApiResponse>(outcome);
    }
    ApiResponse signIn(const QString &login, const QString &password)
    {
        return call("POST", "/v1/session",
                    json::compact(wire::encode(wire::SignIn{login, password, anna.device, {}})));
    }
    ApiOutcome sync(const wire::SyncRequest &request, bool finalCall = false)
    {
        return raw("POST", "/v1/sync", json::compact(wire::encode(request)), {}, finalCall);
    }
};

QJsonObject bodyOf(const ApiResponse &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

ErrorCode codeOf(const ApiResponse &response)
{
    const auto error = wire::decodeError(bodyOf(response));
    return error ? error->code : ErrorCode::Bug;
}

QByteArray pathOf(const Route &route)
{
    QByteArray path = route.path;
    if (path.endsWith('*'))
        path.replace("*", QByteArray(64, 'a'));
    return path;
}

QByteArray shaOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray announce(const QByteArray &bytes)
{
    return "{\"sha256\":\"" + shaOf(bytes) + "\",\"size\":" + QByteArray::number(bytes.size()) + '}';
}

} // namespace

/// Requests and responses, without a socket.
class TestApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRouteButHelloAndSignInWantsALivingToken()
    {
        Site s;
        int open = 0;
        for (const Route &route : kRoutes) {
            if (route.access == Access::Anyone) {
                QVERIFY(route.action == Action::Hello || route.action == Action::SignIn);
                ++open;
                continue;
            }
            for (const QByteArray &authorization :
                 {QByteArray(), QByteArray("Bearer"), QByteArray("Bearer x"),
                  QByteArray("Basic " + s.token), QByteArray("Bearer " + s.token + "x")}) {
                const ApiResponse response = s.call(route.method, pathOf(route), "{}",
                                                    {{"authorization", authorization}});
                if (route.bodyBytes == 0)
                    continue; // the body above is refused first; asked again below
                QCOMPARE(response.status, 401);
                QCOMPARE(codeOf(response), ErrorCode::SignInNeeded);
            }
            const ApiResponse bare =
                s.call(route.method, pathOf(route), {}, {{"authorization", ""}});
            QCOMPARE(bare.status, 401);
            QCOMPARE(bare.headers.value("WWW-Authenticate"), QByteArray("Bearer"));
        }
        QCOMPARE(open, 2);
    }

    void theTableHoldsEveryPathOfTheProtocol()
    {
        for (const QLatin1String path : {wire::kHelloPath, wire::kSessionPath, wire::kSyncPath,
                                         wire::kKnownPath, wire::kDigestPath, wire::kPresencePath,
                                         wire::kBlobsPath})
            QVERIFY(!match("NONE", QByteArray(path.data(), path.size())).allowed.isEmpty());
        QCOMPARE(bodyCap("PATCH", "/v1/blobs/abc"), limits::kBlobChunkMostBytes);
        QCOMPARE(bodyCap("GET", "/v1/nothing"), 0);
    }

    void whatIsNotInTheTableDoesNotExist()
    {
        Site s;
        for (const char *path : {"/", "/v1", "/v1/hello/", "/v1/blobs/", "/v1/blobs/a/b",
                                 "/v2/hello", "/v1/hello%20", "//v1/hello"}) {
            const ApiResponse response = s.call("GET", path);
            QCOMPARE(response.status, 404);
            QCOMPARE(codeOf(response), ErrorCode::NotFound);
        }
        const ApiResponse wrong = s.call("PUT", "/v1/session");
        QCOMPARE(wrong.status, 405);
        QCOMPARE(wrong.headers.value("Allow"), QByteArray("POST, DELETE"));
    }

    void everyAnswerIsSealedAgainstCachesAndGuessing()
    {
        Site s;
        for (const ApiResponse &response :
             {s.call("GET", "/v1/hello"), s.call("GET", "/nothing"), s.call("POST", "/v1/sync", "x"),
              s.call("DELETE", "/v1/session"), s.signIn(QStringLiteral("x"), QStringLiteral("y"))}) {
            QCOMPARE(response.headers.value("Cache-Control"), QByteArray("no-store"));
            QCOMPARE(response.headers.value("X-Content-Type-Options"), QByteArray("nosniff"));
        }
    }

    void anotherProtocolVersionIsToldOursAndCanAskWhoWeAre()
    {
        Site s;
        const ApiResponse refused =
            s.call("POST", "/v1/sync", "{}", {{"vigie-protocol", "2"}});
        QCOMPARE(refused.status, 426);
        QCOMPARE(codeOf(refused), ErrorCode::ProtocolMismatch);
        const ApiResponse hello = s.call("GET", "/v1/hello", {}, {{"vigie-protocol", "2"}});
        QCOMPARE(hello.status, 200);
        QCOMPARE(wire::decodeHello(bodyOf(hello))->protocol, 1);
    }

    void brokenBodiesAreRefusedWithAReason()
    {
        Site s;
        QCOMPARE(s.call("POST", "/v1/sync", "not json").status, 422);
        QCOMPARE(s.call("POST", "/v1/sync", "{\"device\":1,\"device\":2}").status, 422);
        QCOMPARE(s.call("POST", "/v1/sync", QByteArray(limits::kJsonBytes + 1, ' ')).status, 413);
        QCOMPARE(s.call("POST", "/v1/sync/known", "{\"ops\":[\"x\"]}").status, 422);
        QCOMPARE(s.call("GET", "/v1/hello", "x").status, 413);
    }

    void signingInGivesATokenThatWorksOnItsDevice()
    {
        Site s;
        World::must(s.desk->setPassword(s.anna.person.id, QStringLiteral("pä ss")));
        s.token.clear();
        const ApiResponse opened = s.signIn(QStringLiteral(" ANNA"), QStringLiteral("pa\u0308 ss"));
        QCOMPARE(opened.status, 200);
        const auto session = wire::decodeSession(bodyOf(opened));
        QCOMPARE(session->person.id, s.anna.person.id);
        s.token = session->token.toLatin1();
        QCOMPARE(s.call("POST", "/v1/digest").status, 200);
        QVERIFY(!json::compact(bodyOf(opened)).contains("argon2"));
        wire::SyncRequest other = s.anna.request();
        other.device = s.bob.device;
        QCOMPARE(std::get<ApiResponse>(s.sync(other)).status, 403);
        QCOMPARE(s.call("DELETE", "/v1/session").status, 204);
        QCOMPARE(s.call("POST", "/v1/digest").status, 401);
    }

    void whyASignInFailsIsNotSaid()
    {
        Site s;
        World::must(s.desk->setPassword(s.anna.person.id, QStringLiteral("right")));
        World::must(s.desk->setPassword(s.bob.person.id, QStringLiteral("right")));
        s.bob.person.active = false;
        World::must(s.desk->updatePerson(s.bob.person));
        const ApiResponse wrong = s.signIn(QStringLiteral("anna"), QStringLiteral("wrong"));
        const ApiResponse unknown = s.signIn(QStringLiteral("nobody"), QStringLiteral("wrong"));
        const ApiResponse without = s.signIn(QStringLiteral("chief"), QStringLiteral("wrong"));
        const ApiResponse closed = s.signIn(QStringLiteral("bob"), QStringLiteral("right"));
        QCOMPARE(codeOf(wrong), ErrorCode::WrongPassword);
        for (const ApiResponse &response : {unknown, without, closed}) {
            QCOMPARE(response.status, wrong.status);
            QCOMPARE(response.body, wrong.body);
            QCOMPARE(response.headers, wrong.headers);
        }
    }

    void guessingIsSlowedDownPerAccountAndAddress()
    {
        Site s;
        World::must(s.desk->setPassword(s.anna.person.id, QStringLiteral("right")));
        for (int i = 0; i < limits::kSignInTries; ++i)
            QCOMPARE(s.signIn(QStringLiteral("anna"), QStringLiteral("wrong")).status, 401);
        const ApiResponse limited = s.signIn(QStringLiteral("anna"), QStringLiteral("right"));
        QCOMPARE(limited.status, 429);
        QCOMPARE(limited.headers.value("Retry-After").toLongLong(), limits::kSignInWindowMs / 1000);
        QCOMPARE(s.signIn(QStringLiteral("ben"), QStringLiteral("wrong")).status, 401);
        s.clock.at += limits::kSignInWindowMs;
        QCOMPARE(s.signIn(QStringLiteral("anna"), QStringLiteral("right")).status, 200);
        QCOMPARE(s.signIn(QStringLiteral("anna"), QStringLiteral("wrong")).status, 401);
    }

    void aNewPasswordSignsOutEverywhere()
    {
        Site s;
        QCOMPARE(s.call("POST", "/v1/digest").status, 200);
        World::must(s.desk->setPassword(s.anna.person.id, QStringLiteral("new")));
        QCOMPARE(s.call("POST", "/v1/digest").status, 401);
    }

    void aTokenLivesAsLongAsItIsUsed()
    {
        Site s;
        for (int i = 0; i < 3; ++i) {
            s.clock.at += kTokenLifeMs - 1;
            QCOMPARE(s.call("POST", "/v1/digest").status, 200);
        }
        s.clock.at += kTokenLifeMs;
        QCOMPARE(s.call("POST", "/v1/digest").status, 401);
    }

    void aLongPollWaitsForTheReadersOwnFeeds()
    {
        Site s;
        s.pull(s.anna);
        wire::SyncRequest poll = s.anna.request();
        poll.pull = true;
        poll.waitMs = 5000;
        const ApiOutcome waiting = s.sync(poll);
        QVERIFY(std::holds_alternative<WaitForFeeds>(waiting));
        QCOMPARE(std::get<WaitForFeeds>(waiting).feeds,
                 QStringList({personFeed(s.anna.person.id), readersFeed()}));
        QCOMPARE(std::get<WaitForFeeds>(waiting).untilMonotonicMs, s.clock.at + 5000);
        QVERIFY(std::holds_alternative<ApiResponse>(s.sync(poll, true)));
        QStringList moved;
        s.api.feedsMoved = [&](const QStringList &feeds) { moved += feeds; };
        s.reported(s.anna);
        QVERIFY(moved.contains(personFeed(s.anna.person.id)));
        QVERIFY(std::holds_alternative<ApiResponse>(s.sync(poll)));
        wire::SyncRequest restored = poll;
        restored.epoch = QStringLiteral("other");
        QVERIFY(std::holds_alternative<ApiResponse>(s.sync(restored)));
    }

    void aFileIsUploadedInPartsAndResumedWhereItStopped()
    {
        Site s;
        const QByteArray bytes(300'000, 'v');
        const QByteArray path = "/v1/blobs/" + shaOf(bytes);
        QCOMPARE(s.call("HEAD", path).status, 404);
        QCOMPARE(bodyOf(s.call("POST", "/v1/blobs", announce(bytes))).value(QLatin1String("offset"))
                     .toInt(-1), 0);
        QCOMPARE(s.call("PATCH", path, bytes.left(100'000), {{"vigie-offset", "0"}}).status, 200);
        const ApiResponse early = s.call("PATCH", path, bytes.mid(200'000), {{"vigie-offset", "200000"}});
        QCOMPARE(early.status, 409);
        QCOMPARE(bodyOf(early).value(QLatin1String("offset")).toInt(), 100'000);
        const ApiResponse status = s.call("HEAD", path);
        QCOMPARE(status.headers.value("Vigie-Offset"), QByteArray("100000"));
        QCOMPARE(status.headers.value("Vigie-Size"), QByteArray("300000"));
        QVERIFY(status.body.isEmpty());
        QCOMPARE(bodyOf(s.call("POST", "/v1/blobs", announce(bytes))).value(QLatin1String("offset"))
                     .toInt(), 100'000);
        QCOMPARE(s.call("PATCH", path, bytes, {{"vigie-offset", "100000"}}).status, 422);
        for (const char *offset : {"", "-1", "+5", "1e3", "99999999999999999999"})
            QCOMPARE(s.call("PATCH", path, "x", {{"vigie-offset", offset}}).status, 422);
        QCOMPARE(s.call("PATCH", path, bytes.mid(100'000), {{"vigie-offset", "100000"}}).status, 200);
        QCOMPARE(s.call("HEAD", path).headers.value("Vigie-Offset"), QByteArray("300000"));
        // Complete for Anna; Bob is told nothing about it.
        s.token = *s.desk->tokens().issue(s.bob.caller(), {});
        QCOMPARE(s.call("HEAD", path).status, 404);
        QCOMPARE(bodyOf(s.call("POST", "/v1/blobs", announce(bytes))).value(QLatin1String("offset"))
                     .toInt(-1), 0);
    }

    void aLargeFileIsHashedAwayFromTheDesk()
    {
        Site s;
        const QByteArray bytes(2 * 1024 * 1024, 'l');
        const QByteArray path = "/v1/blobs/" + shaOf(bytes);
        s.call("POST", "/v1/blobs", announce(bytes));
        ApiOutcome outcome = s.raw("PATCH", path, bytes, {{"vigie-offset", "0"}});
        QVERIFY(std::holds_alternative<Deferred>(outcome));
        // Not usable, and not writable, while it is being checked.
        QCOMPARE(s.call("PATCH", path, "x", {{"vigie-offset", "0"}}).status, 409);
        QVERIFY(!*s.desk->store().blobs().sizeIfOwned(QString::fromLatin1(shaOf(bytes)),
                                                      s.anna.person.id));
        std::get<Deferred>(outcome).work();
        QCOMPARE(std::get<Deferred>(outcome).finish().status, 200);
        QVERIFY(*s.desk->store().blobs().sizeIfOwned(QString::fromLatin1(shaOf(bytes)),
                                                     s.anna.person.id));
    }

    void bytesThatAreNotTheAnnouncedOnesAreThrownAway()
    {
        Site s;
        const QByteArray path = "/v1/blobs/" + shaOf("right");
        s.call("POST", "/v1/blobs", announce("right"));
        const ApiResponse wrong = s.call("PATCH", path, "wrong", {{"vigie-offset", "0"}});
        QCOMPARE(wrong.status, 422);
        QCOMPARE(s.call("HEAD", path).status, 404);
        QCOMPARE(bodyOf(s.call("POST", "/v1/blobs", announce("right"))).value(QLatin1String("offset"))
                     .toInt(-1), 0);
        QCOMPARE(s.call("PATCH", path, "right", {{"vigie-offset", "0"}}).status, 200);
        QCOMPARE(s.call("POST", "/v1/blobs", announce("")).status, 200);
    }

    void uploadsHaveLimits()
    {
        Site s;
        const QByteArray name = shaOf("x");
        QCOMPARE(s.call("POST", "/v1/blobs",
                        "{\"sha256\":\"" + name + "\",\"size\":" + QByteArray::number(limits::kAttachmentBytes + 1) + "}")
                     .status, 413);
        QCOMPARE(s.call("POST", "/v1/blobs", "{\"sha256\":\"../etc\",\"size\":1}").status, 422);
        int accepted = 0;
        int status = 200;
        while (status == 200 && accepted < 50) {
            const QByteArray next = shaOf(QByteArray::number(++accepted));
            status = s.call("POST", "/v1/blobs",
                            "{\"sha256\":\"" + next + "\",\"size\":" + QByteArray::number(limits::kAttachmentBytes) + "}")
                         .status;
        }
        QCOMPARE(status, 429);
        QCOMPARE(accepted, 11); // ten files of 100 MiB fit into one GiB
        s.clock.at += limits::kBlobUploadExpiryMs + 1;
        World::must(s.desk->tidy());
        QCOMPARE(s.call("POST", "/v1/blobs", announce("x")).status, 200);
    }

    void aFileIsReadInRangesByWhoMaySeeItsMessage()
    {
        Site s;
        const QByteArray bytes = "0123456789";
        const TicketId id = s.reported(s.anna);
        AddMessage add = s.words(QStringLiteral("file"));
        add.attachments = {s.file(s.anna, bytes)};
        QCOMPARE(s.send(s.anna, id, add).status, wire::OpStatus::Applied);
        const QByteArray path = "/v1/blobs/" + shaOf(bytes);
        const auto get = [&](const QByteArray &range, const QByteArray &ticket) {
            return s.call("GET", path, {}, {{"range", range}, {"vigie-ticket", ticket}});
        };
        const QByteArray ticket = id.text().toLatin1();
        QCOMPARE(get({}, ticket).body, bytes);
        QCOMPARE(get({}, ticket).headers.value("Content-Type"), QByteArray("application/octet-stream"));
        const ApiResponse part = get("bytes=2-5", ticket);
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, QByteArray("2345"));
        QCOMPARE(part.headers.value("Content-Range"), QByteArray("bytes 2-5/10"));
        QCOMPARE(get("bytes=8-99", ticket).headers.value("Content-Range"), QByteArray("bytes 8-9/10"));
        QCOMPARE(get("bytes=10-", ticket).status, 416);
        QCOMPARE(get("bytes=5-2", ticket).status, 422);
        QCOMPARE(get("bytes=0-1,3-4", ticket).status, 422);
        QCOMPARE(get({}, {}).status, 422);
        QCOMPARE(get({}, s.reported(s.anna).text().toLatin1()).status, 404);
        s.token = *s.desk->tokens().issue(s.bob.caller(), {});
        QCOMPARE(get({}, ticket).status, 404);
    }

    void aRangeIsOneRangeFromAPlace()
    {
        QCOMPARE(parseByteRange("bytes=0-")->last, -1);
        for (const char *bad : {"", "bytes=", "bytes=-5", "bytes=a-b", "items=0-1", "bytes=1-0",
                                "bytes=0-1\n", "bytes=0-1,2-3", "bytes=9999999999999999-"})
            QVERIFY(!parseByteRange(bad));
    }

    void aFailingDiskIsOurFaultAndSaysNoMore()
    {
        Site s;
        s.desk->store().database().faultHook = [](const QString &statement) -> Done {
            return statement.contains(QStringLiteral("feed_entry"))
                ? Done(fail(ErrorCode::StoreFault, QStringLiteral("/secret/path: disk I/O error")))
                : Done();
        };
        wire::SyncRequest request = s.anna.request();
        request.pull = true;
        const ApiResponse response = std::get<ApiResponse>(s.sync(request));
        s.desk->store().database().faultHook = nullptr;
        QCOMPARE(response.status, 500);
        QCOMPARE(codeOf(response), ErrorCode::ServerFault);
        QVERIFY(!response.body.contains("secret"));
    }
};

QTEST_GUILESS_MAIN(TestApi)
#include "tst_api.moc"
