// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QList>

namespace vigie {

/// The four heaps of the outbox page, most pressing first.
enum class OutboxGroup { NeedsYou, Checking, Sending, Waiting };
inline constexpr int kOutboxGroups = 4;

/// Where an entry belongs; nullopt for those that no person has to see any more.
[[nodiscard]] std::optional<OutboxGroup> groupOf(OpState state);

/// What a person may do with an entry.
struct OutboxActions {
    bool edit = false;    ///< its words can be changed
    bool retry = false;
    bool useMine = false; ///< and "keep theirs": a conflict of values
    bool discard = false; ///< what may have been sent is withdrawn: the server has the last word
    bool keep = false;    ///< it is being withdrawn, and should be sent after all

    bool operator==(const OutboxActions &) const = default;
};
[[nodiscard]] OutboxActions actionsFor(const OutboxEntry &entry);

/// The words of an entry that carries words; empty otherwise.
[[nodiscard]] QString wordsOf(const Op &op);

} // namespace vigie
