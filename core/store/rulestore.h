// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/rule.h"
#include "core/store/ownrows.h"

namespace vigie::store {

/// What this computer knows of the desk's rules, in the outbox database. Every write is one transaction. Lives on the
/// thread that opened the database.
class RuleStore
{
public:
    explicit RuleStore(sql::Database &database);

    /// In the order in which they run. One that cannot be read is left out, and stays on the disk.
    [[nodiscard]] Result<QList<Rule>> list() const;
    /// Writes one that is there, or a new one. Invalid when codec::ruleFrom() would refuse it or it
    /// has no id; TooLarge beyond limits::kRules.
    [[nodiscard]] Done save(const Rule &rule);
    /// True when it was there.
    [[nodiscard]] Result<bool> remove(const RuleId &id);
    /// The whole order; those that are not named keep theirs behind.
    [[nodiscard]] Done arrange(const QList<RuleId> &ids);

private:
    OwnRows m_rows;
};

} // namespace vigie::store
