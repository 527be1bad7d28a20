// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeworld.h"

#include "core/wire/codec.h"

using namespace vigie;
using namespace vigie::store;

/// Pages of the server's feeds.
class TestCachePage : public QObject
{
    Q_OBJECT

private:
    StoreWorld *w = nullptr;
    QString deskFeed;
    QString fieldFeed;
    QString ownFeed;

    [[nodiscard]] bool shows(const Ticket &ticket)
    {
        const auto row = w->reader().row(ticket.id);
        return row && row->has_value();
    }
    [[nodiscard]] wire::Position cursor(const QString &feed)
    {
        const auto meta = w->cache().meta();
        for (const wire::FeedState &state : meta->feeds) {
            if (state.feed == feed)
                return state.cursor;
        }
        return {-1, {}};
    }
    [[nodiscard]] static QString digestOf(const QList<wire::Change> &rows)
    {
        QByteArray total(32, '\0');
        for (const wire::Change &row : rows) {
            const QByteArray one = wire::rowDigest(nameOf(row.kind), row.data);
            for (int i = 0; i < 32; ++i)
                total[i] = char(total[i] ^ one[i]);
        }
        return QString::fromLatin1(total.toHex());
    }
    [[nodiscard]] bool fileHolds(const QByteArray &canary)
    {
        for (const char *name : {"cache.db", "cache.db-wal"}) {
            QFile file(w->path(name));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(canary))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void aPageBringsRowsAndMovesTheCursor();
    void anOldAnswerChangesNothing();
    void aTimeTravelAnswerIsAnErrorAndChangesNothing();
    void anAnswerOfAnotherEpochChangesNothing();
    void malformedRowsAreLeftOut();
    void goneRemovesATicketOnlyFromTheQueueItIsIn();
    void aTicketThatMovedIsNotLostWhateverTheOrder();
    void goneFromThePersonalFeedTakesOnlyWhatCameFromThere();
    void anOwnRequestComesBackAfterItLeftOurQueues();
    void theQueuesRowWinsOverTheRequestersFace();
    void aLostQueueIsForgottenToTheLastByte();
    void damagedCopiesGoWithALostQueue();
    void aMessageMayArriveBeforeItsTicket();
    void arrivalsAreWhatOthersWriteAndDo();
    void theFirstFillIsNotAnArrival();
    void digestsCountWhatWasReceived();
    void aResyncKeepsRowsUntilItEnds();
    void whatALostHistoryBroughtGoesThoughAQueueIsGainedMeanwhile();
    void aResyncKeepsUnsentWork();
    void theHighWaterMarkOnlyRises();
    void whoIAmIsFresh();
    void aReaderSeesWholePagesWhileTheWriterWorks();
};

void TestCachePage::init()
{
    w = new StoreWorld;
    QVERIFY(w->reopen());
    deskFeed = StoreWorld::queueFeed(w->desk);
    fieldFeed = StoreWorld::queueFeed(w->field);
    ownFeed = StoreWorld::personFeed(w->ben);
}

void TestCachePage::cleanup()
{
    delete w;
    w = nullptr;
}

void TestCachePage::aPageBringsRowsAndMovesTheCursor()
{
    const Ticket ticket = w->ticket(QStringLiteral("Printer"), w->desk, 7);
    const Message words = w->message(ticket, w->anna, QStringLiteral("It beeps"));
    Queue line;
    line.id = w->desk;
    line.name = QStringLiteral("Desk");
    const auto change = w->apply(w->ben, {w->said(deskFeed, ticket), w->said(deskFeed, words),
                                          w->said(StoreWorld::staffFeed(), w->anna),
                                          w->said(StoreWorld::staffFeed(), w->ben),
                                          w->said(StoreWorld::staffFeed(), line)});
    VERIFY_OK(change);
    QVERIFY(change->tickets.contains(ticket.id));
    QVERIFY(change->directory);
    QCOMPARE(**w->reader().ticket(ticket.id), ticket);
    QCOMPARE(*w->reader().thread(ticket.id), QList<Message>({words}));
    QCOMPARE(**w->reader().person(w->anna.id), w->anna);
    QCOMPARE(*w->reader().queues(), QList<Queue>({line}));
    QCOMPARE(*w->reader().staffOf(w->desk), QList<Person>({w->ben}));
    QCOMPARE(cursor(deskFeed), (wire::Position{2, QStringLiteral("c2")}));
    QCOMPARE(cursor(fieldFeed), wire::Position());
    const auto meta = w->cache().meta();
    QCOMPARE(meta->epoch, QStringLiteral("epoch-1"));
    QCOMPARE(meta->me, w->ben);
    QCOMPARE(meta->intakeQueue, w->desk);
    // What was read is also the newest heard of.
    for (const wire::FeedState &state : meta->feeds)
        QCOMPARE(state.highWater, state.cursor);
}

void TestCachePage::anOldAnswerChangesNothing()
{
    const Ticket first = w->ticket(QStringLiteral("First"), w->desk, 1);
    const wire::SyncRequest asked = w->request();
    const wire::SyncResponse answer = w->page(w->ben, {w->said(deskFeed, first)});
    VERIFY_OK(w->cache().applyPage(asked, answer, {}));
    Ticket newer = first;
    newer.title = QStringLiteral("Newer");
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, newer)}));
    const wire::Position before = cursor(deskFeed);
    const auto late = w->cache().applyPage(asked, answer, {});
    VERIFY_OK(late);
    QVERIFY(late->isEmpty());
    QCOMPARE((*w->reader().ticket(first.id))->title, QStringLiteral("Newer"));
    QCOMPARE(cursor(deskFeed), before);
}

void TestCachePage::aTimeTravelAnswerIsAnErrorAndChangesNothing()
{
    const Ticket ticket = w->ticket(QStringLiteral("First"), w->desk, 1);
    wire::SyncResponse answer = w->page(w->ben, {w->said(deskFeed, ticket)});
    answer.timeTravel = true;
    const auto applied = w->cache().applyPage(w->request(), answer, {});
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, ErrorCode::TimeTravel);
    QVERIFY(!shows(ticket));
    QVERIFY(w->cache().meta()->feeds.isEmpty());
}

void TestCachePage::anAnswerOfAnotherEpochChangesNothing()
{
    VERIFY_OK(w->apply(w->ben, {}));
    const Ticket ticket = w->ticket(QStringLiteral("First"), w->desk, 1);
    wire::SyncResponse answer = w->page(w->ben, {w->said(deskFeed, ticket)});
    answer.epoch = QStringLiteral("epoch-2");
    const auto applied = w->cache().applyPage(w->request(), answer, {});
    VERIFY_OK(applied);
    QVERIFY(applied->isEmpty());
    QVERIFY(!shows(ticket));
}

void TestCachePage::malformedRowsAreLeftOut()
{
    const Ticket good = w->ticket(QStringLiteral("Good"), w->desk, 1);
    const Ticket bad = w->ticket(QStringLiteral("Bad"), w->desk, 2);
    const Ticket liar = w->ticket(QStringLiteral("Liar"), w->desk, 3);
    wire::Change broken = w->said(deskFeed, bad);
    broken.data.insert(QStringLiteral("state"), QStringLiteral("no such state"));
    wire::Change lying = w->said(deskFeed, liar);
    lying.id = good.id.text();
    wire::Change stranger = w->said(deskFeed, liar);
    stranger.feed = QStringLiteral("q/not-mine");
    wire::Change message = w->said(deskFeed, w->message(good, w->anna, QStringLiteral("x")));
    message.data.remove(QStringLiteral("author"));
    VERIFY_OK(w->apply(w->ben, {broken, lying, w->said(deskFeed, good), message, stranger}));
    QVERIFY(shows(good));
    QCOMPARE((*w->reader().ticket(good.id))->title, QStringLiteral("Good"));
    QVERIFY(!shows(bad));
    QVERIFY(!shows(liar));
    QVERIFY(w->reader().thread(good.id)->isEmpty());
}

void TestCachePage::goneRemovesATicketOnlyFromTheQueueItIsIn()
{
    const Ticket stays = w->ticket(QStringLiteral("Stays"), w->desk, 1);
    const Ticket leaves = w->ticket(QStringLiteral("Leaves"), w->desk, 2);
    const Message words = w->message(leaves, w->anna, QStringLiteral("farewell"));
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, stays), w->said(deskFeed, leaves),
                                w->said(deskFeed, words)}));
    VERIFY_OK(w->apply(w->ben, {w->gone(fieldFeed, stays.id), w->gone(deskFeed, leaves.id),
                                w->gone(deskFeed, w->ids.make<TicketId>())}));
    QVERIFY(shows(stays));
    QVERIFY(!shows(leaves));
    QVERIFY(w->reader().thread(leaves.id)->isEmpty());
    QVERIFY(w->reader().search(QStringLiteral("farewell"), 5)->isEmpty());
    QVERIFY(w->reader().search(QStringLiteral("Leaves"), 5)->isEmpty());
    QCOMPARE(w->reader().counts(w->ben.id)->all, 1);
}

void TestCachePage::aTicketThatMovedIsNotLostWhateverTheOrder()
{
    Ticket ticket = w->ticket(QStringLiteral("Nomad"), w->desk, 1);
    const Message words = w->message(ticket, w->anna, QStringLiteral("hello"));
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, ticket), w->said(deskFeed, words)}));
    ticket.queue = w->field;
    VERIFY_OK(w->apply(w->ben, {w->said(fieldFeed, ticket), w->said(fieldFeed, words),
                                w->gone(deskFeed, ticket.id)}));
    QVERIFY(shows(ticket));
    QCOMPARE(w->bodies(ticket.id).size(), 1);
    ticket.queue = w->desk;
    VERIFY_OK(w->apply(w->ben, {w->gone(fieldFeed, ticket.id), w->said(deskFeed, ticket),
                                w->said(deskFeed, words)}));
    QVERIFY(shows(ticket));
    QCOMPARE(w->bodies(ticket.id).size(), 1);
    const auto counts = w->reader().counts(w->ben.id);
    QCOMPARE(counts->queues.value(w->desk), 1);
    QCOMPARE(counts->queues.value(w->field), 0);
}

void TestCachePage::goneFromThePersonalFeedTakesOnlyWhatCameFromThere()
{
    const Ticket full = w->ticket(QStringLiteral("Full"), w->desk, 1);
    Ticket own = w->ticket(QStringLiteral("Own"), w->ids.make<QueueId>(), 2);
    own.requester = w->ben.id;
    own = forRequester(own, w->ben.id);
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, full), w->said(ownFeed, own)}));
    QVERIFY(shows(own));
    VERIFY_OK(w->apply(w->ben, {w->gone(ownFeed, full.id), w->gone(ownFeed, own.id)}));
    QVERIFY(shows(full));
    QVERIFY(!shows(own));
}

void TestCachePage::anOwnRequestComesBackAfterItLeftOurQueues()
{
    Ticket ticket = w->ticket(QStringLiteral("Mine"), w->desk, 1);
    ticket.requester = w->ben.id;
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, ticket)}));
    const Ticket face = forRequester(ticket, w->ben.id);
    // The face comes first and must not be lost behind the full row that is about to go.
    VERIFY_OK(w->apply(w->ben, {w->said(ownFeed, face), w->gone(deskFeed, ticket.id)}));
    QCOMPARE(cursor(ownFeed), wire::Position()); // to be read again
    w->heads[ownFeed] = 0;
    VERIFY_OK(w->apply(w->ben, {w->said(ownFeed, face)}));
    QCOMPARE(**w->reader().ticket(ticket.id), face);
}

void TestCachePage::theQueuesRowWinsOverTheRequestersFace()
{
    Ticket ticket = w->ticket(QStringLiteral("Both"), w->desk, 1);
    ticket.requester = w->ben.id;
    ticket.state = State::WaitingVendor;
    const Ticket face = forRequester(ticket, w->ben.id);
    VERIFY_OK(w->apply(w->ben, {w->said(ownFeed, face)}));
    QCOMPARE(**w->reader().ticket(ticket.id), face);
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, ticket)}));
    QCOMPARE(**w->reader().ticket(ticket.id), ticket);
    VERIFY_OK(w->apply(w->ben, {w->said(ownFeed, face)}));
    QCOMPARE(**w->reader().ticket(ticket.id), ticket);
}

void TestCachePage::aLostQueueIsForgottenToTheLastByte()
{
    const QByteArray canary("Zugzwangcanary");
    Ticket secret = w->ticket(QString::fromLatin1(canary) + QStringLiteral(" title"), w->field, 1);
    const Message note = w->message(secret, w->ben, QStringLiteral("note ") + QString::fromLatin1(canary),
                                    MessageKind::Note);
    const Ticket kept = w->ticket(QStringLiteral("Kept"), w->desk, 2);
    const Message keptWords = w->message(kept, w->anna, QStringLiteral("still findable"));
    QList<wire::Change> changes{w->said(fieldFeed, secret), w->said(fieldFeed, note),
                                w->said(deskFeed, kept), w->said(deskFeed, keptWords)};
    for (int i = 0; i < 300; ++i) {
        changes.append(w->said(fieldFeed, w->message(secret, w->anna,
                                                     QString::fromLatin1(canary)
                                                         + QString::number(i * 7919))));
    }
    VERIFY_OK(w->apply(w->ben, changes));
    // Work of one's own on top keeps a second copy of the row.
    VERIFY_OK(w->send(w->op(secret.id, EditTags{{QStringLiteral("x")}, {}})));
    QVERIFY(fileHolds(canary.toLower()) || fileHolds(canary));
    w->ben.queues = {w->desk};
    const auto change = w->apply(w->ben, {});
    VERIFY_OK(change);
    QVERIFY(change->everything);
    QVERIFY(!shows(secret));
    QVERIFY(shows(kept));
    QCOMPARE(w->reader().search(QStringLiteral("findable"), 5)->size(), 1);
    QVERIFY(w->reader().search(QString::fromLatin1(canary), 5)->isEmpty());
    QCOMPARE(cursor(fieldFeed).seq, -1);
    QVERIFY(!fileHolds(canary));
    QVERIFY(!fileHolds(canary.toLower())); // as the index spells it
    QVERIFY(!fileHolds(canary.mid(4)));
}

void TestCachePage::damagedCopiesGoWithALostQueue()
{
    VERIFY_OK(w->apply(w->ben, {}));
    QFile aside(w->path("cache.db.damaged-1"));
    QVERIFY(aside.open(QIODevice::WriteOnly));
    aside.close();
    w->ben.queues = {w->desk};
    VERIFY_OK(w->apply(w->ben, {}));
    QVERIFY(!aside.exists());
}

void TestCachePage::aMessageMayArriveBeforeItsTicket()
{
    const Ticket ticket = w->ticket(QStringLiteral("Late"), w->desk, 1);
    const Message words = w->message(ticket, w->anna, QStringLiteral("early"));
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, words)}));
    QVERIFY(!shows(ticket));
    QVERIFY(w->reader().search(QStringLiteral("early"), 5)->isEmpty()); // nothing to open yet
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, ticket)}));
    QCOMPARE((*w->reader().row(ticket.id))->messages, 1);
    QCOMPARE(w->reader().search(QStringLiteral("early"), 5)->size(), 1);
}

void TestCachePage::arrivalsAreWhatOthersWriteAndDo()
{
    const Ticket ticket = w->ticket(QStringLiteral("Talk"), w->desk, 1);
    const Message first = w->message(ticket, w->anna, QStringLiteral("one"));
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, ticket), w->said(deskFeed, first)}));
    const Message old = [&] {
        Message made = w->message(ticket, w->anna, QStringLiteral("from another queue"));
        made.receivedAt = first.receivedAt - 1000;
        return made;
    }();
    const Message two = w->message(ticket, w->anna, QStringLiteral("two"));
    Message three = w->message(ticket, w->anna, QStringLiteral("three"));
    three.receivedAt = two.receivedAt;
    const Message mine = w->message(ticket, w->ben, QStringLiteral("mine"));
    Message event = w->message(ticket, w->anna, {}, MessageKind::Event);
    event.event = QStringLiteral("field");
    Message moved = w->message(ticket, w->anna, {}, MessageKind::Event);
    moved.event = QStringLiteral("public-state");
    const auto change = w->apply(
        w->ben, {w->said(deskFeed, old), w->said(deskFeed, two), w->said(deskFeed, three),
                 w->said(deskFeed, mine), w->said(deskFeed, event), w->said(deskFeed, moved),
                 w->said(deskFeed, first)});
    VERIFY_OK(change);
    QCOMPARE(change->arrived, QList<Message>({two, three, moved}));
}

void TestCachePage::theFirstFillIsNotAnArrival()
{
    const Ticket ticket = w->ticket(QStringLiteral("Old"), w->desk, 1);
    const auto change = w->apply(
        w->ben, {w->said(deskFeed, ticket),
                 w->said(deskFeed, w->message(ticket, w->anna, QStringLiteral("long ago")))});
    VERIFY_OK(change);
    QVERIFY(change->arrived.isEmpty());
}

void TestCachePage::digestsCountWhatWasReceived()
{
    const QString nothing = QString(64, QLatin1Char('0'));
    QCOMPARE(*w->cache().feedDigest(deskFeed), nothing);
    Ticket ticket = w->ticket(QStringLiteral("A"), w->desk, 1);
    const wire::Change outdated = w->said(deskFeed, ticket);
    ticket.title = QStringLiteral("B");
    const wire::Change current = w->said(deskFeed, ticket);
    const wire::Change words = w->said(deskFeed, w->message(ticket, w->anna, QStringLiteral("x")));
    VERIFY_OK(w->apply(w->ben, {outdated, words, current}));
    QCOMPARE(*w->cache().feedDigest(deskFeed), digestOf({current, words}));
    // One's own work on top is not the server's.
    VERIFY_OK(w->send(w->reply(ticket.id, QStringLiteral("pending"))));
    QCOMPARE(*w->cache().feedDigest(deskFeed), digestOf({current, words}));
    VERIFY_OK(w->apply(w->ben, {w->gone(deskFeed, ticket.id)}));
    QCOMPARE(*w->cache().feedDigest(deskFeed), nothing);
}

void TestCachePage::aResyncKeepsRowsUntilItEnds()
{
    const Ticket stays = w->ticket(QStringLiteral("Stays"), w->desk, 1);
    const Ticket lost = w->ticket(QStringLiteral("Lost"), w->desk, 2);
    const Message lostWords = w->message(stays, w->anna, QStringLiteral("lost words"));
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, stays), w->said(deskFeed, lost),
                                w->said(deskFeed, lostWords),
                                w->said(StoreWorld::staffFeed(), w->anna)}));
    VERIFY_OK(w->cache().beginResync(QStringLiteral("epoch-2")));
    QVERIFY(w->cache().meta()->resyncing);
    QCOMPARE(cursor(deskFeed), wire::Position());
    QVERIFY(shows(lost));
    w->heads.clear();
    wire::SyncResponse first = w->page(w->ben, {w->said(deskFeed, stays)});
    first.epoch = QStringLiteral("epoch-2");
    first.more = true;
    const auto partly = w->cache().applyPage(w->request(), first, {});
    VERIFY_OK(partly);
    QVERIFY(partly->arrived.isEmpty());
    QVERIFY(shows(lost));
    wire::SyncResponse last = w->page(w->ben, {});
    last.epoch = QStringLiteral("epoch-2");
    VERIFY_OK(w->cache().applyPage(w->request(), last, {}));
    QVERIFY(!w->cache().meta()->resyncing);
    QVERIFY(shows(stays));
    QVERIFY(!shows(lost));
    QVERIFY(w->reader().thread(stays.id)->isEmpty());
    QVERIFY(!w->reader().person(w->anna.id)->has_value());
    QCOMPARE((*w->reader().row(stays.id))->messages, 0);
}

void TestCachePage::whatALostHistoryBroughtGoesThoughAQueueIsGainedMeanwhile()
{
    Person deskOnly = w->ben;
    deskOnly.queues = {w->desk};
    Ticket own = w->ticket(QStringLiteral("Own"), w->field, 1);
    own.requester = w->ben.id;
    own = forRequester(own, w->ben.id);
    const Message words = w->message(own, w->ben, QStringLiteral("lost words"));
    VERIFY_OK(w->apply(deskOnly, {w->said(ownFeed, own), w->said(ownFeed, words)}));
    QVERIFY(shows(own));
    QCOMPARE(w->bodies(own.id), QStringList{QStringLiteral("lost words")});
    VERIFY_OK(w->cache().beginResync(QStringLiteral("epoch-2")));
    w->heads.clear();
    Person both = w->ben;
    both.queues = {w->desk, w->field};
    wire::SyncResponse page = w->page(both, {});
    page.epoch = QStringLiteral("epoch-2");
    VERIFY_OK(w->cache().applyPage(w->request(), page, {}));
    QVERIFY(!w->cache().meta()->resyncing);
    QVERIFY(!shows(own));
    QVERIFY(w->bodies(own.id).isEmpty());
}

void TestCachePage::aResyncKeepsUnsentWork()
{
    const TicketId local = w->ids.make<TicketId>();
    VERIFY_OK(w->apply(w->ben, {}));
    VERIFY_OK(w->send(w->report(local, QStringLiteral("Local"), w->ben)));
    const Ticket known = w->ticket(QStringLiteral("Known"), w->desk, 1);
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, known)}));
    VERIFY_OK(w->send(w->reply(known.id, QStringLiteral("Waiting"))));
    VERIFY_OK(w->cache().beginResync(QStringLiteral("epoch-2")));
    w->heads.clear();
    wire::SyncResponse last = w->page(w->ben, {w->said(deskFeed, known)});
    last.epoch = QStringLiteral("epoch-2");
    VERIFY_OK(w->cache().applyPage(w->request(), last, *w->outbox().live()));
    QVERIFY(w->reader().row(local)->has_value());
    QCOMPARE(w->bodies(known.id), QStringList({QStringLiteral("Waiting")}));
}

void TestCachePage::theHighWaterMarkOnlyRises()
{
    VERIFY_OK(w->apply(w->ben, {}));
    const auto high = [&] {
        const auto meta = w->cache().meta();
        for (const wire::FeedState &state : meta->feeds) {
            if (state.feed == deskFeed)
                return state.highWater;
        }
        return wire::Position{-1, {}};
    };
    const QString epoch = QStringLiteral("epoch-1");
    VERIFY_OK(w->cache().noteHighWater(epoch, {{deskFeed, {5, QStringLiteral("five")}}}));
    VERIFY_OK(w->cache().noteHighWater(epoch, {{deskFeed, {3, QStringLiteral("three")}}}));
    QCOMPARE(high(), (wire::Position{5, QStringLiteral("five")}));
    VERIFY_OK(w->cache().noteHighWater(QStringLiteral("other"), {{deskFeed, {9, {}}}}));
    QCOMPARE(high().seq, 5);
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, w->ticket(QStringLiteral("T"), w->desk, 1))}));
    QCOMPARE(high().seq, 5);
    QCOMPARE(cursor(deskFeed).seq, 1);
}

void TestCachePage::whoIAmIsFresh()
{
    const Ticket ticket = w->ticket(QStringLiteral("T"), w->desk, 1);
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, ticket)}));
    w->ben.name = QStringLiteral("Benjamin");
    auto change = w->apply(w->ben, {});
    VERIFY_OK(change);
    QVERIFY(change->directory);
    QCOMPARE(w->cache().meta()->me.name, QStringLiteral("Benjamin"));
    change = w->apply(w->ben, {});
    VERIFY_OK(change);
    QVERIFY(change->isEmpty());
}

void TestCachePage::aReaderSeesWholePagesWhileTheWriterWorks()
{
    const Ticket ticket = w->ticket(QStringLiteral("Before"), w->desk, 1);
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, ticket)}));
    auto second = sql::Database::open(w->profile->cachePath(), sql::Durability::Disposable,
                                      sql::Access::ReadOnly);
    VERIFY_OK(second);
    const CacheReader reader(**second);
    bool looked = false;
    w->profile->cacheDatabase().faultHook = [&](const QString &statement) -> Done {
        if (statement == QLatin1String("COMMIT")) {
            const auto seen = reader.ticket(ticket.id);
            looked = seen && *seen && (*seen)->title == QStringLiteral("Before");
        }
        return {};
    };
    Ticket after = ticket;
    after.title = QStringLiteral("After");
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, after)}));
    w->profile->cacheDatabase().faultHook = nullptr;
    QVERIFY(looked);
    QCOMPARE((*reader.ticket(ticket.id))->title, QStringLiteral("After"));
    QCOMPARE(reader.list({})->size(), 1);
    QCOMPARE(reader.search(QStringLiteral("after"), 5)->size(), 1);
    QVERIFY(!(*second)->run(QStringLiteral("DELETE FROM ticket")));
}

QTEST_GUILESS_MAIN(TestCachePage)
#include "tst_cachepage.moc"
