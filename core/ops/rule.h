// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/recipe.h"

namespace vigie {

namespace limits {
inline constexpr int kRules = 200;
inline constexpr qsizetype kRuleName = 60;
inline constexpr qsizetype kRuleQuery = 2'000;
inline constexpr qsizetype kRuleBytes = 64 * 1024;
} // namespace limits

using RuleId = Id<struct RuleTag>;

/// What a rule listens to.
enum class RuleEvent {
    Created,  ///< a request was reported
    Answered, ///< its requester wrote, reopened it or asked for an update
    Changed,  ///< staff did something
    Time,     ///< time passed: looked at every minute, done once until it stops being so
};
template<> const QList<EnumName<RuleEvent>> &enumNames<RuleEvent>();

/// What the desk does by itself. Rules belong to all who work at the desk; administrators write
/// them, the server runs them, in their order, each at most once for what happened. What a rule
/// does makes no rule run.
struct Rule {
    RuleId id;
    QString name; ///< 1 to limits::kRuleName characters, one line
    bool active = true;
    QList<RuleEvent> when; ///< not empty, each once
    /// Only for tickets that it finds; see query::parse(). Empty = for all. Without "me".
    QString query;
    Recipe recipe; ///< its owner is never kMe
    /// The same rule was changed on two computers; this one is the earlier, and does not run.
    bool aside = false;
    qint64 revision = 0; ///< the server's number of this state; 0 = it has never seen it

    [[nodiscard]] bool runsOn(RuleEvent event) const { return active && !aside && when.contains(event); }
    bool operator==(const Rule &) const = default;
};

/// The author of what rules do. Nobody can sign in as this.
[[nodiscard]] PersonId rulesPerson();

/// Which rules an operation makes run.
[[nodiscard]] RuleEvent ruleEventOf(const Op &op, const PersonId &author, const Ticket &ticket);

namespace codec {

/// Everything but id and revision, which stand beside it wherever a rule is kept.
[[nodiscard]] QJsonObject toJson(const Rule &rule);
/// Strict; see recipeFrom(). The query is not parsed.
[[nodiscard]] Result<Rule> ruleFrom(const QJsonObject &object);

} // namespace codec

} // namespace vigie
