// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// What Unix systems do differently with an open file. Used by durablefile_unix.cpp only.
namespace vigie::platform {

/// Waits until the bytes are on the medium; 0 or -1 with errno, as fsync().
[[nodiscard]] int syncDescriptor(int descriptor);

/// Takes real space for the file; 0 or an error number.
[[nodiscard]] int allocateSpace(int descriptor, qint64 bytes);

} // namespace vigie::platform
