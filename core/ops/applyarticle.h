// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/apply.h"

namespace vigie {

/// An article, or a topic, as it is before an operation.
struct ArticleScene {
    bool exists = false;
    Article article;
    std::optional<Topic> topic; ///< for SaveTopic: the one that is saved, when it is there
    ArticleVote vote = ArticleVote::None; ///< the author's own, so far
};

/// The world around an operation on the knowledge base; see ApplyContext for who fills what. A
/// look-up that knows nothing answers nullopt.
struct ArticleContext {
    ApplyContext::Mode mode = ApplyContext::Mode::Optimistic;
    Actor actor;
    qint64 now = 0;        ///< the server's time; a client passes op.writtenAt
    qint64 nextNumber = 0; ///< the number a new article gets; 0 on a client
    std::function<std::optional<Person>(const PersonId &)> person;
    std::function<std::optional<Topic>(const TopicId &)> topic;
    std::function<std::optional<Revision>(const RevisionId &)> revision;
    /// How many articles stand on a shelf, and how many of them are published.
    struct Count {
        int all = 0;
        int published = 0;
    };
    std::function<Count(const TopicId &)> articlesIn;
    /// Both changes of a text in one, or nullopt where they touch the same words.
    std::function<std::optional<QString>(const QString &base, const QString &theirs,
                                         const QString &mine)>
        merge;
};

/// What an operation did. All but verdict, conflict and error counts for Applied and Merged only.
struct ArticleOutcome {
    Verdict verdict = Verdict::Rejected;
    Article article;
    std::optional<Topic> topic;
    QList<Revision> revisions; ///< to add
    std::optional<ArticleVote> vote; ///< the author's, when it changed
    bool anyChange = false;
    std::optional<Conflict> conflict;
    Error error;
};

/// state ⊕ op → state′ for the knowledge base. Pure; asks who may do it first. The op's payload has
/// to be an ArticleAct.
[[nodiscard]] ArticleOutcome applyArticle(const ArticleScene &before, const Op &op,
                                          const ArticleContext &context);

/// The fields of SetArticle: "kind", "topic", "language", "translation", "readers", "team", "tags"
/// (one a line).
[[nodiscard]] const QStringList &articleFieldNames();
[[nodiscard]] QString articleFieldValue(const Article &article, const QString &field);
/// Checks and writes one of them; Invalid when the value breaks a rule.
[[nodiscard]] Done setArticleField(Article &article, const QString &field, const QString &value);

/// The base entries an operation needs, read from what the person sees now; `topic` for SaveTopic.
[[nodiscard]] QMap<QString, Base> baseForArticle(const ArticleAct &act, const Article &seen,
                                                 const std::optional<Topic> &topic);

/// Whether the person keeps the shelf: guardian, deputy, or administrator.
[[nodiscard]] bool keeps(const Actor &actor, const std::optional<Topic> &topic);

/// What stands in the way of publishing, in words for logs; empty when nothing does (promise 8).
[[nodiscard]] QString publishingLacks(const Article &article, const std::optional<Topic> &topic);

} // namespace vigie
