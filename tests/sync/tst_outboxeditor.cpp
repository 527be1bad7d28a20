// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/outboxeditor.h"
#include "core/sync/results.h"
#include "tests/support/fixedclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace vigie;
using store::OpState;
using store::OutboxEntry;
using wire::OpStatus;

namespace {

/// A profile with one reported ticket whose operations can be put into any state.
struct Box {
    QTemporaryDir folder;
    FixedClock clock;
    SeededRng rng{1};
    std::unique_ptr<store::Profile> profile;
    std::unique_ptr<sync::OutboxEditor> editor;
    TicketId ticket{QUuid::createUuid()};

    Person me;

    Box()
    {
        me.id = PersonId(QUuid::createUuid());
        me.login = me.name = QStringLiteral("anna");
        auto opened = store::Profile::open(folder.path() + QStringLiteral("/p"), clock.nowMs());
        if (!opened || !(*opened)->cache().setMe(me))
            qFatal("no profile");
        profile = std::move(*opened);
        editor = std::make_unique<sync::OutboxEditor>(
            *profile, clock, rng, [this](const QSet<TicketId> &tickets) {
                for (const TicketId &one : tickets) {
                    const auto live = profile->outbox().liveOf(one);
                    if (!live || !profile->cache().rebase(one, *live))
                        qFatal("not shown");
                }
            });
    }
    /// Writes an operation and says how far it got.
    OpId put(Payload payload, OpState state, int attempts)
    {
        Op op;
        op.ticket = ticket;
        op.payload = std::move(payload);
        const auto stored = editor->submit({op}, {});
        if (!stored)
            qFatal("%s", qPrintable(toLog(stored.error())));
        OutboxEntry entry = now(stored->first().id);
        entry.state = state;
        entry.attempts = attempts;
        if (!profile->outbox().update({entry}))
            qFatal("not updated");
        return entry.op.id;
    }
    OpId report(OpState state, int attempts)
    {
        CreateTicket create;
        create.message = MessageId(QUuid::createUuid());
        create.requester = me.id;
        create.title = create.kit.what = QStringLiteral("The printer is on fire");
        return put(create, state, attempts);
    }
    [[nodiscard]] OutboxEntry now(const OpId &id) { return *profile->outbox().entry(id); }
};

wire::OpResult verdict(OpStatus status)
{
    wire::OpResult result;
    result.status = status;
    if (wire::isAccepted(status))
        result.points = {{QStringLiteral("p/x"), {3, QStringLiteral("chain")}}};
    return result;
}

} // namespace

/// What people do to what has not arrived yet.
class TestOutboxEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNeverSentGoesStraightIntoTheBin()
    {
        Box box;
        const OpId id = box.report(OpState::Queued, 0);
        QVERIFY(box.editor->discard(id));
        QCOMPARE(box.now(id).state, OpState::Discarded);
        QVERIFY(box.editor->restore(id));
        QCOMPARE(box.now(id).state, OpState::Queued);
    }

    void whatMayHaveBeenSentIsWithdrawnBeforeItIsBinned_data()
    {
        QTest::addColumn<OpState>("state");
        QTest::newRow("being checked") << OpState::Ambiguous;
        QTest::newRow("in flight") << OpState::Sending;
        QTest::newRow("put back once") << OpState::Queued;
    }
    void whatMayHaveBeenSentIsWithdrawnBeforeItIsBinned()
    {
        QFETCH(OpState, state);
        Box box;
        const OpId id = box.report(state, 1);
        QVERIFY(box.editor->discard(id));
        const OutboxEntry entry = box.now(id);
        QCOMPARE(entry.state, OpState::Withdrawing);
        QVERIFY(!store::isShown(entry)); // for the person it is gone
        QVERIFY(store::isLive(entry.state));
        // No answer changes nothing, a refusal settles it, and so does being too late.
        const Error offline{ErrorCode::Offline, {}, std::nullopt};
        QCOMPARE(sync::afterNoAnswer(entry, OpState::Withdrawing, remote::Outcome::MaybeSent,
                                     offline, 1)
                     .state,
                 OpState::Withdrawing);
        QCOMPARE(sync::afterResult(entry, verdict(OpStatus::Retry), 1).state,
                 OpState::Withdrawing);
        QCOMPARE(sync::afterResult(entry, verdict(OpStatus::Rejected), 1).state,
                 OpState::Discarded);
        QCOMPARE(sync::afterResult(entry, verdict(OpStatus::Conflict), 1).state,
                 OpState::Discarded);
        QCOMPARE(sync::afterResult(entry, verdict(OpStatus::Duplicate), 1).state, OpState::Acked);
        // A change of mind: asked as before, with the same id.
        QVERIFY(box.editor->restore(id));
        QCOMPARE(box.now(id).state, OpState::Ambiguous);
    }

    void whatWasAcceptedIsNotDiscarded()
    {
        Box box;
        const OpId id = box.report(OpState::Acked, 1);
        const Done done = box.editor->discard(id);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Conflict);
        QCOMPARE(box.now(id).state, OpState::Acked);
    }

    void whatDependsOnADiscardedReportGoesWithIt()
    {
        Box box;
        const OpId report = box.report(OpState::Ambiguous, 1);
        AddMessage add;
        add.message = MessageId(QUuid::createUuid());
        add.body = QStringLiteral("And the lamp as well");
        const OpId reply = box.put(add, OpState::Queued, 0);
        QVERIFY(box.editor->discard(report));
        QCOMPARE(box.now(report).state, OpState::Withdrawing);
        QCOMPARE(box.now(reply).state, OpState::Discarded);
    }
};

QTEST_GUILESS_MAIN(TestOutboxEditor)
#include "tst_outboxeditor.moc"
