// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/console.h"
#include "core/base/result.h"

namespace vigie::server {

/// A password that can be read out on the phone: four groups of five characters without lookalikes,
/// 99 bits.
[[nodiscard]] QString generatedPassword(Rng &rng);

/// The first line of the console's input, for --password-stdin. Invalid when it is empty, too long
/// or not UTF-8.
[[nodiscard]] Result<QString> passwordFromInput(Console &console);

} // namespace vigie::server
