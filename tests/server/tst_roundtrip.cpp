// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"
#include "core/sla/expectation.h"
#include "tests/server/world.h"

using namespace vigie;
using namespace vigie::server;

/// The smallest whole story: sign in, report, pull, answer, pull, through the Api.
class TestRoundTrip : public QObject
{
    Q_OBJECT

    static ApiResponse settled(Api &api, const ApiRequest &request)
    {
        ApiOutcome outcome = api.handle(request, true);
        if (auto *deferred = std::get_if<Deferred>(&outcome)) {
            deferred->work();
            return deferred->finish();
        }
        return std::get<ApiResponse>(outcome);
    }

private Q_SLOTS:
    void aReportTravelsToTheAgentAndTheAnswerBack()
    {
        World w;
        Api api(*w.desk, w.clock, w.rng);
        World::must(w.desk->setPassword(w.anna.person.id, QStringLiteral("secret")));
        ApiRequest signIn;
        signIn.method = "POST";
        signIn.path = "/v1/session";
        signIn.body = json::compact(wire::encode(
            wire::SignIn{QStringLiteral("Anna"), QStringLiteral("secret"), w.anna.device, {}}));
        const ApiResponse opened = settled(api, signIn);
        QCOMPARE(opened.status, 200);
        const auto session = wire::decodeSession(*json::parseObject(opened.body, 100'000));
        QVERIFY(session);

        QStringList moved;
        api.feedsMoved = [&](const QStringList &feeds) { moved += feeds; };
        const auto ticket = w.ids.make<TicketId>();
        wire::SyncRequest push = w.anna.request();
        push.ops = {w.op(w.anna, ticket, w.report(w.anna))};
        push.pull = true;
        ApiRequest request;
        request.method = "POST";
        request.path = "/v1/sync";
        request.headers.insert("authorization", "Bearer " + session->token.toLatin1());
        request.body = json::compact(wire::encode(push));
        const ApiResponse pushed = settled(api, request);
        QCOMPARE(pushed.status, 200);
        const auto answer = wire::decodeSyncResponse(*json::parseObject(pushed.body, 1'000'000));
        QVERIFY(answer);
        QCOMPARE(answer->results.value(0).status, wire::OpStatus::Applied);
        QCOMPARE(answer->results.value(0).number, 1);
        QVERIFY(moved.contains(queueFeed(w.front.id)));
        w.anna.apply(*answer);
        const QString own = personFeed(w.anna.person.id);
        QCOMPARE(w.anna.row(own, QStringLiteral("ticket"), ticket.text())
                     .value(QLatin1String("title")).toString(),
                 QStringLiteral("Printer"));

        w.pull(w.ada);
        QVERIFY(!w.ada.row(queueFeed(w.front.id), QStringLiteral("ticket"), ticket.text())
                     .isEmpty());
        const auto replied = w.send(w.ada, ticket, w.words(QStringLiteral("On my way")));
        QCOMPARE(replied.status, wire::OpStatus::Applied);
        QVERIFY(w.pull(w.anna) > 0);
        QCOMPARE(w.anna.row(own, QStringLiteral("ticket"), ticket.text())
                     .value(QLatin1String("public")).toString(),
                 QStringLiteral("in-progress"));
        QCOMPARE(w.pull(w.anna), 0);
    }

    void theKitReachesAgentAndRequesterAsItWasWritten()
    {
        World w;
        const auto ticket = w.ids.make<TicketId>();
        CreateTicket report = w.report(w.anna);
        report.kit.facts.insert(QStringLiteral("host"), QStringLiteral("anna-laptop"));
        report.kit.effect = QStringLiteral("I cannot print");
        report.kit.services = {QStringLiteral("printing")};
        report.kit.stated = Urgency::Blocked;
        report.kit.liveUntil = w.clock.nowMs() + 30 * 60'000;
        QCOMPARE(w.send(w.anna, ticket, report).status, wire::OpStatus::Applied);
        w.pull(w.ada);
        w.pull(w.anna);
        const QJsonObject agents =
            w.ada.row(queueFeed(w.front.id), QStringLiteral("ticket"), ticket.text());
        const QJsonObject requesters =
            w.anna.row(personFeed(w.anna.person.id), QStringLiteral("ticket"), ticket.text());
        for (const QJsonObject &row : {agents, requesters}) {
            const auto read = codec::ticketFrom(row);
            QVERIFY(read);
            QCOMPARE(read->kit, report.kit);
        }
        QCOMPARE(codec::ticketFrom(agents)->tags, QStringList{QStringLiteral("printing")});
        QVERIFY(codec::ticketFrom(requesters)->tags.isEmpty());
    }

    void requestersAreToldATimeAndNotWhatItWasMadeOf()
    {
        ServiceContract all;
        all.within(ClockKind::FirstReply) = {{Priority::Normal, 7'654'321}};
        all.within(ClockKind::Resolution) = {{Priority::Normal, 98'765'432}};
        const ServiceBook rules{{{QString(), allHours()}}, {all}};
        World w(World::Place::Memory, true, rules);
        const auto ticket = w.ids.make<TicketId>();
        QCOMPARE(w.send(w.anna, ticket, w.report(w.anna)).status, wire::OpStatus::Applied);
        w.pull(w.anna);
        const QJsonObject row =
            w.anna.row(personFeed(w.anna.person.id), QStringLiteral("ticket"), ticket.text());
        const auto face = codec::ticketFrom(row);
        QVERIFY(face);
        const Expectation wanted = expectedFrom(rules, w.ticket(ticket).service);
        QVERIFY(wanted.answerBy > face->createdAt && wanted.fixBy > wanted.answerBy);
        QCOMPARE(face->expected, wanted);
        const QByteArray bytes = json::compact(row).toLower();
        QCOMPARE(face->service, ServiceRecord());
        for (const char *word : {"sla", "service", "mark", "due", "target", "within", "calendar", "7654321", "98765432"})
            QVERIFY2(!bytes.contains(word), word);

        QCOMPARE(w.send(w.ada, ticket, w.words(QStringLiteral("On my way"))).status,
                 wire::OpStatus::Applied);
        w.pull(w.anna);
        const auto answered = codec::ticketFrom(
            w.anna.row(personFeed(w.anna.person.id), QStringLiteral("ticket"), ticket.text()));
        QVERIFY(answered);
        QCOMPARE(answered->expected, (Expectation{0, wanted.fixBy}));
    }
};

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
