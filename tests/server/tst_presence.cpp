// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/presencedesk.h"
#include "core/base/limits.h"
#include "core/base/presencelimits.h"
#include "tests/server/world.h"

#include <QJsonDocument>

using namespace vigie;
using namespace vigie::server;

namespace {

using wire::PresenceNote;
using wire::PresenceRequest;
using wire::PresenceResponse;

/// A desk behind its API, with tokens for everybody and a note of who would be woken.
struct Site : World {
    Api api{*desk, clock, rng};
    QHash<QString, QByteArray> tokens;
    QStringList moved;

    Site()
    {
        api.feedsMoved = [this](const QStringList &feeds) { moved += feeds; };
    }

    ApiOutcome raw(const Actress &who, const QJsonObject &body, bool finalCall = false)
    {
        QByteArray &token = tokens[who.device.text()];
        if (token.isEmpty())
            token = desk->tokens().issue(who.caller(), {}).value_or(QByteArray());
        ApiRequest request;
        request.method = "POST";
        request.path = "/v1/presence";
        request.body = json::compact(body);
        request.headers.insert("authorization", "Bearer " + token);
        return api.handle(request, finalCall);
    }
    ApiOutcome ask(const Actress &who, const PresenceRequest &request, bool finalCall = false)
    {
        return raw(who, wire::encode(request), finalCall);
    }
    ApiResponse response(const Actress &who, const PresenceRequest &request)
    {
        return std::get<ApiResponse>(ask(who, request, true));
    }
    /// Tells and hears, at once.
    PresenceResponse exchange(const Actress &who, const QList<PresenceNote> &mine,
                              const QList<TicketId> &about = {})
    {
        PresenceRequest request;
        request.mine = mine;
        request.about = about;
        const ApiResponse answer = std::get<ApiResponse>(ask(who, request));
        const auto read =
            wire::decodePresenceResponse(QJsonDocument::fromJson(answer.body).object());
        if (answer.status != 200 || !read)
            qFatal("%d %s", answer.status, answer.body.constData());
        return *read;
    }
    /// A ticket in the front queue, where Ada works and the chief may look.
    TicketId inFront()
    {
        const TicketId id = reported(anna);
        send(chief, id, SetField{QStringLiteral("queue"), front.id.text()});
        return id;
    }
};

PresenceNote looks(const TicketId &ticket)
{
    return {ticket, Activity::Looks};
}
PresenceNote writes(const TicketId &ticket)
{
    return {ticket, Activity::Writes};
}

} // namespace

/// Who is at which ticket, as the server tells it.
class TestPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colleaguesHearWhoLooksAndWhoWrites()
    {
        Site s;
        const TicketId ticket = s.inFront();
        QVERIFY(s.exchange(s.ada, {looks(ticket)}, {ticket}).others.isEmpty()); // not of oneself
        const qint64 since = s.clock.at;
        s.clock.at += 5'000;
        const PresenceResponse seen = s.exchange(s.chief, {}, {ticket});
        QCOMPARE(seen.serverTime, s.clock.at);
        QCOMPARE(seen.others,
                 (QList<Presence>{{ticket, s.ada.person.id, s.ada.person.name, Activity::Looks, since}}));
        // Saying it again is not a beginning; writing is.
        s.exchange(s.ada, {looks(ticket)});
        QCOMPARE(s.exchange(s.chief, {}, {ticket}).others.first().since, since);
        s.exchange(s.ada, {writes(ticket)});
        const PresenceResponse writing = s.exchange(s.chief, {}, {ticket});
        QCOMPARE(writing.others.first().activity, Activity::Writes);
        QCOMPARE(writing.others.first().since, s.clock.at);
        QVERIFY(writing.mark != seen.mark);
        // Leaving is heard at once.
        s.exchange(s.ada, {});
        QVERIFY(s.exchange(s.chief, {}, {ticket}).others.isEmpty());
    }

    void whoSignsOutIsGoneAtOnce()
    {
        Site s;
        const TicketId ticket = s.inFront();
        s.exchange(s.ada, {writes(ticket)});
        s.moved.clear();
        ApiRequest request;
        request.method = "DELETE";
        request.path = "/v1/session";
        request.headers.insert("authorization", "Bearer " + s.tokens.take(s.ada.device.text()));
        QCOMPARE(std::get<ApiResponse>(s.api.handle(request)).status, 204);
        QVERIFY(s.moved.contains(QStringLiteral("presence/") + ticket.text()));
        QVERIFY(s.exchange(s.chief, {}, {ticket}).others.isEmpty());
    }

    void somebodyWithTwoComputersIsOnePersonWhoWrites()
    {
        Site s;
        const TicketId ticket = s.inFront();
        Actress elsewhere = s.ada;
        elsewhere.device = s.ids.make<DeviceId>();
        s.exchange(s.ada, {looks(ticket)});
        s.exchange(elsewhere, {writes(ticket)});
        const QList<Presence> others = s.exchange(s.chief, {}, {ticket}).others;
        QCOMPARE(others.size(), 1);
        QCOMPARE(others.first().activity, Activity::Writes);
        s.exchange(elsewhere, {});
        QCOMPARE(s.exchange(s.chief, {}, {ticket}).others.first().activity, Activity::Looks);
        QVERIFY(s.exchange(elsewhere, {}, {ticket}).others.isEmpty()); // it is the same person
    }

    void whoeverIsSilentIsGoneByTheServersClock()
    {
        Site s;
        const TicketId ticket = s.inFront();
        s.exchange(s.ada, {writes(ticket)});
        s.clock.at += limits::kPresenceExpiryMs - 1;
        QCOMPARE(s.exchange(s.chief, {}, {ticket}).others.size(), 1);
        s.clock.at += 1;
        s.moved.clear();
        QVERIFY(s.exchange(s.chief, {}, {ticket}).others.isEmpty());
        // Those who wait for the ticket are told when somebody notices.
        QVERIFY(s.moved.contains(QStringLiteral("presence/") + ticket.text()));
        s.exchange(s.ada, {writes(ticket)});
        s.clock.at += limits::kPresenceExpiryMs - 1;
        s.exchange(s.ada, {writes(ticket)});
        s.clock.at += limits::kPresenceExpiryMs - 1;
        QCOMPARE(s.exchange(s.chief, {}, {ticket}).others.size(), 1);
    }

    void requestersNeitherTellNorHear()
    {
        Site s;
        const TicketId ticket = s.inFront();
        s.exchange(s.ada, {writes(ticket)});
        for (const PresenceRequest &request :
             {PresenceRequest{{}, {ticket}, {}, 0}, PresenceRequest{{writes(ticket)}, {}, {}, 0},
              PresenceRequest{}, PresenceRequest{{}, {s.ids.make<TicketId>()}, {}, 20'000}}) {
            const ApiResponse refused = s.response(s.anna, request);
            QCOMPARE(refused.status, 403);
            QVERIFY(!refused.body.contains(s.ada.person.name.toUtf8()));
        }
        QCOMPARE(s.exchange(s.chief, {}, {ticket}).others.size(), 1); // Ada, not Anna
    }

    void whatRequestersReadIsTheSameWithAndWithoutCompany()
    {
        const auto read = [](bool withCompany) {
            Site s;
            const TicketId ticket = s.inFront();
            s.pull(s.anna);
            s.moved.clear();
            if (withCompany) {
                s.exchange(s.ada, {writes(ticket)}, {ticket});
                s.exchange(s.chief, {looks(ticket)}, {ticket});
            }
            QByteArray all;
            for (const QString &feed : std::as_const(s.moved)) {
                if (feed.startsWith(QLatin1String("presence")))
                    continue; // names nobody but presence waits for
                all += feed.toUtf8();
            }
            all += json::compact(wire::encode(s.World::exchange(s.anna, {}, true)));
            const auto digests = s.desk->digest(s.anna.caller());
            for (auto it = digests->cbegin(); it != digests->cend(); ++it)
                all += it.key().toUtf8() + it->value.toUtf8();
            const auto head = s.desk->store().audit().head();
            return all + QByteArray::number(head->at) + head->chain.toLatin1();
        };
        QCOMPARE(read(true), read(false));
    }

    void onlySightOfTheTicketCounts()
    {
        Site s;
        const TicketId ticket = s.inFront();
        // Bert works in another queue: what he says is not heard, and he hears nothing; a ticket
        // that is not there is answered alike.
        s.exchange(s.bert, {writes(ticket)});
        QVERIFY(s.exchange(s.chief, {}, {ticket}).others.isEmpty());
        s.exchange(s.ada, {writes(ticket)});
        QCOMPARE(s.exchange(s.bert, {}, {ticket}).mark,
                 s.exchange(s.bert, {}, {s.ids.make<TicketId>()}).mark);
        // The ticket moves: who may know moves with it.
        s.send(s.chief, ticket, SetField{QStringLiteral("queue"), s.back.id.text()});
        QCOMPARE(s.exchange(s.bert, {}, {ticket}).others.size(), 1);
        QVERIFY(s.exchange(s.ada, {writes(ticket)}, {ticket}).others.isEmpty());
        QVERIFY(s.exchange(s.bert, {}, {ticket}).others.isEmpty());
    }

    void aQuestionIsHeldUntilThereIsAnotherAnswer()
    {
        Site s;
        const TicketId ticket = s.inFront();
        PresenceRequest request;
        request.about = {ticket};
        request.seen = s.exchange(s.chief, {}, {ticket}).mark;
        request.waitMs = 20'000;
        const ApiOutcome held = s.ask(s.chief, request);
        QVERIFY(std::holds_alternative<WaitForFeeds>(held));
        const auto wait = std::get<WaitForFeeds>(held);
        QCOMPARE(wait.untilMonotonicMs, s.clock.at + 20'000);
        QVERIFY(wait.feeds.contains(QStringLiteral("presence/") + ticket.text()));
        s.moved.clear();
        s.exchange(s.ada, {looks(ticket)});
        QVERIFY(s.moved.contains(QStringLiteral("presence/") + ticket.text()));
        QVERIFY(std::holds_alternative<ApiResponse>(s.ask(s.chief, request, true)));
        // Without an answer that is known there is nothing to wait for.
        request.seen.clear();
        QVERIFY(std::holds_alternative<ApiResponse>(s.ask(s.chief, request)));
    }

    void aHeldQuestionEndsWhenSomebodyWillBeGone()
    {
        Site s;
        const TicketId ticket = s.inFront();
        s.exchange(s.ada, {looks(ticket)});
        const qint64 gone = s.clock.at + limits::kPresenceExpiryMs;
        s.clock.at += 30'000;
        PresenceRequest request;
        request.about = {ticket};
        request.seen = s.exchange(s.chief, {}, {ticket}).mark;
        request.waitMs = 20'000;
        const ApiOutcome held = s.ask(s.chief, request);
        QCOMPARE(std::get<WaitForFeeds>(held).untilMonotonicMs, gone);
        s.clock.at = gone;
        const QByteArray last = std::get<ApiResponse>(s.ask(s.chief, request, true)).body;
        QVERIFY(!last.contains(s.ada.person.name.toUtf8()));
    }

    void anotherQuestionOfTheSameDeviceEndsTheHeldOneWhichTellsNothingAgain()
    {
        Site s;
        const TicketId ticket = s.inFront();
        PresenceRequest request;
        request.mine = {looks(ticket)};
        request.seen = s.exchange(s.ada, {looks(ticket)}).mark;
        request.waitMs = 20'000;
        const ApiOutcome held = s.ask(s.ada, request);
        s.moved.clear();
        s.exchange(s.ada, {});
        const QStringList waited = std::get<WaitForFeeds>(held).feeds;
        QVERIFY(std::any_of(waited.cbegin(), waited.cend(),
                            [&](const QString &name) { return s.moved.contains(name); }));
        // The one that is over comes to its end, and does not say that Ada is back.
        QVERIFY(std::holds_alternative<ApiResponse>(s.ask(s.ada, request, true)));
        QVERIFY(s.exchange(s.chief, {}, {ticket}).others.isEmpty());
    }

    void aDeviceThatAsksTooOftenIsToldToWait()
    {
        Site s;
        for (int i = 0; i < limits::kPresenceTries; ++i)
            QCOMPARE(s.response(s.ada, {}).status, 200); // the last call of each is not counted
        for (int i = 0; i < limits::kPresenceTries; ++i)
            s.exchange(s.ada, {});
        const ApiResponse busy = std::get<ApiResponse>(s.ask(s.ada, {}));
        QCOMPARE(busy.status, 429);
        QVERIFY(busy.headers.contains("Retry-After"));
        s.exchange(s.chief, {}); // others are not held back
        s.clock.at += limits::kPresenceWindowMs;
        s.exchange(s.ada, {});
    }

    void whatIsTooMuchIsRefused()
    {
        Site s;
        PresenceRequest many;
        for (int i = 0; i <= limits::kPresenceTold; ++i)
            many.mine.append(looks(s.ids.make<TicketId>()));
        QCOMPARE(s.response(s.ada, many).status, 422);
        PresenceRequest curious;
        for (int i = 0; i <= limits::kPresenceAsked; ++i)
            curious.about.append(s.ids.make<TicketId>());
        QCOMPARE(s.response(s.ada, curious).status, 422);
        const TicketId ticket = s.inFront();
        PresenceRequest twice;
        twice.mine = {looks(ticket), writes(ticket)};
        QCOMPARE(s.response(s.ada, twice).status, 422);
        PresenceRequest patient;
        patient.waitMs = limits::kLongPollMs + 1;
        QCOMPARE(s.response(s.ada, patient).status, 422);
    }

    void aCrowdIsCutToThoseWhoWrite()
    {
        FixedClock clock;
        SeededRng rng{1};
        IdGenerator ids{clock, rng};
        PresenceBoard board(clock);
        const auto ticket = ids.make<TicketId>();
        for (int i = 0; i < limits::kPresenceDevices; ++i) {
            ++clock.at;
            const bool last = i == limits::kPresenceDevices - 1;
            QCOMPARE(board.tell({ids.make<DeviceId>(), ids.make<PersonId>(), QString::number(i)},
                                {last ? writes(ticket) : looks(ticket)})
                         .size(),
                     1);
        }
        const QList<PresenceBoard::Entry> others = board.others(ticket, {});
        QCOMPARE(others.size(), limits::kPresenceShown);
        QCOMPARE(others.first().presence.activity, Activity::Writes);
        QCOMPARE(others.at(1).presence.name, QStringLiteral("0")); // who was there first
        // There is an end to what is remembered, until somebody leaves.
        QVERIFY(board.tell({ids.make<DeviceId>(), ids.make<PersonId>(), {}}, {writes(ticket)}).isEmpty());
        QCOMPARE(board.devices(), limits::kPresenceDevices);
        clock.at += limits::kPresenceExpiryMs;
        QCOMPARE(board.sweep(), QSet<TicketId>{ticket});
        QCOMPARE(board.devices(), 0);
    }

    void aDeviceThatChangedHandsSpeaksForItsNewPerson()
    {
        FixedClock clock;
        SeededRng rng{1};
        IdGenerator ids{clock, rng};
        PresenceBoard board(clock);
        const auto ticket = ids.make<TicketId>();
        const auto device = ids.make<DeviceId>();
        const auto before = ids.make<PersonId>();
        const auto now = ids.make<PersonId>();
        QCOMPARE(board.tell({device, before, QStringLiteral("Ada")}, {writes(ticket)}).size(), 1);
        clock.at += 1'000;
        QCOMPARE(board.tell({device, now, QStringLiteral("Jo")}, {writes(ticket)}).size(), 1);
        QCOMPARE(board.others(ticket, {}).first().presence.name, QStringLiteral("Jo"));
        QCOMPARE(board.others(ticket, {}).first().presence.since, clock.at);
        QVERIFY(board.others(ticket, now).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestPresence)
#include "tst_presence.moc"
