// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"
#include "core/query/bind.h"

namespace vigie::query {

/// What is asked about one ticket in memory.
struct Subject {
    const Ticket &ticket;
    const QList<Message> &thread; ///< those that are known; bare words look into them
    bool pending = false;         ///< has operations that the server has not confirmed
};

/// Whether the ticket is one of those that the store would list for the same bound query. For
/// rules, and to tell whether a changed ticket still belongs into a list.
[[nodiscard]] bool matches(const Bound &bound, const Subject &subject);

/// What of a message is full text; empty for events. What the index holds too.
[[nodiscard]] QString searchedText(const Message &message);

} // namespace vigie::query
