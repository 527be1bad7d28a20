// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/backup/backup.h"
#include "app/server/config/settings.h"

namespace vigie {
class Clock;
}

namespace vigie::server {

/// A backup of the whole data folder at `target`, the authority included: a restored server must
/// not look like a stranger to the clients that pinned it. Opens the database by itself, so it may
/// run beside a serving process and on any thread. `target` appears complete or not at all.
[[nodiscard]] Result<Manifest> backUp(const QString &dataFolder, const QString &target,
                                      const Clock &clock);

/// What the server's own backups are called, in UTC: "vigie-20260131-235959". Pure.
[[nodiscard]] QString backupName(qint64 nowMs);

/// Whether it is time for the next one, from the names in the backup folder. Pure.
[[nodiscard]] bool isBackupDue(const QStringList &names, qint64 everyMs, qint64 nowMs);

/// The names of the server's own backups beyond the newest `keep`, oldest first; other names are
/// never among them. `keep` 0 = none. Pure.
[[nodiscard]] QStringList surplusBackups(const QStringList &names, int keep);

/// Makes, verifies and prunes when it is time; true when a backup was made.
[[nodiscard]] Result<bool> backUpWhenDue(const Settings &settings, const Clock &clock);

} // namespace vigie::server
