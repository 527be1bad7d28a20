// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/op.h"

#include <optional>

namespace vigie {

/// The payload that undoes `op` on a ticket that looked like `before` when it was written.
/// nullopt for words and reports (they are recalled while they wait, never unsaid once sent) and
/// for AskUpdate.
[[nodiscard]] std::optional<Payload> inverseOf(const Op &op, const Ticket &before);

/// The one value that an operation sets, as text; nullopt for those that do something else. Of an
/// inverse it is the value that there was before.
[[nodiscard]] std::optional<QString> singleValueOf(const Payload &payload);

} // namespace vigie
