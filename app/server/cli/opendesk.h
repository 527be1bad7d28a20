// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/config/settings.h"
#include "app/server/desk/desk.h"

#include <memory>

namespace vigie::server {

/// The desk of an existing data folder, for commands that may run beside a serving process.
/// NotFound, with words, when nobody has prepared the folder.
[[nodiscard]] Result<std::unique_ptr<Desk>> openExisting(const Settings &settings,
                                                         const Clock &clock, Rng &rng);

/// Creates what is missing. The caller holds the folder's lock.
[[nodiscard]] Result<std::unique_ptr<Desk>> openOrCreate(const Settings &settings,
                                                         const Clock &clock, Rng &rng);

/// The desk that receives reports: also makes the key for receipts at the first time, and signs
/// with it. The caller holds the folder's lock.
[[nodiscard]] Result<std::unique_ptr<Desk>> openForService(const Settings &settings,
                                                           const Clock &clock, Rng &rng);

} // namespace vigie::server
