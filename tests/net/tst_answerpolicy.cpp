// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/vigie/answerpolicy.h"
#include "core/remote/vigie/requestmaker.h"
#include "core/remote/vigie/retryafter.h"
#include "core/wire/codec.h"
#include "tests/net/faketransport.h"

#include <QTest>

using namespace vigie;
using remote::Expect;

using test::FakeTransport;
using Answered = vigie::remote::Outcome;

Q_DECLARE_METATYPE(vigie::remote::Outcome)
Q_DECLARE_METATYPE(std::shared_ptr<vigie::net::Answer>)
Q_DECLARE_METATYPE(vigie::ErrorCode)

class TestAnswerPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOurServersAnswersAreActedOn_data();
    void onlyOurServersAnswersAreActedOn();
    void retryAfterIsReadFromSecondsAndDates_data();
    void retryAfterIsReadFromSecondsAndDates();

    void theHeadersWaitIsPassedOn()
    {
        const auto judged = remote::judge(
            FakeTransport::status(503, "text/html", "<p>soon</p>", {{"retry-after", "7"}}),
            Expect::Json);
        QCOMPARE(judged.error.retryAfterMs.value_or(-1), 7'000);
        const auto own = remote::judge(
            FakeTransport::json(
                429, R"({"error":{"code":"RateLimited","detail":"x","retryAfterMs":2500}})"),
            Expect::Json);
        QCOMPARE(own.error.code, ErrorCode::RateLimited);
        QCOMPARE(own.error.retryAfterMs.value_or(-1), 2'500);
    }

    void aBodyThatBreaksTheProtocolIsTheServersFaultAndNeverAValue()
    {
        const auto judged = remote::judge(FakeTransport::json(200, R"({"hello":"world"})"),
                                          Expect::Json);
        QCOMPARE(judged.outcome, Answered::Ok);
        const auto reply =
            remote::decoded<wire::SyncResponse>(judged, wire::decodeSyncResponse);
        QCOMPARE(reply.outcome, Answered::ServerFault);
        QVERIFY(reply.value.results.isEmpty());
    }

    void theTokenGoesIntoOneHeaderAndNowhereElse()
    {
        remote::RequestMaker maker(QUrl(QStringLiteral("https://helpdesk:8642")));
        QVERIFY(!maker.make(net::Method::Get, QStringLiteral("/v1/hello"))
                     .headers.contains("Authorization"));
        maker.setToken(QStringLiteral("s3cret"));
        const net::Request request = maker.make(net::Method::Get, QStringLiteral("/v1/hello"));
        QCOMPARE(request.headers.value("Authorization"), QByteArray("Bearer s3cret"));
        QVERIFY(!request.url.toString().contains(QStringLiteral("s3cret")));
        QVERIFY(!request.headers.value("Vigie-Request").isEmpty());
        QVERIFY(request.headers.value("Vigie-Request")
                != maker.make(net::Method::Get, QStringLiteral("/")).headers.value("Vigie-Request"));
    }

    void aTokenThatWouldSmuggleHeadersIsNotUsed()
    {
        remote::RequestMaker maker(QUrl(QStringLiteral("https://helpdesk:8642")));
        for (const char *bad : {"a\r\nX-Evil: 1", "a b", "", "\x7f"}) {
            maker.setToken(QString::fromLatin1(bad));
            QVERIFY2(!maker.hasToken(), bad);
        }
    }
};

void TestAnswerPolicy::onlyOurServersAnswersAreActedOn_data()
{
    QTest::addColumn<std::shared_ptr<net::Answer>>("answer");
    QTest::addColumn<Answered>("outcome");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const net::Answer &answer, Answered outcome,
                        ErrorCode code = ErrorCode::NotOurServer) {
        QTest::newRow(name) << std::make_shared<net::Answer>(answer) << outcome << code;
    };
    const auto own = [](int status, const char *code) {
        return FakeTransport::json(status, QByteArray(R"({"error":{"code":")") + code
                                               + R"(","detail":"d"}})");
    };
    const auto html = [](int status) {
        return FakeTransport::status(status, "text/html", "<html>Please sign in</html>");
    };
    const auto lost = [](ErrorCode code, bool arrived) {
        return FakeTransport::failure(code, arrived);
    };
    row("JSON", FakeTransport::json(200, "{}"), Answered::Ok, ErrorCode::Bug);
    row("JSON with charset",
        FakeTransport::status(200, "Application/JSON; charset=utf-8", "{}"), Answered::Ok,
        ErrorCode::Bug);
    row("HTML with 200", html(200), Answered::NotOurAnswer);
    row("JSON called text", FakeTransport::status(200, "text/plain", "{}"), Answered::NotOurAnswer);
    row("no type", FakeTransport::status(200, "", "{}"), Answered::NotOurAnswer);
    row("broken JSON", FakeTransport::json(200, "{\"a\":"), Answered::NotOurAnswer);
    row("empty JSON", FakeTransport::json(200, ""), Answered::NotOurAnswer);
    row("a list", FakeTransport::json(200, "[]"), Answered::NotOurAnswer);
    row("duplicate keys", FakeTransport::json(200, R"({"a":1,"a":2})"), Answered::NotOurAnswer);
    row("204 where a value is expected", FakeTransport::status(204, "", ""),
        Answered::NotOurAnswer);
    for (int status : {301, 302, 303, 307, 308, 304})
        row(qPrintable(QStringLiteral("redirect %1").arg(status)), html(status),
            Answered::NotOurAnswer);
    row("redirect with JSON", FakeTransport::json(302, "{}"), Answered::NotOurAnswer);
    row("401 ours", own(401, "SignInNeeded"), Answered::AuthNeeded, ErrorCode::SignInNeeded);
    row("401 of a proxy", html(401), Answered::NotOurAnswer);
    row("wrong password", own(401, "WrongPassword"), Answered::AuthNeeded,
        ErrorCode::WrongPassword);
    row("400 ours", own(400, "Invalid"), Answered::Refused, ErrorCode::Invalid);
    row("403 ours", own(403, "Forbidden"), Answered::Refused, ErrorCode::Forbidden);
    row("404 ours", own(404, "NotFound"), Answered::Refused, ErrorCode::NotFound);
    row("409 ours", own(409, "Conflict"), Answered::Refused, ErrorCode::Conflict);
    row("413 ours", own(413, "TooLarge"), Answered::Refused, ErrorCode::TooLarge);
    row("422 ours", own(422, "Invalid"), Answered::Refused, ErrorCode::Invalid);
    row("403 of a filter", html(403), Answered::NotOurAnswer);
    row("404 of a filter", html(404), Answered::NotOurAnswer);
    row("404 in foreign JSON", FakeTransport::json(404, R"({"message":"not found"})"),
        Answered::NotOurAnswer);
    row("407", own(407, "Forbidden"), Answered::NotOurAnswer);
    row("426 ours", own(426, "ProtocolMismatch"), Answered::TooOld, ErrorCode::ProtocolMismatch);
    row("426 of a proxy", html(426), Answered::NotOurAnswer);
    row("429", html(429), Answered::Busy, ErrorCode::RateLimited);
    row("503", html(503), Answered::Busy, ErrorCode::ServerFault);
    row("507 ours", own(507, "ServerFull"), Answered::Busy, ErrorCode::ServerFull);
    row("511", html(511), Answered::NotOurAnswer);
    for (int status : {500, 501, 502, 504, 520})
        row(qPrintable(QStringLiteral("server fault %1").arg(status)), html(status),
            Answered::ServerFault, ErrorCode::ServerFault);
    row("not sent", lost(ErrorCode::Offline, false), Answered::NotSent, ErrorCode::Offline);
    row("maybe sent", lost(ErrorCode::Offline, true), Answered::MaybeSent, ErrorCode::Offline);
    row("time-out", lost(ErrorCode::Timeout, true), Answered::MaybeSent, ErrorCode::Timeout);
    row("certificate", lost(ErrorCode::TlsChanged, false), Answered::NotSent,
        ErrorCode::TlsChanged);
    row("endless answer", lost(ErrorCode::TooLarge, true), Answered::NotOurAnswer,
        ErrorCode::TooLarge);
}

void TestAnswerPolicy::onlyOurServersAnswersAreActedOn()
{
    QFETCH(std::shared_ptr<net::Answer>, answer);
    QFETCH(Answered, outcome);
    QFETCH(ErrorCode, code);
    const remote::Judged judged = remote::judge(*answer, Expect::Json);
    QCOMPARE(judged.outcome, outcome);
    if (outcome != Answered::Ok)
        QCOMPARE(judged.error.code, code);
}

void TestAnswerPolicy::retryAfterIsReadFromSecondsAndDates_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<qint64>("expected"); // -1 = nothing usable
    const QByteArray now = "Sun, 06 Nov 1994 08:49:37 GMT";
    const auto row = [](const char *name, const QByteArray &retryAfter, const QByteArray &date,
                        qint64 expected) {
        QTest::newRow(name) << retryAfter << date << expected;
    };
    row("seconds", "120", now, 120'000);
    row("zero", "0", now, 0);
    row("spaces", " 5 ", now, 5'000);
    row("over the cap", "999999", now, 3'600'000);
    row("over every number", "99999999999999999999999", now, 3'600'000);
    row("negative", "-5", now, -1);
    row("fraction", "1.5", now, -1);
    row("words", "soon", now, -1);
    row("empty", "", now, -1);
    row("date", "Sun, 06 Nov 1994 08:50:07 GMT", now, 30'000);
    row("old date form", "Sunday, 06-Nov-94 08:50:07 GMT", now, 30'000);
    row("asctime", "Sun Nov  6 08:50:07 1994", now, 30'000);
    row("date that is over", "Sun, 06 Nov 1994 08:00:00 GMT", now, 0);
    row("date far away", "Mon, 06 Nov 2034 08:00:00 GMT", now, 3'600'000);
    row("date without a Date", "Sun, 06 Nov 1994 08:50:07 GMT", "", -1);
    row("date with a broken Date", "Sun, 06 Nov 1994 08:50:07 GMT", "yesterday", -1);
    row("very long", QByteArray(10'000, '1'), now, -1);
}

void TestAnswerPolicy::retryAfterIsReadFromSecondsAndDates()
{
    QFETCH(QByteArray, retryAfter);
    QFETCH(QByteArray, date);
    QFETCH(qint64, expected);
    QCOMPARE(remote::retryAfterMs(retryAfter, date).value_or(-1), expected);
}

QTEST_GUILESS_MAIN(TestAnswerPolicy)
#include "tst_answerpolicy.moc"
