// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"

namespace vigie::sql {

/// Brings a database to the newest schema by running the numbered scripts it has not seen:
/// `NNNN_name.sql` in `folder` (a Qt resource path), statements separated by a line that holds
/// only `--;;`. A fresh and an old database run the same scripts. All missing scripts and
/// PRAGMA user_version are one transaction. Before the first, a file database that already holds
/// data is copied to `<path>.before-<version>`. A newer database is left untouched: StoreTooNew.
[[nodiscard]] Done migrate(Database &database, const QString &folder);

/// The newest script's number in `folder`; 0 when there is none.
[[nodiscard]] int newestVersion(const QString &folder);

/// PRAGMA user_version.
[[nodiscard]] Result<int> schemaVersion(Database &database);

/// The same of a file, which is not opened for writing. Source: the user version at offset 60 of
/// SQLite's database header (https://www.sqlite.org/fileformat2.html).
[[nodiscard]] Result<int> schemaVersionOf(const QString &path);

/// For tests of upgrades: migrate only up to and including `version`.
[[nodiscard]] Done migrateTo(Database &database, const QString &folder, int version);

} // namespace vigie::sql
