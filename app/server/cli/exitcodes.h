// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace vigie::server {

/// What the program tells the shell. Part of its interface: scripts rely on it.
enum class Exit {
    Ok = 0,
    Failure = 1, ///< it did not work; the message says why
    Usage = 2,   ///< unknown flags, missing arguments, a bad configuration
    Damaged = 3, ///< data, a backup or a receipt are not what they should be
    InUse = 4,   ///< another vigie-server uses the data folder
};

[[nodiscard]] inline Exit exitFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StoreCorrupt: return Exit::Damaged;
    case ErrorCode::ProfileInUse:
    case ErrorCode::StoreBusy: return Exit::InUse;
    default: return Exit::Failure;
    }
}

} // namespace vigie::server
