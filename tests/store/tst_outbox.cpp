// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeworld.h"

#include "core/base/limits.h"
#include "core/store/reserve.h"

using namespace vigie;
using namespace vigie::store;

/// The precious database.
class TestOutbox : public QObject
{
    Q_OBJECT

private:
    StoreWorld *w = nullptr;
    TicketId ticket;

    [[nodiscard]] qint64 count(const QString &where)
    {
        auto rows = w->profile->outboxDatabase().prepare(
            QStringLiteral("SELECT count(*) FROM op WHERE ") + where);
        return rows && rows->next() ? rows->integer(0) : -1;
    }
    void runSql(const QString &text) { VERIFY_OK(w->profile->outboxDatabase().run(text)); }

private Q_SLOTS:
    void init();
    void cleanup();
    void operationsComeBackAsTheyWere();
    void everythingOfAnEntryButItsOperationIsUpdated();
    void anIdIsStoredOnce();
    void halfABatchIsNoBatch();
    void liveEntriesComeInTheOrderOfIntentions();
    void endedEntriesAreNotLive();
    void theBinShowsTheNewestFirst();
    void anUnsentOperationCanBeReplacedInPlace();
    void anOperationThatWasSentIsNotReplaced();
    void attemptsWithoutAnAnswerBecomeAmbiguous();
    void acceptedOperationsAreRetainedAndOfferedAgain();
    void oldEndedOperationsArePruned();
    void theSequenceNeverGoesBack();
    void filesOfLiveOpsAndDraftsArePinned();
    void smallFactsAreKept();
    void aDraftSurvivesUntilItIsSent();
    void sendingAndForgettingTheDraftAreOneStep();
    void replacingWritesOldAndNewTogether();
    void anOperationOfANewerVigieIsShownParkedAndKept();
    void aDamagedOperationIsShownParkedAndKept();
    void aFullDiskTakesTheReserveOnce();
};

void TestOutbox::init()
{
    w = new StoreWorld;
    QVERIFY(w->reopen());
    ticket = w->ids.make<TicketId>();
}

void TestOutbox::cleanup()
{
    delete w;
    w = nullptr;
}

void TestOutbox::operationsComeBackAsTheyWere()
{
    const Ticket seen = w->ticket(QStringLiteral("Seen"), w->desk, 1);
    NewOp set = w->op(ticket, SetField{QStringLiteral("title"), QStringLiteral("Über \"x\"")}, seen);
    set.op.deps = {w->ids.make<OpId>()};
    set.op.seenThrough = w->ids.make<MessageId>();
    set.undo = SetField{QStringLiteral("title"), QStringLiteral("Seen")};
    VERIFY_OK(w->outbox().enqueue({set}, QStringLiteral("A title"), 77));
    QVERIFY(w->reopen());
    const auto entry = w->outbox().entry(set.op.id);
    VERIFY_OK(entry);
    QCOMPARE(entry->op, set.op);
    QCOMPARE(entry->undo, set.undo);
    QCOMPARE(entry->title, QStringLiteral("A title"));
    QCOMPARE(entry->changedAt, 77);
    QCOMPARE(entry->state, OpState::Queued);
    QCOMPARE(entry->error, Error{});
    QCOMPARE(w->outbox().entry(w->ids.make<OpId>()).error().code, ErrorCode::NotFound);
}

void TestOutbox::everythingOfAnEntryButItsOperationIsUpdated()
{
    const NewOp reply = w->reply(ticket, QStringLiteral("Hello"));
    VERIFY_OK(w->outbox().enqueue({reply}, QStringLiteral("T"), 1));
    OutboxEntry entry = *w->outbox().entry(reply.op.id);
    entry.state = OpState::Parked;
    entry.attempts = 3;
    entry.serverFaults = 2;
    entry.notBefore = 12345;
    entry.error = Error{ErrorCode::RateLimited, QStringLiteral("slow down"), 700};
    entry.conflict = Conflict{QStringLiteral("title"), QStringLiteral("a"), QStringLiteral("b"), 4,
                              QStringLiteral("Cleo")};
    entry.points = {{QStringLiteral("q/x"), {9, QStringLiteral("chain")}}};
    entry.merged = true;
    entry.changedAt = 99;
    VERIFY_OK(w->outbox().update({entry}));
    QVERIFY(w->reopen());
    QCOMPARE(*w->outbox().entry(reply.op.id), entry);
    entry.error = {};
    entry.conflict.reset();
    entry.points.clear();
    VERIFY_OK(w->outbox().update({entry}));
    QCOMPARE(*w->outbox().entry(reply.op.id), entry);
    entry.op.id = w->ids.make<OpId>();
    QCOMPARE(w->outbox().update({entry}).error().code, ErrorCode::NotFound);
}

void TestOutbox::anIdIsStoredOnce()
{
    const NewOp reply = w->reply(ticket, QStringLiteral("Hello"));
    VERIFY_OK(w->outbox().enqueue({reply}, {}, 1));
    QCOMPARE(w->outbox().enqueue({reply}, {}, 1).error().code, ErrorCode::Invalid);
    NewOp sameSeq = w->reply(ticket, QStringLiteral("Other"));
    sameSeq.op.deviceSeq = reply.op.deviceSeq;
    QCOMPARE(w->outbox().enqueue({sameSeq}, {}, 1).error().code, ErrorCode::Invalid);
    QCOMPARE(w->outbox().live()->size(), 1);
}

void TestOutbox::halfABatchIsNoBatch()
{
    const NewOp first = w->reply(ticket, QStringLiteral("One"));
    const NewOp second = w->reply(ticket, QStringLiteral("Two"));
    QVERIFY(!w->outbox().enqueue({first, second, second}, {}, 1));
    QVERIFY(w->outbox().live()->isEmpty());
    VERIFY_OK(w->outbox().enqueue({first, second}, {}, 1));
    QCOMPARE(w->outbox().live()->size(), 2);
}

void TestOutbox::liveEntriesComeInTheOrderOfIntentions()
{
    NewOp early = w->reply(ticket, QStringLiteral("Early"));
    NewOp late = w->reply(w->ids.make<TicketId>(), QStringLiteral("Late"));
    VERIFY_OK(w->outbox().enqueue({late}, {}, 1));
    VERIFY_OK(w->outbox().enqueue({early}, {}, 2));
    const auto live = w->outbox().live();
    VERIFY_OK(live);
    QCOMPARE(live->size(), 2);
    QCOMPARE(live->first().op, early.op);
    const auto own = w->outbox().liveOf(ticket);
    VERIFY_OK(own);
    QCOMPARE(own->size(), 1);
    QCOMPARE(own->first().op, early.op);
}

void TestOutbox::endedEntriesAreNotLive()
{
    const QList<std::pair<OpState, bool>> expected{
        {OpState::Queued, true},   {OpState::Sending, true}, {OpState::Ambiguous, true},
        {OpState::Acked, true},    {OpState::Done, false},   {OpState::Parked, true},
        {OpState::Conflict, true}, {OpState::Discarded, false}};
    const NewOp reply = w->reply(ticket, QStringLiteral("Hello"));
    VERIFY_OK(w->outbox().enqueue({reply}, {}, 1));
    OutboxEntry entry = *w->outbox().entry(reply.op.id);
    for (const auto &[state, live] : expected) {
        entry.state = state;
        VERIFY_OK(w->outbox().update({entry}));
        QCOMPARE(w->outbox().live()->size(), live ? 1 : 0);
        QCOMPARE(w->outbox().liveOf(ticket)->size(), live ? 1 : 0);
        QCOMPARE(isLive(state), live);
        QCOMPARE(stateFrom(QLatin1String(stateName(state))), std::optional(state));
    }
}

void TestOutbox::theBinShowsTheNewestFirst()
{
    QList<OutboxEntry> entries;
    for (int i = 0; i < 3; ++i) {
        const NewOp reply = w->reply(ticket, QString::number(i));
        VERIFY_OK(w->outbox().enqueue({reply}, {}, i));
        entries.append(*w->outbox().entry(reply.op.id));
        entries.last().state = OpState::Discarded;
        entries.last().changedAt = 100 - i;
    }
    VERIFY_OK(w->outbox().update(entries));
    QCOMPARE(*w->outbox().discarded(), entries);
}

void TestOutbox::anUnsentOperationCanBeReplacedInPlace()
{
    NewOp reply = w->reply(ticket, QStringLiteral("Helo"));
    VERIFY_OK(w->outbox().enqueue({reply}, {}, 1));
    std::get<AddMessage>(reply.op.payload).body = QStringLiteral("Hello");
    VERIFY_OK(w->outbox().replaceUnsent(reply.op));
    QCOMPARE(w->outbox().entry(reply.op.id)->op, reply.op);
}

void TestOutbox::anOperationThatWasSentIsNotReplaced()
{
    const NewOp reply = w->reply(ticket, QStringLiteral("Hello"));
    VERIFY_OK(w->outbox().enqueue({reply}, {}, 1));
    OutboxEntry entry = *w->outbox().entry(reply.op.id);
    entry.attempts = 1;
    VERIFY_OK(w->outbox().update({entry}));
    QCOMPARE(w->outbox().replaceUnsent(reply.op).error().code, ErrorCode::Conflict);
    entry.attempts = 0;
    entry.state = OpState::Acked;
    VERIFY_OK(w->outbox().update({entry}));
    QCOMPARE(w->outbox().replaceUnsent(reply.op).error().code, ErrorCode::Conflict);
}

void TestOutbox::attemptsWithoutAnAnswerBecomeAmbiguous()
{
    const NewOp sent = w->reply(ticket, QStringLiteral("Sent"));
    const NewOp waiting = w->reply(ticket, QStringLiteral("Waiting"));
    VERIFY_OK(w->outbox().enqueue({sent, waiting}, {}, 1));
    OutboxEntry entry = *w->outbox().entry(sent.op.id);
    entry.state = OpState::Sending;
    VERIFY_OK(w->outbox().update({entry}));
    VERIFY_OK(w->outbox().endSending());
    QCOMPARE(w->outbox().entry(sent.op.id)->state, OpState::Ambiguous);
    QCOMPARE(w->outbox().entry(waiting.op.id)->state, OpState::Queued);
}

void TestOutbox::acceptedOperationsAreRetainedAndOfferedAgain()
{
    QList<OpId> ids;
    for (const OpState state : {OpState::Acked, OpState::Done, OpState::Parked, OpState::Queued}) {
        const NewOp reply = w->reply(ticket, QStringLiteral("x"));
        VERIFY_OK(w->outbox().enqueue({reply}, {}, 1));
        OutboxEntry entry = *w->outbox().entry(reply.op.id);
        entry.state = state;
        entry.attempts = 2;
        entry.points = {{QStringLiteral("q/x"), {9, QStringLiteral("chain")}}};
        VERIFY_OK(w->outbox().update({entry}));
        ids.append(reply.op.id);
    }
    QCOMPARE(*w->outbox().retained(), ids.mid(0, 2));
    VERIFY_OK(w->outbox().reoffer(ids, w->clock.at));
    for (const OpId &id : ids.mid(0, 2)) {
        const OutboxEntry entry = *w->outbox().entry(id);
        QCOMPARE(entry.state, OpState::Queued);
        QCOMPARE(entry.attempts, 2);
        QCOMPARE(entry.reofferedAt, w->clock.at);
        QVERIFY(entry.points.isEmpty());
    }
    QCOMPARE(w->outbox().entry(ids[2])->state, OpState::Parked);
}

void TestOutbox::oldEndedOperationsArePruned()
{
    const qint64 now = 2 * limits::kAckedOpsKeptMs;
    const auto add = [&](OpState state, qint64 changedAt) {
        const NewOp reply = w->reply(ticket, QStringLiteral("x"));
        VERIFY_OK(w->outbox().enqueue({reply}, {}, 1));
        OutboxEntry entry = *w->outbox().entry(reply.op.id);
        entry.state = state;
        entry.changedAt = changedAt;
        VERIFY_OK(w->outbox().update({entry}));
    };
    add(OpState::Done, 5);
    add(OpState::Discarded, 5);
    add(OpState::Parked, 5);
    add(OpState::Acked, 5);
    add(OpState::Done, now - 10);
    VERIFY_OK(w->outbox().prune(now));
    QCOMPARE(count(QStringLiteral("1")), 3);
    QCOMPARE(count(QStringLiteral("state = 'done'")), 1);
    // And never more than the promised number, whatever their age.
    runSql(QStringLiteral("WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k "
                          "WHERE i < 20100) INSERT INTO op (id, seq, ticket, kind, json, "
                          "queued_at, state, changed_at) SELECT 'x' || i, 1000 + i, 't', 'k', "
                          "'{}', 0, 'done', %1 FROM k").arg(now - 5));
    VERIFY_OK(w->outbox().prune(now));
    QCOMPARE(count(QStringLiteral("state = 'done'")), limits::kAckedOpsKept);
    QCOMPARE(count(QStringLiteral("id = 'x1'")), 0); // the oldest went first
}

void TestOutbox::theSequenceNeverGoesBack()
{
    qint64 last = 0;
    for (int i = 0; i < 5; ++i) {
        const auto taken = w->outbox().takeDeviceSeq();
        VERIFY_OK(taken);
        QVERIFY(*taken > last);
        last = *taken;
        if (i == 2)
            QVERIFY(w->reopen());
    }
    NewOp jump = w->reply(ticket, QStringLiteral("x"));
    jump.op.deviceSeq = 1000;
    VERIFY_OK(w->outbox().enqueue({jump}, {}, 1));
    QCOMPARE(*w->outbox().takeDeviceSeq(), 1001);
    // Not even when all operations have been pruned.
    runSql(QStringLiteral("DELETE FROM op"));
    QCOMPARE(*w->outbox().takeDeviceSeq(), 1002);
}

void TestOutbox::filesOfLiveOpsAndDraftsArePinned()
{
    const QString inOp = QString(64, QLatin1Char('a'));
    const QString inDraft = QString(64, QLatin1Char('b'));
    const QString inBin = QString(64, QLatin1Char('c'));
    const auto attached = [&](const QString &sha256) {
        NewOp reply = w->reply(ticket, QStringLiteral("x"));
        std::get<AddMessage>(reply.op.payload).attachments = {
            {sha256, QStringLiteral("f"), QStringLiteral("text/plain"), 1}};
        VERIFY_OK(w->outbox().enqueue({reply}, {}, 1));
    };
    attached(inOp);
    attached(inBin);
    OutboxEntry entry = w->outbox().live()->last();
    entry.state = OpState::Discarded;
    VERIFY_OK(w->outbox().update({entry}));
    const QJsonObject file{{QStringLiteral("sha256"), inDraft}};
    VERIFY_OK(w->outbox().saveDraft(QStringLiteral("report"),
                                    {{QStringLiteral("files"), QJsonArray{file}}}, 1));
    auto pinned = w->outbox().pinnedBlobs();
    VERIFY_OK(pinned);
    pinned->sort();
    QCOMPARE(*pinned, QStringList({inOp, inDraft, inBin}));
    VERIFY_OK(w->outbox().dropDraft(QStringLiteral("report")));
    entry.state = OpState::Done;
    VERIFY_OK(w->outbox().update({entry}));
    QCOMPARE(*w->outbox().pinnedBlobs(), QStringList({inOp}));
}

void TestOutbox::smallFactsAreKept()
{
    QCOMPARE(*w->outbox().meta(QStringLiteral("login")), QString());
    VERIFY_OK(w->outbox().setMeta(QStringLiteral("login"), QStringLiteral("ben")));
    VERIFY_OK(w->outbox().setMeta(QStringLiteral("login"), QStringLiteral("anna")));
    QVERIFY(w->reopen());
    QCOMPARE(*w->outbox().meta(QStringLiteral("login")), QStringLiteral("anna"));
}

void TestOutbox::aDraftSurvivesUntilItIsSent()
{
    const QString place = QStringLiteral("reply/") + ticket.text();
    const QJsonObject first{{QStringLiteral("body"), QStringLiteral("Dear")}};
    const QJsonObject second{{QStringLiteral("body"), QStringLiteral("Dear Anna")}};
    VERIFY_OK(w->outbox().saveDraft(place, first, 1));
    VERIFY_OK(w->outbox().saveDraft(place, second, 2));
    VERIFY_OK(w->outbox().saveDraft(QStringLiteral("report"), first, 3));
    QVERIFY(w->reopen());
    QCOMPARE(*w->outbox().draft(place), second);
    QCOMPARE(*w->outbox().draftPlaces(), QStringList({QStringLiteral("report"), place}));
    VERIFY_OK(w->outbox().dropDraft(place));
    QVERIFY(w->outbox().draft(place)->isEmpty());
}

void TestOutbox::sendingAndForgettingTheDraftAreOneStep()
{
    const QString place = QStringLiteral("reply/x");
    VERIFY_OK(w->outbox().saveDraft(place, {{QStringLiteral("body"), QStringLiteral("Hi")}}, 1));
    sql::Database &database = w->profile->outboxDatabase();
    const NewOp reply = w->reply(ticket, QStringLiteral("Hi"));
    // The kill in the middle: the draft's removal never happens.
    database.faultHook = [](const QString &statement) -> Done {
        return statement.startsWith(QLatin1String("DELETE FROM draft"))
            ? Done(fail(ErrorCode::StoreFault, QStringLiteral("planted")))
            : Done();
    };
    QVERIFY(!w->outbox().enqueueFromDraft({reply}, {}, place, 2));
    database.faultHook = nullptr;
    QVERIFY(w->outbox().live()->isEmpty());
    QVERIFY(!w->outbox().draft(place)->isEmpty());
    VERIFY_OK(w->outbox().enqueueFromDraft({reply}, {}, place, 2));
    QCOMPARE(w->outbox().live()->size(), 1);
    QVERIFY(w->outbox().draft(place)->isEmpty());
}

void TestOutbox::replacingWritesOldAndNewTogether()
{
    const NewOp old = w->reply(ticket, QStringLiteral("Old"));
    VERIFY_OK(w->outbox().enqueue({old}, {}, 1));
    OutboxEntry retired = *w->outbox().entry(old.op.id);
    retired.state = OpState::Discarded;
    const NewOp anew = w->reply(ticket, QStringLiteral("New"));
    QVERIFY(!w->outbox().enqueueReplacing({anew, anew}, {}, {retired}, 2));
    QCOMPARE(w->outbox().entry(old.op.id)->state, OpState::Queued);
    VERIFY_OK(w->outbox().enqueueReplacing({anew}, {}, {retired}, 2));
    QCOMPARE(w->outbox().entry(old.op.id)->state, OpState::Discarded);
    QCOMPARE(w->outbox().live()->size(), 1);
}

void TestOutbox::anOperationOfANewerVigieIsShownParkedAndKept()
{
    const NewOp reply = w->reply(ticket, QStringLiteral("From the future"));
    VERIFY_OK(w->outbox().enqueue({reply}, QStringLiteral("T"), 1));
    runSql(QStringLiteral("UPDATE op SET json = replace(json, '\"schema\":1', '\"schema\":9')"));
    const auto live = w->outbox().live();
    VERIFY_OK(live);
    QCOMPARE(live->size(), 1);
    QCOMPARE(live->first().op.id, reply.op.id);
    QCOMPARE(live->first().op.ticket, ticket);
    QCOMPARE(live->first().state, OpState::Parked);
    QCOMPARE(live->first().error.code, ErrorCode::ProtocolMismatch);
    QCOMPARE(w->outbox().replaceUnsent(live->first().op).error().code, ErrorCode::Conflict);
    VERIFY_OK(w->outbox().update(*live));
    QCOMPARE(count(QStringLiteral("json LIKE '%From the future%'")), 1);
}

void TestOutbox::aDamagedOperationIsShownParkedAndKept()
{
    const NewOp good = w->reply(ticket, QStringLiteral("Good"));
    const NewOp bad = w->reply(ticket, QStringLiteral("Bad"));
    VERIFY_OK(w->outbox().enqueue({good, bad}, {}, 1));
    runSql(QStringLiteral("UPDATE op SET json = '{\"half' WHERE json LIKE '%Bad%'"));
    const auto live = w->outbox().live();
    VERIFY_OK(live);
    QCOMPARE(live->size(), 2);
    QCOMPARE(live->first().op, good.op);
    QCOMPARE(live->last().state, OpState::Parked);
    QCOMPARE(live->last().error.code, ErrorCode::Invalid);
    runSql(QStringLiteral("UPDATE op SET id = 'nothing' WHERE json LIKE '{\"half%'"));
    QCOMPARE(w->outbox().live()->size(), 1);
    QCOMPARE(count(QStringLiteral("1")), 2);
}

void TestOutbox::aFullDiskTakesTheReserveOnce()
{
    const QString reserve = reservePath(w->path("outbox.db"));
    QCOMPARE(QFileInfo(reserve).size(), kReserveBytes);
    // Full as long as the reserve is there, then one more commit fits.
    w->profile->outboxDatabase().faultHook = [&](const QString &statement) -> Done {
        return statement == QLatin1String("COMMIT") && QFile::exists(reserve)
            ? Done(fail(ErrorCode::StoreFull, QStringLiteral("planted")))
            : Done();
    };
    const QJsonObject typed{{QStringLiteral("body"), QStringLiteral("half a sen")}};
    VERIFY_OK(w->outbox().saveDraft(QStringLiteral("report"), typed, 1));
    QVERIFY(!QFile::exists(reserve));
    QCOMPARE(*w->outbox().draft(QStringLiteral("report")), typed);
    // Nothing left to give: the error is told and nothing half is stored.
    w->profile->outboxDatabase().faultHook = [](const QString &statement) -> Done {
        return statement == QLatin1String("COMMIT")
            ? Done(fail(ErrorCode::StoreFull, QStringLiteral("planted")))
            : Done();
    };
    QCOMPARE(w->outbox().saveDraft(QStringLiteral("report"), {}, 2).error().code,
             ErrorCode::StoreFull);
    w->profile->outboxDatabase().faultHook = nullptr;
    QCOMPARE(*w->outbox().draft(QStringLiteral("report")), typed);
    QVERIFY(w->reopen());
    QCOMPARE(QFileInfo(reserve).size(), kReserveBytes);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
