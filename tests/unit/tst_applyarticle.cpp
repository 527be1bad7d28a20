// SPDX-License-Identifier: GPL-3.0-or-later
// The knowledge base: who may do what to an article, and what becomes of it.
#include "core/base/json.h"
#include "core/base/rng.h"
#include "core/ops/applyarticle.h"
#include "core/ops/opcodec.h"
#include "tests/support/fixedclock.h"

#include <QTest>

using namespace vigie;

class TestApplyArticle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyActSurvivesItsJson();
    void anArticleAndATextSurviveTheirJson();
    void aTextGoesFromDraftToPublished();
    void nobodyReviewsTheirOwnText();
    void onlyWhoKeepsTheTopicPublishes();
    void nothingIsPublishedWithoutGuardianAndDeputy();
    void aPublishedTextStaysWhileTheNextIsWritten();
    void aStepForAnOlderTextIsAConflict();
    void textsOnDifferentPlacesAreMergedAndOthersAConflict();
    void aTextThatIsThereAlreadyChangesNothing();
    void employeesSuggestAndSeeOnlyWhatIsPublished();
    void aSuggestionLeavesWhenItIsTakenOverOrDeclined();
    void aLaterVoteReplacesTheEarlierOne();
    void flagsAreSettledByConfirmingThatItIsTrue();
    void whatIsArchivedComesBackAsADraft();
    void topicsHangInATreeWithoutCircles();
    void aTopicInUseIsNotRemovedAndKeepsItsKeepers();
    void aFieldSomebodyElseChangedIsAConflict();
    void aReadersFaceSaysNothingOfDraftsOrPeople();

private:
    [[nodiscard]] Actor actor(Role role, const char *name)
    {
        Actor made;
        made.id = ids.make<PersonId>();
        made.name = QLatin1String(name);
        made.role = role;
        return made;
    }
    [[nodiscard]] Op op(const ArticleAct &act, const QUuid &lane)
    {
        Op made;
        made.id = ids.make<OpId>();
        made.device = ids.make<DeviceId>();
        made.ticket = TicketId(lane);
        made.payload = act;
        made.writtenAt = clock.nowMs();
        const auto shelf = topics.constFind(TopicId(lane));
        made.base = baseForArticle(act, scene.article,
                                   shelf == topics.cend() ? std::nullopt : std::optional(*shelf));
        return made;
    }
    /// Does it as the server would, and keeps what came of it.
    ArticleOutcome does(const Actor &who, const ArticleAct &act)
    {
        return does(who, op(act, article.uuid()));
    }
    ArticleOutcome does(const Actor &who, const Op &written)
    {
        ArticleContext context;
        context.mode = ApplyContext::Mode::Authoritative;
        context.actor = who;
        context.now = clock.nowMs();
        context.nextNumber = 12;
        context.person = [this](const PersonId &id) -> std::optional<Person> {
            for (const Actor &one : {anna, ben, gus, dora, chief}) {
                if (one.id == id)
                    return Person{one.id, {}, one.name, {}, {}, {}, {}, one.role, {}, true, 0};
            }
            return std::nullopt;
        };
        context.topic = [this](const TopicId &id) -> std::optional<Topic> {
            return topics.contains(id) ? std::optional(topics.value(id)) : std::nullopt;
        };
        context.revision = [this](const RevisionId &id) -> std::optional<Revision> {
            return texts.contains(id) ? std::optional(texts.value(id)) : std::nullopt;
        };
        context.articlesIn = [this](const TopicId &id) {
            const bool here = scene.exists && scene.article.topic == id;
            return ArticleContext::Count{here ? 1 : 0, here && scene.article.isPublished() ? 1 : 0};
        };
        context.merge = [](const QString &, const QString &theirs, const QString &mine) {
            // Stands for a merge: words in capitals overlap.
            const bool overlap = theirs == theirs.toUpper() || mine == mine.toUpper();
            return overlap ? std::nullopt : std::optional(theirs + QLatin1Char('|') + mine);
        };
        const auto *act = std::get_if<ArticleAct>(&written.payload);
        const bool isTopic = std::holds_alternative<SaveTopic>(*act);
        ArticleScene before = scene;
        if (isTopic) {
            before = {};
            const auto known = topics.constFind(TopicId(written.ticket.uuid()));
            before.exists = known != topics.cend();
            if (before.exists)
                before.topic = *known;
        } else {
            before.vote = votes.value(who.id, ArticleVote::None);
        }
        const ArticleOutcome outcome = applyArticle(before, written, context);
        if (outcome.verdict != Verdict::Applied && outcome.verdict != Verdict::Merged)
            return outcome;
        if (isTopic) {
            topics.insert(outcome.topic->id, *outcome.topic);
        } else {
            scene.exists = true;
            scene.article = outcome.article;
            for (const Revision &text : outcome.revisions)
                texts.insert(text.id, text);
            if (outcome.vote)
                votes.insert(who.id, *outcome.vote);
        }
        return outcome;
    }
    [[nodiscard]] SaveArticle text(const QString &body)
    {
        SaveArticle save;
        save.revision = ids.make<RevisionId>();
        save.parent = scene.article.head;
        save.title = QStringLiteral("VPN");
        save.body = body;
        if (!scene.exists)
            save.birth = ArticleBirth{ArticleKind::Procedure, topic, QStringLiteral("en"), {}, {}, {}, {}};
        return save;
    }
    [[nodiscard]] MoveArticle step(ArticleState to, const char *note = "")
    {
        return {to, scene.article.head, QLatin1String(note), 0};
    }
    /// Written by Ben, reviewed and published by Gus.
    void publish(const QString &body)
    {
        QCOMPARE(does(ben, text(body)).verdict, Verdict::Applied);
        QCOMPARE(does(ben, step(ArticleState::InReview)).verdict, Verdict::Applied);
        QCOMPARE(does(gus, step(ArticleState::Published)).verdict, Verdict::Applied);
    }
    void saveTopic(const PersonId &guardian, const PersonId &deputy)
    {
        SaveTopic save;
        save.name = QStringLiteral("Network");
        save.guardian = guardian;
        save.deputy = deputy;
        save.reviewDays = 90;
        QCOMPARE(does(chief, op(save, topic.uuid())).verdict, Verdict::Applied);
    }

    FixedClock clock;
    SeededRng rng{3};
    IdGenerator ids{clock, rng};
    Actor anna, ben, gus, dora, chief;
    TopicId topic;
    ArticleId article;
    ArticleScene scene;
    QHash<TopicId, Topic> topics;
    QHash<RevisionId, Revision> texts;
    QHash<PersonId, ArticleVote> votes;
};

void TestApplyArticle::init()
{
    scene = {};
    topics.clear();
    texts.clear();
    votes.clear();
    anna = actor(Role::Employee, "Anna");
    ben = actor(Role::Agent, "Ben");
    gus = actor(Role::Agent, "Gus");
    dora = actor(Role::Agent, "Dora");
    chief = actor(Role::Admin, "Chief");
    topic = ids.make<TopicId>();
    article = ids.make<ArticleId>();
    saveTopic(gus.id, dora.id);
}

void TestApplyArticle::everyActSurvivesItsJson()
{
    SaveArticle save = text(QStringLiteral("# Words\n"));
    save.reason = QStringLiteral("why");
    save.merged = ids.make<RevisionId>();
    save.files = {{QString(64, QLatin1Char('a')), QStringLiteral("a.png"), QStringLiteral("image/png"), 3}};
    save.known = {QString(64, QLatin1Char('a'))};
    SaveTopic shelf{QStringLiteral("Shelf"), ids.make<TopicId>(), gus.id, dora.id, 30, true};
    const QList<ArticleAct> acts{shelf, save, SetArticle{QStringLiteral("tags"), QStringLiteral("a\nb")},
                                 MoveArticle{ArticleState::ChangesAsked, ids.make<RevisionId>(),
                                             QStringLiteral("note"), 77},
                                 JudgeArticle{ids.make<RevisionId>(), ArticleVote::Solved, QStringLiteral("old")},
                                 ConfirmArticle{99, {ids.make<OpId>()}},
                                 DeclineSuggestion{ids.make<RevisionId>(), QStringLiteral("no")}};
    QCOMPARE(size_t(acts.size()), std::variant_size_v<ArticleAct>);
    for (const ArticleAct &act : acts) {
        const Op written = op(act, article.uuid());
        const auto read = decodeOp(encodeOp(written));
        QVERIFY2(read, read ? "" : qPrintable(toLog(read.error())));
        QVERIFY(*read == written);
        QVERIFY(isArticleKind(kindName(written.payload)));
    }
    QCOMPARE(attachmentsOf(op(save, article.uuid())).size(), 0); // the only file is known already
}

void TestApplyArticle::anArticleAndATextSurviveTheirJson()
{
    publish(QStringLiteral("one"));
    QCOMPARE(does(anna, JudgeArticle{scene.article.published, ArticleVote::Helpful, QStringLiteral("old")}).verdict,
             Verdict::Applied);
    SaveArticle suggested = text(QStringLiteral("better"));
    suggested.suggestion = true;
    QCOMPARE(does(anna, suggested).verdict, Verdict::Applied);
    const auto again = codec::articleFrom(codec::toJson(scene.article));
    QVERIFY(again && *again == scene.article);
    for (const Revision &one : std::as_const(texts)) {
        const auto read = codec::revisionFrom(codec::toJson(one));
        QVERIFY(read && *read == one);
    }
    const auto shelf = codec::topicFrom(codec::toJson(topics.value(topic)));
    QVERIFY(shelf && *shelf == topics.value(topic));
}

void TestApplyArticle::aTextGoesFromDraftToPublished()
{
    QCOMPARE(does(ben, text(QStringLiteral("one"))).verdict, Verdict::Applied);
    QCOMPARE(scene.article.number, 12);
    QCOMPARE(scene.article.state, ArticleState::Draft);
    QCOMPARE(does(ben, step(ArticleState::InReview)).verdict, Verdict::Applied);
    QCOMPARE(does(gus, step(ArticleState::ChangesAsked)).verdict, Verdict::Rejected); // which ones?
    QCOMPARE(does(gus, step(ArticleState::ChangesAsked, "a picture, please")).verdict, Verdict::Applied);
    QCOMPARE(scene.article.reviewerName, QStringLiteral("Gus"));
    QCOMPARE(does(ben, text(QStringLiteral("one and a picture"))).verdict, Verdict::Applied);
    QCOMPARE(scene.article.state, ArticleState::Draft);
    QVERIFY(scene.article.reviewer.isNull()); // it was said of another text
    QCOMPARE(does(ben, step(ArticleState::InReview)).verdict, Verdict::Applied);
    QCOMPARE(does(dora, step(ArticleState::Approved)).verdict, Verdict::Applied);
    QCOMPARE(does(gus, step(ArticleState::Published)).verdict, Verdict::Applied);
    QVERIFY(scene.article.isPublished());
    QCOMPARE(scene.article.published, scene.article.head);
    QCOMPARE(scene.article.reviewAt, clock.nowMs() + 90 * 86'400'000LL); // as its topic says
}

void TestApplyArticle::nobodyReviewsTheirOwnText()
{
    QCOMPARE(does(gus, text(QStringLiteral("mine"))).verdict, Verdict::Applied);
    QCOMPARE(does(gus, step(ArticleState::InReview)).verdict, Verdict::Applied);
    for (const ArticleState state : {ArticleState::Approved, ArticleState::Published}) {
        const ArticleOutcome own = does(gus, step(state));
        QCOMPARE(own.verdict, Verdict::Rejected);
        QCOMPARE(own.error.code, ErrorCode::Forbidden);
    }
    QCOMPARE(does(dora, step(ArticleState::Approved)).verdict, Verdict::Applied);
    QCOMPARE(does(gus, step(ArticleState::Published)).verdict, Verdict::Applied); // another one looked
}

void TestApplyArticle::onlyWhoKeepsTheTopicPublishes()
{
    QCOMPARE(does(ben, text(QStringLiteral("one"))).verdict, Verdict::Applied);
    QCOMPARE(does(ben, step(ArticleState::Published)).verdict, Verdict::Rejected); // nobody looked at it
    QCOMPARE(does(ben, step(ArticleState::InReview)).verdict, Verdict::Applied);
    const Actor eve = actor(Role::Agent, "Eve");
    QCOMPARE(does(eve, step(ArticleState::Published)).error.code, ErrorCode::Forbidden);
    QCOMPARE(does(anna, step(ArticleState::Published)).error.code, ErrorCode::NotFound); // not even there
    QCOMPARE(does(chief, step(ArticleState::Published)).verdict, Verdict::Applied);
}

void TestApplyArticle::nothingIsPublishedWithoutGuardianAndDeputy()
{
    saveTopic(gus.id, {});
    QCOMPARE(does(ben, text(QStringLiteral("one"))).verdict, Verdict::Applied);
    QCOMPARE(does(ben, step(ArticleState::InReview)).verdict, Verdict::Applied);
    QCOMPARE(does(gus, step(ArticleState::Published)).verdict, Verdict::Rejected);
    QCOMPARE(publishingLacks(scene.article, topics.value(topic)), QStringLiteral("a deputy"));
    QVERIFY(!scene.article.isPublished());
    saveTopic(gus.id, dora.id);
    MoveArticle past = step(ArticleState::Published);
    past.reviewAt = clock.nowMs() - 1;
    QCOMPARE(does(gus, past).verdict, Verdict::Rejected); // nor without a date
    QCOMPARE(does(gus, step(ArticleState::Published)).verdict, Verdict::Applied);
    QVERIFY(scene.article.reviewAt > clock.nowMs());
}

void TestApplyArticle::aPublishedTextStaysWhileTheNextIsWritten()
{
    publish(QStringLiteral("one"));
    const RevisionId first = scene.article.published;
    QCOMPARE(does(dora, text(QStringLiteral("two"))).verdict, Verdict::Applied);
    QCOMPARE(scene.article.published, first);
    QVERIFY(scene.article.isPublished());
    QCOMPARE(scene.article.state, ArticleState::Draft);
    QCOMPARE(forReaders(scene.article).head, first);
}

void TestApplyArticle::aStepForAnOlderTextIsAConflict()
{
    QCOMPARE(does(ben, text(QStringLiteral("one"))).verdict, Verdict::Applied);
    QCOMPARE(does(ben, step(ArticleState::InReview)).verdict, Verdict::Applied);
    const MoveArticle seen = step(ArticleState::Published);
    QCOMPARE(does(ben, text(QStringLiteral("two"))).verdict, Verdict::Applied);
    const ArticleOutcome late = does(gus, seen);
    QCOMPARE(late.verdict, Verdict::Conflict);
    QCOMPARE(late.conflict->theirsBy, QStringLiteral("Ben"));
    QVERIFY(!scene.article.isPublished());
}

void TestApplyArticle::textsOnDifferentPlacesAreMergedAndOthersAConflict()
{
    QCOMPARE(does(ben, text(QStringLiteral("one"))).verdict, Verdict::Applied);
    const SaveArticle gusOnOne = text(QStringLiteral("one by gus"));
    const SaveArticle doraOnOne = text(QStringLiteral("one by dora"));
    const SaveArticle loud = text(QStringLiteral("LOUD"));
    QCOMPARE(does(gus, gusOnOne).verdict, Verdict::Applied);
    QCOMPARE(does(dora, doraOnOne).verdict, Verdict::Merged);
    const Revision both = texts.value(scene.article.head);
    QCOMPARE(both.body, QStringLiteral("one by gus|one by dora"));
    QCOMPARE(both.parent, gusOnOne.revision);
    QCOMPARE(both.authorName, QStringLiteral("Dora"));
    const ArticleOutcome overlap = does(ben, loud);
    QCOMPARE(overlap.verdict, Verdict::Conflict);
    QCOMPARE(overlap.conflict->field, QStringLiteral("text"));
    QCOMPARE(overlap.conflict->theirs, scene.article.head.text());
    QCOMPARE(texts.value(scene.article.head).body, both.body);
}

void TestApplyArticle::aTextThatIsThereAlreadyChangesNothing()
{
    QCOMPARE(does(ben, text(QStringLiteral("one"))).verdict, Verdict::Applied);
    const ArticleOutcome again = does(gus, text(QStringLiteral("one")));
    QCOMPARE(again.verdict, Verdict::Merged);
    QVERIFY(again.revisions.isEmpty());
    QCOMPARE(texts.size(), 1);
}

void TestApplyArticle::employeesSuggestAndSeeOnlyWhatIsPublished()
{
    QCOMPARE(does(anna, text(QStringLiteral("mine"))).error.code, ErrorCode::Forbidden);
    QCOMPARE(does(ben, text(QStringLiteral("one"))).verdict, Verdict::Applied);
    SaveArticle suggested = text(QStringLiteral("better"));
    suggested.suggestion = true;
    QCOMPARE(does(anna, suggested).error.code, ErrorCode::NotFound); // a draft is none of her business
    QCOMPARE(does(ben, step(ArticleState::InReview)).verdict, Verdict::Applied);
    QCOMPARE(does(gus, step(ArticleState::Published)).verdict, Verdict::Applied);
    QCOMPARE(does(anna, text(QStringLiteral("over it"))).error.code, ErrorCode::Forbidden);
    suggested.parent = scene.article.published;
    const ArticleOutcome taken = does(anna, suggested);
    QCOMPARE(taken.verdict, Verdict::Applied);
    QCOMPARE(scene.article.suggestions.size(), 1);
    QVERIFY(texts.value(suggested.revision).suggestion);
    QVERIFY(scene.article.head != suggested.revision);
}

void TestApplyArticle::aSuggestionLeavesWhenItIsTakenOverOrDeclined()
{
    publish(QStringLiteral("one"));
    QList<SaveArticle> suggested;
    for (const char *words : {"better", "worse", "other"}) {
        suggested.append(text(QLatin1String(words)));
        suggested.last().suggestion = true;
        QCOMPARE(does(anna, suggested.last()).verdict, Verdict::Applied);
    }
    SaveArticle taken = text(QStringLiteral("better"));
    taken.merged = suggested[0].revision;
    QCOMPARE(does(gus, taken).verdict, Verdict::Applied);
    QCOMPARE(scene.article.suggestions.size(), 2);
    QCOMPARE(does(ben, DeclineSuggestion{suggested[1].revision, {}}).error.code, ErrorCode::Forbidden);
    QCOMPARE(does(dora, DeclineSuggestion{suggested[1].revision, QStringLiteral("no")}).verdict, Verdict::Applied);
    QCOMPARE(does(anna, DeclineSuggestion{suggested[2].revision, {}}).verdict, Verdict::Applied); // her own
    QVERIFY(scene.article.suggestions.isEmpty());
}

void TestApplyArticle::aLaterVoteReplacesTheEarlierOne()
{
    publish(QStringLiteral("one"));
    QCOMPARE(does(anna, JudgeArticle{scene.article.published, ArticleVote::NotHelpful, {}}).verdict, Verdict::Applied);
    QCOMPARE(scene.article.notHelpful, 1);
    QCOMPARE(does(anna, JudgeArticle{scene.article.published, ArticleVote::Solved, {}}).verdict, Verdict::Applied);
    QCOMPARE(scene.article.notHelpful, 0);
    QCOMPARE(scene.article.solved, 1);
    QVERIFY(!does(anna, JudgeArticle{scene.article.published, ArticleVote::Solved, {}}).anyChange);
    QCOMPARE(scene.article.solved, 1);
}

void TestApplyArticle::flagsAreSettledByConfirmingThatItIsTrue()
{
    publish(QStringLiteral("one"));
    const Op flagged = op(JudgeArticle{scene.article.published, ArticleVote::None, QStringLiteral("the menu moved")},
                          article.uuid());
    QCOMPARE(does(anna, flagged).verdict, Verdict::Applied);
    QCOMPARE(does(anna, flagged).verdict, Verdict::Merged); // the same operation again
    QCOMPARE(scene.article.flags.size(), 1);
    QCOMPARE(does(ben, ConfirmArticle{0, {flagged.id}}).error.code, ErrorCode::Forbidden);
    clock.at += 1000;
    QCOMPARE(does(dora, ConfirmArticle{0, {flagged.id}}).verdict, Verdict::Applied);
    QVERIFY(scene.article.flags.isEmpty());
    QCOMPARE(scene.article.confirmedAt, clock.nowMs());
    QCOMPARE(scene.article.reviewAt, clock.nowMs() + 90 * 86'400'000LL);
}

void TestApplyArticle::whatIsArchivedComesBackAsADraft()
{
    publish(QStringLiteral("one"));
    QCOMPARE(does(ben, step(ArticleState::Archived)).error.code, ErrorCode::Forbidden);
    QCOMPARE(does(gus, step(ArticleState::Archived)).verdict, Verdict::Applied);
    QVERIFY(!scene.article.isPublished());
    QVERIFY(!mayRead(anna, scene.article));
    QCOMPARE(does(gus, step(ArticleState::Draft)).verdict, Verdict::Applied);
    QVERIFY(!scene.article.isPublished()); // somebody looks at it first
}

void TestApplyArticle::topicsHangInATreeWithoutCircles()
{
    const TopicId below = ids.make<TopicId>();
    SaveTopic save;
    save.name = QStringLiteral("VPN");
    save.parent = topic;
    QCOMPARE(does(ben, op(save, below.uuid())).error.code, ErrorCode::Forbidden);
    QCOMPARE(does(chief, op(save, below.uuid())).verdict, Verdict::Applied);
    SaveTopic circle;
    circle.name = QStringLiteral("Network");
    circle.parent = below;
    circle.guardian = gus.id;
    circle.deputy = dora.id;
    QCOMPARE(does(chief, op(circle, topic.uuid())).error.code, ErrorCode::Invalid);
    circle.parent = {};
    circle.deputy = gus.id;
    QCOMPARE(does(chief, op(circle, topic.uuid())).error.code, ErrorCode::Invalid); // one is not two
    circle.deputy = anna.id;
    QCOMPARE(does(chief, op(circle, topic.uuid())).error.code, ErrorCode::Invalid); // not at the desk
}

void TestApplyArticle::aTopicInUseIsNotRemovedAndKeepsItsKeepers()
{
    publish(QStringLiteral("one"));
    SaveTopic save{QStringLiteral("Network"), {}, gus.id, dora.id, 90, true};
    QCOMPARE(does(chief, op(save, topic.uuid())).error.code, ErrorCode::Invalid);
    save.gone = false;
    save.deputy = {};
    QCOMPARE(does(chief, op(save, topic.uuid())).error.code, ErrorCode::Invalid);
    save.deputy = chief.id;
    QCOMPARE(does(chief, op(save, topic.uuid())).verdict, Verdict::Applied);
    const TopicId empty = ids.make<TopicId>();
    QCOMPARE(does(chief, op(SaveTopic{QStringLiteral("Empty"), {}, {}, {}, 90, false}, empty.uuid())).verdict,
             Verdict::Applied);
    // Published articles do not go where nobody answers for them.
    QCOMPARE(does(gus, SetArticle{QStringLiteral("topic"), empty.text()}).error.code, ErrorCode::Invalid);
    QCOMPARE(scene.article.topic, topic);
}

void TestApplyArticle::aFieldSomebodyElseChangedIsAConflict()
{
    QCOMPARE(does(ben, text(QStringLiteral("one"))).verdict, Verdict::Applied);
    const Op late = op(SetArticle{QStringLiteral("kind"), QStringLiteral("faq")}, article.uuid());
    QCOMPARE(does(gus, SetArticle{QStringLiteral("kind"), QStringLiteral("tutorial")}).verdict, Verdict::Applied);
    const ArticleOutcome outcome = does(ben, late);
    QCOMPARE(outcome.verdict, Verdict::Conflict);
    QCOMPARE(outcome.conflict->theirs, QStringLiteral("tutorial"));
    QCOMPARE(does(ben, SetArticle{QStringLiteral("kind"), QStringLiteral("nonsense")}).verdict, Verdict::Rejected);
    QCOMPARE(does(ben, SetArticle{QStringLiteral("number"), QStringLiteral("1")}).verdict, Verdict::Rejected);
}

void TestApplyArticle::aReadersFaceSaysNothingOfDraftsOrPeople()
{
    publish(QStringLiteral("one"));
    SaveArticle next = text(QStringLiteral("secret plans"));
    next.title = QStringLiteral("Secret title");
    QCOMPARE(does(ben, next).verdict, Verdict::Applied);
    QCOMPARE(does(anna, JudgeArticle{scene.article.published, ArticleVote::Helpful, QStringLiteral("old")}).verdict,
             Verdict::Applied);
    const QByteArray face = json::compact(codec::toJson(forReaders(scene.article)))
        + json::compact(codec::toJson(forReaders(texts.value(scene.article.published))))
        + json::compact(codec::toJson(forReaders(topics.value(topic))));
    for (const char *hidden : {"ecret", "Ben", "Gus", "Anna", "draft", "flags", "helpful", "guardian", "deputy"})
        QVERIFY2(!face.contains(hidden), hidden);
    for (const Actor &one : {ben, gus, dora, anna})
        QVERIFY(!face.contains(one.id.text().toLatin1()));
}

QTEST_GUILESS_MAIN(TestApplyArticle)
#include "tst_applyarticle.moc"
