// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/sql/migrator.h"
#include "core/store/mentionreads.h"
#include "tests/store/storeworld.h"

using namespace vigie;
using namespace vigie::store;

class TestNotices final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSomebodyWasToldIsKeptAsItWas();
    void aMessageIsToldOnce();
    void theOldestGiveWay();
    void aMentionStaysUntilItWasRead();
    void whatWasReadOnAnotherComputerIsRead();
    void theDigestIsToldOnce();
    void aTicketThatWasOpenedIsRead();
    void snoozesAndQuestionsSurviveARestart();
    void aNewCacheForgetsNothing();
    void anOutboxOfEveryEarlierVersionGetsAnEmptyList();

private:
    [[nodiscard]] static Notice notice(StoreWorld &w, const TicketId &ticket);
};

Notice TestNotices::notice(StoreWorld &w, const TicketId &ticket)
{
    Notice made;
    made.message = w.ids.make<MessageId>();
    made.ticket = ticket;
    made.kind = NoticeKind::State;
    made.title = QStringLiteral("Printer „7“ & more");
    made.number = 1042;
    made.by = QStringLiteral("Ben Lefèvre");
    made.words = QStringLiteral("Please try it");
    made.state = PublicState::Fixed;
    made.score = 2;
    made.at = ++w.clock.at;
    made.asStaff = true;
    return made;
}

void TestNotices::whatSomebodyWasToldIsKeptAsItWas()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const Notice first = notice(w, w.ids.make<TicketId>());
    Notice second = notice(w, w.ids.make<TicketId>());
    second.asStaff = false;
    second.kind = NoticeKind::Rating;
    const auto added = w.outbox().notices().add({first, second});
    VERIFY_OK(added);
    QCOMPARE(*added, (QList<Notice>{first, second}));
    QVERIFY(w.reopen());
    QCOMPARE(*w.outbox().notices().list(), (QList<Notice>{second, first}));
    for (const auto &name : enumNames<NoticeKind>())
        QCOMPARE(*enumFrom<NoticeKind>(QLatin1String(name.name)), name.value);
}

void TestNotices::aMessageIsToldOnce()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const Notice one = notice(w, w.ids.make<TicketId>());
    VERIFY_OK(w.outbox().notices().add({one}));
    VERIFY_OK(w.outbox().notices().markRead(one.ticket));
    const auto again = w.outbox().notices().add({one});
    VERIFY_OK(again);
    QVERIFY(again->isEmpty());
    QCOMPARE(w.outbox().notices().list()->size(), 1);
    QVERIFY(w.outbox().notices().unread()->isEmpty());
}

void TestNotices::theOldestGiveWay()
{
    StoreWorld w;
    w.fullSync = false;
    QVERIFY(w.reopen());
    const TicketId ticket = w.ids.make<TicketId>();
    QList<Notice> many;
    for (int i = 0; i < limits::kNotices + 20; ++i)
        many.append(notice(w, ticket));
    VERIFY_OK(w.outbox().notices().add(many.first(300)));
    VERIFY_OK(w.outbox().notices().add(many.mid(300)));
    const auto kept = w.outbox().notices().list();
    VERIFY_OK(kept);
    QCOMPARE(kept->size(), limits::kNotices);
    QCOMPARE(kept->first(), many.last());
    QCOMPARE(kept->last(), many.at(20));
}

void TestNotices::aMentionStaysUntilItWasRead()
{
    StoreWorld w;
    w.fullSync = false;
    QVERIFY(w.reopen());
    Notice mention = notice(w, w.ids.make<TicketId>());
    mention.mention = true;
    mention.loudness = NoticeClass::Badge;
    mention.isFree = true;
    QList<Notice> many{mention};
    for (int i = 0; i < limits::kNotices + 20; ++i)
        many.append(notice(w, w.ids.make<TicketId>()));
    VERIFY_OK(w.outbox().notices().add(many));
    QVERIFY(*w.outbox().notices().markAllRead());
    QVERIFY(w.reopen());
    QCOMPARE(w.outbox().notices().list()->last(), mention);
    QCOMPARE(*w.outbox().notices().unreadByTicket(),
             (QHash<TicketId, UnreadNotices>{{mention.ticket, {1, 1, 0}}}));
    QVERIFY(*w.outbox().notices().markRead(mention.ticket));
    QVERIFY(w.reopen());
    QVERIFY(w.outbox().notices().unread()->isEmpty());
    QCOMPARE(*MentionReads(w.profile->outboxDatabase()).through(mention.ticket), mention.at);
    // Read, it gives way as others do.
    VERIFY_OK(w.outbox().notices().add({notice(w, w.ids.make<TicketId>())}));
    QCOMPARE(w.outbox().notices().list()->size(), limits::kNotices);
}

void TestNotices::whatWasReadOnAnotherComputerIsRead()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const TicketId ticket = w.ids.make<TicketId>();
    const Notice plain = notice(w, ticket);
    Notice first = notice(w, ticket);
    first.mention = true;
    Notice second = notice(w, ticket);
    second.mention = true;
    const Notice other = notice(w, w.ids.make<TicketId>());
    VERIFY_OK(w.outbox().notices().add({plain, first, other}));
    QVERIFY(w.outbox().notices().takeMentionReads()->isEmpty());
    MentionReads reads(w.profile->outboxDatabase());
    VERIFY_OK(reads.note(ticket, first.at));
    VERIFY_OK(reads.note(ticket, plain.at)); // never goes back
    QCOMPARE(*reads.through(ticket), first.at);
    QCOMPARE(*w.outbox().notices().takeMentionReads(), QList<TicketId>{ticket});
    QCOMPARE(*w.outbox().notices().unread(), QList<TicketId>{other.ticket});
    // One that arrives after it was read elsewhere is read, a later one is not.
    VERIFY_OK(w.outbox().notices().add({second}));
    QCOMPARE(*w.outbox().notices().unread(), (QList<TicketId>{other.ticket, ticket}));
    Notice late = notice(w, ticket);
    late.mention = true;
    VERIFY_OK(reads.note(ticket, late.at));
    const auto added = w.outbox().notices().add({late});
    VERIFY_OK(added);
    QVERIFY(added->first().read);
}

void TestNotices::theDigestIsToldOnce()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    Notice first = notice(w, w.ids.make<TicketId>());
    Notice second = notice(w, w.ids.make<TicketId>());
    Notice later = notice(w, w.ids.make<TicketId>());
    for (Notice *one : {&first, &second, &later})
        one->loudness = NoticeClass::Digest;
    VERIFY_OK(w.outbox().notices().add({first, notice(w, first.ticket), second, later}));
    QVERIFY(*w.outbox().notices().markRead(second.ticket)); // nobody needs to be told any more
    const auto told = w.outbox().notices().takeDigest(later.at);
    VERIFY_OK(told);
    first.loudness = NoticeClass::Badge;
    QCOMPARE(*told, QList<Notice>{first});
    QVERIFY(w.outbox().notices().takeDigest(later.at)->isEmpty());
    QCOMPARE(w.outbox().notices().unreadByTicket()->value(first.ticket), (UnreadNotices{2, 0, 0}));
    QCOMPARE(w.outbox().notices().takeDigest(later.at + 1)->size(), 1);
}

void TestNotices::aTicketThatWasOpenedIsRead()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const TicketId a = w.ids.make<TicketId>();
    const TicketId b = w.ids.make<TicketId>();
    const Notice older = notice(w, a);
    const Notice newer = notice(w, a);
    VERIFY_OK(w.outbox().notices().add({older, newer, notice(w, b)}));
    QCOMPARE(*w.outbox().notices().unread(), (QList<TicketId>{a, a, b}));
    QCOMPARE(**w.outbox().notices().newestUnread(a), newer);
    QCOMPARE(*w.outbox().notices().markRead(a), true);
    QCOMPARE(*w.outbox().notices().markRead(a), false);
    QVERIFY(!*w.outbox().notices().newestUnread(a));
    QCOMPARE(*w.outbox().notices().unread(), QList<TicketId>{b});
    QCOMPARE(*w.outbox().notices().markAllRead(), true);
    QVERIFY(w.outbox().notices().unread()->isEmpty());
}

void TestNotices::snoozesAndQuestionsSurviveARestart()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const TicketId a = w.ids.make<TicketId>();
    const TicketId b = w.ids.make<TicketId>();
    VERIFY_OK(w.outbox().notices().snooze(a, 2'000));
    VERIFY_OK(w.outbox().notices().snooze(b, 1'000));
    VERIFY_OK(w.outbox().notices().snooze(a, 3'000));
    QCOMPARE(*w.outbox().notices().lastAsked(), 0);
    VERIFY_OK(w.outbox().notices().noteAsked(a, 500));
    VERIFY_OK(w.outbox().notices().noteAsked(b, 400));
    QVERIFY(w.reopen());
    QCOMPARE(*w.outbox().notices().snoozes(),
             (QList<NoticeStore::Snooze>{{b, 1'000}, {a, 3'000}}));
    VERIFY_OK(w.outbox().notices().endSnooze(b));
    QCOMPARE(w.outbox().notices().snoozes()->size(), 1);
    QCOMPARE(*w.outbox().notices().lastAsked(), 500);
    QVERIFY(*w.outbox().notices().wasAsked(b));
    QVERIFY(!*w.outbox().notices().wasAsked(w.ids.make<TicketId>()));
}

void TestNotices::aNewCacheForgetsNothing()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const Notice one = notice(w, w.ids.make<TicketId>());
    VERIFY_OK(w.outbox().notices().add({one}));
    VERIFY_OK(w.profile->replaceCache(w.clock.at));
    QCOMPARE(*w.outbox().notices().list(), QList<Notice>{one});
}

void TestNotices::anOutboxOfEveryEarlierVersionGetsAnEmptyList()
{
    const QString scripts = QStringLiteral(":/migrations/client/outbox");
    StoreWorld w;
    QVERIFY(w.reopen()); // registers the compiled-in scripts
    const int newest = sql::newestVersion(scripts);
    QVERIFY(newest >= 3);
    w.profile.reset();
    for (int version = 1; version < newest; ++version) {
        QVERIFY(QFile::remove(w.path("outbox.db")));
        {
            auto old = sql::Database::open(w.path("outbox.db"), sql::Durability::Precious);
            VERIFY_OK(old);
            VERIFY_OK(sql::migrateTo(**old, scripts, version));
            VERIFY_OK((*old)->run(QStringLiteral(
                "INSERT INTO draft (place, json, at) VALUES ('report', '{\"title\":\"x\"}', 1)")));
        }
        QVERIFY(w.reopen());
        QCOMPARE(*sql::schemaVersion(w.profile->outboxDatabase()), newest);
        QVERIFY(w.outbox().notices().list()->isEmpty());
        const Notice one = notice(w, w.ids.make<TicketId>());
        VERIFY_OK(w.outbox().notices().add({one}));
        QCOMPARE(*w.outbox().notices().list(), QList<Notice>{one});
        QCOMPARE(w.outbox().draft(QStringLiteral("report"))->value(QLatin1String("title")).toString(),
                 QStringLiteral("x"));
        w.profile.reset();
    }
}

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
