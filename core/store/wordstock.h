// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"

namespace vigie::store {

/// The words that the full-text index knows, for those who mistyped one. Reads a few thousand words
/// of the same beginning at most. Lives on the thread that opened the connection.
class WordStock
{
public:
    explicit WordStock(sql::Database &database) : m_database(database) {}

    /// The text with every word that nothing begins with replaced by the nearest one that is
    /// written somewhere: one letter off, two from 8 letters on; of equally near ones the most
    /// frequent. Words of under 4 letters, with digits, or with a condition (`state:open`) stay.
    /// Empty when nothing is replaced.
    [[nodiscard]] Result<QString> corrected(const QString &text) const;

private:
    [[nodiscard]] Result<bool> isBeginning(const QString &word) const;
    [[nodiscard]] Result<QString> nearest(const QString &word) const;

    sql::Database &m_database;
};

} // namespace vigie::store
