// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachepage.h"

#include "core/base/logging.h"
#include "core/store/knowledgerebase.h"

namespace vigie::store {

namespace {

TicketId laneOf(const ArticleId &id)
{
    return TicketId(id.uuid());
}

void leftOut(const wire::Change &change, const Error &error)
{
    qCWarning(lcStore, "a row of kind %s is left out: %s", qPrintable(nameOf(change.kind)),
              qPrintable(redacted(toLog(error))));
}

} // namespace

Done CachePage::takeTopic(const wire::Change &change, const StoredFeed &feed)
{
    const Result<Topic> topic = codec::topicFrom(change.data);
    if (!topic || topic->id.text() != change.id) {
        leftOut(change, topic ? Error{ErrorCode::Invalid, QStringLiteral("wrong id"), {}} : topic.error());
        return {};
    }
    VIGIE_TRY_ASSIGN(n, m_rows->ref(change.id));
    VIGIE_TRY(seen(change, ItemKind::Topic, n, feed));
    const TicketId lane(topic->id.uuid());
    KnowledgeRows rows(m_database);
    const bool pending = m_shown.contains(lane);
    VIGIE_TRY_ASSIGN(old, rows.topic(topic->id));
    StoredEntry<Topic> entry = old.value_or(StoredEntry<Topic>{*topic, false, std::nullopt});
    entry.confirmed = *topic;
    if (!pending)
        entry.shown = *topic;
    entry.pending = pending;
    m_change.knowledge = true;
    VIGIE_TRY(rows.write(n, entry));
    if (pending)
        m_lanes.insert(lane);
    return {};
}

Done CachePage::takeArticle(const wire::Change &change, const StoredFeed &feed)
{
    const Result<Article> article = codec::articleFrom(change.data);
    if (!article || article->id.text() != change.id) {
        leftOut(change, article ? Error{ErrorCode::Invalid, QStringLiteral("wrong id"), {}} : article.error());
        return {};
    }
    VIGIE_TRY_ASSIGN(n, m_rows->ref(change.id));
    VIGIE_TRY(seen(change, ItemKind::Article, n, feed));
    KnowledgeRows rows(m_database);
    VIGIE_TRY_ASSIGN(old, rows.article(article->id));
    StoredEntry<Article> entry = old.value_or(StoredEntry<Article>{*article, false, std::nullopt});
    entry.confirmed = *article;
    // Rebased below, with whatever is on top.
    entry.pending = true;
    VIGIE_TRY(rows.write(n, entry));
    m_lanes.insert(laneOf(article->id));
    m_renewed.insert(laneOf(article->id));
    m_change.articles.insert(article->id);
    return {};
}

Done CachePage::takeRevision(const wire::Change &change, const StoredFeed &feed)
{
    const Result<Revision> revision = codec::revisionFrom(change.data);
    if (!revision || revision->id.text() != change.id) {
        leftOut(change, revision ? Error{ErrorCode::Invalid, QStringLiteral("wrong id"), {}} : revision.error());
        return {};
    }
    VIGIE_TRY_ASSIGN(n, m_rows->ref(change.id));
    VIGIE_TRY(seen(change, ItemKind::Revision, n, feed));
    KnowledgeRows rows(m_database);
    VIGIE_TRY(rows.write(n, *revision, {}, revision->receivedAt));
    m_lanes.insert(laneOf(revision->article));
    m_change.articles.insert(revision->article);
    return {};
}

/// An article out of sight: its texts go with it, now.
Result<bool> CachePage::takeArticleGone(const wire::Change &change)
{
    const ArticleId id = ArticleId::fromStored(change.id);
    KnowledgeRows rows(m_database);
    VIGIE_TRY_ASSIGN(article, rows.article(id));
    if (!article)
        return false;
    VIGIE_TRY(removeArticleItem(id));
    return true;
}

Done CachePage::removeArticleItem(const ArticleId &id)
{
    KnowledgeRows rows(m_database);
    VIGIE_TRY_ASSIGN(texts, rows.revisionsOf(id));
    for (const StoredRevision &text : std::as_const(texts))
        VIGIE_TRY(m_feeds.forgetEverywhere(ItemKind::Revision, text.n));
    VIGIE_TRY_ASSIGN(n, m_rows->knownRef(id.text()));
    VIGIE_TRY(m_feeds.forgetEverywhere(ItemKind::Article, n));
    VIGIE_TRY(rows.removeArticle(id));
    m_lanes.insert(laneOf(id));
    m_change.articles.insert(id);
    return {};
}

Done CachePage::removeKnowledgeItem(const FeedItem &item)
{
    KnowledgeRows rows(m_database);
    VIGIE_TRY_ASSIGN(id, m_rows->idOf(item.item));
    m_change.knowledge = true;
    switch (item.kind) {
    case ItemKind::Topic:
        m_lanes.insert(TicketId::fromStored(id));
        return rows.removeTopic(TopicId::fromStored(id));
    case ItemKind::Article: return removeArticleItem(ArticleId::fromStored(id));
    case ItemKind::Revision: return rows.removeRevision(RevisionId::fromStored(id));
    default: return {};
    }
}

/// Some articles are for the people of a queue, which may be another one now: all come again, and
/// those that are out of sight come as gone.
Done CachePage::rereadLibrary()
{
    StoredFeed *library = m_rereadLibrary ? feedNamed(QStringLiteral("kb")) : nullptr;
    if (!library)
        return {};
    library->state.cursor = {};
    return m_feeds.write(*library);
}

/// Readers keep the published text alone: what it replaced is no business of theirs any more. Only
/// when the article itself came: the next text may be here before the article that names it.
Done CachePage::dropOldTexts(const ArticleId &id)
{
    if (actorOf(m_meta.me).isStaff())
        return {};
    KnowledgeRows rows(m_database);
    VIGIE_TRY_ASSIGN(article, rows.article(id));
    if (!article || !article->confirmed)
        return {};
    VIGIE_TRY_ASSIGN(current, rows.revision(article->confirmed->published));
    VIGIE_TRY_ASSIGN(texts, rows.revisionsOf(id));
    for (const StoredRevision &text : std::as_const(texts)) {
        if (!current || text.n == current->n || !text.pendingOp.isEmpty())
            continue;
        VIGIE_TRY(m_feeds.forgetEverywhere(ItemKind::Revision, text.n));
        VIGIE_TRY(rows.removeRevision(text.revision.id));
    }
    return {};
}

Done CachePage::settleKnowledge()
{
    KnowledgeRebase rebase(m_database, *m_rows, m_meta.me);
    for (const TicketId &lane : std::as_const(m_lanes)) {
        if (m_renewed.contains(lane))
            VIGIE_TRY(dropOldTexts(ArticleId(lane.uuid())));
        VIGIE_TRY(rebase.run(lane, m_shown.value(lane)));
    }
    return {};
}

} // namespace vigie::store
