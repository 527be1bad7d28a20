// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/ticketview.h"

namespace vigie {

/// What others said to everybody behind the message that the author of `op` had seen last, oldest
/// first; empty when that message is not in the thread.
[[nodiscard]] QList<Message> unseenBy(const Op &op, const QList<MessageView> &thread);

/// An agent's answer that waits because of it.
[[nodiscard]] bool isHeldAnswer(const OutboxEntry &entry);

} // namespace vigie
