// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/base/presencelimits.h"
#include "core/service/presencebook.h"
#include "core/sync/presencekeeper.h"
#include "tests/support/fixedclock.h"

#include <QTest>

using namespace vigie;
using remote::Reply;
using sync::PresenceKeeper;
using wire::PresenceRequest;
using wire::PresenceResponse;

namespace {

/// Keeps every question until the test answers it.
class ScriptedCompany final : public remote::ServerAdapter
{
public:
    struct Question {
        PresenceRequest request;
        std::function<void(Reply<PresenceResponse>)> done;
    };
    QList<Question> asked;
    remote::Capabilities can{true, true, true, true};
    int cancelled = 0;

    [[nodiscard]] remote::Capabilities capabilities() const override { return can; }
    void sync(const wire::SyncRequest &,
              std::function<void(Reply<wire::SyncResponse>)>) override
    {
        QFAIL("presence has nothing to do with operations");
    }
    void known(const QList<OpId> &, std::function<void(Reply<QList<OpId>>)>) override {}
    void upload(const QString &, std::function<void(Reply<bool>)>) override {}
    void download(const QString &, qint64, const TicketId &,
                  std::function<void(Reply<bool>)>) override
    {
    }
    void presence(const PresenceRequest &request,
                  std::function<void(Reply<PresenceResponse>)> done) override
    {
        asked.append({request, std::move(done)});
    }
    void cancelAll() override { ++cancelled; }
};

/// Calls when the test's clock has come so far.
class ClockedWakeUp final : public sync::WakeUp
{
public:
    explicit ClockedWakeUp(FixedClock &clock) : m_clock(clock) {}
    void plan(qint64 delayMs, std::function<void()> call) override
    {
        m_at = m_clock.at + delayMs;
        m_call = std::move(call);
    }
    void cancel() override { m_call = nullptr; }
    void pass(qint64 ms)
    {
        const qint64 end = m_clock.at + ms;
        while (m_call && m_at <= end) {
            m_clock.at = std::max(m_clock.at, m_at);
            std::exchange(m_call, nullptr)();
        }
        m_clock.at = end;
    }

private:
    FixedClock &m_clock;
    qint64 m_at = 0;
    std::function<void()> m_call;
};

struct Desk {
    FixedClock clock;
    ScriptedCompany server;
    ClockedWakeUp wakeUp{clock};
    int changes = 0;
    PresenceKeeper keeper{{server, clock, wakeUp}, [this](const Company &) { ++changes; }};
    TicketId ticket{QUuid::createUuidV5(QUuid(), QByteArray("ticket"))};
    TicketId other{QUuid::createUuidV5(QUuid(), QByteArray("other"))};
    PersonId ana{QUuid::createUuidV5(QUuid(), QByteArray("ana"))};

    [[nodiscard]] Presence there(qint64 since, Activity activity = Activity::Writes) const
    {
        return {ticket, ana, QStringLiteral("Ana"), activity, since};
    }
    void answer(const QList<Presence> &others, const char *mark, qint64 serverTime)
    {
        const auto question = server.asked.takeFirst();
        question.done({remote::Outcome::Ok, {others, QLatin1String(mark), serverTime}, {}});
    }
    void fail(remote::Outcome outcome, const Error &error = {ErrorCode::Offline, {}, {}})
    {
        const auto question = server.asked.takeFirst();
        question.done({outcome, {}, error});
    }
};

} // namespace

/// What goes to the server and comes from it, and what the places of a window amount to.
class TestPresenceKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneQuestionTellsAndAsksAndIsHeld()
    {
        Desk d;
        d.keeper.wish({{{d.ticket, Activity::Looks}}, {d.ticket}});
        QVERIFY(d.server.asked.isEmpty()); // the server is not reachable yet
        d.keeper.reach(true);
        QCOMPARE(d.server.asked.size(), 1);
        QCOMPARE(d.server.asked[0].request.mine,
                 (QList<wire::PresenceNote>{{d.ticket, Activity::Looks}}));
        QCOMPARE(d.server.asked[0].request.about, QList<TicketId>{d.ticket});
        QCOMPARE(d.server.asked[0].request.seen, QString());
        QCOMPARE(d.server.asked[0].request.waitMs, limits::kLongPollMs);
        d.answer({}, "none", 50);
        QVERIFY(d.keeper.company().live);
        // What changes now comes together a little later.
        d.wakeUp.pass(limits::kPresenceRestMs - 1);
        QVERIFY(d.server.asked.isEmpty());
        d.wakeUp.pass(1);
        QCOMPARE(d.server.asked.size(), 1);
        QCOMPARE(d.server.asked[0].request.seen, QStringLiteral("none"));
        d.wakeUp.pass(600'000);
        QCOMPARE(d.server.asked.size(), 1); // it is held; nobody asks twice
    }

    void agesTravelBecauseClocksDiffer()
    {
        Desk d;
        d.keeper.wish({{}, {d.ticket}});
        d.keeper.reach(true);
        d.answer({d.there(5'000)}, "a", 65'000);
        QCOMPARE(d.keeper.company().others.first().since, d.clock.at - 60'000);
        d.wakeUp.pass(limits::kPresenceRestMs);
        // A server that lies about time moves nobody into the future.
        d.answer({d.there(99'000'000)}, "b", 65'000);
        QCOMPARE(d.keeper.company().others.first().since, d.clock.at);
    }

    void whatNobodyAskedAboutIsNotTaken()
    {
        Desk d;
        d.keeper.wish({{}, {d.other}});
        d.keeper.reach(true);
        d.answer({d.there(1)}, "a", 2);
        QVERIFY(d.keeper.company().others.isEmpty());
    }

    void somethingNewIsToldWithoutWaitingForTheHeldAnswer()
    {
        Desk d;
        d.keeper.wish({{{d.ticket, Activity::Looks}}, {d.ticket}});
        d.keeper.reach(true);
        d.answer({}, "a", 1);
        d.wakeUp.pass(limits::kPresenceRestMs);
        QCOMPARE(d.server.asked.size(), 1); // held
        d.wakeUp.pass(5'000);
        d.keeper.wish({{{d.ticket, Activity::Writes}}, {d.ticket}});
        QCOMPARE(d.server.asked.size(), 2);
        QCOMPARE(d.server.asked[1].request.mine.first().activity, Activity::Writes);
        // The older one ends and says nothing any more.
        d.answer({d.there(1)}, "late", 1);
        QVERIFY(d.keeper.company().others.isEmpty());
        QCOMPARE(d.server.asked.size(), 1);
        // Changes that follow each other closely go together.
        d.keeper.wish({{}, {d.ticket}});
        d.keeper.wish({{}, {d.other}});
        QCOMPARE(d.server.asked.size(), 1);
        d.wakeUp.pass(limits::kPresenceGapMs);
        QCOMPARE(d.server.asked.size(), 2);
        QCOMPARE(d.server.asked[1].request.about, QList<TicketId>{d.other});
    }

    void leavingIsToldOnceAndThenNothingIsAsked()
    {
        Desk d;
        d.keeper.wish({{{d.ticket, Activity::Looks}}, {d.ticket}});
        d.keeper.reach(true);
        d.answer({}, "a", 1);
        d.clock.at += 1'000;
        d.keeper.wish({});
        QCOMPARE(d.server.asked.size(), 1);
        QCOMPARE(d.server.asked[0].request.mine, QList<wire::PresenceNote>());
        QCOMPARE(d.server.asked[0].request.waitMs, 0);
        d.answer({}, "b", 1);
        d.wakeUp.pass(600'000);
        QVERIFY(d.server.asked.isEmpty());
    }

    void offlineNothingIsAskedAndTheLastKnownStaysWithItsTime()
    {
        Desk d;
        d.keeper.wish({{}, {d.ticket}});
        d.keeper.reach(true);
        d.answer({d.there(0)}, "a", 1'000);
        const qint64 heardAt = d.clock.at;
        d.wakeUp.pass(limits::kPresenceRestMs);
        d.keeper.reach(false);
        QCOMPARE(d.server.cancelled, 1);
        QVERIFY(!d.keeper.company().live);
        d.wakeUp.pass(720'000);
        d.keeper.wish({{{d.ticket, Activity::Writes}}, {d.ticket}}); // nobody hears it
        QCOMPARE(d.server.asked.size(), 1); // the cancelled one, whose answer is of no use any more
        d.answer({}, "b", 1);
        QCOMPARE(d.keeper.company().others.size(), 1);
        QCOMPARE(d.keeper.company().heardAt, heardAt);
        // Back again: told and asked afresh, without the old mark.
        d.keeper.reach(true);
        QCOMPARE(d.server.asked.size(), 1);
        QCOMPARE(d.server.asked[0].request.seen, QString());
        QCOMPARE(d.server.asked[0].request.mine.size(), 1);
        d.answer({}, "c", 1);
        QVERIFY(d.keeper.company().live);
        QVERIFY(d.keeper.company().others.isEmpty());
    }

    void failuresAreAnsweredWithPatience()
    {
        Desk d;
        d.keeper.wish({{}, {d.ticket}});
        d.keeper.reach(true);
        d.answer({d.there(0)}, "a", 1'000);
        d.wakeUp.pass(limits::kPresenceRestMs);
        int asked = 0;
        const qint64 start = d.clock.at;
        while (d.clock.at - start < 3'600'000) {
            if (!d.server.asked.isEmpty()) {
                ++asked;
                d.fail(asked % 2 == 0 ? remote::Outcome::ServerFault : remote::Outcome::NotOurAnswer);
                if (asked == 1)
                    QVERIFY(d.keeper.company().live); // one lost answer is no news
            }
            // What is new does not hurry it either.
            d.keeper.wish({{}, {asked % 2 == 0 ? d.ticket : d.other}});
            d.wakeUp.pass(500);
        }
        QVERIFY(!d.keeper.company().live);
        QVERIFY2(asked < 25, qPrintable(QString::number(asked)));
        QVERIFY(asked > 10);
    }

    void aServerWithoutPresenceIsAskedRarely()
    {
        Desk d;
        d.keeper.wish({{}, {d.ticket}});
        d.keeper.reach(true);
        d.fail(remote::Outcome::Refused, {ErrorCode::NotFound, {}, {}});
        d.wakeUp.pass(limits::kBackoffLongestMs - 1);
        QVERIFY(d.server.asked.isEmpty());
        d.wakeUp.pass(1);
        QCOMPARE(d.server.asked.size(), 1);
        d.fail(remote::Outcome::Busy, {ErrorCode::RateLimited, {}, 60'000});
        d.wakeUp.pass(59'999);
        QVERIFY(d.server.asked.isEmpty());
        d.wakeUp.pass(1);
        QCOMPARE(d.server.asked.size(), 1);
    }

    void anAdapterThatCannotIsNeverAsked()
    {
        Desk d;
        d.server.can.presence = false;
        d.keeper.wish({{{d.ticket, Activity::Writes}}, {d.ticket}});
        d.keeper.reach(true);
        d.wakeUp.pass(600'000);
        QVERIFY(d.server.asked.isEmpty());
        QVERIFY(!d.keeper.company().live);
    }

    void aServerThatDoesNotHoldIsNotAskedInALoop()
    {
        Desk d;
        d.keeper.wish({{}, {d.ticket}});
        d.keeper.reach(true);
        d.answer({}, "same", 1);
        d.wakeUp.pass(limits::kPresenceRestMs);
        int asked = 0;
        const qint64 end = d.clock.at + 60'000;
        while (d.clock.at < end) {
            if (!d.server.asked.isEmpty()) {
                ++asked;
                d.answer({}, "same", 1);
            }
            d.wakeUp.pass(100);
        }
        QCOMPARE(asked, 60'000 / limits::kPresenceSlowMs);
    }

    void anAnswerAfterTheEndIsNoHarm()
    {
        ScriptedCompany server;
        FixedClock clock;
        ClockedWakeUp wakeUp(clock);
        {
            PresenceKeeper keeper({server, clock, wakeUp}, {});
            keeper.wish({{}, {TicketId(QUuid::createUuid())}});
            keeper.reach(true);
        }
        QCOMPARE(server.asked.size(), 1);
        server.asked[0].done({remote::Outcome::Ok, {}, {}});
        wakeUp.pass(600'000);
        QCOMPARE(server.asked.size(), 1);
    }

    // ---- what the places of a window amount to -----------------------------------------------

    void leafingThroughIsNotLooking()
    {
        Desk d;
        PresenceBook book;
        const int pane = 0;
        QVERIFY(book.look(&pane, d.ticket, 1'000));
        QVERIFY(book.told(1'000).mine.isEmpty());
        QCOMPARE(book.told(1'000).about, QList<TicketId>{d.ticket}); // heard of at once
        QCOMPARE(book.told(1'000).until, 1'000 + limits::kPresenceStayMs);
        QVERIFY(book.look(&pane, d.other, 1'200));
        const PresenceBook::Told stayed = book.told(1'200 + limits::kPresenceStayMs);
        QCOMPARE(stayed.mine, (QList<wire::PresenceNote>{{d.other, Activity::Looks}}));
        QVERIFY(!stayed.until);
        QVERIFY(!book.look(&pane, d.other, 9'000));
        QVERIFY(book.look(&pane, {}, 9'000));
        QVERIFY(book.told(9'000).mine.isEmpty());
        QVERIFY(book.told(9'000).about.isEmpty());
    }

    void writingBeginsAtOnceAndEndsByItself()
    {
        Desk d;
        PresenceBook book;
        const int pane = 0;
        QVERIFY(!book.write(&pane, 0)); // nothing is open there
        QVERIFY(book.look(&pane, d.ticket, 1'000));
        QVERIFY(book.write(&pane, 1'001));
        QCOMPARE(book.told(1'001).mine, (QList<wire::PresenceNote>{{d.ticket, Activity::Writes}}));
        QVERIFY(!book.write(&pane, 5'000)); // every key is not news
        QCOMPARE(book.told(5'000).until, 5'000 + limits::kPresenceWritingMs);
        QCOMPARE(book.told(5'000 + limits::kPresenceWritingMs).mine.first().activity, Activity::Looks);
        QVERIFY(book.write(&pane, 500'000)); // after a pause it is
        QVERIFY(book.stopWriting(&pane));
        QVERIFY(!book.stopWriting(&pane));
        QCOMPARE(book.told(500'000).mine.first().activity, Activity::Looks);
        QVERIFY(book.write(&pane, 500'001));
        QVERIFY(book.look(&pane, d.other, 500'002)); // another ticket, other words
        QCOMPARE(book.told(600'000).mine, (QList<wire::PresenceNote>{{d.other, Activity::Looks}}));
    }

    void whoDoesNotWantToBeSeenIsNotToldOfButHears()
    {
        Desk d;
        PresenceBook book;
        const int pane = 0;
        QVERIFY(book.look(&pane, d.ticket, 0));
        QVERIFY(book.write(&pane, 0));
        QVERIFY(book.setShown(false));
        QVERIFY(!book.setShown(false));
        QVERIFY(book.told(10'000).mine.isEmpty());
        QVERIFY(!book.told(10'000).until);
        QCOMPARE(book.told(10'000).about.size(), 1);
    }

    void whoIsAwayLooksAtNothing()
    {
        Desk d;
        PresenceBook book;
        const int pane = 0;
        QVERIFY(book.look(&pane, d.ticket, 0));
        QVERIFY(book.setAttentive(false));
        QVERIFY(book.told(10'000).mine.isEmpty());
        QVERIFY(book.write(&pane, 10'000)); // a key brings them back
        QVERIFY(book.stopWriting(&pane));
        QCOMPARE(book.told(10'000).mine.size(), 1);
    }

    void whatLiesOpenIsAskedAboutFirstAndThereIsAnEnd()
    {
        Desk d;
        PresenceBook book;
        const int panes[2] = {};
        QList<TicketId> rows;
        for (int i = 0; i < 2 * limits::kPresenceAsked; ++i)
            rows.append(TicketId(QUuid::createUuidV5(QUuid(), QByteArray::number(i))));
        rows.append(d.ticket);
        QVERIFY(book.follow(&panes[0], rows));
        QVERIFY(!book.follow(&panes[0], rows));
        QVERIFY(book.look(&panes[1], d.ticket, 0));
        const QList<TicketId> about = book.told(0).about;
        QCOMPARE(about.size(), limits::kPresenceAsked);
        QCOMPARE(about.first(), d.ticket);
        QCOMPARE(about.at(1), rows.first());
        QVERIFY(book.forget(&panes[0]));
        QCOMPARE(book.told(0).about, QList<TicketId>{d.ticket});
    }
};

QTEST_APPLESS_MAIN(TestPresenceKeeper)
#include "tst_presencekeeper.moc"
