// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/service/noticeservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"
#include "tests/store/storeworld.h"

#include <QSignalSpy>

using namespace vigie;
using store::StoreWorld;

namespace {

constexpr qint64 kHour = 3'600'000;

template<class T>
Result<T> awaited(const QFuture<Result<T>> &future)
{
    std::optional<Result<T>> result;
    QObject context;
    whenDone(future, &context, [&](const Result<T> &found) { result = found; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20'000); }();
    return result.value_or(Result<T>(fail(ErrorCode::Timeout)));
}

/// An agent's profile with tickets, and a server that cannot be reached.
struct Unplugged {
    StoreWorld w;
    qint64 now = SystemClock().nowMs();
    std::shared_ptr<Workspace> workspace;

    explicit Unplugged(const Person &who, const QList<Ticket> &tickets)
    {
        if (!w.reopen() || !w.cache().setMe(who))
            qFatal("no profile");
        QList<wire::Change> changes;
        for (const Ticket &ticket : tickets)
            changes.append(w.said(StoreWorld::queueFeed(ticket.queue), ticket));
        if (!w.apply(who, changes))
            qFatal("no tickets");
        w.profile.reset();
    }
    [[nodiscard]] bool open()
    {
        workspace.reset();
        WorkspaceConfig config;
        config.folder = w.folder.path() + QStringLiteral("/profile");
        config.server = QUrl(QStringLiteral("https://127.0.0.1:9"));
        const auto opened = awaited(Workspace::open(config));
        if (opened)
            workspace = *opened;
        return bool(opened);
    }
    [[nodiscard]] QList<Notice> notices()
    {
        return awaited(workspace->notices().list()).value_or(QList<Notice>());
    }
};

Ticket due(StoreWorld &ids, const Person &who, const QString &title, qint64 warnAt, qint64 dueAt)
{
    Ticket made = ids.ticket(title, who.queues.value(0), 1 + ids.rng.next() % 1000);
    made.owner = who.id;
    made.service.warnAt = warnAt;
    made.service.dueAt = dueAt;
    made.service.dueClock = ClockKind::FirstReply;
    return made;
}

} // namespace

/// Warnings before a clock ends, from this computer's clock and databases alone.
class TestDueWarnings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAgentIsWarnedOnceWithTheNetworkUnplugged()
    {
        StoreWorld ids;
        const qint64 now = SystemClock().nowMs();
        const Ticket soon = due(ids, ids.ben, QStringLiteral("soon"), now - 1000, now + kHour);
        const Ticket later =
            due(ids, ids.ben, QStringLiteral("later"), now + 2 * kHour, now + 3 * kHour);
        Unplugged desk(ids.ben, {soon, later});
        QVERIFY(desk.open());
        QVERIFY(awaited(desk.workspace->tickets().services()));
        // By itself, at the start.
        QTRY_COMPARE(desk.notices().size(), 1);
        const Notice told = desk.notices().first();
        QCOMPARE(told.kind, NoticeKind::Due);
        QCOMPARE(told.ticket, soon.id);
        QCOMPARE(told.title, soon.title);
        QCOMPARE(told.clock, ClockKind::FirstReply);
        QCOMPARE(told.dueAt, soon.service.dueAt);
        QVERIFY(told.asStaff);

        QSignalSpy added(&desk.workspace->notices(), &NoticeService::added);
        const auto next = awaited(desk.workspace->notices().checkDue(now));
        QVERIFY(next);
        QCOMPARE(*next, later.service.warnAt);
        QCOMPARE(added.size(), 0);
        QVERIFY(awaited(desk.workspace->notices().checkDue(now + 2 * kHour)));
        QCOMPARE(added.size(), 1);
        const auto notices = added.first().first().value<QList<Notice>>();
        QCOMPARE(notices.size(), 1);
        QCOMPARE(notices.first().ticket, later.id);
        QCOMPARE(desk.workspace->notices().unread(), 2);

        // Not again after a restart.
        QVERIFY(desk.open());
        QVERIFY(awaited(desk.workspace->notices().checkDue(now + 2 * kHour)));
        QCOMPARE(desk.notices().size(), 2);
    }

    void whatWasToldDoesNotStandInTheWayOfTheRest()
    {
        StoreWorld ids;
        const qint64 now = SystemClock().nowMs();
        QList<Ticket> tickets;
        for (int i = 0; i < 130; ++i)
            tickets.append(due(ids, ids.ben, QStringLiteral("due %1").arg(i), now - 1000,
                               now + kHour + i));
        Unplugged desk(ids.ben, tickets);
        QVERIFY(desk.open());
        // A hundred at once are enough; the next look comes by itself and soon.
        QTRY_COMPARE_WITH_TIMEOUT(desk.workspace->notices().unread(), 130, 20'000);
    }

    void aSnoozedTicketStaysQuietAndIsListed()
    {
        StoreWorld ids;
        const qint64 now = SystemClock().nowMs();
        const Ticket later =
            due(ids, ids.ben, QStringLiteral("later"), now + kHour, now + 2 * kHour);
        Unplugged desk(ids.ben, {later});
        QVERIFY(desk.open());
        QVERIFY(awaited(desk.workspace->notices().snooze(later.id, now + 9 * kHour)));
        QSignalSpy added(&desk.workspace->notices(), &NoticeService::added);
        QVERIFY(awaited(desk.workspace->notices().checkDue(now + kHour)));
        QCOMPARE(added.size(), 1);
        // Snoozed by now, which is what the desktop looks at; kept in the list in any case.
        QCOMPARE(desk.notices().size(), 1);
        QVERIFY(added.first().first().value<QList<Notice>>().first().snoozed);
    }

    void whoeverWaitedIsRemindedOnceWithTheNetworkUnplugged()
    {
        StoreWorld ids;
        const qint64 now = SystemClock().nowMs();
        const auto pending = [&](const QString &title, qint64 until) {
            Ticket made = ids.ticket(title, ids.desk, 1 + ids.rng.next() % 1000);
            made.owner = ids.ben.id;
            made.state = State::WaitingVendor;
            made.pendingUntil = until;
            return made;
        };
        // The computer slept for three weeks.
        const Ticket past = pending(QStringLiteral("past"), now - 21 * 24 * kHour);
        const Ticket later = pending(QStringLiteral("later"), now + kHour);
        Ticket ended = pending(QStringLiteral("ended"), now - kHour);
        ended.state = State::Closed;
        ended.publicState = PublicState::Closed;
        Ticket others = pending(QStringLiteral("others"), now - kHour);
        others.owner = ids.anna.id;
        Unplugged desk(ids.ben, {past, later, ended, others});
        QVERIFY(desk.open());
        // By itself, at the start.
        QTRY_COMPARE(desk.notices().size(), 1);
        const Notice told = desk.notices().first();
        QCOMPARE(told.kind, NoticeKind::Reminder);
        QCOMPARE(told.ticket, past.id);
        QCOMPARE(told.dueAt, past.pendingUntil);
        QVERIFY(told.asStaff);

        QSignalSpy added(&desk.workspace->notices(), &NoticeService::added);
        const auto next = awaited(desk.workspace->notices().checkDue(now));
        QVERIFY(next);
        QCOMPARE(*next, later.pendingUntil);
        QVERIFY(awaited(desk.workspace->notices().checkDue(later.pendingUntil - 1)));
        QCOMPARE(added.size(), 0);
        QVERIFY(awaited(desk.workspace->notices().checkDue(later.pendingUntil)));
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.first().first().value<QList<Notice>>().first().ticket, later.id);

        // Not again after a restart, nor when what was told of long ago is cleared away.
        QVERIFY(desk.open());
        for (const qint64 days : {0, 100, 200})
            QVERIFY(awaited(desk.workspace->notices().checkDue(now + days * 24 * kHour + kHour)));
        QCOMPARE(desk.notices().size(), 2);
    }

    void requestersAreNeverWarned()
    {
        StoreWorld ids;
        const qint64 now = SystemClock().nowMs();
        Person employee = ids.ben;
        Ticket soon = due(ids, ids.ben, QStringLiteral("soon"), now - 1000, now + kHour);
        Unplugged desk(ids.ben, {soon});
        // The same rows, but the person is no longer staff.
        employee.role = Role::Employee;
        QVERIFY(desk.w.reopen());
        VERIFY_OK(desk.w.cache().setMe(employee));
        desk.w.profile.reset();
        QVERIFY(desk.open());
        const auto next = awaited(desk.workspace->notices().checkDue(now));
        QVERIFY(next);
        QCOMPARE(*next, 0);
        QVERIFY(desk.notices().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDueWarnings)
#include "tst_duewarnings.moc"
