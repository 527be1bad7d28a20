// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/applyarticle.h"
#include "core/store/knowledgereader.h"

#include <QFuture>
#include <QObject>

namespace vigie {

class WorkspaceThreads;

/// Everything a page needs of one article.
struct ArticleView {
    Article article;
    bool pending = false; ///< something of it was not sent yet
    Revision text;        ///< the newest; what is published for whoever is not staff
    std::optional<Revision> published; ///< when it is another one
    std::optional<Topic> topic;
    QList<store::ArticleRow> translations;
    bool keeps = false;   ///< this person reviews, publishes and confirms it
    /// What stands in the way of publishing; empty = nothing. See publishingLacks().
    QString lacks;
};

/// What is saved of an article.
struct ArticleDraft {
    QString title;
    QString body;
    QString reason;
    RevisionId parent; ///< what it was written on
    RevisionId merged; ///< the suggestion that went into it
    QList<Attachment> files;
};

/// The knowledge base, as this computer has it; what is changed here waits in the outbox like
/// everything else. Lives on the GUI thread; owned by Workspace. Errors of writes are those of
/// applyArticle() (Forbidden, Invalid, NotFound, TooLarge) and of the disk.
class KnowledgeService final : public QObject
{
    Q_OBJECT

public:
    KnowledgeService(WorkspaceThreads &threads, QObject *parent);

    // Reading
    [[nodiscard]] QFuture<Result<QList<Topic>>> topics();
    [[nodiscard]] QFuture<Result<QList<store::ArticleRow>>> list(const store::ArticleQuery &query);
    /// What waits for this person as guardian or deputy; for administrators, for anybody.
    [[nodiscard]] QFuture<Result<store::KnowledgeCounts>> counts();
    [[nodiscard]] QFuture<Result<QList<store::ArticleHit>>> search(const QString &text, int most);
    /// Published articles that may answer the text, the likest first.
    [[nodiscard]] QFuture<Result<QList<store::ArticleHit>>> similar(const QString &text, int most);
    [[nodiscard]] QFuture<Result<ArticleView>> open(const ArticleId &id);
    /// Every text, oldest first; suggestions are among them.
    [[nodiscard]] QFuture<Result<QList<Revision>>> history(const ArticleId &id);
    [[nodiscard]] QFuture<Result<std::optional<ArticleId>>> byNumber(qint64 number);
    [[nodiscard]] QFuture<Result<QList<store::ArticleRow>>> madeFrom(const TicketId &ticket);

    // Writing; `draftPlace` is dropped in the same transaction when it is not empty.
    [[nodiscard]] QFuture<Result<ArticleId>> create(const ArticleBirth &birth, const ArticleDraft &draft,
                                                    const QString &draftPlace = {});
    [[nodiscard]] QFuture<Result<RevisionId>> save(const ArticleId &id, const ArticleDraft &draft,
                                                   const QString &draftPlace = {});
    /// By whoever may read it; somebody who keeps it takes it over or not.
    [[nodiscard]] QFuture<Result<RevisionId>> suggest(const ArticleId &id, const ArticleDraft &draft,
                                                      const QString &draftPlace = {});
    QFuture<Result<bool>> set(const ArticleId &id, const QString &field, const QString &value);
    QFuture<Result<bool>> move(const ArticleId &id, const MoveArticle &move);
    QFuture<Result<bool>> judge(const ArticleId &id, const JudgeArticle &judge);
    QFuture<Result<bool>> confirm(const ArticleId &id, const ConfirmArticle &confirm);
    QFuture<Result<bool>> decline(const ArticleId &id, const DeclineSuggestion &decline);
    /// A null id makes a new topic.
    [[nodiscard]] QFuture<Result<TopicId>> saveTopic(const TopicId &id, const SaveTopic &save);

    /// Brings a picture of an article onto this disk.
    [[nodiscard]] QFuture<Result<bool>> fetch(const Attachment &file, const ArticleId &id);

    [[nodiscard]] bool mayWrite() const;      ///< staff
    [[nodiscard]] bool mayMakeTopics() const; ///< guardians and administrators

Q_SIGNALS:
    /// After commits. Empty = read all again.
    void changed(const QSet<vigie::ArticleId> &articles);

private:
    QFuture<Result<bool>> act(const TicketId &lane, const ArticleAct &act, const QString &draftPlace = {});

    WorkspaceThreads &m_threads;
};

} // namespace vigie
