// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A few megabytes beside outbox.db that exist to be deleted: on a full disk they make room for
/// the words that a person is typing.
namespace vigie::store {

inline constexpr qint64 kReserveBytes = 8 * 1024 * 1024;

/// Where the reserve of a database is; empty for one in memory.
[[nodiscard]] QString reservePath(const QString &databasePath);

/// Makes the reserve when it is missing. A disk too full for it is noted, not an error.
void keepReserve(const QString &databasePath);

/// Gives the space back; false when there is none to give.
[[nodiscard]] bool releaseReserve(const QString &databasePath);

} // namespace vigie::store
