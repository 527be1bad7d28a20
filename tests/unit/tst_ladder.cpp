// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/model/bouncepaths.h"
#include "core/model/ladder.h"
#include "core/ops/apply.h"
#include "tests/support/fixedclock.h"

#include <QTest>

#include <algorithm>

using namespace vigie;

namespace {

constexpr qint64 kMinute = 60'000;

/// A ticket that is worked on by the same rules as on the server; the thread grows along.
struct Path {
    FixedClock clock;
    SeededRng rng{11};
    IdGenerator ids{clock, rng};
    QueueId desk = ids.make<QueueId>();
    QueueId field = ids.make<QueueId>();
    QueueId lab = ids.make<QueueId>();
    Person anna = person(QStringLiteral("Anna"), Role::Employee);
    Person ben = person(QStringLiteral("Ben"), Role::Admin);
    Person cleo = person(QStringLiteral("Cleo"), Role::Admin);
    TicketState state;
    QList<Message> thread;

    Path()
    {
        clock.at = 1'790'000'000'000;
        CreateTicket create;
        create.message = ids.make<MessageId>();
        create.title = QStringLiteral("VPN drops");
        create.kit.what = create.title;
        create.requester = anna.id;
        Op op = opOf(create);
        op.ticket = ids.make<TicketId>();
        run(op, anna);
    }
    Person person(const QString &name, Role role)
    {
        Person made;
        made.id = ids.make<PersonId>();
        made.name = name;
        made.role = role;
        return made;
    }
    Op opOf(const Payload &payload)
    {
        Op op;
        op.id = ids.make<OpId>();
        op.ticket = state.ticket.id;
        op.payload = payload;
        op.base = baseFor(payload, state.ticket);
        op.writtenAt = clock.at;
        return op;
    }
    void run(const Op &op, const Person &by, bool pending = false)
    {
        ApplyContext context;
        context.mode =
            pending ? ApplyContext::Mode::Optimistic : ApplyContext::Mode::Authoritative;
        context.actor = actorOf(by);
        context.now = clock.at;
        context.intakeQueue = desk;
        context.queueExists = [](const QueueId &) { return true; };
        context.person = [this](const PersonId &id) -> std::optional<Person> {
            for (const Person &one : {anna, ben, cleo}) {
                if (one.id == id)
                    return one;
            }
            return std::nullopt;
        };
        const Outcome out = apply(state, op, context);
        QVERIFY2(out.verdict == Verdict::Applied, qPrintable(toLog(out.error)));
        state = out.state;
        thread += out.messages;
    }
    void after(int minutes, const Person &by, const Payload &payload, bool pending = false)
    {
        clock.at += minutes * kMinute;
        run(opOf(payload), by, pending);
    }
    void take(int minutes, const Person &by)
    {
        after(minutes, by, SetField{QStringLiteral("owner"), by.id.text()});
    }
    void note(int minutes, const Person &by, const char *words)
    {
        AddMessage add;
        add.message = ids.make<MessageId>();
        add.kind = MessageKind::Note;
        add.body = QString::fromUtf8(words);
        after(minutes, by, add);
    }
    void queue(int minutes, const Person &by, const QueueId &to)
    {
        after(minutes, by, SetField{QStringLiteral("queue"), to.text()});
    }
    [[nodiscard]] Ladder ladder() const { return ladderOf(state.ticket, thread, clock.at); }
};

QString words(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestLadder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTicketThatNeverMovedHasOneStage()
    {
        Path path;
        path.take(5, path.ben);
        path.clock.at += 10 * kMinute;
        const Ladder ladder = path.ladder();
        QCOMPARE(ladder.stages.size(), 1);
        const LadderStage &only = ladder.stages.first();
        QCOMPARE(only.level, Level::L1);
        QCOMPARE(only.queue, path.desk);
        QCOMPARE(only.owners, QStringList{words("Ben")});
        QCOMPARE(only.to, 0);
        QCOMPARE(only.stayMs, 15 * kMinute);
        QCOMPARE(only.workedMs, 10 * kMinute);
        QVERIFY(only.passedBy.isEmpty());
        QCOMPARE(only.said.size(), 1); // the report
        QCOMPARE(ladder.transfers, 0);
        QVERIFY(!stageBefore(ladder));
        QCOMPARE(lastBounce(ladder), -1);
    }

    void everyStageSaysWhoWhyAndHowLong()
    {
        Path path;
        path.take(5, path.ben);
        path.note(3, path.ben, "restarted the tunnel");
        path.after(2, path.ben, Escalate{Level::L2, {}, words("no rights")});
        path.take(20, path.cleo);
        path.after(10, path.cleo, Escalate{Level::L3, path.lab, words("needs a trace")});
        path.clock.at += 7 * kMinute;
        const Ladder ladder = path.ladder();
        QCOMPARE(ladder.stages.size(), 3);
        QCOMPARE(ladder.transfers, 2);
        QCOMPARE(ladder.transfers, path.state.ticket.transfers);
        QCOMPARE(ladder.bounces, 0);
        QCOMPARE(ladder.stages[0].stayMs, 10 * kMinute);
        QCOMPARE(ladder.stages[0].workedMs, 5 * kMinute);
        QCOMPARE(ladder.stages[0].said.size(), 2);
        QCOMPARE(ladder.stages[1].level, Level::L2);
        QCOMPARE(ladder.stages[1].queue, path.desk);
        QCOMPARE(ladder.stages[1].passedBy, words("Ben"));
        QCOMPARE(ladder.stages[1].passedById, path.ben.id);
        QCOMPARE(ladder.stages[1].reason, words("no rights"));
        QCOMPARE(ladder.stages[1].owners, QStringList{words("Cleo")});
        QCOMPARE(ladder.stages[1].stayMs, 30 * kMinute);
        QCOMPARE(ladder.stages[1].workedMs, 10 * kMinute);
        QCOMPARE(ladder.stages[2].queue, path.lab);
        QVERIFY(ladder.stages[2].owners.isEmpty());
        QCOMPARE(ladder.stages[2].stayMs, 7 * kMinute);
        QCOMPARE(stageBefore(ladder)->level, Level::L2);
        // The requester's contact is still the first who took it.
        QCOMPARE(path.state.ticket.contactName, words("Ben"));
        QCOMPARE(ladder.contactChanges, 0);
    }

    void waitingForSomebodyElseIsNoWork()
    {
        Path path;
        path.take(1, path.ben);
        path.after(4, path.ben, SetState{State::WaitingVendor, {}});
        path.after(60, path.ben, SetState{State::Open, {}});
        path.clock.at += 2 * kMinute;
        QCOMPARE(path.ladder().stages.first().workedMs, 6 * kMinute);
        QCOMPARE(path.ladder().stages.first().stayMs, 67 * kMinute);
    }

    void theLastStayEndsWithTheWork()
    {
        Path path;
        path.take(1, path.ben);
        Op solve = path.opOf(SetState{State::Resolved, {}});
        solve.seenThrough = path.state.thread.first().id;
        path.clock.at += 9 * kMinute;
        path.run(solve, path.ben);
        path.clock.at += 500 * kMinute;
        QCOMPARE(path.ladder().stages.first().stayMs, 10 * kMinute);
        QCOMPARE(path.ladder().stages.first().workedMs, 9 * kMinute);
    }

    void comingBackToAQueueIsABounce()
    {
        Path path;
        path.queue(5, path.ben, path.field);
        path.queue(50, path.cleo, path.desk);
        path.queue(50, path.ben, path.lab);
        path.queue(50, path.cleo, path.field);
        const Ladder ladder = path.ladder();
        QCOMPARE(ladder.transfers, 4);
        QCOMPARE(ladder.bounces, 2);
        QVERIFY(ladder.stages[2].bounced && ladder.stages[4].bounced);
        QVERIFY(!ladder.stages[3].bounced);
        QCOMPARE(lastBounce(ladder), 4);
        QCOMPARE(path.state.ticket.transfers, 4);
    }

    void fallingBackALevelInTheSameQueueIsABounce()
    {
        Path path;
        path.after(5, path.ben, Escalate{Level::L2, {}, {}});
        path.after(30, path.cleo, Escalate{Level::L1, {}, words("ask her first")});
        path.after(30, path.ben, Escalate{Level::L3, {}, {}});
        path.after(30, path.cleo, Escalate{Level::L2, {}, words("not yet")});
        path.after(30, path.ben, Escalate{Level::L3, {}, {}});
        const Ladder ladder = path.ladder();
        QCOMPARE(ladder.transfers, 5);
        QCOMPARE(ladder.bounces, 2); // up again is no way back
        QVERIFY(ladder.stages[2].bounced);
        QCOMPARE(lastBounce(ladder), 4);
        QCOMPARE(ladder.stages[4].reason, words("not yet"));
    }

    void whatWasTakenBackAtOnceNeverHappened()
    {
        Path path;
        path.after(5, path.ben, Escalate{Level::L2, path.field, words("oops")});
        path.after(1, path.ben, Escalate{Level::L1, path.desk, {}});
        QCOMPARE(path.ladder().stages.size(), 1);
        QCOMPARE(path.ladder().transfers, 0);
        // Handed back by somebody else, or with a reason, it did happen.
        path.after(5, path.ben, Escalate{Level::L2, {}, {}});
        path.after(1, path.ben, Escalate{Level::L1, {}, words("found it myself")});
        QCOMPARE(path.ladder().transfers, 2);
        path.after(5, path.ben, Escalate{Level::L2, {}, {}});
        path.after(1, path.cleo, Escalate{Level::L1, {}, {}});
        QCOMPARE(path.ladder().transfers, 4);
    }

    void anOwnerLeavesWithAChangeOfQueueOnlyWhereTheTicketSaysSo()
    {
        Path path;
        path.take(1, path.ben); // an admin works in every queue and keeps it
        path.queue(9, path.ben, path.field);
        path.clock.at += 5 * kMinute;
        QCOMPARE(path.ladder().stages[1].owners, QStringList{words("Ben")});
        QCOMPARE(path.ladder().stages[1].workedMs, 5 * kMinute);
        path.state.ticket.owner = PersonId();
        path.state.ticket.ownerName.clear();
        QVERIFY(path.ladder().stages[1].owners.isEmpty());
        QCOMPARE(path.ladder().stages[1].workedMs, 0);
    }

    void equalMomentsAndAnyOrderGiveTheSameLadder()
    {
        Path path;
        for (int i = 2; i <= 4; ++i)
            path.after(0, path.ben, Escalate{Level(i), i == 3 ? path.field : QueueId(), {}});
        path.queue(0, path.ben, path.lab);
        path.take(0, path.cleo);
        path.clock.at += 3 * kMinute;
        const Ladder ladder = path.ladder();
        QCOMPARE(ladder.stages.size(), 5);
        QCOMPARE(ladder.stages[2].level, Level::L3);
        QCOMPARE(ladder.stages[2].queue, path.field);
        QCOMPARE(ladder.stages[3].level, Level::L4);
        QCOMPARE(ladder.stages[4].queue, path.lab);
        for (int round = 0; round < 50; ++round) {
            for (qsizetype i = path.thread.size() - 1; i > 0; --i)
                path.thread.swapItemsAt(i, qsizetype(path.rng.below(quint64(i) + 1)));
            QCOMPARE(path.ladder(), ladder);
        }
    }

    void damagedUnknownForeignAndDoubledEventsChangeNothing()
    {
        Path path;
        path.take(1, path.ben);
        path.after(4, path.ben, Escalate{Level::L2, path.field, words("why")});
        const Ladder sound = path.ladder();
        const auto odd = [&](const char *event, const QMap<QString, QString> &params) {
            Message message = path.thread.constLast();
            message.id = path.ids.make<MessageId>();
            message.event = QString::fromLatin1(event);
            message.params = params;
            return message;
        };
        const QString from = words("from");
        const QString to = words("to");
        QList<Message> damaged = path.thread;
        damaged << odd("moon", {{to, words("L3")}}) << odd("escalate", {{to, words("L9")}})
                << odd("escalate", {}) << odd("queue", {{from, words("x")}, {to, words("nowhere")}})
                << odd("state", {{to, words("dancing")}}) << path.thread;
        Message foreign = odd("escalate", {{from, words("L2")}, {to, words("L4")}});
        foreign.ticket = path.ids.make<TicketId>();
        damaged << foreign;
        QCOMPARE(ladderOf(path.state.ticket, damaged, path.clock.at), sound);
        QCOMPARE(ladderOf(path.state.ticket, {}, path.clock.at).stages.size(), 1);
        QCOMPARE(ladderOf({}, path.thread, 0).stages.size(), 1);
    }

    void theTicketIsRightWhereItsLastEventSaysSomethingElse()
    {
        Path path;
        path.after(4, path.ben, Escalate{Level::L2, path.field, {}});
        path.state.ticket.level = Level::L3;
        path.state.ticket.queue = path.lab;
        const Ladder ladder = path.ladder();
        QCOMPARE(ladder.stages.last().level, Level::L3);
        QCOMPARE(ladder.stages.last().queue, path.lab);
        QCOMPARE(ladder.stages.first().queue, path.desk);
    }

    void earlierVersionsDidNotSayWhichQueueAnEscalationLedTo()
    {
        Path path;
        path.after(4, path.ben, Escalate{Level::L2, path.field, {}});
        for (Message &message : path.thread) {
            message.params.remove(words("fromQueue"));
            message.params.remove(words("toQueue"));
        }
        path.queue(10, path.cleo, path.desk);
        const Ladder ladder = path.ladder();
        QCOMPARE(ladder.stages.size(), 3);
        QCOMPARE(ladder.stages[1].queue, path.field);
        QCOMPARE(ladder.stages[2].queue, path.desk);
    }

    void whatWaitsToBeSentStandsAtTheEndAndSaysSo()
    {
        Path path;
        path.after(30, path.ben, Escalate{Level::L2, {}, {}});
        path.clock.at -= 20 * kMinute; // the device's clock is behind
        path.after(0, path.cleo, Escalate{Level::L3, path.lab, words("offline")}, true);
        path.clock.at += 60 * kMinute;
        const Ladder ladder = path.ladder();
        QCOMPARE(ladder.stages.size(), 3);
        QVERIFY(!ladder.stages[1].waiting);
        QVERIFY(ladder.stages[2].waiting);
        QCOMPARE(ladder.stages[2].reason, words("offline"));
        QVERIFY(ladder.stages[2].from >= ladder.stages[1].from);
        QVERIFY(ladder.stages[1].stayMs >= 0);
    }

    void escalatingAtTheTopIsNoTransfer()
    {
        Path path;
        path.after(1, path.ben, Escalate{Level::L4, {}, {}});
        path.after(1, path.ben, Escalate{Level::L4, {}, words("again")});
        QCOMPARE(path.ladder().transfers, 1);
        QCOMPARE(path.state.ticket.transfers, 1);
        path.after(1, path.ben, Escalate{Level::L4, path.lab, {}});
        QCOMPARE(path.ladder().transfers, 2);
        QCOMPARE(path.state.ticket.transfers, 2);
    }

    void theWorstWayIsTheOneThatTookTheLongest()
    {
        BounceCount count;
        for (qint64 number = 1; number <= 3; ++number) { // often, but short
            Path path;
            path.queue(1, path.ben, path.field);
            path.queue(10, path.ben, path.desk);
            count.add(number, path.ladder());
        }
        Path slow;
        slow.queue(1, slow.ben, slow.lab);
        slow.queue(600, slow.ben, slow.field);
        slow.queue(600, slow.ben, slow.desk);
        BounceCount other;
        other.add(9, slow.ladder());
        Path never;
        never.queue(1, never.ben, never.lab);
        other.add(10, never.ladder());
        other.add(0, slow.ladder()); // without a number it cannot be named
        count.add(other);
        QCOMPARE(count.tickets(), 5);
        QCOMPARE(count.bounced(), 4);
        const QList<BouncePath> worst = count.worst();
        QCOMPARE(worst.size(), 2);
        QCOMPARE(worst[0].tickets, QList<qint64>{9});
        QCOMPARE(worst[0].times, 1);
        QCOMPARE(worst[0].awayMs, 1200 * kMinute);
        QCOMPARE(worst[0].places.size(), 4);
        QCOMPARE(worst[0].places[1].queue, slow.lab);
        QCOMPARE(worst[0].places.first(), worst[0].places.last());
        QCOMPARE(worst[1].tickets, (QList<qint64>{1, 2, 3}));
        QCOMPARE(worst[1].times, 3);
        QCOMPARE(worst[1].awayMs, 30 * kMinute);
    }

    void aTicketThatBouncesTwiceOnOneWayIsNamedOnce()
    {
        Path path;
        for (int i = 0; i < 2; ++i) {
            path.queue(10, path.ben, path.field);
            path.queue(10, path.ben, path.desk);
        }
        BounceCount count;
        count.add(7, path.ladder());
        QVERIFY(!count.worst().isEmpty());
        for (const BouncePath &one : count.worst())
            QCOMPARE(one.tickets, QList<qint64>{7});
        QCOMPARE(count.bounced(), 1);
    }

    void aVeryLongWayKeepsItsEnds()
    {
        Path path;
        QList<QueueId> queues;
        for (int i = 0; i < 9; ++i)
            queues.append(path.ids.make<QueueId>());
        for (const QueueId &queue : std::as_const(queues))
            path.queue(10, path.ben, queue);
        path.queue(10, path.ben, path.desk);
        BounceCount count;
        count.add(7, path.ladder());
        const BouncePath worst = count.worst().value(0);
        QCOMPARE(worst.places.size(), BounceCount::kMostPlaces);
        QCOMPARE(worst.places.first().queue, path.desk);
        QCOMPARE(worst.places.last().queue, path.desk);
    }

    void anotherContactIsCounted()
    {
        Path path;
        path.take(1, path.ben);
        path.after(1, path.ben, SetField{words("contact"), path.cleo.id.text()});
        QCOMPARE(path.ladder().contactChanges, 1);
    }
};

QTEST_APPLESS_MAIN(TestLadder)
#include "tst_ladder.moc"
