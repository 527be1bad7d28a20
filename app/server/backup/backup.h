// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/backup/manifest.h"

namespace vigie {
class Rng;
}

namespace vigie::server {

/// A consistent copy of database and files while the server goes on. `target` must not exist; it
/// appears complete or not at all. Files are hard links where the disk allows, else copies.
/// The result is unverified until verifyBackup() says otherwise.
[[nodiscard]] Result<Manifest> makeBackup(ServerStore &store, const QString &dataFolder,
                                          const QString &target, qint64 now);

/// Reads every byte: manifest, database hash, SQLite's integrity, row counts, audit chain, feeds'
/// chains, every file's hash. The error says what is wrong and where.
[[nodiscard]] Result<Manifest> verifyBackup(const QString &folder);

/// The same checks on a data folder in use, as far as they do not need a manifest.
[[nodiscard]] Done verifyData(ServerStore &store, const QString &dataFolder);

/// Verifies, then makes a data folder out of a backup. `dataFolder` must not hold a database.
/// Draws a new epoch, so that every client notices at its next exchange.
[[nodiscard]] Result<Manifest> restoreBackup(const QString &backup, const QString &dataFolder,
                                             Rng &rng, qint64 now);

} // namespace vigie::server
