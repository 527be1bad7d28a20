// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/world.h"

using namespace vigie;
using namespace vigie::server;
using wire::OpStatus;

/// Two requests that go on as one, and are taken apart again.
class TestMerging : public QObject
{
    Q_OBJECT

    static QStringList events(World &w, const TicketId &id, Visibility visibility)
    {
        QStringList names;
        const auto thread = w.desk->store().tickets().messages(id);
        if (!thread)
            return {toLog(thread.error())};
        for (const Message &message : *thread) {
            if (message.kind == MessageKind::Event && message.visibility == visibility)
                names.append(message.event);
        }
        return names;
    }
    /// All that merging may touch and must put back.
    static Ticket comparable(Ticket ticket)
    {
        ticket.versions.clear();
        ticket.updatedAt = ticket.publicUpdatedAt = 0;
        ticket.service = {};
        ticket.expected = {};
        return ticket;
    }
    /// Where a ticket ends up; fails when it goes round in circles.
    static bool endsSomewhere(World &w, TicketId id)
    {
        for (int step = 0; step < 50; ++step) {
            id = w.ticket(id).merged.into;
            if (id.isNull())
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void theRequestGoesOnInTheOtherAndItsPeopleFollow()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.bob);
        w.pull(w.bob);
        QCOMPARE(w.send(w.ada, two, MergeInto{one}).status, OpStatus::Applied);
        const Ticket merged = w.ticket(two);
        QCOMPARE(merged.merged.into, one);
        QCOMPARE(merged.merged.before, State::New);
        QCOMPARE(merged.state, State::Closed);
        QCOMPARE(merged.publicState, PublicState::Closed);
        QCOMPARE(w.ticket(one).watchers, {w.bob.person.id});
        QCOMPARE(events(w, two, Visibility::Public), {QStringLiteral("merged")});
        QCOMPARE(events(w, one, Visibility::Internal), {QStringLiteral("joined")});
        QCOMPARE(events(w, one, Visibility::Public), QStringList());

        w.pull(w.bob);
        const QString feed = w.bob.feeds.firstKey();
        const QJsonObject face = w.bob.row(feed, QStringLiteral("ticket"), two.text());
        const auto seen = codec::ticketFrom(face);
        QVERIFY(seen.has_value());
        QCOMPARE(seen->merged.into, one);
        QVERIFY(!face.value(QLatin1String("merged")).toObject().contains(QLatin1String("people")));
        QVERIFY(!face.contains(QLatin1String("guests"))); // who follows what is nobody's business
        QVERIFY(!w.bob.row(feed, QStringLiteral("ticket"), one.text()).isEmpty());
        World::must(w.desk->store().audit().verify());
    }

    void takingApartPutsEverythingBack()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.bob);
        QCOMPARE(w.send(w.ada, two, EditWatchers{{w.anna.person.id}, {}}).status, OpStatus::Applied);
        QCOMPARE(w.send(w.ada, two, SetState{State::WaitingRequester, {}}).status,
                 OpStatus::Applied);
        const Ticket before = comparable(w.ticket(two));
        const Ticket target = comparable(w.ticket(one));
        w.pull(w.bob);
        QCOMPARE(w.send(w.ada, two, MergeInto{one}).status, OpStatus::Applied);
        w.pull(w.bob);
        QCOMPARE(w.send(w.ada, two, MergeInto{}).status, OpStatus::Applied);
        QCOMPARE(comparable(w.ticket(two)), before);
        QCOMPARE(comparable(w.ticket(one)), target);
        w.pull(w.bob);
        const QString feed = w.bob.feeds.firstKey();
        QVERIFY(w.bob.row(feed, QStringLiteral("ticket"), one.text()).isEmpty());
        QVERIFY(!w.bob.row(feed, QStringLiteral("ticket"), two.text()).isEmpty());
    }

    void whoFollowedTheOtherAlreadyStaysWhenTheyAreTakenApart()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.bob);
        w.send(w.ada, one, EditWatchers{{w.bob.person.id}, {}});
        w.send(w.ada, two, MergeInto{one});
        QCOMPARE(w.ticket(one).guests, QList<Guest>());
        w.send(w.ada, two, MergeInto{});
        QCOMPARE(w.ticket(one).watchers, {w.bob.person.id});
    }

    void whoCameWithTwoStaysUntilBothHaveLeft()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.bob);
        const TicketId third = w.reported(w.bob);
        w.send(w.ada, two, MergeInto{one});
        w.send(w.ada, third, MergeInto{one});
        w.send(w.ada, two, MergeInto{});
        QCOMPARE(w.ticket(one).watchers, {w.bob.person.id});
        w.send(w.ada, third, MergeInto{});
        QCOMPARE(w.ticket(one).watchers, QList<PersonId>());
    }

    void whoLeavesAMergedTicketLeavesAlsoWhereThatOneGoesOn()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.anna);
        const TicketId third = w.reported(w.bob);
        w.send(w.ada, third, MergeInto{two});
        w.send(w.ada, two, MergeInto{one});
        QCOMPARE(w.ticket(one).watchers, {w.bob.person.id});
        w.send(w.ada, third, MergeInto{});
        QCOMPARE(w.ticket(two).watchers, QList<PersonId>());
        QCOMPARE(w.ticket(one).watchers, QList<PersonId>());
        QCOMPARE(w.ticket(two).merged.into, one);
    }

    void aWatcherWhoIsTakenOffIsNoGuestEither()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.bob);
        w.send(w.ada, two, MergeInto{one});
        w.send(w.ada, one, EditWatchers{{}, {w.bob.person.id}});
        QCOMPARE(w.ticket(one).guests, QList<Guest>());
        w.send(w.ada, one, EditWatchers{{w.bob.person.id}, {}});
        w.send(w.ada, two, MergeInto{});
        QCOMPARE(w.ticket(one).watchers, {w.bob.person.id}); // put there by a person
    }

    void mergingTwiceTheSameIsDoneOnce()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.anna);
        QCOMPARE(w.send(w.ada, two, MergeInto{one}).status, OpStatus::Applied);
        QCOMPARE(w.send(w.ada, two, MergeInto{one}).status, OpStatus::Merged);
        QCOMPARE(events(w, one, Visibility::Internal).size(), 1);
        QCOMPARE(w.send(w.ada, one, MergeInto{}).status, OpStatus::Merged);
        QCOMPARE(w.send(w.ada, one, MergeInto{one}).status, OpStatus::Rejected);
    }

    void twoAgentsWhoMergeItDifferentlyGetOneConflict()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.anna);
        const TicketId third = w.reported(w.anna);
        const Op first = w.op(w.ada, third, MergeInto{one});
        const Op second = w.op(w.chief, third, MergeInto{two});
        QCOMPARE(w.send(w.ada, first).status, OpStatus::Applied);
        const wire::OpResult late = w.send(w.chief, second);
        QCOMPARE(late.status, OpStatus::Conflict);
        QCOMPARE(late.conflict->field, QStringLiteral("merged"));
        QCOMPARE(late.conflict->theirs, one.text());
        QCOMPARE(w.ticket(third).merged.into, one);
        QCOMPARE(w.ticket(two).watchers, QList<PersonId>());
    }

    void aMergeIntoAMergedTicketEndsWhereThatOneGoesOn()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.anna);
        const TicketId third = w.reported(w.bob);
        w.send(w.ada, two, MergeInto{one});
        QCOMPARE(w.send(w.ada, third, MergeInto{two}).status, OpStatus::Applied);
        QCOMPARE(w.ticket(third).merged.into, one);
        // The other way round there is no way: it would be a circle.
        const wire::OpResult circle = w.send(w.ada, one, MergeInto{third});
        QCOMPARE(circle.status, OpStatus::Rejected);
        QCOMPARE(circle.error.code, ErrorCode::Conflict);
    }

    void nobodyMergesIntoATicketThatTheyCannotSee()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        CreateTicket elsewhere = w.report(w.bert);
        elsewhere.queue = w.back.id;
        const auto hidden = w.ids.make<TicketId>();
        QCOMPARE(w.send(w.bert, hidden, elsewhere).status, OpStatus::Applied);
        const wire::OpResult into = w.send(w.ada, one, MergeInto{hidden});
        QCOMPARE(into.status, OpStatus::Rejected);
        QCOMPARE(into.error.code, ErrorCode::NotFound);
        const wire::OpResult nowhere = w.send(w.ada, one, MergeInto{w.ids.make<TicketId>()});
        QCOMPARE(nowhere.error.code, into.error.code);
        QCOMPARE(nowhere.error.detail, into.error.detail); // nobody learns which ones exist
    }

    void wordsInTheMergedOneAreHeardInTheOther()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.anna);
        w.send(w.ada, two, MergeInto{one});
        QCOMPARE(w.send(w.ada, one, SetState{State::WaitingRequester, {}}).status,
                 OpStatus::Applied);
        QCOMPARE(w.send(w.anna, two, w.words(QStringLiteral("It still happens"))).status,
                 OpStatus::Applied);
        QCOMPARE(w.ticket(one).state, State::Open);
        QVERIFY(events(w, one, Visibility::Internal).contains(QStringLiteral("joined-words")));
        QCOMPARE(w.send(w.anna, two, AskUpdate{}).status, OpStatus::Applied);
        QVERIFY(w.ticket(one).updateAskedAt > 0);
        World::must(w.desk->store().audit().verify());
    }

    void aRequesterWhoReopensTheirsTakesItApart()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.bob);
        w.send(w.ada, two, MergeInto{one});
        QCOMPARE(w.send(w.bob, two, Rate{1, {}}).status, OpStatus::Rejected);
        QCOMPARE(w.send(w.bob, two, SetState{State::Open, {}}).status, OpStatus::Applied);
        QCOMPARE(w.ticket(two).state, State::Open);
        QVERIFY(w.ticket(two).merged.into.isNull());
        QCOMPARE(w.ticket(one).watchers, QList<PersonId>());
        QVERIFY(events(w, one, Visibility::Internal).contains(QStringLiteral("left")));
    }

    void theSameMergeSentTwiceTellsTheOtherOnce()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.bob);
        const Op merge = w.op(w.ada, two, MergeInto{one});
        const wire::OpResult first = w.send(w.ada, merge);
        const wire::OpResult again = w.send(w.ada, merge);
        QCOMPARE(again.status, OpStatus::Duplicate);
        QCOMPARE(again.points, first.points);
        QCOMPARE(events(w, one, Visibility::Internal).size(), 1);
    }

    /// Whatever agents merge and take apart, sometimes from an old view: it never goes round in
    /// circles, and when all are taken apart nothing is left of it.
    void anyMergesTakenApartLeaveNothingBehind()
    {
        for (quint64 seed = 1; seed <= 8; ++seed) {
            World w;
            SeededRng rng(seed);
            QList<TicketId> ids;
            QMap<TicketId, Ticket> before;
            for (int i = 0; i < 6; ++i)
                ids.append(w.reported(i % 2 == 0 ? w.anna : w.bob));
            for (const TicketId &id : std::as_const(ids))
                before.insert(id, comparable(w.ticket(id)));
            QList<Op> late;
            for (int step = 0; step < 60; ++step) {
                Actress &who = rng.below(2) == 0 ? w.ada : w.chief;
                const TicketId on = ids[qsizetype(rng.below(6))];
                const bool apart = rng.below(3) == 0;
                Op op = w.op(who, on, MergeInto{apart ? TicketId() : ids[qsizetype(rng.below(6))]});
                if (rng.below(4) == 0)
                    late.append(op);
                else
                    w.send(who, op);
                if (!late.isEmpty() && rng.below(3) == 0)
                    w.send(late.first().device == w.ada.device ? w.ada : w.chief, late.takeFirst());
                QVERIFY2(endsSomewhere(w, on),
                         qPrintable(QStringLiteral("a circle with seed %1").arg(seed)));
            }
            for (const TicketId &id : std::as_const(ids))
                w.send(w.chief, id, MergeInto{});
            for (const TicketId &id : std::as_const(ids)) {
                QVERIFY2(comparable(w.ticket(id)) == before.value(id),
                         qPrintable(QStringLiteral("something is left with seed %1").arg(seed)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestMerging)
#include "tst_merging.moc"
