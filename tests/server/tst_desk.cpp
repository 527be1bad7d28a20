// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/server/world.h"

using namespace vigie;
using namespace vigie::server;
using wire::OpStatus;

/// What the desk answers to operations.
class TestDesk : public QObject
{
    Q_OBJECT

    static qint64 rows(World &w, const QString &table) { return *w.desk->store().count(table); }

private Q_SLOTS:
    void anOpSentTwiceIsAppliedOnce()
    {
        World w;
        const auto id = w.ids.make<TicketId>();
        const Op report = w.op(w.anna, id, w.report(w.anna));
        const wire::OpResult first = w.send(w.anna, report);
        QCOMPARE(first.status, OpStatus::Applied);
        const wire::OpResult second = w.send(w.anna, report);
        QCOMPARE(second.status, OpStatus::Duplicate);
        QCOMPARE(second.number, first.number);
        QCOMPARE(second.points, first.points);
        QCOMPARE(rows(w, QStringLiteral("ticket")), 1);
        QCOMPARE(rows(w, QStringLiteral("message")), 1);
        World::must(w.desk->store().audit().verify());
    }

    void theSameIdWithAnotherContentIsRefusedAndTheFirstStays()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        Op op = w.op(w.anna, id, w.words(QStringLiteral("one")));
        QCOMPARE(w.send(w.anna, op).status, OpStatus::Applied);
        std::get<AddMessage>(op.payload).body = QStringLiteral("two");
        const wire::OpResult other = w.send(w.anna, op);
        QCOMPARE(other.status, OpStatus::Rejected);
        QCOMPARE(other.error.code, ErrorCode::Invalid);
        std::get<AddMessage>(op.payload).body = QStringLiteral("one");
        QCOMPARE(w.send(w.anna, op).status, OpStatus::Duplicate);
    }

    void somebodyElsesOpIdTellsNothing()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        Op op = w.op(w.anna, id, w.words(QStringLiteral("one")));
        QCOMPARE(w.send(w.anna, op).status, OpStatus::Applied);
        op.device = w.bob.device;
        QCOMPARE(w.send(w.bob, op).status, OpStatus::Rejected);
        QVERIFY(w.desk->known(w.bob.caller(), {op.id})->isEmpty());
        QCOMPARE(w.desk->known(w.anna.caller(), {op.id, w.ids.make<OpId>()})->size(), 1);
    }

    void anOpWaitsUntilWhatItNeedsIsAccepted()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        const Op first = w.op(w.anna, id, w.words(QStringLiteral("first")));
        Op second = w.op(w.anna, id, w.words(QStringLiteral("second")));
        second.deps = {first.id};
        QCOMPARE(w.send(w.anna, second).status, OpStatus::DepFailed);
        QCOMPARE(w.send(w.anna, first).status, OpStatus::Applied);
        // The refusal was not kept: now it goes through.
        QCOMPARE(w.send(w.anna, second).status, OpStatus::Applied);
    }

    void anOpThatNeedsARefusedOneStaysBack()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        const Op refused = w.op(w.anna, id, w.words(QStringLiteral("x"), MessageKind::Note));
        Op second = w.op(w.anna, id, w.words(QStringLiteral("y")));
        second.deps = {refused.id};
        QCOMPARE(w.send(w.anna, refused).status, OpStatus::Rejected);
        QCOMPARE(w.send(w.anna, second).status, OpStatus::DepFailed);
    }

    void aRefusedOpDoesNotHoldBackTheNextOne()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        const auto results =
            w.exchange(w.anna, {w.op(w.anna, id, w.words(QStringLiteral("x"), MessageKind::Note)),
                                w.op(w.anna, id, w.words(QStringLiteral("y")))})
                .results;
        QCOMPARE(results[0].status, OpStatus::Rejected);
        QCOMPARE(results[0].error.code, ErrorCode::Forbidden);
        QCOMPARE(results[1].status, OpStatus::Applied);
    }

    void whatFollowsAReportThatFailedIsNotJudged()
    {
        World w;
        const auto id = w.ids.make<TicketId>();
        CreateTicket nameless = w.report(w.anna, QStringLiteral("  "));
        const Op reply = w.op(w.anna, id, w.words(QStringLiteral("and then")));
        const auto results = w.exchange(w.anna, {w.op(w.anna, id, nameless), reply}).results;
        QCOMPARE(results[0].status, OpStatus::Rejected);
        QCOMPARE(results[1].status, OpStatus::DepFailed);
        QVERIFY(!*w.desk->store().results().find(reply.id));
    }

    void aConflictIsRememberedAsAConflict()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        const Op stale = w.op(w.ada, id, SetField{QStringLiteral("title"), QStringLiteral("Mine")});
        QCOMPARE(w.send(w.chief, id, SetField{QStringLiteral("title"), QStringLiteral("Theirs")})
                     .status,
                 OpStatus::Applied);
        const wire::OpResult first = w.send(w.ada, stale);
        QCOMPARE(first.status, OpStatus::Conflict);
        QCOMPARE(first.conflict->theirs, QStringLiteral("Theirs"));
        const wire::OpResult again = w.send(w.ada, stale);
        QCOMPARE(again, first);
        QVERIFY(w.desk->known(w.ada.caller(), {stale.id})->isEmpty());
        QCOMPARE(w.ticket(id).title, QStringLiteral("Theirs"));
    }

    void aMergedOpSentAgainIsADuplicate()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        const Op same = w.op(w.ada, id, SetField{QStringLiteral("title"), w.ticket(id).title});
        QCOMPARE(w.send(w.ada, same).status, OpStatus::Merged);
        QCOMPARE(w.send(w.ada, same).status, OpStatus::Duplicate);
    }

    void aRequesterLearnsNothingInternalFromAConflict()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        const Op close = w.op(w.anna, id, SetState{State::Closed, {}});
        w.send(w.ada, id, w.words(QStringLiteral("We look into it")));
        w.send(w.ada, id, SetState{State::WaitingVendor, QStringLiteral("the vendor sleeps")});
        Op unseen = close;
        unseen.base = baseFor(unseen.payload, w.ticket(id));
        const wire::OpResult result = w.send(w.anna, unseen);
        QCOMPARE(result.status, OpStatus::Conflict);
        QCOMPARE(result.conflict->field, QStringLiteral("unseen"));
        QCOMPARE(result.conflict->theirs, QStringLiteral("in-progress"));
        QCOMPARE(result.conflict->theirsVersion,
                 w.ticket(id).versions.value(QStringLiteral("public-state")));
    }

    void aMessageWaitsForItsFileAndNeedsItsOwnCopy()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        Attachment file = w.file(w.bob, "bytes of bob's");
        AddMessage add = w.words(QStringLiteral("see the file"));
        add.attachments = {file};
        const Op op = w.op(w.anna, id, add);
        const Op after = w.op(w.anna, id, w.words(QStringLiteral("after it")));
        const auto results = w.exchange(w.anna, {op, after}).results;
        QCOMPARE(results[0].status, OpStatus::Retry);
        QCOMPARE(results[0].error.code, ErrorCode::NotFound);
        QCOMPARE(results[1].status, OpStatus::Retry);
        QCOMPARE(w.ticket(id).updatedAt, w.ticket(id).createdAt);
        w.file(w.anna, "bytes of bob's");
        const auto later = w.exchange(w.anna, {op, after}).results;
        QCOMPARE(later[0].status, OpStatus::Applied);
        QCOMPARE(later[1].status, OpStatus::Applied);
        add = w.words(QStringLiteral("lies"));
        file.size += 1;
        add.attachments = {file};
        QCOMPARE(w.send(w.anna, id, add).status, OpStatus::Rejected);
    }

    void anOpOfAnotherDeviceIsRefused()
    {
        World w;
        const auto id = w.ids.make<TicketId>();
        Op op = w.op(w.anna, id, w.report(w.anna));
        op.device = w.bob.device;
        QCOMPARE(w.exchange(w.anna, {op}).results[0].error.code, ErrorCode::Forbidden);
        wire::SyncRequest foreign = w.anna.request();
        foreign.device = w.bob.device;
        QCOMPARE(w.desk->sync(w.anna.caller(), foreign).error().code, ErrorCode::Forbidden);
        QCOMPARE(rows(w, QStringLiteral("ticket")), 0);
    }

    void aMessageIdIsTakenForAllTickets()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.anna);
        const AddMessage add = w.words(QStringLiteral("hello"));
        QCOMPARE(w.send(w.anna, one, add).status, OpStatus::Applied);
        const wire::OpResult twice = w.send(w.anna, two, add);
        QCOMPARE(twice.status, OpStatus::Rejected);
        QCOMPARE(twice.error.code, ErrorCode::Conflict);
    }

    void numbersCountUpAndARefusedReportTakesNone()
    {
        World w;
        QCOMPARE(w.ticket(w.reported(w.anna)).number, 1);
        w.send(w.anna, w.ids.make<TicketId>(), w.report(w.anna, QStringLiteral(" ")));
        QCOMPARE(w.ticket(w.reported(w.bob)).number, 2);
    }

    void aReportWaitsWhenNoQueueTakesIt()
    {
        World w(World::Place::Memory, false);
        w.anna = w.person("anna", Role::Employee, {});
        const Op op = w.op(w.anna, w.ids.make<TicketId>(), w.report(w.anna));
        QCOMPARE(w.send(w.anna, op).status, OpStatus::Retry);
        w.queue("First");
        QCOMPARE(w.send(w.anna, op).status, OpStatus::Applied);
    }

    void workOfferedAgainWaitsForATicketThatTheServerLost()
    {
        World w;
        const TicketId lost = w.ids.make<TicketId>();
        wire::SyncRequest request;
        request.device = w.ada.device;
        request.ops = {w.op(w.ada, lost, w.words(QStringLiteral("An answer"))),
                       w.op(w.ada, lost, SetState{State::Resolved, {}})};
        request.again = {request.ops[0].id};
        const auto before = w.desk->sync({w.ada.person.id, w.ada.device}, request);
        QVERIFY(before);
        QCOMPARE(before->results[0].status, OpStatus::DepFailed);
        QCOMPARE(before->results[1].status, OpStatus::DepFailed); // in its order, not refused
        // An answer that its author cannot read would be a fault, and everything in it asked again.
        const auto read = wire::decodeSyncResponse(wire::encode(*before));
        QVERIFY2(read, read ? "" : qPrintable(toLog(read.error())));
        QCOMPARE(read->results, before->results);
        // Its author comes back with the report.
        QCOMPARE(w.send(w.anna, lost, w.report(w.anna)).status, OpStatus::Applied);
        request.ops.removeLast();
        const auto after = w.desk->sync({w.ada.person.id, w.ada.device}, request);
        QVERIFY(after);
        QCOMPARE(after->results[0].status, OpStatus::Applied);
        // Without the mark an unknown ticket is a final answer.
        QCOMPARE(w.send(w.ada, w.ids.make<TicketId>(), w.words(QStringLiteral("x"))).status,
                 OpStatus::Rejected);
    }

    void whatIsWithdrawnNeverTakesEffectHoweverLateACopyComes()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        const qint64 messages = rows(w, QStringLiteral("message"));
        wire::SyncRequest request;
        request.device = w.anna.device;
        request.ops = {w.op(w.anna, id, w.words(QStringLiteral("Better not")))};
        request.withdrawn = {request.ops[0].id};
        const Caller anna{w.anna.person.id, w.anna.device};
        const auto withdrawn = w.desk->sync(anna, request);
        QVERIFY(withdrawn);
        QCOMPARE(withdrawn->results[0].status, OpStatus::Rejected);
        QCOMPARE(withdrawn->results[0].error.code, ErrorCode::Cancelled);
        request.withdrawn.clear(); // the first attempt, days late
        const auto late = w.desk->sync(anna, request);
        QVERIFY(late);
        QCOMPARE(late->results[0].status, OpStatus::Rejected);
        QCOMPARE(rows(w, QStringLiteral("message")), messages);
        // What took effect before says so.
        request.ops = {w.op(w.anna, id, w.words(QStringLiteral("Already said")))};
        QCOMPARE(w.desk->sync(anna, request)->results[0].status, OpStatus::Applied);
        request.withdrawn = {request.ops[0].id};
        QCOMPARE(w.desk->sync(anna, request)->results[0].status, OpStatus::Duplicate);
        QCOMPARE(rows(w, QStringLiteral("message")), messages + 1);
    }

    void aFailingDatabaseMeansComeAgainAndLeavesNothingBehind()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        const Op op = w.op(w.anna, id, w.words(QStringLiteral("words")));
        const qint64 messages = rows(w, QStringLiteral("message"));
        const qint64 entries = rows(w, QStringLiteral("feed_entry"));
        // Every statement of the op fails once.
        int failures = 0;
        for (int nth = 1;; ++nth) {
            int count = 0;
            bool failed = false;
            w.desk->store().database().faultHook = [&](const QString &) -> Done {
                if (++count != nth)
                    return {};
                failed = true;
                return fail(ErrorCode::StoreFull, QStringLiteral("planted"));
            };
            const Clerk::Decision decision =
                Clerk(w.desk->store()).decide(w.anna.person, op, w.clock.at);
            w.desk->store().database().faultHook = nullptr;
            if (!failed) {
                QCOMPARE(decision.result.status, OpStatus::Applied);
                break;
            }
            ++failures;
            QCOMPARE(decision.result.status, OpStatus::Retry);
            QCOMPARE(decision.result.error.code, ErrorCode::ServerFull);
            QCOMPARE(rows(w, QStringLiteral("message")), messages);
            QCOMPARE(rows(w, QStringLiteral("feed_entry")), entries);
        }
        QVERIFY(failures > 10);
        QCOMPARE(rows(w, QStringLiteral("message")), messages + 1);
        World::must(w.desk->store().audit().verify());
        World::must(w.desk->store().feeds().verify());
    }

    void theThreadKeepsItsOrderWhenTheClockGoesBack()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        const qint64 created = w.ticket(id).createdAt;
        w.clock.at -= 60'000;
        w.send(w.ada, id, w.words(QStringLiteral("Hello")));
        QVERIFY(w.ticket(id).updatedAt >= created);
    }

    void oldResultsAreForgottenOnlyWhenTheirDeviceHasThem()
    {
        World w;
        const TicketId id = w.reported(w.anna);
        const Op one = w.op(w.anna, id, w.words(QStringLiteral("one")));
        const Op two = w.op(w.anna, id, w.words(QStringLiteral("two")));
        w.exchange(w.anna, {one, two});
        wire::SyncRequest acknowledge = w.anna.request();
        acknowledge.ackThrough = one.deviceSeq;
        QVERIFY(w.desk->sync(w.anna.caller(), acknowledge));
        World::must(w.desk->tidy());
        QCOMPARE(w.send(w.anna, one).status, OpStatus::Duplicate);
        w.clock.at += limits::kResultsKeptMs + 1;
        World::must(w.desk->tidy());
        QVERIFY(!*w.desk->store().results().find(one.id));
        QCOMPARE(w.send(w.anna, two).status, OpStatus::Duplicate);
    }

    void somebodyInactiveIsNotServed()
    {
        World w;
        w.anna.person.active = false;
        World::must(w.desk->updatePerson(w.anna.person));
        QCOMPARE(w.desk->sync(w.anna.caller(), w.anna.request()).error().code,
                 ErrorCode::SignInNeeded);
    }

    void loginsAndQueueNamesAreUnique()
    {
        World w;
        Person twin = w.anna.person;
        twin.id = w.ids.make<PersonId>();
        twin.login = QStringLiteral(" ANNA ");
        QCOMPARE(w.desk->addPerson(twin).error().code, ErrorCode::Invalid);
        Queue queue = w.front;
        queue.id = w.ids.make<QueueId>();
        QCOMPARE(w.desk->addQueue(queue).error().code, ErrorCode::Invalid);
        queue = w.front;
        queue.active = false;
        QCOMPARE(w.desk->updateQueue(queue).error().code, ErrorCode::Invalid);
        World::must(w.desk->setIntakeQueue(w.back.id));
        World::must(w.desk->updateQueue(queue));
    }
};

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
