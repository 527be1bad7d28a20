// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"
#include "core/sql/database.h"

namespace vigie::server {

/// The knowledge base as the database has it. The caller brings the transaction.
class ArticleRows
{
public:
    explicit ArticleRows(sql::Database &database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<Topic>> topic(const TopicId &id);
    [[nodiscard]] Result<QList<Topic>> topics();
    [[nodiscard]] Done put(const Topic &topic);

    [[nodiscard]] Result<std::optional<Article>> article(const ArticleId &id);
    /// Writes the row as it is now. Its number has to be its own.
    [[nodiscard]] Done put(const Article &article);
    /// The number for the next new article; people call it KB-<number>.
    [[nodiscard]] Result<qint64> nextNumber();
    /// All articles, or those of one topic, that stand on it.
    [[nodiscard]] Result<int> count(const TopicId &topic, bool publishedOnly);

    [[nodiscard]] Result<std::optional<Revision>> revision(const RevisionId &id);
    /// Ids of all texts of an article, in the order they came.
    [[nodiscard]] Result<QList<RevisionId>> revisionsOf(const ArticleId &article);
    [[nodiscard]] Done add(const Revision &revision);
    /// Whether a text of the article has this file; `only` = in that very text.
    [[nodiscard]] Result<bool> hasFile(const ArticleId &article, const QString &sha256,
                                       const RevisionId &only = {});

    [[nodiscard]] Result<ArticleVote> vote(const ArticleId &article, const PersonId &person);
    [[nodiscard]] Done putVote(const ArticleId &article, const PersonId &person, ArticleVote vote);

private:
    sql::Database &m_database;
};

} // namespace vigie::server
