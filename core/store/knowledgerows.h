// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"
#include "core/ops/applyarticle.h"
#include "core/sql/database.h"

namespace vigie::store {

/// A row as people see it, and what the server said of it when that is something else.
template<class T>
struct StoredEntry {
    T shown;
    bool pending = false;       ///< operations are on top
    std::optional<T> confirmed; ///< the server's copy; nullopt when it has none yet
};

struct StoredRevision {
    qint64 n = 0;
    Revision revision;
    QString pendingOp; ///< empty when the server has it
};

/// Writes and reads single rows of the knowledge base in cache.db, with what is searched of them.
/// Knows nothing of feeds or transactions; `n` is the number of the id (CacheRows::ref()).
class KnowledgeRows
{
public:
    explicit KnowledgeRows(sql::Database &database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<StoredEntry<Topic>>> topic(const TopicId &id) const;
    [[nodiscard]] Done write(qint64 n, const StoredEntry<Topic> &topic);
    [[nodiscard]] Done removeTopic(const TopicId &id);

    [[nodiscard]] Result<std::optional<StoredEntry<Article>>> article(const ArticleId &id) const;
    [[nodiscard]] Done write(qint64 n, const StoredEntry<Article> &article);
    /// With all its texts.
    [[nodiscard]] Done removeArticle(const ArticleId &id);
    /// Writes the full-text index anew: the newest text, or what is published where only that is
    /// here. After the texts are written.
    [[nodiscard]] Done index(const ArticleId &id);
    [[nodiscard]] Result<int> count(const TopicId &topic, bool publishedOnly) const;

    [[nodiscard]] Result<std::optional<StoredRevision>> revision(const RevisionId &id) const;
    [[nodiscard]] Result<std::optional<StoredRevision>> revisionByNumber(qint64 n) const;
    /// Oldest first.
    [[nodiscard]] Result<QList<StoredRevision>> revisionsOf(const ArticleId &article) const;
    /// `pendingOp` empty = the server has it. `at` orders the history.
    [[nodiscard]] Done write(qint64 n, const Revision &revision, const QString &pendingOp, qint64 at);
    [[nodiscard]] Done removeRevision(const RevisionId &id);

private:
    sql::Database &m_database;
};

/// What applyArticle() may know on this computer. `database` must outlive it.
[[nodiscard]] ArticleContext articleContext(sql::Database &database, const Person &me, qint64 now);

} // namespace vigie::store
