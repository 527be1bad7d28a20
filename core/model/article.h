// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"
#include "core/model/person.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace vigie {

namespace limits {
inline constexpr qsizetype kArticleBody = 512 * 1024; ///< UTF-16 units of Markdown
inline constexpr qsizetype kArticleTitle = 200;
inline constexpr qsizetype kArticleReason = 500;
inline constexpr int kArticleFlags = 50;       ///< open at once; older ones give way
inline constexpr int kArticleSuggestions = 50; ///< open at once; further ones are refused
inline constexpr int kArticleFiles = 100;      ///< of one revision
inline constexpr int kTopicDepth = 8;
inline constexpr int kReviewDays = 3 * 366;
} // namespace limits

using ArticleId = Id<struct ArticleTag>;
using RevisionId = Id<struct RevisionTag>;
using TopicId = Id<struct TopicTag>;

enum class ArticleKind { Faq, Tutorial, KnownError, Procedure, DecisionTree };
template<> const QList<EnumName<ArticleKind>> &enumNames<ArticleKind>();

/// Where the newest text of an article stands. Readers see the *published* revision whatever
/// becomes of the newer ones; "due for review" is no state but a date that has passed.
enum class ArticleState { Draft, InReview, ChangesAsked, Approved, Published, Archived };
template<> const QList<EnumName<ArticleState>> &enumNames<ArticleState>();

/// Who reads what is published. Drafts are read by staff alone.
enum class ArticleReaders { Everyone, Staff, Team };
template<> const QList<EnumName<ArticleReaders>> &enumNames<ArticleReaders>();

/// What a reader said about an article; a later word replaces the person's earlier one.
enum class ArticleVote { None, Helpful, NotHelpful, Solved };
template<> const QList<EnumName<ArticleVote>> &enumNames<ArticleVote>();

/// A shelf of the knowledge base and who answers for it.
struct Topic {
    TopicId id;
    QString name;      ///< one line
    TopicId parent;    ///< null = at the top
    PersonId guardian; ///< writes, reviews and keeps true what stands here
    PersonId deputy;   ///< the same when the guardian is away; never the same person
    int reviewDays = 180; ///< what is published here is looked at again after so many days
    bool gone = false;    ///< removed; it holds no articles then
    int version = 0;

    [[nodiscard]] bool isKeptBy(const PersonId &person) const
    {
        return !person.isNull() && (guardian == person || deputy == person);
    }
    /// Nothing is published on a shelf that nobody, or one person alone, answers for (promise 8).
    [[nodiscard]] bool isKept() const
    {
        return !guardian.isNull() && !deputy.isNull() && guardian != deputy;
    }
    bool operator==(const Topic &) const = default;
};

/// Somebody says that an article is no longer right.
struct ArticleFlag {
    OpId id; ///< of the operation that raised it
    PersonId by;
    QString byName;
    QString text;
    qint64 at = 0;
    RevisionId revision; ///< what they read

    bool operator==(const ArticleFlag &) const = default;
};

/// A text somebody would like to see in an article's place.
struct ArticleSuggestion {
    RevisionId revision;
    PersonId by;
    QString byName;
    QString reason;
    qint64 at = 0;

    bool operator==(const ArticleSuggestion &) const = default;
};

/// One saved text of an article; never changed once it is there.
struct Revision {
    RevisionId id;
    ArticleId article;
    RevisionId parent; ///< the text it was made from; null for the first
    RevisionId merged; ///< a second one that went into it: a suggestion, or a text written meanwhile
    PersonId author;
    QString authorName;
    QString title;
    QString body; ///< Markdown
    QString reason;
    QList<Attachment> files;
    bool suggestion = false; ///< not part of the article unless somebody takes it over
    qint64 writtenAt = 0;
    qint64 receivedAt = 0; ///< the server's clock; 0 while not yet accepted

    bool operator==(const Revision &) const = default;
};

/// A page of the knowledge base, without its texts, which are revisions.
struct Article {
    ArticleId id;
    qint64 number = 0; ///< people call it KB-12; 0 until the server gave one
    ArticleKind kind = ArticleKind::Tutorial;
    TopicId topic;
    QString language;         ///< ISO 639-1
    ArticleId translationOf;  ///< the article it says the same as, in another language
    ArticleReaders readers = ArticleReaders::Everyone;
    QueueId team;             ///< with ArticleReaders::Team
    QStringList tags;
    TicketId madeFrom;        ///< the ticket that taught it

    ArticleState state = ArticleState::Draft;
    RevisionId head; ///< the newest text
    QString title;   ///< of the newest text
    PersonId headAuthor;
    QString headAuthorName;
    PersonId reviewer; ///< who spoke last about the newest text
    QString reviewerName;
    QString reviewNote;

    RevisionId published; ///< what readers see; null while nothing is published
    QString publishedTitle;
    qint64 publishedAt = 0; ///< the first time, UTC ms
    qint64 reviewAt = 0;    ///< when it is to be looked at again, UTC ms
    qint64 confirmedAt = 0; ///< when somebody said last that it is still true
    QString confirmedByName;
    QList<ArticleFlag> flags;
    QList<ArticleSuggestion> suggestions;
    int helpful = 0;
    int notHelpful = 0;
    int solved = 0; ///< readers whose problem it solved, by their own word

    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    QMap<QString, int> versions; ///< of each field that can be changed

    [[nodiscard]] bool isPublished() const { return !published.isNull() && state != ArticleState::Archived; }
    bool operator==(const Article &) const = default;
};

/// Whether the person may read the article at all: staff of the team, all staff, or everybody, once
/// it is published.
[[nodiscard]] bool mayRead(const Actor &reader, const Article &article);

/// What a reader who is not staff gets to see of it: the published face, without people, flags,
/// suggestions or anything about texts that are not published.
[[nodiscard]] Article forReaders(const Article &article);

/// The same of a topic: who keeps it is for staff to know.
[[nodiscard]] Topic forReaders(const Topic &topic);

/// A text as the reader gets it: whoever is not staff learns no names and no reasons.
[[nodiscard]] Revision forReaders(const Revision &revision);

namespace codec {

/// Strict about types and limits, as all of codec.h.
[[nodiscard]] QJsonObject toJson(const Topic &topic);
[[nodiscard]] Result<Topic> topicFrom(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const Article &article);
[[nodiscard]] Result<Article> articleFrom(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const Revision &revision);
[[nodiscard]] Result<Revision> revisionFrom(const QJsonObject &object);

} // namespace codec

} // namespace vigie
