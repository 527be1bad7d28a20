// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"
#include "core/sql/database.h"

namespace vigie::store {

/// One line of a list of articles.
struct ArticleRow {
    Article article;
    bool pending = false; ///< something of it was not sent yet

    bool operator==(const ArticleRow &) const = default;
};

/// Which articles a list shows.
struct ArticleQuery {
    enum class Which {
        All,
        Published,
        Unpublished, ///< drafts and what is on its way
        ToReview,    ///< somebody asked for it
        Stale,       ///< published, and its date has come or comes within `ahead`
        Flagged,     ///< a reader says that it is outdated
        Suggested,   ///< a suggestion waits
        Archived,    ///< in no other list, and not found by a search
    };
    Which which = Which::All;
    std::optional<TopicId> topic; ///< with everything below it
    QString language;             ///< empty = all
    PersonId keeper;              ///< not null = only topics that this person keeps
    qint64 now = 0;               ///< for Stale, UTC ms
    qint64 ahead = 14LL * 86'400'000;
    int limit = 500;
    int offset = 0;
};

struct ArticleHit {
    ArticleRow row;
    QString excerpt; ///< as searchtext::excerpt() marks it

    bool operator==(const ArticleHit &) const = default;
};

/// How much waits for whoever keeps topics.
struct KnowledgeCounts {
    int toReview = 0;
    int stale = 0;
    int flagged = 0;
    int suggested = 0;

    bool operator==(const KnowledgeCounts &) const = default;
};

/// Reads the knowledge base of cache.db, on whichever thread owns the connection.
class KnowledgeReader
{
public:
    explicit KnowledgeReader(sql::Database &database) : m_database(database) {}

    /// Without those that were removed, by name.
    [[nodiscard]] Result<QList<Topic>> topics() const;
    /// By title.
    [[nodiscard]] Result<QList<ArticleRow>> list(const ArticleQuery &query) const;
    [[nodiscard]] Result<int> count(const ArticleQuery &query) const;
    [[nodiscard]] Result<KnowledgeCounts> counts(const PersonId &keeper, qint64 now) const;
    /// What has all the words, the best first.
    [[nodiscard]] Result<QList<ArticleHit>> search(const QString &text, int most) const;
    /// Published articles that share telling words with the text, the likest first.
    [[nodiscard]] Result<QList<ArticleHit>> similar(const QString &text, int most) const;
    [[nodiscard]] Result<std::optional<ArticleRow>> article(const ArticleId &id) const;
    [[nodiscard]] Result<std::optional<ArticleId>> byNumber(qint64 number) const;
    /// Articles that say the same in another language, itself left out.
    [[nodiscard]] Result<QList<ArticleRow>> translations(const Article &article) const;
    [[nodiscard]] Result<QList<ArticleRow>> madeFrom(const TicketId &ticket) const;
    [[nodiscard]] Result<std::optional<Revision>> revision(const RevisionId &id) const;
    /// Every text, oldest first, suggestions included.
    [[nodiscard]] Result<QList<Revision>> history(const ArticleId &id) const;

private:
    sql::Database &m_database;
};

} // namespace vigie::store
