// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeworld.h"

using namespace vigie;
using namespace vigie::store;

/// effective = confirmed ⊕ pending operations.
class TestRebase : public QObject
{
    Q_OBJECT

private:
    StoreWorld *w = nullptr;
    Ticket known;

private Q_SLOTS:
    void init();
    void cleanup();
    void aReportIsShownBeforeTheServerHasSeenIt();
    void aReplyStandsBehindWhatTheServerAccepted();
    void theConfirmedMessageTakesThePlaceOfThePendingOne();
    void pendingChangesStayOnTopOfAnArrivingPage();
    void anAcceptedChangeIsNotCountedTwice();
    void aRefusedFieldChangeStopsPretending();
    void refusedWordsStayVisible();
    void aDiscardedReportLeavesNoTrace();
    void aDiscardedReplyLeavesTheTicketAsTheServerSaidIt();
    void rebasingTwiceChangesNothing();
    void eventsOfAPendingChangeArePendingToo();
};

void TestRebase::init()
{
    w = new StoreWorld;
    QVERIFY(w->reopen());
    known = w->ticket(QStringLiteral("Printer on fire"), w->desk, 42);
    const Message first = w->message(known, w->anna, QStringLiteral("It burns"), MessageKind::Report);
    const QString feed = StoreWorld::queueFeed(w->desk);
    VERIFY_OK(w->apply(w->ben, {w->said(feed, known), w->said(feed, first)}));
}

void TestRebase::cleanup()
{
    delete w;
    w = nullptr;
}

void TestRebase::aReportIsShownBeforeTheServerHasSeenIt()
{
    const TicketId id = w->ids.make<TicketId>();
    VERIFY_OK(w->send(w->report(id, QStringLiteral("Door stuck"), w->ben)));
    const auto row = w->reader().row(id);
    VERIFY_OK(row);
    QVERIFY(row->has_value());
    QVERIFY((*row)->pending);
    QCOMPARE((*row)->number, 0);
    QCOMPARE((*row)->messages, 1);
    QCOMPARE((*row)->queue, w->desk); // the intake queue
    const auto byTag = w->reader().findByNumber(id.shortTag());
    VERIFY_OK(byTag);
    QCOMPARE(byTag->value_or(TicketId()), id);
}

void TestRebase::aReplyStandsBehindWhatTheServerAccepted()
{
    const NewOp reply = w->reply(known.id, QStringLiteral("Coming"));
    VERIFY_OK(w->send(reply));
    const QString feed = StoreWorld::queueFeed(w->desk);
    const Message later = w->message(known, w->anna, QStringLiteral("Hurry"));
    VERIFY_OK(w->apply(w->ben, {w->said(feed, later)}));
    QCOMPARE(w->bodies(known.id), QStringList({QStringLiteral("It burns"), QStringLiteral("Hurry"),
                                               QStringLiteral("Coming")}));
    QCOMPARE((*w->reader().row(known.id))->messages, 3);
}

void TestRebase::theConfirmedMessageTakesThePlaceOfThePendingOne()
{
    const NewOp reply = w->reply(known.id, QStringLiteral("Coming"));
    VERIFY_OK(w->send(reply));
    Message confirmed = w->message(known, w->ben, QStringLiteral("Coming"));
    confirmed.id = std::get<AddMessage>(reply.op.payload).message;
    VERIFY_OK(w->turn(reply.op.id, OpState::Acked));
    const QString feed = StoreWorld::queueFeed(w->desk);
    VERIFY_OK(w->apply(w->ben, {w->said(feed, confirmed)}));
    QCOMPARE(w->bodies(known.id),
             QStringList({QStringLiteral("It burns"), QStringLiteral("Coming")}));
    const auto thread = w->reader().thread(known.id);
    VERIFY_OK(thread);
    QCOMPARE(thread->last().receivedAt, confirmed.receivedAt);
    VERIFY_OK(w->turn(reply.op.id, OpState::Done));
    QVERIFY(!(*w->reader().row(known.id))->pending);
    QCOMPARE(w->bodies(known.id).size(), 2);
}

void TestRebase::pendingChangesStayOnTopOfAnArrivingPage()
{
    const NewOp set = w->op(known.id, SetField{QStringLiteral("title"), QStringLiteral("Mine")},
                            known);
    VERIFY_OK(w->send(set));
    QCOMPARE((*w->reader().row(known.id))->title, QStringLiteral("Mine"));
    Ticket changed = known;
    changed.impact = Impact::Company;
    changed.updatedAt = ++w->clock.at;
    VERIFY_OK(w->apply(w->ben, {w->said(StoreWorld::queueFeed(w->desk), changed)}));
    const auto shown = w->reader().ticket(known.id);
    VERIFY_OK(shown);
    QCOMPARE((*shown)->title, QStringLiteral("Mine"));
    QCOMPARE((*shown)->impact, Impact::Company);
    VERIFY_OK(w->turn(set.op.id, OpState::Discarded));
    QCOMPARE(**w->reader().ticket(known.id), changed);
}

void TestRebase::anAcceptedChangeIsNotCountedTwice()
{
    const NewOp escalate = w->op(known.id, Escalate{Level::L2, {}, QStringLiteral("too hot")});
    VERIFY_OK(w->send(escalate));
    VERIFY_OK(w->turn(escalate.op.id, OpState::Acked));
    // The server's own result of the same operation.
    ApplyContext context;
    context.mode = ApplyContext::Mode::Authoritative;
    context.actor = actorOf(w->ben);
    context.now = ++w->clock.at;
    context.queueExists = [](const QueueId &) { return true; };
    TicketState before;
    before.exists = true;
    before.ticket = known;
    const Outcome outcome = vigie::apply(before, escalate.op, context);
    QCOMPARE(outcome.verdict, Verdict::Applied);
    const QString feed = StoreWorld::queueFeed(w->desk);
    QList<wire::Change> changes{w->said(feed, outcome.state.ticket)};
    for (const Message &entry : outcome.messages)
        changes.append(w->said(feed, entry));
    VERIFY_OK(w->apply(w->ben, changes));
    QCOMPARE(**w->reader().ticket(known.id), outcome.state.ticket);
    QCOMPARE(w->reader().thread(known.id)->size(), 1 + outcome.messages.size());
}

void TestRebase::aRefusedFieldChangeStopsPretending()
{
    const NewOp set = w->op(known.id, SetField{QStringLiteral("title"), QStringLiteral("Mine")},
                            known);
    VERIFY_OK(w->send(set));
    VERIFY_OK(w->turn(set.op.id, OpState::Conflict));
    QCOMPARE(**w->reader().ticket(known.id), known);
    QVERIFY(!(*w->reader().row(known.id))->pending);
}

void TestRebase::refusedWordsStayVisible()
{
    const NewOp reply = w->reply(known.id, QStringLiteral("Unsendable"));
    VERIFY_OK(w->send(reply));
    VERIFY_OK(w->turn(reply.op.id, OpState::Parked));
    QVERIFY(w->bodies(known.id).contains(QStringLiteral("Unsendable")));
    VERIFY_OK(w->turn(reply.op.id, OpState::Discarded));
    QVERIFY(!w->bodies(known.id).contains(QStringLiteral("Unsendable")));
}

void TestRebase::aDiscardedReportLeavesNoTrace()
{
    const TicketId id = w->ids.make<TicketId>();
    const NewOp report = w->report(id, QStringLiteral("Mistake"), w->ben);
    VERIFY_OK(w->send(report));
    QCOMPARE(w->reader().search(QStringLiteral("mistake"), 10)->size(), 1);
    VERIFY_OK(w->turn(report.op.id, OpState::Discarded));
    QVERIFY(!w->reader().row(id)->has_value());
    QVERIFY(w->reader().thread(id)->isEmpty());
    QVERIFY(w->reader().search(QStringLiteral("mistake"), 10)->isEmpty());
}

void TestRebase::aDiscardedReplyLeavesTheTicketAsTheServerSaidIt()
{
    const NewOp reply = w->reply(known.id, QStringLiteral("Never mind"));
    VERIFY_OK(w->send(reply));
    QCOMPARE((*w->reader().ticket(known.id))->state, State::Open); // a reply opens a new ticket
    VERIFY_OK(w->turn(reply.op.id, OpState::Discarded));
    QCOMPARE(**w->reader().ticket(known.id), known);
    QCOMPARE(w->bodies(known.id), QStringList({QStringLiteral("It burns")}));
    QCOMPARE(w->reader().thread(known.id)->size(), 1); // nor events of the opening
}

void TestRebase::rebasingTwiceChangesNothing()
{
    VERIFY_OK(w->send(w->reply(known.id, QStringLiteral("Once"))));
    const auto ticket = w->reader().ticket(known.id);
    const auto thread = w->reader().thread(known.id);
    VERIFY_OK(w->rebase(known.id));
    QCOMPARE(**w->reader().ticket(known.id), **ticket);
    QCOMPARE(*w->reader().thread(known.id), *thread);
}

void TestRebase::eventsOfAPendingChangeArePendingToo()
{
    const NewOp move = w->op(known.id, SetState{State::WaitingVendor, QStringLiteral("parts")},
                             known);
    VERIFY_OK(w->send(move));
    const auto thread = w->reader().thread(known.id);
    VERIFY_OK(thread);
    int events = 0;
    for (const Message &entry : *thread) {
        if (entry.kind != MessageKind::Event)
            continue;
        ++events;
        QCOMPARE(entry.receivedAt, 0);
    }
    QCOMPARE(events, 2); // internal and public
    QCOMPARE((*w->reader().row(known.id))->messages, 1);
}

QTEST_GUILESS_MAIN(TestRebase)
#include "tst_rebase.moc"
