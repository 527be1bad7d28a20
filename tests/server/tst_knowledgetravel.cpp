// SPDX-License-Identifier: GPL-3.0-or-later
// The knowledge base on its way between computers: the real engine on each, the real desk between.
#include "core/base/limits.h"
#include "core/store/knowledgereader.h"
#include "tests/server/computers.h"

using namespace vigie;
using namespace vigie::server;

class TestKnowledgeTravel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anArticleReachesAnEmployeeWhenItIsPublished();
    void whatIsWrittenOfflineArrivesOnceAndStaysReadable();
    void twoTextsWrittenOfflineAreBothKept();
    void anArticleForATeamIsForThatTeam();
    void whatIsTakenBackDisappears();
    void anEmployeesFeedKeepsStillWhileDraftsAreWritten();
    void suggestionsAndVotesComeFromEmployees();
    void aLostCacheIsFilledAgain();
    void digestsOfBothSidesAgree();
    void whoeverLeavesTheDeskKeepsNoWordOfIt();
    void noAnswerIsLargerThanItsReaderTakes();

private:
    void settle() { QVERIFY(settled({ada.get(), chief.get(), anna.get(), bert.get()})); }
    Done submit(Computer &at, const QUuid &lane, const ArticleAct &act)
    {
        Op op;
        op.ticket = TicketId(lane);
        op.payload = act;
        const auto written = at.driver->submit({op}, {});
        return written ? Done() : Done(fail(written.error()));
    }
    [[nodiscard]] static store::KnowledgeReader reader(Computer &at)
    {
        return store::KnowledgeReader(at.profile->cacheDatabase());
    }
    [[nodiscard]] static std::optional<Article> seen(Computer &at, const ArticleId &id)
    {
        const auto row = reader(at).article(id);
        return row && *row ? std::optional((*row)->article) : std::nullopt;
    }
    [[nodiscard]] static QString bodyAt(Computer &at, const ArticleId &id)
    {
        const auto row = seen(at, id);
        const auto text = row ? reader(at).revision(row->head) : Result<std::optional<Revision>>(std::nullopt);
        return text && *text ? (*text)->body : QString();
    }
    [[nodiscard]] SaveArticle text(Computer &at, const ArticleId &id, const QString &body,
                                   ArticleReaders readers = ArticleReaders::Everyone)
    {
        SaveArticle save;
        save.revision = w->ids.make<RevisionId>();
        save.title = QStringLiteral("VPN drops");
        save.body = body;
        if (const auto known = seen(at, id)) {
            save.parent = known->head;
        } else {
            save.birth = ArticleBirth{ArticleKind::Procedure, topic, QStringLiteral("en"), {}, readers,
                                      w->front.id, {}};
        }
        return save;
    }
    /// Written by Ada, published by the administrator.
    ArticleId published(const QString &body, ArticleReaders readers = ArticleReaders::Everyone)
    {
        const auto id = w->ids.make<ArticleId>();
        World::must(submit(*ada, id.uuid(), text(*ada, id, body, readers)));
        publishHead(id);
        return id;
    }
    void publishHead(const ArticleId &id)
    {
        World::must(submit(*ada, id.uuid(), MoveArticle{ArticleState::InReview, seen(*ada, id)->head, {}, 0}));
        settle();
        World::must(submit(*chief, id.uuid(), MoveArticle{ArticleState::Published, seen(*chief, id)->head, {}, 0}));
        settle();
    }

    std::unique_ptr<World> w;
    std::unique_ptr<Computer> ada, chief, anna, bert;
    TopicId topic;
};

void TestKnowledgeTravel::init()
{
    w = std::make_unique<World>();
    ada = std::make_unique<Computer>(*w, w->ada.person);
    chief = std::make_unique<Computer>(*w, w->chief.person);
    anna = std::make_unique<Computer>(*w, w->anna.person);
    bert = std::make_unique<Computer>(*w, w->bert.person);
    topic = w->ids.make<TopicId>();
    World::must(submit(*chief, topic.uuid(),
                       SaveTopic{QStringLiteral("Network"), {}, w->ada.person.id, w->bert.person.id, 90, false}));
    settle();
}

void TestKnowledgeTravel::cleanup()
{
    ada.reset();
    chief.reset();
    anna.reset();
    bert.reset();
    w.reset();
}

void TestKnowledgeTravel::anArticleReachesAnEmployeeWhenItIsPublished()
{
    const auto id = w->ids.make<ArticleId>();
    World::must(submit(*ada, id.uuid(), text(*ada, id, QStringLiteral("Restart the tunnel."))));
    QCOMPARE(seen(*ada, id)->state, ArticleState::Draft); // before anything was sent
    settle();
    QCOMPARE(seen(*ada, id)->number, 1);
    QCOMPARE(bodyAt(*bert, id), QStringLiteral("Restart the tunnel."));
    QVERIFY(!seen(*anna, id));
    publishHead(id);
    const auto face = seen(*anna, id);
    QVERIFY(face);
    QCOMPARE(bodyAt(*anna, id), QStringLiteral("Restart the tunnel."));
    QVERIFY(face->headAuthorName.isEmpty());
    const auto hits = reader(*anna).search(QStringLiteral("tunn"), 5);
    QVERIFY(hits && hits->size() == 1);
    QVERIFY(hits->first().excerpt.startsWith(QStringLiteral("Restart the")));
    QCOMPARE(reader(*anna).topics()->size(), 1);
    QVERIFY(reader(*anna).topics()->first().guardian.isNull());
    const auto like = reader(*anna).similar(QStringLiteral("the tunnel needs a restart again"), 3);
    QVERIFY(like && like->size() == 1);
}

void TestKnowledgeTravel::whatIsWrittenOfflineArrivesOnceAndStaysReadable()
{
    ada->setOnline(false);
    const auto id = w->ids.make<ArticleId>();
    World::must(submit(*ada, id.uuid(), text(*ada, id, QStringLiteral("one"))));
    World::must(submit(*ada, id.uuid(), text(*ada, id, QStringLiteral("two"))));
    World::must(submit(*ada, id.uuid(), MoveArticle{ArticleState::InReview, seen(*ada, id)->head, {}, 0}));
    settle();
    QCOMPARE(bodyAt(*ada, id), QStringLiteral("two"));
    QCOMPARE(reader(*ada).history(id)->size(), 2);
    ada->setOnline(true);
    settle();
    QCOMPARE(seen(*chief, id)->state, ArticleState::InReview);
    QCOMPARE(reader(*chief).history(id)->size(), 2);
    QVERIFY(!(*reader(*ada).article(id))->pending);
    QCOMPARE(reader(*ada).history(id)->size(), 2);
    QVERIFY(ada->profile->outbox().live()->isEmpty());
    QCOMPARE(reader(*chief).counts({}, w->clock.nowMs())->toReview, 1);
}

void TestKnowledgeTravel::twoTextsWrittenOfflineAreBothKept()
{
    const ArticleId id = published(QStringLiteral("base"));
    ada->setOnline(false);
    bert->setOnline(false);
    World::must(submit(*ada, id.uuid(), text(*ada, id, QStringLiteral("by ada"))));
    World::must(submit(*bert, id.uuid(), text(*bert, id, QStringLiteral("by bert"))));
    settle();
    ada->setOnline(true);
    settle();
    bert->setOnline(true);
    settle();
    // The same words were changed: Bert's text waits for him, beside Ada's, and is not lost.
    QCOMPARE(bodyAt(*bert, id), QStringLiteral("by ada"));
    const auto live = bert->profile->outbox().live();
    QCOMPARE(live->size(), 1);
    QCOMPARE(live->first().state, store::OpState::Conflict);
    QCOMPARE(live->first().conflict->theirsBy, w->ada.person.name);
    const auto &save = std::get<SaveArticle>(std::get<ArticleAct>(live->first().op.payload));
    QCOMPARE(save.body, QStringLiteral("by bert"));
    World::must(bert->driver->useMine(live->first().op.id));
    settle();
    QCOMPARE(bodyAt(*ada, id), QStringLiteral("by bert"));
    QCOMPARE(reader(*ada).history(id)->size(), 3); // and Ada's is in the history
    QCOMPARE(bodyAt(*anna, id), QStringLiteral("base")); // nobody has published either
}

void TestKnowledgeTravel::anArticleForATeamIsForThatTeam()
{
    const ArticleId id = published(QStringLiteral("front desk only"), ArticleReaders::Team);
    QVERIFY(seen(*ada, id)); // works in the front queue
    QVERIFY(!seen(*bert, id));
    QVERIFY(!seen(*anna, id));
    Person moved = w->bert.person;
    moved.queues = {w->front.id};
    World::must(w->desk->updatePerson(moved));
    bert->setOnline(true);
    settle();
    QCOMPARE(bodyAt(*bert, id), QStringLiteral("front desk only"));
    moved.queues = {w->back.id};
    World::must(w->desk->updatePerson(moved));
    bert->setOnline(true);
    settle();
    QVERIFY(!seen(*bert, id));
    QVERIFY(reader(*bert).history(id)->isEmpty());
    QVERIFY(reader(*bert).search(QStringLiteral("front desk"), 5)->isEmpty());
}

void TestKnowledgeTravel::whatIsTakenBackDisappears()
{
    const ArticleId id = published(QStringLiteral("for all"));
    QVERIFY(seen(*anna, id));
    World::must(submit(*chief, id.uuid(), SetArticle{QStringLiteral("readers"), QStringLiteral("staff")}));
    settle();
    QVERIFY(!seen(*anna, id));
    QVERIFY(reader(*anna).history(id)->isEmpty());
    QCOMPARE(bodyAt(*bert, id), QStringLiteral("for all"));
    World::must(submit(*chief, id.uuid(), SetArticle{QStringLiteral("readers"), QStringLiteral("everyone")}));
    settle();
    QCOMPARE(bodyAt(*anna, id), QStringLiteral("for all"));
    World::must(submit(*chief, id.uuid(), MoveArticle{ArticleState::Archived, seen(*chief, id)->head, {}, 0}));
    settle();
    QVERIFY(!seen(*anna, id));
    QVERIFY(reader(*ada).search(QStringLiteral("for all"), 5)->isEmpty());
    store::ArticleQuery archived;
    archived.which = store::ArticleQuery::Which::Archived;
    QCOMPARE(reader(*ada).list(archived)->size(), 1); // from where it can come back
}

void TestKnowledgeTravel::anEmployeesFeedKeepsStillWhileDraftsAreWritten()
{
    const ArticleId id = published(QStringLiteral("one"));
    const auto before = w->desk->store().feeds().head(readersFeed());
    World::must(submit(*ada, id.uuid(), text(*ada, id, QStringLiteral("two"))));
    const auto other = w->ids.make<ArticleId>();
    World::must(submit(*ada, other.uuid(), text(*ada, other, QStringLiteral("new"))));
    settle();
    QCOMPARE(w->desk->store().feeds().head(readersFeed())->seq, before->seq);
    publishHead(id);
    QCOMPARE(bodyAt(*anna, id), QStringLiteral("two"));
    QCOMPARE(reader(*anna).history(id)->size(), 1); // what it replaced is gone from there
}

void TestKnowledgeTravel::suggestionsAndVotesComeFromEmployees()
{
    const ArticleId id = published(QStringLiteral("one"));
    const auto before = w->desk->store().feeds().head(personFeed(w->anna.person.id));
    anna->setOnline(false);
    World::must(submit(*anna, id.uuid(), JudgeArticle{seen(*anna, id)->published, ArticleVote::Solved,
                                                     QStringLiteral("the menu moved")}));
    SaveArticle better = text(*anna, id, QStringLiteral("one, and better"));
    better.suggestion = true;
    World::must(submit(*anna, id.uuid(), better));
    settle();
    anna->setOnline(true);
    settle();
    const auto now = seen(*ada, id);
    QCOMPARE(now->solved, 1);
    QCOMPARE(now->flags.size(), 1);
    QCOMPARE(now->suggestions.size(), 1);
    QCOMPARE(reader(*ada).counts(w->ada.person.id, w->clock.nowMs())->flagged, 1);
    QCOMPARE(reader(*ada).revision(better.revision)->value().body, QStringLiteral("one, and better"));
    QCOMPARE(bodyAt(*anna, id), QStringLiteral("one"));
    QVERIFY(anna->profile->outbox().live()->isEmpty());
    // Nothing that she reads changed; still a restored server that lost it would be noticed.
    const auto after = w->desk->store().feeds().head(personFeed(w->anna.person.id));
    QVERIFY(after->seq >= before->seq + 2);
}

void TestKnowledgeTravel::aLostCacheIsFilledAgain()
{
    const ArticleId id = published(QStringLiteral("kept"));
    ada->setOnline(false);
    World::must(submit(*ada, id.uuid(), text(*ada, id, QStringLiteral("unsent"))));
    settle();
    World::must(ada->driver->replaceCache());
    ada->setOnline(true);
    settle();
    QCOMPARE(bodyAt(*ada, id), QStringLiteral("unsent"));
    QCOMPARE(reader(*ada).history(id)->size(), 2);
    QVERIFY(ada->profile->outbox().live()->isEmpty());
}

void TestKnowledgeTravel::digestsOfBothSidesAgree()
{
    const ArticleId id = published(QStringLiteral("one"));
    published(QStringLiteral("two"), ArticleReaders::Team);
    World::must(submit(*ada, id.uuid(), text(*ada, id, QStringLiteral("three"))));
    settle();
    publishHead(id);
    for (const auto &[computer, person, feed] :
         {std::tuple(ada.get(), w->ada.person, libraryFeed()), std::tuple(bert.get(), w->bert.person, libraryFeed()),
          std::tuple(anna.get(), w->anna.person, readersFeed())}) {
        const auto there = w->desk->digest(Caller{person.id, computer->profile->device()});
        const auto here = computer->profile->cache().feedDigest(feed);
        QVERIFY(there && here);
        QCOMPARE(*here, there->value(feed).value);
        QVERIFY(there->value(feed).count > 0);
    }
}

void TestKnowledgeTravel::whoeverLeavesTheDeskKeepsNoWordOfIt()
{
    const ArticleId id = published(QStringLiteral("the zanzibarword of the desk"), ArticleReaders::Staff);
    QCOMPARE(bodyAt(*bert, id), QStringLiteral("the zanzibarword of the desk"));
    Person left = w->bert.person;
    left.role = Role::Employee;
    left.queues = {};
    World::must(w->desk->updatePerson(left));
    bert->setOnline(true);
    settle();
    QVERIFY(!seen(*bert, id));
    bert->profile->cacheDatabase().checkpoint();
    QFile cache(bert->profile->cachePath());
    QVERIFY(cache.open(QIODevice::ReadOnly));
    QVERIFY(!cache.readAll().contains("zanzibarword"));
}

/// Letters that JSON writes as six: as large as a text can become on the way. A page that is not yet
/// full must not take the largest one along.
void TestKnowledgeTravel::noAnswerIsLargerThanItsReaderTakes()
{
    const QString most(limits::kArticleBody, QChar(1));
    QList<ArticleId> ids;
    for (int i = 0; i < 3; ++i) {
        ids.append(w->ids.make<ArticleId>());
        const QString body = i % 2 == 0 ? most.left(330'000) : most;
        World::must(submit(*ada, ids.last().uuid(), text(*ada, ids.last(), body)));
    }
    settle();
    wire::SyncRequest asked;
    asked.device = bert->profile->device();
    asked.pull = true;
    bool more = true;
    for (int page = 0; more; ++page) {
        QVERIFY(page < 20);
        const auto answer = w->desk->sync(Caller{w->bert.person.id, asked.device}, asked);
        QVERIFY(answer);
        const qsizetype bytes = json::compact(wire::encode(*answer)).size();
        QVERIFY2(bytes < limits::kJsonBytes, qPrintable(QString::number(bytes)));
        for (const wire::FeedPoint &point : answer->next) {
            asked.feeds.removeIf([&](const wire::FeedState &state) { return state.feed == point.feed; });
            asked.feeds.append({point.feed, point.at, point.at});
        }
        more = answer->more;
    }
    for (const ArticleId &id : std::as_const(ids))
        QVERIFY(bodyAt(*bert, id).size() >= 330'000);
}

QTEST_GUILESS_MAIN(TestKnowledgeTravel)
#include "tst_knowledgetravel.moc"
