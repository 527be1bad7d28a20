// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views, canned texts and looks on their way between one person's computers: the real engine
// on both, the real desk between them.
#include "core/store/mentionreads.h"
#include "core/store/ownsync.h"
#include "core/store/savedviewstore.h"
#include "core/store/snippetstore.h"
#include "tests/server/computers.h"

using namespace vigie;
using namespace vigie::server;
using store::PlaceLookStore;
using store::SavedViewStore;
using store::SnippetStore;

class TestOwnThings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everythingReachesThePersonsOtherComputers();
    void whatIsMadeOfflineGoesOutLater();
    void theLaterOfTwoQueriesWinsAndTheOtherStandsBeside();
    void anotherLookAloneLeavesNothingBeside();
    void aMentionThatWasReadIsReadOnEveryComputer();
    void aCannedTextOfTwoComputersIsKeptTwice();
    void anEditOutlivesADeletion_data();
    void anEditOutlivesADeletion();
    void aDeletionReachesTheOthers();
    void aLostAnswerChangesNothingTwice();
    void whatIsChangedWhileItTravelsGoesOutAgain();
    void aComputerThatComesLateGetsEverythingInPages();
    void nobodyGetsAnothersThings();
    void aRestoredServerIsToldEverythingAgain();
    void tooManyThingsAreRefused();

private:
    void settle();
    [[nodiscard]] SavedView view(const QString &name, const QString &query);
    [[nodiscard]] QList<OwnThing> onServer(const Actress &who)
    {
        return w->desk->store().directory().person(who.person.id)
            ? OwnThingRows(w->desk->store().database()).since(who.person.id, 0, 1000).value_or(QList<OwnThing>())
            : QList<OwnThing>();
    }

    std::unique_ptr<World> w;
    std::unique_ptr<Computer> desk;   ///< Ada's computer at work
    std::unique_ptr<Computer> laptop; ///< and the one she takes along
};

void TestOwnThings::init()
{
    w = std::make_unique<World>();
    desk = std::make_unique<Computer>(*w, w->ada.person);
    laptop = std::make_unique<Computer>(*w, w->ada.person);
    settle();
}

void TestOwnThings::cleanup()
{
    laptop.reset();
    desk.reset();
    w.reset();
}

void TestOwnThings::settle()
{
    QVERIFY(settled({desk.get(), laptop.get()}));
}

SavedView TestOwnThings::view(const QString &name, const QString &query)
{
    SavedView made;
    made.id = w->ids.make<SavedViewId>();
    made.name = name;
    made.query = query;
    made.grouping = ViewGrouping::Priority;
    return made;
}

void TestOwnThings::everythingReachesThePersonsOtherComputers()
{
    const SavedView vpn = view(QStringLiteral("VPN"), QStringLiteral("vpn"));
    const SavedView mine = view(QStringLiteral("Mine"), QStringLiteral("owner:me"));
    desk->save(vpn);
    desk->save(mine);
    World::must(desk->views().arrange({mine.id, vpn.id}));
    Snippet hello;
    hello.id = w->ids.make<SnippetId>();
    hello.keyword = QStringLiteral("hello");
    hello.title = QStringLiteral("Greeting");
    hello.body = QStringLiteral("Good morning {{name}}");
    World::must(desk->profile->outbox().own<SnippetStore>().save(hello));
    const PlaceLook look{QStringLiteral("mine"), vpn, NoticeClass::Digest};
    World::must(desk->profile->outbox().own<PlaceLookStore>().save(look));
    desk->driver->ownChanged();
    settle();
    QCOMPARE(laptop->list(), (QStringList{QStringLiteral("Mine: owner:me"), QStringLiteral("VPN: vpn")}));
    QCOMPARE(*laptop->profile->outbox().own<PlaceLookStore>().list(), QList<PlaceLook>{look});
    const auto snippets = laptop->profile->outbox().own<SnippetStore>().list();
    QVERIFY(snippets && snippets->size() == 1);
    QCOMPARE(snippets->first().body, hello.body);
    QVERIFY(laptop->told > 0);
    QCOMPARE(desk->told, 0);
    // Nothing more is said about what both know.
    QVERIFY(desk->profile->outbox().own<store::OwnSync>().unsent()->isEmpty());
    QVERIFY(laptop->profile->outbox().own<store::OwnSync>().unsent()->isEmpty());
}

void TestOwnThings::whatIsMadeOfflineGoesOutLater()
{
    desk->setOnline(false);
    settle();
    desk->save(view(QStringLiteral("VPN"), QStringLiteral("vpn")));
    settle();
    QVERIFY(laptop->list().isEmpty());
    desk->setOnline(true);
    settle();
    QCOMPARE(laptop->list(), QStringList{QStringLiteral("VPN: vpn")});
}

void TestOwnThings::theLaterOfTwoQueriesWinsAndTheOtherStandsBeside()
{
    SavedView both = view(QStringLiteral("VPN"), QStringLiteral("vpn"));
    desk->save(both);
    settle();
    desk->setOnline(false);
    laptop->setOnline(false);
    settle();
    both.query = QStringLiteral("vpn queue:Front");
    desk->save(both);
    both.query = QStringLiteral("vpn owner:me");
    laptop->save(both);
    settle();
    desk->setOnline(true);
    settle();
    laptop->setOnline(true);
    settle();
    const QStringList wanted{QStringLiteral("VPN: vpn owner:me"),
                             QStringLiteral("VPN: vpn queue:Front (aside)")};
    QStringList there = desk->list();
    there.sort();
    QCOMPARE(there, wanted);
    there = laptop->list();
    there.sort();
    QCOMPARE(there, wanted);
}

void TestOwnThings::anotherLookAloneLeavesNothingBeside()
{
    SavedView both = view(QStringLiteral("VPN"), QStringLiteral("vpn"));
    desk->save(both);
    settle();
    desk->setOnline(false);
    laptop->setOnline(false);
    settle();
    both.density = ViewDensity::Compact;
    desk->save(both);
    both.sort = ListSort::DueFirst;
    laptop->save(both);
    desk->setOnline(true);
    settle();
    laptop->setOnline(true);
    settle();
    QCOMPARE(desk->views().list()->size(), 1);
    QCOMPARE(desk->views().list()->first().sort, ListSort::DueFirst);
    QCOMPARE(*laptop->views().list(), *desk->views().list());
}

void TestOwnThings::aMentionThatWasReadIsReadOnEveryComputer()
{
    const auto mention = [this](const TicketId &ticket, qint64 at) {
        Notice made;
        made.message = w->ids.make<MessageId>();
        made.ticket = ticket;
        made.at = at;
        made.asStaff = true;
        made.mention = true;
        return made;
    };
    const TicketId ticket = w->ids.make<TicketId>();
    const QList<Notice> both{mention(ticket, 1'000), mention(ticket, 2'000)};
    QVERIFY(desk->profile->outbox().notices().add(both));
    QVERIFY(laptop->profile->outbox().notices().add(both.first(1)));
    // The one who saw less says so last: nothing becomes unread by that.
    desk->setOnline(false);
    laptop->setOnline(false);
    settle();
    QVERIFY(desk->profile->outbox().notices().markRead(ticket));
    desk->driver->ownChanged();
    QVERIFY(laptop->profile->outbox().notices().markRead(ticket));
    laptop->driver->ownChanged();
    desk->setOnline(true);
    settle();
    laptop->setOnline(true);
    settle();
    for (Computer *one : {desk.get(), laptop.get()})
        QCOMPARE(*store::MentionReads(one->profile->outboxDatabase()).through(ticket), 2'000);
    QVERIFY(laptop->profile->outbox().notices().add(both));
    QVERIFY(laptop->profile->outbox().notices().unread()->isEmpty());
    QCOMPARE(onServer(w->ada).size(), 1);
}

void TestOwnThings::aCannedTextOfTwoComputersIsKeptTwice()
{
    Snippet text;
    text.id = w->ids.make<SnippetId>();
    text.keyword = QStringLiteral("hello");
    text.title = QStringLiteral("Greeting");
    text.body = QStringLiteral("first");
    const auto save = [&text](Computer &on, const char *body) {
        text.body = QLatin1String(body);
        World::must(on.profile->outbox().own<SnippetStore>().save(text));
        on.driver->ownChanged();
    };
    save(*desk, "first");
    settle();
    laptop->setOnline(false);
    settle();
    save(*laptop, "from the train");
    save(*desk, "from the office");
    settle();
    laptop->setOnline(true);
    settle();
    QMap<QString, QString> found;
    const auto all = desk->profile->outbox().own<SnippetStore>().list();
    QVERIFY(all);
    for (const Snippet &one : *all)
        found.insert(one.keyword, one.body);
    QCOMPARE(found, (QMap<QString, QString>{{QStringLiteral("hello"), QStringLiteral("from the train")},
                                            {QStringLiteral("hello-2"), QStringLiteral("from the office")}}));
}

void TestOwnThings::anEditOutlivesADeletion_data()
{
    QTest::addColumn<bool>("deletionFirst");
    QTest::newRow("the deletion arrives first") << true;
    QTest::newRow("the edit arrives first") << false;
}

void TestOwnThings::anEditOutlivesADeletion()
{
    QFETCH(bool, deletionFirst);
    SavedView both = view(QStringLiteral("VPN"), QStringLiteral("vpn"));
    desk->save(both);
    settle();
    desk->setOnline(false);
    laptop->setOnline(false);
    settle();
    desk->remove(both);
    both.query = QStringLiteral("vpn owner:me");
    laptop->save(both);
    Computer *first = deletionFirst ? desk.get() : laptop.get();
    Computer *second = deletionFirst ? laptop.get() : desk.get();
    first->setOnline(true);
    settle();
    second->setOnline(true);
    settle();
    QCOMPARE(desk->list(), QStringList{QStringLiteral("VPN: vpn owner:me")});
    QCOMPARE(laptop->list(), desk->list());
    QVERIFY(desk->profile->outbox().own<store::OwnSync>().unsent()->isEmpty());
}

void TestOwnThings::aDeletionReachesTheOthers()
{
    const SavedView gone = view(QStringLiteral("VPN"), QStringLiteral("vpn"));
    desk->save(gone);
    settle();
    QCOMPARE(laptop->list().size(), 1);
    laptop->remove(gone);
    settle();
    QVERIFY(desk->list().isEmpty());
    QVERIFY(onServer(w->ada).first().gone);
    QVERIFY(onServer(w->ada).first().data.isEmpty());
    // A computer that comes later hears of nothing to show.
    laptop = std::make_unique<Computer>(*w, w->ada.person);
    settle();
    QVERIFY(laptop->list().isEmpty());
}

void TestOwnThings::aLostAnswerChangesNothingTwice()
{
    desk->adapter->losing = true;
    desk->save(view(QStringLiteral("VPN"), QStringLiteral("vpn")));
    settle();
    QCOMPARE(onServer(w->ada).size(), 1);
    desk->adapter->losing = false;
    desk->setOnline(true);
    settle();
    QCOMPARE(onServer(w->ada).size(), 1);
    QCOMPARE(desk->list(), QStringList{QStringLiteral("VPN: vpn")});
    QCOMPARE(laptop->list(), desk->list());
    QVERIFY(desk->profile->outbox().own<store::OwnSync>().unsent()->isEmpty());
}

void TestOwnThings::whatIsChangedWhileItTravelsGoesOutAgain()
{
    SavedView one = view(QStringLiteral("VPN"), QStringLiteral("vpn"));
    desk->save(one); // asked, not answered yet
    one.query = QStringLiteral("vpn owner:me");
    desk->save(one);
    settle();
    QCOMPARE(laptop->list(), QStringList{QStringLiteral("VPN: vpn owner:me")});
    QCOMPARE(desk->list(), laptop->list());
    QVERIFY(desk->profile->outbox().own<store::OwnSync>().unsent()->isEmpty());
}

void TestOwnThings::aComputerThatComesLateGetsEverythingInPages()
{
    for (int i = 0; i < 120; ++i)
        World::must(desk->views().save(view(QString::number(i), QStringLiteral("vpn"))));
    desk->driver->ownChanged();
    settle();
    QCOMPARE(onServer(w->ada).size(), 120);
    QCOMPARE(laptop->list().size(), 120);
    laptop = std::make_unique<Computer>(*w, w->ada.person);
    settle();
    QCOMPARE(laptop->list(), desk->list());
}

void TestOwnThings::nobodyGetsAnothersThings()
{
    const SavedView adas = view(QStringLiteral("VPN"), QStringLiteral("vpn"));
    desk->save(adas);
    settle();
    laptop = std::make_unique<Computer>(*w, w->bert.person);
    settle();
    QVERIFY(laptop->list().isEmpty());
    // The same id is another thing of another person.
    SavedView berts = adas;
    berts.query = QStringLiteral("printer");
    laptop->save(berts);
    settle();
    QCOMPARE(desk->list(), QStringList{QStringLiteral("VPN: vpn")});
    QCOMPARE(laptop->list(), QStringList{QStringLiteral("VPN: printer")});
    QCOMPARE(onServer(w->ada).size(), 1);
    QCOMPARE(onServer(w->bert).size(), 1);
}

void TestOwnThings::aRestoredServerIsToldEverythingAgain()
{
    desk->save(view(QStringLiteral("VPN"), QStringLiteral("vpn")));
    settle();
    World::must(w->desk->store().database().run(QStringLiteral("DELETE FROM own_thing")));
    World::must(w->desk->store().drawEpoch(w->rng));
    desk->setOnline(true);
    laptop->setOnline(true);
    settle();
    desk->setOnline(true);
    settle();
    QCOMPARE(onServer(w->ada).size(), 1);
    QCOMPARE(desk->list(), QStringList{QStringLiteral("VPN: vpn")});
    QCOMPARE(laptop->list(), desk->list());
}

void TestOwnThings::tooManyThingsAreRefused()
{
    World::must(w->desk->store().database().run(
        QStringLiteral("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                       "INSERT INTO own_thing SELECT '%2', 'look', 'place ' || i, i, i, 0, '{}' FROM n")
            .arg(limits::kOwnThings).arg(w->ada.person.id.text())));
    wire::SyncRequest asked = w->ada.request();
    OwnThing one;
    one.id = QStringLiteral("one more");
    one.kind = OwnKind::Look;
    asked.own = {one};
    const auto answer = w->desk->sync(w->ada.caller(), asked);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::TooLarge);
    // What is there can be changed all the same.
    asked.own.first().id = QStringLiteral("place 7");
    asked.own.first().position = 12;
    QVERIFY(w->desk->sync(w->ada.caller(), asked));
}

QTEST_GUILESS_MAIN(TestOwnThings)
#include "tst_ownthings.moc"
