// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/macro.h"
#include "core/store/ownrows.h"

namespace vigie::store {

/// The person's macros, in the outbox database. Every write is one transaction. Lives on the
/// thread that opened the database.
class MacroStore
{
public:
    explicit MacroStore(sql::Database &database);

    /// The oldest first. One that cannot be read is left out, and stays on the disk.
    [[nodiscard]] Result<QList<Macro>> list() const;
    /// Writes one that is there, or a new one. Invalid when codec::macroFrom() would refuse it or it
    /// has no id; TooLarge beyond limits::kMacros.
    [[nodiscard]] Done save(const Macro &macro);
    /// True when it was there.
    [[nodiscard]] Result<bool> remove(const MacroId &id);

private:
    OwnRows m_rows;
};

} // namespace vigie::store
