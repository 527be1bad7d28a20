// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"

#include <optional>
#include <variant>

namespace vigie {

/// "topic.save": a shelf with those who answer for it; makes it when it is not there. Guarded by
/// "topic".
struct SaveTopic {
    QString name;
    TopicId parent;
    PersonId guardian;
    PersonId deputy;
    int reviewDays = 180;
    bool gone = false;

    bool operator==(const SaveTopic &) const = default;
};

/// What a new article starts with.
struct ArticleBirth {
    ArticleKind kind = ArticleKind::Tutorial;
    TopicId topic;
    QString language;
    ArticleId translationOf;
    ArticleReaders readers = ArticleReaders::Everyone;
    QueueId team;
    TicketId madeFrom;

    bool operator==(const ArticleBirth &) const = default;
};

/// "article.save": a text. On top of another one than the newest it is merged where both changed
/// different places, and is a conflict where they did not.
struct SaveArticle {
    RevisionId revision;
    RevisionId parent; ///< what it was written on; null for the first text of an article
    RevisionId merged; ///< a suggestion that went into it
    QString title;
    QString body;
    QString reason;
    QList<Attachment> files;
    /// Those of `files`, by SHA-256, that came with an earlier text or with the ticket it is made
    /// from: the server has them, and this computer need not.
    QStringList known;
    bool suggestion = false;
    std::optional<ArticleBirth> birth; ///< with the first text only

    bool operator==(const SaveArticle &) const = default;
};

/// "article.set": one field of articleFieldNames(). Guarded by its name.
struct SetArticle {
    QString field;
    QString value;

    bool operator==(const SetArticle &) const = default;
};

/// "article.move": one step of the way from draft to published, for the text that was read.
struct MoveArticle {
    ArticleState to = ArticleState::InReview;
    RevisionId revision;
    QString note;
    qint64 reviewAt = 0; ///< with Published: when to look again, UTC ms; 0 = as its topic says

    bool operator==(const MoveArticle &) const = default;
};

/// "article.judge": a reader's word about what they read: a vote, or why it is outdated, or both.
struct JudgeArticle {
    RevisionId revision;
    ArticleVote vote = ArticleVote::None; ///< None leaves the earlier vote
    QString outdated;                     ///< not empty = raises a flag

    bool operator==(const JudgeArticle &) const = default;
};

/// "article.confirm": it is still true, until the next look; settles the flags that were read.
struct ConfirmArticle {
    qint64 reviewAt = 0; ///< UTC ms; 0 = as its topic says
    QList<OpId> flags;

    bool operator==(const ConfirmArticle &) const = default;
};

/// "article.decline": a suggestion will not go into the article.
struct DeclineSuggestion {
    RevisionId revision;
    QString reason;

    bool operator==(const DeclineSuggestion &) const = default;
};

/// What people do to the knowledge base. One payload of an operation: everything else about
/// operations (ids, order, exactly once) is the same for articles and for tickets. The lane of
/// such an operation is the article's or the topic's id.
using ArticleAct = std::variant<SaveTopic, SaveArticle, SetArticle, MoveArticle, JudgeArticle,
                                ConfirmArticle, DeclineSuggestion>;

/// The wire name, "article.save" and so on.
[[nodiscard]] QString kindName(const ArticleAct &act);
[[nodiscard]] bool isArticleKind(const QString &kind);

[[nodiscard]] QJsonObject encodeAct(const ArticleAct &act);
/// Strict about types and limits; Invalid names the field. `kind` has to be one of ours.
[[nodiscard]] Result<ArticleAct> decodeAct(const QString &kind, const QJsonObject &object);

} // namespace vigie
