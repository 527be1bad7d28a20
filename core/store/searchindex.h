// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"

#include <QList>

#include <array>

namespace vigie::store {

/// What a ticket is found by.
struct IndexedSubject {
    QString title;
    QString requester;
    qint64 number = 0;
    QString tag;

    bool operator==(const IndexedSubject &) const = default;
};

/// The full-text index's part of one transaction: gathered, and written in one go at the end.
/// FTS5 keeps new words in memory, but has to write them out before every savepoint, and SQLite
/// makes one for each statement that fires a trigger or returns a row. Entries in between such
/// statements would become an index of tiny pieces: slow to make, slow to ask, large.
class SearchIndex
{
public:
    explicit SearchIndex(sql::Database &database) : m_database(database) {}

    void addSubject(qint64 n, const IndexedSubject &subject);
    /// The words must be those that were added: the index keeps no copy.
    void removeSubject(qint64 n, const IndexedSubject &subject);
    void addBody(qint64 n, const QString &text);
    void removeBody(qint64 n, const QString &text);

    [[nodiscard]] Done write();

private:
    struct Entry {
        qint64 n = 0;
        bool removes = false;
        std::array<QString, 3> words;
    };

    [[nodiscard]] Done writeSubjects();
    [[nodiscard]] Done writeBodies();

    sql::Database &m_database;
    QList<Entry> m_subjects;
    QList<Entry> m_bodies;
};

} // namespace vigie::store
