// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snippet.h"
#include "core/store/ownrows.h"

namespace vigie::store {

/// The person's canned texts, in the outbox database. Every write is one transaction. Lives on the
/// thread that opened the database.
class SnippetStore
{
public:
    explicit SnippetStore(sql::Database &database);

    /// The oldest first. One that cannot be read is left out, and stays on the disk.
    [[nodiscard]] Result<QList<Snippet>> list() const;
    /// Writes one that is there, or a new one. Invalid when codec::snippetFrom() would refuse it or
    /// it has no id; Conflict when another one has the keyword, whatever the case and accents;
    /// TooLarge beyond limits::kSnippets.
    [[nodiscard]] Done save(const Snippet &snippet);
    /// True when it was there.
    [[nodiscard]] Result<bool> remove(const SnippetId &id);

private:
    OwnRows m_rows;
};

} // namespace vigie::store
