// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cachelists.h"

#include <variant>

namespace vigie::store::lists {

using SqlValue = std::variant<qint64, QString>;

/// A condition on the rows of `ticket`; its values in the order of their question marks.
struct Condition {
    QString sql; ///< empty = true
    QList<SqlValue> values;

    void bindTo(sql::Statement &statement) const;
};

/// A bound query as the lists ask it.
struct Filter {
    Condition where; ///< says everything; the rest only spares work
    bool open = true;  ///< false: no open ticket can match
    bool ended = true;
    /// A set that holds every match, when a small one is known (see Hits).
    std::optional<Hits> hits;
    /// A list that holds every match of ListScope::All, with what it needs.
    std::optional<ListScope> scope;
    PersonId owner;
    QueueId queue;
};

/// Looks for small sets in the full-text index and the lists of keys. `scope` is that of the list it
/// filters.
[[nodiscard]] Result<Filter> compiled(sql::Database &database, const query::Bound &bound,
                                      ListScope scope);

/// Names from the tables of people, queues and tags.
class CacheDirectory final : public query::Directory
{
public:
    explicit CacheDirectory(sql::Database &database) : m_database(database) {}

    [[nodiscard]] QList<PersonId> people(const QString &name) const override;
    [[nodiscard]] QList<QueueId> queues(const QString &name) const override;
    [[nodiscard]] QStringList tags(const QString &name) const override;
    /// The first error of any question: they answer with nothing then.
    [[nodiscard]] const Done &done() const { return m_done; }

private:
    template<class T>
    [[nodiscard]] T orNothing(Result<T> result) const;

    sql::Database &m_database;
    mutable Done m_done;
};

/// Every tag that a ticket here has, in the order of their bytes.
[[nodiscard]] Result<QStringList> allTags(sql::Database &database);

/// People with a key that begins so, by name; `key` as searchtext::nameKey() makes it.
[[nodiscard]] Result<QList<Person>> peopleBeginning(sql::Database &database, const QString &key,
                                                    int limit);
[[nodiscard]] Result<QList<Queue>> allQueues(sql::Database &database);

} // namespace vigie::store::lists
