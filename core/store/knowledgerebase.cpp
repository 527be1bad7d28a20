// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/knowledgerebase.h"

#include <algorithm>

namespace vigie::store {

namespace {

/// Pending texts stand behind everything the server has accepted, as pending messages do.
constexpr qint64 kPendingTextAt = qint64(1) << 53;

QList<OutboxEntry> shownActs(const TicketId &lane, const QList<OutboxEntry> &entries)
{
    QList<OutboxEntry> shown;
    for (const OutboxEntry &entry : entries) {
        if (entry.op.ticket == lane && isArticleOp(entry.op) && isShown(entry))
            shown.append(entry);
    }
    std::stable_sort(shown.begin(), shown.end(), [](const OutboxEntry &a, const OutboxEntry &b) {
        return a.op.deviceSeq < b.op.deviceSeq;
    });
    return shown;
}

bool isTopicAct(const Op &op)
{
    const auto *act = std::get_if<ArticleAct>(&op.payload);
    return act && std::holds_alternative<SaveTopic>(*act);
}

bool tookEffect(const ArticleOutcome &outcome)
{
    return outcome.verdict == Verdict::Applied || outcome.verdict == Verdict::Merged;
}

} // namespace

Result<bool> KnowledgeRebase::isOurs(const TicketId &lane, const QList<OutboxEntry> &entries)
{
    // Nearly always it is a ticket's, and its operations say so without a look at anything else.
    for (const OutboxEntry &entry : entries) {
        if (entry.op.ticket == lane)
            return isArticleOp(entry.op);
    }
    VIGIE_TRY_ASSIGN(n, m_refs.knownRef(lane.text()));
    VIGIE_TRY_ASSIGN(head, m_refs.head(n));
    if (n == 0 || head.exists)
        return false;
    VIGIE_TRY_ASSIGN(article, m_rows.article(ArticleId(lane.uuid())));
    if (article)
        return true;
    VIGIE_TRY_ASSIGN(topic, m_rows.topic(TopicId(lane.uuid())));
    return topic.has_value();
}

Result<bool> KnowledgeRebase::isTopic(const TicketId &lane)
{
    VIGIE_TRY_ASSIGN(article, m_rows.article(ArticleId(lane.uuid())));
    return !article;
}

Result<QList<TicketId>> KnowledgeRebase::pending()
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT id FROM article WHERE pending = 1 UNION ALL "
                               "SELECT id FROM topic WHERE pending = 1")));
    QList<TicketId> lanes;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return lanes;
        lanes.append(TicketId::fromStored(rows.text(0)));
    }
}

Done KnowledgeRebase::run(const TicketId &lane, const QList<OutboxEntry> &entries)
{
    const QList<OutboxEntry> shown = shownActs(lane, entries);
    const TopicId topic(lane.uuid());
    VIGIE_TRY_ASSIGN(known, m_rows.topic(topic));
    const bool isTopic = known || std::any_of(shown.cbegin(), shown.cend(), [](const OutboxEntry &entry) {
        return isTopicAct(entry.op);
    });
    return isTopic ? runTopic(topic, shown) : runArticle(ArticleId(lane.uuid()), shown);
}

Done KnowledgeRebase::runTopic(const TopicId &id, const QList<OutboxEntry> &shown)
{
    VIGIE_TRY_ASSIGN(stored, m_rows.topic(id));
    StoredEntry<Topic> entry = stored.value_or(StoredEntry<Topic>());
    ArticleScene scene;
    scene.topic = entry.confirmed;
    for (const OutboxEntry &act : shown) {
        scene.exists = scene.topic.has_value();
        const ArticleOutcome outcome =
            applyArticle(scene, act.op, articleContext(m_database, m_me, act.op.writtenAt));
        if (tookEffect(outcome))
            scene.topic = outcome.topic;
    }
    if (!scene.topic)
        return m_rows.removeTopic(id);
    entry.shown = *scene.topic;
    entry.pending = !shown.isEmpty();
    VIGIE_TRY_ASSIGN(n, m_refs.ref(id.text()));
    return m_rows.write(n, entry);
}

Done KnowledgeRebase::runArticle(const ArticleId &id, const QList<OutboxEntry> &shown)
{
    VIGIE_TRY_ASSIGN(stored, m_rows.article(id));
    StoredEntry<Article> entry = stored.value_or(StoredEntry<Article>());
    VIGIE_TRY_ASSIGN(texts, m_rows.revisionsOf(id));
    QHash<RevisionId, Revision> known;
    for (const StoredRevision &text : std::as_const(texts)) {
        if (text.pendingOp.isEmpty())
            known.insert(text.revision.id, text.revision);
    }
    ArticleScene scene;
    scene.exists = entry.confirmed.has_value();
    if (entry.confirmed)
        scene.article = *entry.confirmed;
    QList<Pending> wanted;
    for (const OutboxEntry &act : shown) {
        ArticleContext context = articleContext(m_database, m_me, act.op.writtenAt);
        context.revision = [&known](const RevisionId &wantedId) -> std::optional<Revision> {
            const auto found = known.constFind(wantedId);
            return found == known.cend() ? std::nullopt : std::optional(*found);
        };
        const ArticleOutcome outcome = applyArticle(scene, act.op, context);
        // A text whose place in the feed is not read yet may be here already.
        const bool isHere = std::any_of(
            outcome.revisions.cbegin(), outcome.revisions.cend(),
            [&known](const Revision &revision) { return known.contains(revision.id); });
        if (!tookEffect(outcome) || (scene.exists && isHere))
            continue;
        scene.exists = true;
        scene.article = outcome.article;
        qint64 at = kPendingTextAt + act.op.deviceSeq;
        for (const Revision &revision : outcome.revisions) {
            if (!known.contains(revision.id))
                wanted.append({revision, act.op.id.text(), at});
            known.insert(revision.id, revision);
        }
    }
    if (!scene.exists)
        return dropArticle(id);
    VIGIE_TRY(writePending(texts, wanted));
    entry.shown = scene.article;
    entry.pending = !shown.isEmpty();
    VIGIE_TRY_ASSIGN(n, m_refs.ref(id.text()));
    VIGIE_TRY(m_rows.write(n, entry));
    return m_rows.index(id);
}

Done KnowledgeRebase::writePending(const QList<StoredRevision> &stored, const QList<Pending> &wanted)
{
    for (const StoredRevision &old : stored) {
        const bool stays = std::any_of(wanted.cbegin(), wanted.cend(), [&](const Pending &pending) {
            return pending.revision.id == old.revision.id;
        });
        if (!old.pendingOp.isEmpty() && !stays)
            VIGIE_TRY(m_rows.removeRevision(old.revision.id));
    }
    for (const Pending &pending : wanted) {
        VIGIE_TRY_ASSIGN(n, m_refs.ref(pending.revision.id.text()));
        VIGIE_TRY(m_rows.write(n, pending.revision, pending.op, pending.at));
    }
    return {};
}

/// Texts that came before their article stay: it may be on the next page.
Done KnowledgeRebase::dropArticle(const ArticleId &id)
{
    VIGIE_TRY_ASSIGN(texts, m_rows.revisionsOf(id));
    VIGIE_TRY(writePending(texts, {}));
    VIGIE_TRY_ASSIGN(left, m_rows.revisionsOf(id));
    VIGIE_TRY(m_rows.removeArticle(id));
    for (const StoredRevision &text : std::as_const(left)) {
        const qint64 at = text.revision.receivedAt;
        VIGIE_TRY(m_rows.write(text.n, text.revision, {}, at));
    }
    return {};
}

} // namespace vigie::store
