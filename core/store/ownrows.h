// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"

#include <QJsonObject>

#include <functional>

namespace vigie::store {

/// Things that a person made for themselves, in an order of their own: the rows of one table of the
/// outbox database (id, position, revision, json, unsent, gone). What is written here is unsent
/// until OwnSync hears that the server took it. Every write is one transaction. Lives on the
/// thread that opened the database.
class OwnRows
{
public:
    /// One kind of thing; its texts are constants of ours.
    struct Kind {
        const char *table;
        const char *name; ///< for logs: "saved view"
        int most;         ///< rows
        qsizetype bytes;  ///< of one row's JSON
    };
    struct Row {
        QString id;
        qint64 revision = 0;
        QJsonObject json;
    };
    /// Fails when the row means nothing.
    using Take = std::function<Done(const Row &)>;

    OwnRows(sql::Database &database, const Kind &kind) : m_database(database), m_kind(kind) {}

    /// In the person's order. A row that cannot be read or taken is left out, and stays on the disk.
    [[nodiscard]] Done each(const Take &take) const;
    /// Writes a row that is there at its place, and a new one at the end; the revision of one that is
    /// there is the server's and stays. Invalid without an id;
    /// TooLarge beyond the kind's limits.
    [[nodiscard]] Done save(const Row &row);
    /// True when it was there.
    [[nodiscard]] Result<bool> remove(const QString &id);
    /// The whole order; rows that are not named keep theirs behind.
    [[nodiscard]] Done arrange(const QStringList &ids);

private:
    [[nodiscard]] QString statement(const char *text) const;
    [[nodiscard]] Result<QStringList> ids() const;

    sql::Database &m_database;
    Kind m_kind;
};

} // namespace vigie::store
