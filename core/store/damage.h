// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"

/// What to do about a damaged database file.
namespace vigie::store {

/// Leaves a note beside a database in which damage showed up while it was used, so that the next
/// opening looks closely.
void noteDamage(const QString &databasePath);
[[nodiscard]] bool isSuspect(const QString &databasePath);
void clearSuspicion(const QString &databasePath);

/// Passes a result on; damage is noted.
template<class R>
[[nodiscard]] R watched(const sql::Database &database, R result)
{
    if (!result && result.error().code == ErrorCode::StoreCorrupt)
        noteDamage(database.path());
    return result;
}

/// Moves a damaged database and its helpers aside as <path>.damaged-<now>; earlier ones go.
[[nodiscard]] Done moveAside(const QString &databasePath, qint64 now);

/// Keeps a copy as <path>.damaged-<now> and leaves the database as it is.
[[nodiscard]] Done copyAside(const QString &databasePath, qint64 now);

/// Removes a database that can be made again, with its helpers.
void removeDatabase(const QString &databasePath);

/// Removes everything that moveAside() and migrations put beside a database.
void removeCopies(const QString &databasePath);

} // namespace vigie::store
