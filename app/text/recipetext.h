// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/eventtext.h"
#include "core/ops/rule.h"

namespace vigie {

/// Recipes and rules in the words of the desk.
class RecipeText
{
    Q_DECLARE_TR_FUNCTIONS(RecipeText)

public:
    /// "Reply · State: Resolved · Tags: + vpn": everything it does, on one line.
    [[nodiscard]] static QString summary(const Recipe &recipe, const NamesById &names = {});
    /// "When a request is reported".
    [[nodiscard]] static QString of(RuleEvent event);
    /// A kind of reminder as a choice: "In … days", "Next working morning".
    [[nodiscard]] static QString of(WakeAfter::Kind kind);
    /// "in 2 days", "next working morning".
    [[nodiscard]] static QString of(const WakeAfter &wake);
    /// The owner of a recipe: a name, "whoever runs it" or "nobody".
    [[nodiscard]] static QString owner(const QString &value, const NamesById &names);
};

} // namespace vigie
