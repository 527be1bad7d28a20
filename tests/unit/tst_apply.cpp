// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/base/rng.h"
#include "core/model/codec.h"
#include "core/model/lifecycle.h"
#include "core/model/ticketfields.h"
#include "core/ops/apply.h"
#include "core/ops/inverse.h"
#include "core/ops/opcodec.h"

#include <QTest>

using namespace vigie;

namespace {

class FixedClock final : public Clock
{
public:
    qint64 at = 1'700'000'000'000;
    qint64 nowMs() const override { return at; }
    qint64 monotonicMs() const override { return at; }
};

/// A queue with two agents and one employee, and a server's view of the world.
struct World {
    FixedClock clock;
    SeededRng rng{1};
    IdGenerator ids{clock, rng};
    QueueId queue = ids.make<QueueId>();
    Person anna;
    Person ben;
    Person cleo;
    DeviceId device = ids.make<DeviceId>();

    World()
    {
        anna = person(QStringLiteral("Anna"), Role::Employee);
        ben = person(QStringLiteral("Ben"), Role::Agent);
        cleo = person(QStringLiteral("Cleo"), Role::Agent);
    }
    Person person(const QString &name, Role role)
    {
        Person made;
        made.id = ids.make<PersonId>();
        made.login = made.name = name;
        made.role = role;
        if (role != Role::Employee)
            made.queues = {queue};
        return made;
    }
    ApplyContext server(const Person &who)
    {
        ApplyContext context;
        context.mode = ApplyContext::Mode::Authoritative;
        context.actor = actorOf(who);
        context.now = ++clock.at;
        context.intakeQueue = queue;
        context.nextNumber = 7;
        context.queueExists = [this](const QueueId &id) { return id == queue; };
        context.person = [this](const PersonId &id) -> std::optional<Person> {
            for (const Person &known : {anna, ben, cleo}) {
                if (known.id == id)
                    return known;
            }
            return std::nullopt;
        };
        return context;
    }
    /// The same on that person's own computer.
    ApplyContext client(const Person &who)
    {
        ApplyContext context = server(who);
        context.mode = ApplyContext::Mode::Optimistic;
        return context;
    }
    Op op(const TicketId &ticket, Payload payload, const Ticket &seen = {})
    {
        Op made;
        made.id = ids.make<OpId>();
        made.device = device;
        made.ticket = ticket;
        made.base = baseFor(payload, seen);
        made.payload = std::move(payload);
        made.writtenAt = clock.at;
        return made;
    }
    TicketState reported(const TicketId &id)
    {
        CreateTicket create;
        create.message = ids.make<MessageId>();
        create.title = QStringLiteral("Printer prints blank pages");
        create.kit.what = QStringLiteral("Blank pages since this morning");
        create.requester = anna.id;
        return apply({}, op(id, create), server(anna)).state;
    }
    AddMessage reply(const QString &body)
    {
        AddMessage add;
        add.message = ids.make<MessageId>();
        add.body = body;
        return add;
    }
};

} // namespace

class TestApply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportBecomesATicketWithAFirstMessage()
    {
        World w;
        const TicketState state = w.reported(w.ids.make<TicketId>());
        QVERIFY(state.exists);
        QCOMPARE(state.ticket.number, 7);
        QCOMPARE(state.ticket.publicState, PublicState::Received);
        QCOMPARE(state.ticket.queue, w.queue);
        QCOMPARE(state.thread.size(), 1);
        QCOMPARE(state.thread[0].kind, MessageKind::Report);
    }

    void theFirstAgentWhoTakesBecomesTheNamedContactAndStaysIt()
    {
        World w;
        TicketState state = w.reported(w.ids.make<TicketId>());
        const TicketId id = state.ticket.id;
        Outcome taken = apply(state, w.op(id, SetField{QStringLiteral("owner"), w.ben.id.text()}, state.ticket),
                              w.server(w.ben));
        QCOMPARE(taken.verdict, Verdict::Applied);
        QCOMPARE(taken.state.ticket.contactName, QStringLiteral("Ben"));
        QVERIFY(taken.publicChange);
        const Outcome passed =
            apply(taken.state, w.op(id, SetField{QStringLiteral("owner"), w.cleo.id.text()}, taken.state.ticket),
                  w.server(w.cleo));
        QCOMPARE(passed.state.ticket.ownerName, QStringLiteral("Cleo"));
        QCOMPARE(passed.state.ticket.contactName, QStringLiteral("Ben"));
        QVERIFY(!passed.publicChange);
    }

    void theSecondOfTwoTakersIsToldWhoWasFirst()
    {
        World w;
        const TicketState state = w.reported(w.ids.make<TicketId>());
        const Op bens = w.op(state.ticket.id, SetField{QStringLiteral("owner"), w.ben.id.text()}, state.ticket);
        const Op cleos = w.op(state.ticket.id, SetField{QStringLiteral("owner"), w.cleo.id.text()}, state.ticket);
        const Outcome first = apply(state, bens, w.server(w.ben));
        const Outcome second = apply(first.state, cleos, w.server(w.cleo));
        QCOMPARE(second.verdict, Verdict::Conflict);
        QCOMPARE(second.conflict->theirs, w.ben.id.text());
    }

    void givingBackLosesAgainstAnAssignmentNobodySawAndSaysSo()
    {
        World w;
        const TicketState state = w.reported(w.ids.make<TicketId>());
        const TicketId id = state.ticket.id;
        const Op give = w.op(id, SetField{QStringLiteral("owner"), QString()}, state.ticket);
        const Op take = w.op(id, SetField{QStringLiteral("owner"), w.cleo.id.text()}, state.ticket);
        const Outcome taken = apply(state, take, w.server(w.cleo));
        const Outcome given = apply(taken.state, give, w.server(w.ben));
        QCOMPARE(given.verdict, Verdict::Merged);
        QCOMPARE(given.state.ticket.owner, w.cleo.id);
        QVERIFY(given.conflict);
        QCOMPARE(given.conflict->theirs, w.cleo.id.text());
        // Nothing to say where there was nobody.
        const Outcome nobody = apply(state, give, w.server(w.ben));
        QCOMPARE(nobody.verdict, Verdict::Merged);
        QVERIFY(!nobody.conflict);
    }

    void aMessageKnowsHowManyItsAuthorHadNotSeen()
    {
        World w;
        TicketState state = w.reported(w.ids.make<TicketId>());
        const TicketId id = state.ticket.id;
        Op reply = w.op(id, w.reply(QStringLiteral("Try the other cable")));
        reply.seenThrough = state.thread[0].id;
        QCOMPARE(apply(state, reply, w.server(w.ben)).messages.first().crossed, 0);

        AddMessage note = w.reply(QStringLiteral("internal"));
        note.kind = MessageKind::Note;
        state = apply(state, w.op(id, w.reply(QStringLiteral("Now it smells"))), w.server(w.anna)).state;
        state = apply(state, w.op(id, note), w.server(w.cleo)).state;
        state = apply(state, w.op(id, w.reply(QStringLiteral("And smokes"))), w.server(w.anna)).state;
        // An answer is held until its author has read what was said meanwhile.
        const Outcome held = apply(state, reply, w.server(w.ben));
        QCOMPARE(held.verdict, Verdict::Conflict);
        QCOMPARE(held.conflict->field, QStringLiteral("unseen"));
        QCOMPARE(held.conflict->theirsBy, w.anna.name);
        QVERIFY(held.messages.isEmpty());
        // Where it was written it stays in sight.
        QCOMPARE(apply(state, reply, w.client(w.ben)).messages.first().crossed, 2);
        // Notes are told nothing of it, and hold nothing up.
        AddMessage another = note;
        another.message = w.ids.make<MessageId>();
        Op aside = w.op(id, another);
        aside.seenThrough = state.thread[0].id;
        QCOMPARE(apply(state, aside, w.server(w.ben)).verdict, Verdict::Applied);
        // Requesters are always heard. Notes are not counted: they read the number too.
        state = apply(state, w.op(id, w.reply(QStringLiteral("Which cable?"))), w.server(w.cleo)).state;
        Op annas = w.op(id, w.reply(QStringLiteral("It burns")));
        annas.seenThrough = state.thread[0].id;
        QCOMPARE(apply(state, annas, w.server(w.anna)).messages.first().crossed, 1);
        // Own messages are no surprise, and who does not say what they saw is not judged.
        QCOMPARE(apply(state, w.op(id, w.reply(QStringLiteral("?"))), w.server(w.ben)).messages.first().crossed, 0);
        Op alone = w.op(id, w.reply(QStringLiteral("Help")));
        alone.seenThrough = state.thread.last().id;
        QCOMPARE(apply(state, alone, w.server(w.anna)).messages.first().crossed, 0);
    }

    void resolvingIsHeldWhenTheRequesterWroteSomethingUnseen()
    {
        World w;
        TicketState state = w.reported(w.ids.make<TicketId>());
        const TicketId id = state.ticket.id;
        Op resolve = w.op(id, SetState{State::Resolved, {}}, state.ticket);
        resolve.seenThrough = state.thread[0].id;
        state = apply(state, w.op(id, w.reply(QStringLiteral("Still broken!"))), w.server(w.anna)).state;
        const Outcome held = apply(state, resolve, w.server(w.ben));
        QCOMPARE(held.verdict, Verdict::Conflict);
        QCOMPARE(held.conflict->field, QStringLiteral("unseen"));
        QCOMPARE(held.conflict->theirsBy, QStringLiteral("Anna"));
    }

    void myOwnReplyDoesNotHideAMessageThatArrivedMeanwhile()
    {
        World w;
        TicketState state = w.reported(w.ids.make<TicketId>());
        const TicketId id = state.ticket.id;
        state = apply(state, w.op(id, SetField{QStringLiteral("owner"), w.ben.id.text()}, state.ticket),
                      w.server(w.ben)).state;
        const MessageId seen = state.thread[0].id;
        Op reply = w.op(id, w.reply(QStringLiteral("Try again")));
        Op resolve = w.op(id, SetState{State::Resolved, {}}, state.ticket);
        resolve.seenThrough = seen;
        state = apply(state, w.op(id, w.reply(QStringLiteral("No!"))), w.server(w.anna)).state;
        state = apply(state, reply, w.server(w.ben)).state;
        QCOMPARE(apply(state, resolve, w.server(w.ben)).verdict, Verdict::Conflict);
    }

    void waitingForAVendorIsInProgressToTheRequester()
    {
        World w;
        TicketState state = w.reported(w.ids.make<TicketId>());
        const TicketId id = state.ticket.id;
        state = apply(state, w.op(id, SetState{State::Open, {}}, state.ticket), w.server(w.ben)).state;
        const Outcome out = apply(state, w.op(id, SetState{State::WaitingVendor, {}}, state.ticket), w.server(w.ben));
        QCOMPARE(out.verdict, Verdict::Applied);
        QCOMPARE(out.state.ticket.publicState, PublicState::InProgress);
        QVERIFY(!out.publicChange);
        const Ticket face = forRequester(out.state.ticket, w.anna.id);
        QCOMPARE(face.state, State::Open);
        QVERIFY(face.queue.isNull());
        QVERIFY(!face.versions.contains(QStringLiteral("state")));
    }

    void escalationIsNeverRefusedAndKeepsTheContact()
    {
        World w;
        TicketState state = w.reported(w.ids.make<TicketId>());
        const TicketId id = state.ticket.id;
        state = apply(state, w.op(id, SetField{QStringLiteral("owner"), w.ben.id.text()}, state.ticket), w.server(w.ben)).state;
        for (int level = 2; level <= 5; ++level) {
            const Outcome out = apply(state, w.op(id, Escalate{above(state.ticket.level), {}, {}}), w.server(w.cleo));
            QCOMPARE(out.verdict, Verdict::Applied);
            QCOMPARE(out.state.ticket.contactName, QStringLiteral("Ben"));
            QVERIFY(!out.publicChange);
            state = out.state;
        }
        QCOMPARE(state.ticket.level, Level::L4);
        QCOMPARE(state.ticket.transfers, 3); // once more at the top is none
    }

    void anEscalationSaysFromWhichQueueToWhichOne()
    {
        World w;
        const TicketState state = w.reported(w.ids.make<TicketId>());
        const auto paramsOf = [&](const Escalate &escalate) {
            const Outcome out =
                apply(state, w.op(state.ticket.id, escalate), w.server(w.ben));
            QMap<QString, QString> params;
            for (const Message &message : out.messages) {
                if (message.event == QLatin1String("escalate"))
                    params = message.params;
            }
            return params;
        };
        const QString from = QStringLiteral("fromQueue");
        const QString to = QStringLiteral("toQueue");
        const QueueId here = state.ticket.queue;
        const QueueId there = w.ids.make<QueueId>();
        ApplyContext anyQueue = w.server(w.ben);
        anyQueue.queueExists = [](const QueueId &) { return true; };
        const Outcome moved =
            apply(state, w.op(state.ticket.id, Escalate{Level::L1, there, {}}), anyQueue);
        QCOMPARE(moved.state.ticket.transfers, 1); // the level alone does not make it
        QCOMPARE(moved.messages.first().params.value(from), here.text());
        QCOMPARE(moved.messages.first().params.value(to), there.text());
        QVERIFY(!paramsOf({Level::L2, {}, {}}).contains(to));
        QVERIFY(!paramsOf({Level::L2, here, {}}).contains(from));
    }

    void employeesCannotDoAgentThings_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < 6; ++i)
            QTest::addRow("%d", i) << i;
    }
    void employeesCannotDoAgentThings()
    {
        QFETCH(int, which);
        World w;
        const TicketState state = w.reported(w.ids.make<TicketId>());
        AddMessage note = w.reply(QStringLiteral("x"));
        note.kind = MessageKind::Note;
        const QList<Payload> forbidden{SetField{QStringLiteral("impact"), QStringLiteral("company")},
                                       Escalate{Level::L2, {}, {}},
                                       EditTags{{QStringLiteral("vip")}, {}},
                                       note,
                                       SetState{State::Resolved, {}},
                                       Rate{5, {}}};
        const Outcome out = apply(state, w.op(state.ticket.id, forbidden[which], state.ticket), w.server(w.anna));
        QCOMPARE(out.verdict, Verdict::Rejected);
        QCOMPARE(out.error.code, ErrorCode::Forbidden);
    }

    void somebodyElsesTicketDoesNotExistForAnEmployee()
    {
        World w;
        const TicketState state = w.reported(w.ids.make<TicketId>());
        const Person other = w.person(QStringLiteral("Otto"), Role::Employee);
        const Outcome out = apply(state, w.op(state.ticket.id, w.reply(QStringLiteral("hi"))), w.server(other));
        QCOMPARE(out.error.code, ErrorCode::NotFound);
    }

    void staleFieldWritesBecomeConflictsAndEqualOnesMerge()
    {
        World w;
        const TicketState state = w.reported(w.ids.make<TicketId>());
        const QString field = QStringLiteral("title");
        const Op mine = w.op(state.ticket.id, SetField{field, QStringLiteral("A")}, state.ticket);
        const Op theirs = w.op(state.ticket.id, SetField{field, QStringLiteral("B")}, state.ticket);
        const Op same = w.op(state.ticket.id, SetField{field, QStringLiteral("A")}, state.ticket);
        const TicketState after = apply(state, mine, w.server(w.ben)).state;
        const Outcome conflict = apply(after, theirs, w.server(w.cleo));
        QCOMPARE(conflict.verdict, Verdict::Conflict);
        QCOMPARE(conflict.conflict->theirs, QStringLiteral("A"));
        QCOMPARE(conflict.state.ticket.title, QStringLiteral("A"));
        QCOMPARE(apply(after, same, w.server(w.cleo)).verdict, Verdict::Merged);
    }

    void aReminderStaysWhileItIsWaitedForAndGoesWhenTheWorkGoesOn()
    {
        World w;
        TicketState state = w.reported(w.ids.make<TicketId>());
        const TicketId id = state.ticket.id;
        const QString field = QStringLiteral("pending-until");
        const auto move = [&](State to) {
            Op op = w.op(id, SetState{to, {}}, state.ticket);
            op.seenThrough = state.thread.constFirst().id;
            const Outcome out = apply(state, op, w.server(w.ben));
            QVERIFY(out.verdict == Verdict::Applied);
            state = out.state;
        };
        const Op remind = w.op(id, SetField{field, QStringLiteral("1900000000000")}, state.ticket);
        const Ticket before = state.ticket;
        const Outcome out = apply(state, remind, w.server(w.ben));
        QCOMPARE(out.verdict, Verdict::Applied);
        QVERIFY(!out.publicChange);
        state = out.state;
        QCOMPARE(state.ticket.pendingUntil, 1'900'000'000'000);
        QCOMPARE(fieldValue(state.ticket, field), QStringLiteral("1900000000000"));
        // Taking it back.
        const auto back = inverseOf(remind, before);
        QVERIFY(back);
        QCOMPARE(apply(state, w.op(id, *back, state.ticket), w.server(w.ben)).state.ticket.pendingUntil, 0);
        for (const State still : {State::Open, State::WaitingVendor, State::Scheduled, State::Closed}) {
            move(still);
            QCOMPARE(state.ticket.pendingUntil, 1'900'000'000'000);
        }
        move(State::Open);
        QCOMPARE(state.ticket.pendingUntil, 0);
        QCOMPARE(state.ticket.versions.value(field), 2);
        // Undo of going on: it is waited for again, and whoever waits is reminded.
        Ticket waiting = state.ticket;
        waiting.state = State::WaitingVendor;
        waiting.pendingUntil = 1'900'000'000'000;
        const auto again = inverseOf(w.op(id, SetState{State::Open, {}}, waiting), waiting);
        QVERIFY(again);
        Op undo = w.op(id, *again, state.ticket);
        undo.seenThrough = state.thread.constFirst().id;
        const Outcome undone = apply(state, undo, w.server(w.ben));
        QCOMPARE(undone.verdict, Verdict::Applied);
        QCOMPARE(undone.state.ticket.state, State::WaitingVendor);
        QCOMPARE(undone.state.ticket.pendingUntil, 1'900'000'000'000);
        QCOMPARE(decodeOp(encodeOp(undo))->payload, undo.payload);
        // A requester reopens, and decides nothing about reminders.
        Op reopen = w.op(id, SetState{State::Closed, {}, 1'900'000'000'000}, state.ticket);
        QCOMPARE(apply(state, reopen, w.server(w.anna)).verdict, Verdict::Rejected);
        for (const char *wrong : {"0", "-5", "tomorrow", "253402300800000", "99999999999999999999"}) {
            const Op op = w.op(id, SetField{field, QLatin1String(wrong)}, state.ticket);
            QCOMPARE(apply(state, op, w.server(w.ben)).verdict, Verdict::Rejected);
        }
    }

    void timeWorkedAddsUpWhoeverKnewOfWhat()
    {
        World w;
        const TicketState seen = w.reported(w.ids.make<TicketId>());
        const TicketId id = seen.ticket.id;
        const QString day = QStringLiteral("2026-11-27");
        const Op bens = w.op(id, LogWork{1'500, day, QStringLiteral("on site")}, seen.ticket);
        const Op cleos = w.op(id, LogWork{600, day, {}}, seen.ticket);
        TicketState state = seen;
        for (const auto &[op, who] : {std::pair(bens, w.ben), std::pair(cleos, w.cleo)}) {
            const Outcome out = apply(state, op, w.server(who));
            QCOMPARE(out.verdict, Verdict::Applied);
            QVERIFY(!out.publicChange);
            QCOMPARE(out.messages.size(), 1);
            QCOMPARE(out.messages.first().event, QStringLiteral("work"));
            QCOMPARE(out.messages.first().visibility, Visibility::Internal);
            state = out.state;
        }
        QCOMPARE(state.ticket.workedSeconds, 2'100);
        // Exactly Ben's goes, whatever came after it.
        const auto back = inverseOf(bens, seen.ticket);
        QVERIFY(back);
        state = apply(state, w.op(id, *back, state.ticket), w.server(w.ben)).state;
        QCOMPARE(state.ticket.workedSeconds, 600);
        for (const LogWork &wrong :
             {LogWork{0, day, {}}, LogWork{86'401, day, {}}, LogWork{-86'401, day, {}},
              LogWork{60, QStringLiteral("2026-02-30"), {}}, LogWork{60, {}, {}},
              LogWork{60, day, QString(501, QLatin1Char('x'))}}) {
            const Op op = w.op(id, wrong, state.ticket);
            QCOMPARE(apply(state, op, w.server(w.ben)).verdict, Verdict::Rejected);
            QVERIFY(!decodeOp(encodeOp(op)));
        }
        QCOMPARE(forRequester(state.ticket, w.anna.id).workedSeconds, 0);
    }

    void nobodyIsLiveForLongerThanAnHour()
    {
        World w;
        CreateTicket create;
        create.message = w.ids.make<MessageId>();
        create.title = QStringLiteral("The projector shows nothing");
        create.requester = w.anna.id;
        const ApplyContext context = w.server(w.anna);
        const auto made = [&](qint64 until) {
            create.kit.liveUntil = until;
            return apply({}, w.op(w.ids.make<TicketId>(), create), context)
                .state.ticket.kit.liveUntil;
        };
        const qint64 now = context.now;
        QCOMPARE(made(now + 30 * 60'000), now + 30 * 60'000);
        QCOMPARE(made(now + 10 * limits::kLiveMostMs), now + limits::kLiveMostMs);
        QCOMPARE(made(now - 1), now - 1); // sent late: it is over, and stays so
        QCOMPARE(made(0), 0);
    }

    void theServicesOfAnEffectBecomeTags()
    {
        World w;
        CreateTicket create;
        create.message = w.ids.make<MessageId>();
        create.title = QStringLiteral("I cannot print");
        create.requester = w.anna.id;
        create.kit.services = {QStringLiteral("printing"), QStringLiteral("network"),
                               QStringLiteral("printing")};
        const Ticket ticket =
            apply({}, w.op(w.ids.make<TicketId>(), create), w.server(w.anna)).state.ticket;
        QCOMPARE(ticket.tags, (QStringList{QStringLiteral("network"), QStringLiteral("printing")}));
    }

    void aKitWithTooManyServicesIsRefused()
    {
        Kit kit;
        for (int i = 0; i <= limits::kServicesPerKit; ++i)
            kit.services.append(QString::number(i));
        QVERIFY(!codec::kitFrom(codec::toJson(kit)));
        kit.services.removeLast();
        const auto back = codec::kitFrom(codec::toJson(kit));
        QVERIFY(back);
        QCOMPARE(*back, kit);
        QJsonObject object = codec::toJson(kit);
        object.insert(QStringLiteral("live"), -1);
        QVERIFY(!codec::kitFrom(object));
    }

    void everyOpSurvivesItsCodecByteForByte()
    {
        World w;
        CreateTicket create;
        create.message = w.ids.make<MessageId>();
        create.title = QStringLiteral("Ça ne marche pas — 打印机");
        create.kit.facts.insert(QStringLiteral("os"), QStringLiteral("Debian 12"));
        create.kit.stated = Urgency::Blocked;
        create.kit.effect = QStringLiteral("I cannot print");
        create.kit.services = {QStringLiteral("printing"), QStringLiteral("network")};
        create.kit.liveUntil = 1'700'000'000'000;
        create.attachments = {{QString(64, QLatin1Char('a')), QStringLiteral("a.png"), QStringLiteral("image/png"), 12}};
        const QList<Payload> payloads{create,
                                      w.reply(QStringLiteral("hello")),
                                      SetField{QStringLiteral("title"), QStringLiteral("x")},
                                      SetState{State::Closed, QStringLiteral("done")},
                                      Escalate{Level::L3, w.queue, QStringLiteral("why")},
                                      EditTags{{QStringLiteral("a")}, {QStringLiteral("b")}},
                                      EditWatchers{{w.anna.id}, {}},
                                      EditLinks{{{LinkKind::DuplicateOf, w.ids.make<TicketId>()}}, {}},
                                      AskUpdate{},
                                      Rate{3, QStringLiteral("ok")},
                                      MergeInto{w.ids.make<TicketId>()},
                                      LogWork{-60, QStringLiteral("2026-11-27"), QStringLiteral("oh")},
                                      ArticleAct(SetArticle{QStringLiteral("kind"), QStringLiteral("faq")})};
        QCOMPARE(size_t(payloads.size()), std::variant_size_v<Payload>);
        for (const Payload &payload : payloads) {
            Op op = w.op(w.ids.make<TicketId>(), payload);
            op.deps = {w.ids.make<OpId>()};
            op.deviceSeq = 42;
            const Result<Op> back = decodeOp(encodeOp(op));
            QVERIFY2(back.has_value(), back ? "" : qPrintable(toLog(back.error())));
            QCOMPARE(*back, op);
            QCOMPARE(fingerprintOf(*back), fingerprintOf(op));
        }
    }

    void aLowVerdictIsMarkedForSomebodyToLookInto()
    {
        World w;
        TicketState state = w.reported(w.ids.make<TicketId>());
        const TicketId id = state.ticket.id;
        Op solve = w.op(id, SetState{State::Resolved, {}}, state.ticket);
        solve.seenThrough = state.thread.constLast().id;
        state = apply(state, solve, w.server(w.ben)).state;
        const auto rate = [&](int score) {
            const Outcome outcome = apply(state, w.op(id, Rate{score, {}}), w.server(w.anna));
            QCOMPARE(outcome.verdict, Verdict::Applied);
            state = outcome.state;
        };
        rate(limits::kLowScore + 1);
        QVERIFY(state.ticket.tags.isEmpty());
        rate(limits::kLowScore);
        QCOMPARE(state.ticket.tags, QStringList{followUpTag()});
        QVERIFY(forRequester(state.ticket, w.anna.id).tags.isEmpty());
        // Somebody looked into it: the same verdict with a reason does not ask again.
        state.ticket.tags.clear();
        rate(1);
        QVERIFY(state.ticket.tags.isEmpty());
        rate(5);
        rate(1);
        QCOMPARE(state.ticket.tags, QStringList{followUpTag()});
        rate(5);
        QVERIFY(state.ticket.tags.isEmpty());
    }

    void undoingAFieldChangeRestoresTheOldValue()
    {
        World w;
        const TicketState state = w.reported(w.ids.make<TicketId>());
        const Op op = w.op(state.ticket.id, SetField{QStringLiteral("urgency"), QStringLiteral("blocked")}, state.ticket);
        const TicketState after = apply(state, op, w.server(w.ben)).state;
        QCOMPARE(after.ticket.priority, Priority::High);
        const std::optional<Payload> undo = inverseOf(op, state.ticket);
        QVERIFY(undo);
        const Outcome undone = apply(after, w.op(state.ticket.id, *undo, after.ticket), w.server(w.ben));
        QCOMPARE(undone.state.ticket.urgency, state.ticket.urgency);
        QCOMPARE(undone.state.ticket.priority, state.ticket.priority);
    }
};

QTEST_APPLESS_MAIN(TestApply)
#include "tst_apply.moc"
