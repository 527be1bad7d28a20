// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/knowledgeservice.h"

#include "core/service/workspacethreads.h"
#include "core/store/knowledgerows.h"
#include "core/sync/driver.h"

#include <algorithm>

namespace vigie {

namespace {

using KnowledgeReaders = WorkspaceThreads::Readers;

template<class Id>
TicketId laneOfId(const Id &id)
{
    return TicketId(id.uuid());
}

/// Whose inboxes a person sees: their own topics', or all.
PersonId keeperFor(const Person &me)
{
    return me.role == Role::Admin ? PersonId() : me.id;
}

Done submitAct(const WorkspaceThreads::Engine &engine, const TicketId &lane, const ArticleAct &act,
               const QString &draftPlace)
{
    Op op;
    op.ticket = lane;
    op.payload = act;
    const Result<QList<Op>> written = engine.driver.submit({op}, draftPlace);
    return written ? Done() : Done(fail(written.error()));
}

Result<ArticleView> viewOf(const KnowledgeReaders &readers, const ArticleId &id)
{
    VIGIE_TRY_ASSIGN(row, readers.knowledge.article(id));
    if (!row)
        return fail(ErrorCode::NotFound, QStringLiteral("no such article"));
    ArticleView view;
    view.article = row->article;
    view.pending = row->pending;
    VIGIE_TRY_ASSIGN(text, readers.knowledge.revision(row->article.head));
    if (text)
        view.text = *text;
    if (!row->article.published.isNull() && row->article.published != row->article.head) {
        VIGIE_TRY_ASSIGN(published, readers.knowledge.revision(row->article.published));
        view.published = published;
    }
    VIGIE_TRY_ASSIGN(topics, readers.knowledge.topics());
    for (const Topic &topic : std::as_const(topics)) {
        if (topic.id == row->article.topic)
            view.topic = topic;
    }
    VIGIE_TRY_ASSIGN(translations, readers.knowledge.translations(row->article));
    view.translations = translations;
    view.keeps = keeps(actorOf(readers.me), view.topic);
    view.lacks = publishingLacks(view.article, view.topic);
    return view;
}

SaveArticle saveOf(const ArticleDraft &draft, const RevisionId &revision, const QStringList &known)
{
    SaveArticle save;
    save.revision = revision;
    save.parent = draft.parent;
    save.merged = draft.merged;
    save.title = draft.title.simplified();
    save.body = draft.body;
    save.reason = draft.reason.simplified();
    save.files = draft.files;
    save.known = known;
    return save;
}

/// Files that came with an earlier text: the server has them.
Result<QStringList> knownFiles(const WorkspaceThreads::Engine &engine, const ArticleId &id)
{
    QStringList known;
    const store::KnowledgeRows rows(engine.profile.cacheDatabase());
    VIGIE_TRY_ASSIGN(texts, rows.revisionsOf(id));
    for (const store::StoredRevision &text : std::as_const(texts)) {
        if (!text.pendingOp.isEmpty())
            continue;
        for (const Attachment &file : text.revision.files)
            known.append(file.sha256);
    }
    known.removeDuplicates();
    return known;
}

void keepOnly(QStringList &known, const QList<Attachment> &files)
{
    known.removeIf([&files](const QString &sha256) {
        return std::none_of(files.cbegin(), files.cend(),
                            [&sha256](const Attachment &file) { return file.sha256 == sha256; });
    });
}

} // namespace

KnowledgeService::KnowledgeService(WorkspaceThreads &threads, QObject *parent)
    : QObject(parent), m_threads(threads)
{
}

bool KnowledgeService::mayWrite() const
{
    return actorOf(m_threads.me()).isStaff();
}

bool KnowledgeService::mayMakeTopics() const
{
    const Role role = m_threads.me().role;
    return role == Role::Guardian || role == Role::Admin;
}

QFuture<Result<QList<Topic>>> KnowledgeService::topics()
{
    return m_threads.read([](const KnowledgeReaders &readers) { return readers.knowledge.topics(); });
}

QFuture<Result<QList<store::ArticleRow>>> KnowledgeService::list(const store::ArticleQuery &query)
{
    store::ArticleQuery asked = query;
    if (asked.now == 0)
        asked.now = m_threads.clock().nowMs();
    return m_threads.read(
        [asked](const KnowledgeReaders &readers) { return readers.knowledge.list(asked); });
}

QFuture<Result<store::KnowledgeCounts>> KnowledgeService::counts()
{
    return m_threads.read([now = m_threads.clock().nowMs()](const KnowledgeReaders &readers) {
        return readers.knowledge.counts(keeperFor(readers.me), now);
    });
}

QFuture<Result<QList<store::ArticleHit>>> KnowledgeService::search(const QString &text, int most)
{
    return m_threads.read([text, most](const KnowledgeReaders &readers) {
        return readers.knowledge.search(text, most);
    });
}

QFuture<Result<QList<store::ArticleHit>>> KnowledgeService::similar(const QString &text, int most)
{
    return m_threads.read([text, most](const KnowledgeReaders &readers) {
        return readers.knowledge.similar(text, most);
    });
}

QFuture<Result<ArticleView>> KnowledgeService::open(const ArticleId &id)
{
    return m_threads.read([id](const KnowledgeReaders &readers) { return viewOf(readers, id); });
}

QFuture<Result<QList<Revision>>> KnowledgeService::history(const ArticleId &id)
{
    return m_threads.read(
        [id](const KnowledgeReaders &readers) { return readers.knowledge.history(id); });
}

QFuture<Result<std::optional<ArticleId>>> KnowledgeService::byNumber(qint64 number)
{
    return m_threads.read(
        [number](const KnowledgeReaders &readers) { return readers.knowledge.byNumber(number); });
}

QFuture<Result<QList<store::ArticleRow>>> KnowledgeService::madeFrom(const TicketId &ticket)
{
    return m_threads.read(
        [ticket](const KnowledgeReaders &readers) { return readers.knowledge.madeFrom(ticket); });
}

QFuture<Result<ArticleId>> KnowledgeService::create(const ArticleBirth &birth, const ArticleDraft &draft,
                                                    const QString &draftPlace)
{
    const auto id = m_threads.ids().make<ArticleId>();
    SaveArticle save = saveOf(draft, m_threads.ids().make<RevisionId>(), {});
    save.birth = birth;
    return m_threads.write(
        [id, save, draftPlace](const WorkspaceThreads::Engine &engine) -> Result<ArticleId> {
            VIGIE_TRY(submitAct(engine, laneOfId(id), save, draftPlace));
            return id;
        });
}

QFuture<Result<RevisionId>> KnowledgeService::save(const ArticleId &id, const ArticleDraft &draft,
                                                   const QString &draftPlace)
{
    const auto revision = m_threads.ids().make<RevisionId>();
    return m_threads.write([id, draft, revision, draftPlace](
                               const WorkspaceThreads::Engine &engine) -> Result<RevisionId> {
        VIGIE_TRY_ASSIGN(known, knownFiles(engine, id));
        keepOnly(known, draft.files);
        VIGIE_TRY(submitAct(engine, laneOfId(id), saveOf(draft, revision, known), draftPlace));
        return revision;
    });
}

QFuture<Result<RevisionId>> KnowledgeService::suggest(const ArticleId &id, const ArticleDraft &draft,
                                                      const QString &draftPlace)
{
    const auto revision = m_threads.ids().make<RevisionId>();
    return m_threads.write([id, draft, revision, draftPlace](
                               const WorkspaceThreads::Engine &engine) -> Result<RevisionId> {
        VIGIE_TRY_ASSIGN(known, knownFiles(engine, id));
        keepOnly(known, draft.files);
        SaveArticle save = saveOf(draft, revision, known);
        save.suggestion = true;
        VIGIE_TRY(submitAct(engine, laneOfId(id), save, draftPlace));
        return revision;
    });
}

QFuture<Result<bool>> KnowledgeService::act(const TicketId &lane, const ArticleAct &act,
                                            const QString &draftPlace)
{
    return m_threads.write(
        [lane, act, draftPlace](const WorkspaceThreads::Engine &engine) -> Result<bool> {
            VIGIE_TRY(submitAct(engine, lane, act, draftPlace));
            return true;
        });
}

QFuture<Result<bool>> KnowledgeService::set(const ArticleId &id, const QString &field, const QString &value)
{
    return act(laneOfId(id), SetArticle{field, value});
}

QFuture<Result<bool>> KnowledgeService::move(const ArticleId &id, const MoveArticle &move)
{
    return act(laneOfId(id), move);
}

QFuture<Result<bool>> KnowledgeService::judge(const ArticleId &id, const JudgeArticle &judge)
{
    return act(laneOfId(id), judge);
}

QFuture<Result<bool>> KnowledgeService::confirm(const ArticleId &id, const ConfirmArticle &confirm)
{
    return act(laneOfId(id), confirm);
}

QFuture<Result<bool>> KnowledgeService::decline(const ArticleId &id, const DeclineSuggestion &decline)
{
    return act(laneOfId(id), decline);
}

QFuture<Result<TopicId>> KnowledgeService::saveTopic(const TopicId &id, const SaveTopic &save)
{
    const TopicId topic = id.isNull() ? m_threads.ids().make<TopicId>() : id;
    return m_threads.write(
        [topic, save](const WorkspaceThreads::Engine &engine) -> Result<TopicId> {
            VIGIE_TRY(submitAct(engine, laneOfId(topic), save, {}));
            return topic;
        });
}

QFuture<Result<bool>> KnowledgeService::fetch(const Attachment &file, const ArticleId &id)
{
    return m_threads.fetch(file, laneOfId(id));
}

} // namespace vigie
