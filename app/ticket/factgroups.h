// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ticket/threaditem.h"

namespace vigie {

/// Facts about a machine that belong together, in words.
struct FactGroup {
    QString key; ///< stable; tells groups apart from ticket to ticket
    QString title;
    QList<ThreadItem::Fact> facts;

    bool operator==(const FactGroup &) const = default;
};

/// What the requester's computer told with the report, by what one looks for; what this version
/// does not know comes last. Empty groups are left out.
[[nodiscard]] QList<FactGroup> factGroups(const Kit &kit);

/// All of it as lines "label: value", for the clipboard.
[[nodiscard]] QString textOf(const QList<FactGroup> &groups);

} // namespace vigie
