// SPDX-License-Identifier: GPL-3.0-or-later
// Passing a ticket on: note and move are one thing on the disk and one thing to take back.
#include "core/service/ladderservice.h"
#include "core/base/limits.h"
#include "core/model/ladder.h"
#include "tests/support/uiworld.h"

using namespace vigie;

class TestLadderService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }

    void noteAndMoveAreWrittenTogetherAndDropTheDraft();
    void whoLeavesTheQueueStillLeavesTheNote();
    void withoutWordsThereIsNoNote();
    void aNoteThatIsTooLongWritesNothing();
    void aRefusedMoveWritesNoNoteAndKeepsTheDraft();
    void bothAreTakenBackWhileTheyWait();
    void bothAreStillThereAfterAKill();
    void whatWasAcceptedGoesBackToItsOwnerAndTheNoteStays();
    void whatLeftOurSightIsLeftAlone();

private:
    [[nodiscard]] TicketView view()
    {
        return UiWorld::await(m_world->workspace->tickets().open(m_ticket.id)).value_or(TicketView());
    }
    [[nodiscard]] Result<PassedOn> passOn(const Escalate &move, const QString &note,
                                          const QString &place = {})
    {
        return UiWorld::await(m_world->workspace->ladder().passOn(m_ticket.id, move, note, {}, place));
    }
    [[nodiscard]] Result<TakenBack> takeBack(const PassedOn &passed)
    {
        return UiWorld::await(m_world->workspace->ladder().takeBack(passed));
    }
    /// The server took these operations, and its answer came.
    void accept(const QList<OpId> &ops);
    [[nodiscard]] int notes();

    std::unique_ptr<UiWorld> m_world;
    Ticket m_ticket; ///< Ben's, at level 1 on the desk
};

void TestLadderService::init()
{
    m_world = std::make_unique<UiWorld>();
    UiWorld &world = *m_world;
    m_ticket = world.ticket(QStringLiteral("VPN drops"), world.desk, 1042);
    m_ticket.state = State::Open;
    m_ticket.publicState = PublicState::InProgress;
    m_ticket.owner = m_ticket.contact = world.ben.id;
    m_ticket.ownerName = m_ticket.contactName = world.ben.name;
    QList<wire::Change> changes = world.directory();
    changes << world.told(m_ticket);
    QVERIFY(world.say(changes));
    QVERIFY(world.enter(world.ben));
}

int TestLadderService::notes()
{
    int count = 0;
    for (const MessageView &entry : view().thread)
        count += entry.message.kind == MessageKind::Note ? 1 : 0;
    return count;
}

void TestLadderService::accept(const QList<OpId> &ops)
{
    m_world->workspace.reset();
    QVERIFY(m_world->reopen());
    for (const OpId &op : ops)
        VERIFY_OK(m_world->turn(op, OpState::Acked));
    VERIFY_OK(m_world->rebase(m_ticket.id));
    m_world->profile.reset();
    QVERIFY(m_world->openWorkspace());
}

void TestLadderService::noteAndMoveAreWrittenTogetherAndDropTheDraft()
{
    const QString place = QStringLiteral("escalate/") + m_ticket.id.text();
    VERIFY_OK(UiWorld::await(m_world->workspace->drafts().save(place, {{QStringLiteral("why"), 1}})));
    const auto passed = passOn(Escalate{Level::L3, {}, QStringLiteral(" no rights ")},
                               QStringLiteral("Tried the cable"), place);
    VERIFY_OK(passed);
    QCOMPARE(passed->ownerBefore, m_world->ben.id);
    const TicketView now = view();
    QCOMPARE(now.ticket.level, Level::L3);
    QCOMPARE(now.ticket.contactName, m_world->ben.name);
    QVERIFY(now.ticket.owner.isNull());
    QCOMPARE(now.pending.size(), 2);
    QCOMPARE(now.pending[0].op.id, passed->note);
    QCOMPARE(now.pending[1].op.id, passed->move);
    QCOMPARE(std::get<Escalate>(now.pending[1].op.payload).reason, QStringLiteral("no rights"));
    for (const MessageView &entry : now.thread)
        QCOMPARE(entry.message.visibility, Visibility::Internal);
    QVERIFY(UiWorld::await(m_world->workspace->drafts().places())->isEmpty());
}

void TestLadderService::whoLeavesTheQueueStillLeavesTheNote()
{
    const QueueId others = m_world->ids.make<QueueId>();
    const auto passed = passOn(Escalate{Level::L2, others, {}}, QStringLiteral("for you"));
    VERIFY_OK(passed);
    const TicketView now = view();
    QVERIFY(!now.asStaff);
    QCOMPARE(now.pending.size(), 2);
    VERIFY_OK(takeBack(*passed));
    QVERIFY(view().asStaff);
    QCOMPARE(view().ticket.queue, m_world->desk);
}

void TestLadderService::withoutWordsThereIsNoNote()
{
    const auto passed = passOn(Escalate{Level::L2, {}, {}}, QStringLiteral(" \n "));
    VERIFY_OK(passed);
    QVERIFY(passed->note.isNull());
    QCOMPARE(notes(), 0);
    const auto back = takeBack(*passed);
    QVERIFY(back && back->move && back->note);
    QCOMPARE(view().ticket.level, Level::L1);
}

void TestLadderService::aNoteThatIsTooLongWritesNothing()
{
    const auto passed = passOn(Escalate{Level::L2, {}, {}},
                               QString(limits::kBodyLength + 1, QLatin1Char('a')));
    QVERIFY(!passed);
    QCOMPARE(passed.error().code, ErrorCode::TooLarge);
    QVERIFY(view().pending.isEmpty());
    // A long reason is no reason to stay.
    VERIFY_OK(passOn(Escalate{Level::L2, {}, QString(9'000, QLatin1Char('a'))}, {}));
    QCOMPARE(view().ticket.level, Level::L2);
}

void TestLadderService::aRefusedMoveWritesNoNoteAndKeepsTheDraft()
{
    const QString place = QStringLiteral("escalate/x");
    VERIFY_OK(UiWorld::await(m_world->workspace->drafts().save(place, {{QStringLiteral("why"), 1}})));
    const auto passed = UiWorld::await(m_world->workspace->ladder().passOn(
        m_world->ids.make<TicketId>(), Escalate{}, QStringLiteral("words"), {}, place));
    QVERIFY(!passed);
    QCOMPARE(passed.error().code, ErrorCode::NotFound);
    QCOMPARE(UiWorld::await(m_world->workspace->drafts().places())->size(), 1);
    QVERIFY(UiWorld::await(m_world->workspace->outbox().entries())->isEmpty());
}

void TestLadderService::bothAreTakenBackWhileTheyWait()
{
    const auto passed = passOn(Escalate{Level::L2, m_world->field, {}}, QStringLiteral("words"));
    VERIFY_OK(passed);
    QCOMPARE(notes(), 1);
    const auto back = takeBack(*passed);
    VERIFY_OK(back);
    QVERIFY(back->move && back->note);
    QCOMPARE(notes(), 0);
    const TicketView now = view();
    QCOMPARE(now.ticket.level, Level::L1);
    QCOMPARE(now.ticket.queue, m_world->desk);
    QCOMPARE(now.ticket.owner, m_world->ben.id);
    QCOMPARE(now.ticket.transfers, 0);
    // What may be under way already is withdrawn; nothing else waits.
    for (const OutboxEntry &entry : now.pending)
        QCOMPARE(entry.state, OpState::Withdrawing);
}

void TestLadderService::bothAreStillThereAfterAKill()
{
    const auto passed = passOn(Escalate{Level::L2, {}, {}}, QStringLiteral("words"));
    VERIFY_OK(passed);
    QVERIFY(m_world->restart());
    QCOMPARE(notes(), 1);
    QCOMPARE(view().ticket.level, Level::L2);
    VERIFY_OK(takeBack(*passed));
    QVERIFY(m_world->restart());
    QCOMPARE(notes(), 0);
    QCOMPARE(view().ticket.level, Level::L1);
}

void TestLadderService::whatWasAcceptedGoesBackToItsOwnerAndTheNoteStays()
{
    const auto passed = passOn(Escalate{Level::L2, m_world->field, {}}, QStringLiteral("words"));
    VERIFY_OK(passed);
    accept({passed->note, passed->move});
    QCOMPARE(view().ticket.level, Level::L2);
    const auto back = takeBack(*passed);
    VERIFY_OK(back);
    QVERIFY(back->move);
    QVERIFY(!back->note);
    const TicketView now = view();
    QCOMPARE(now.ticket.level, Level::L1);
    QCOMPARE(now.ticket.queue, m_world->desk);
    QCOMPARE(now.ticket.owner, m_world->ben.id);
    QCOMPARE(notes(), 1);
    // For whoever reads the way it never happened.
    QList<Message> thread;
    for (const MessageView &entry : now.thread)
        thread.append(entry.message);
    QCOMPARE(ladderOf(now.ticket, thread, m_world->systemClock.nowMs()).transfers, 0);
}

void TestLadderService::whatLeftOurSightIsLeftAlone()
{
    const QueueId others = m_world->ids.make<QueueId>();
    const auto passed = passOn(Escalate{Level::L2, others, {}}, QStringLiteral("for you"));
    VERIFY_OK(passed);
    accept({passed->note, passed->move});
    const auto back = takeBack(*passed);
    VERIFY_OK(back);
    QVERIFY(!back->move && !back->note);
    QCOMPARE(view().ticket.level, Level::L2);
}

QTEST_GUILESS_MAIN(TestLadderService)
#include "tst_ladderservice.moc"
