// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

class QFileDevice;

namespace vigie::platform {

/// Waits until the bytes of an open file are on the disk. StoreFull or StoreFault otherwise.
[[nodiscard]] Done syncFile(QFileDevice &file);

/// Makes the names in a folder durable; without it a renamed file may be gone after a power loss.
/// Systems whose file system journals names by itself do nothing.
[[nodiscard]] Done syncFolder(const QString &folder);

/// Renames over an existing file in one step and makes it durable. Both names must be in one
/// folder; the bytes of `from` must have been synced.
[[nodiscard]] Done durableReplace(const QString &from, const QString &to);

/// Takes disk space for a new file of that size, so that deleting it gives it back.
[[nodiscard]] Done allocateFile(const QString &path, qint64 bytes);

} // namespace vigie::platform
