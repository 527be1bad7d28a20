// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/savedview.h"
#include "core/store/ownrows.h"

namespace vigie::store {

/// The person's own lists, in the outbox database. Every write is one transaction. Lives on the
/// thread that opened the database.
class SavedViewStore
{
public:
    explicit SavedViewStore(sql::Database &database);

    /// In the person's order. One that cannot be read is left out, and stays on the disk.
    [[nodiscard]] Result<QList<SavedView>> list() const;
    /// Writes a view that is there at its place, and a new one at the end. Invalid when
    /// codec::savedViewFrom() would refuse it or it has no id; TooLarge beyond
    /// limits::kSavedViews.
    [[nodiscard]] Done save(const SavedView &view);
    /// True when it was there.
    [[nodiscard]] Result<bool> remove(const SavedViewId &id);
    /// The whole order; views that are not named keep theirs behind.
    [[nodiscard]] Done arrange(const QList<SavedViewId> &ids);

private:
    OwnRows m_rows;
};

/// How the person wants to see the lists that are always there, in the outbox database. Every write
/// is one transaction. Lives on the thread that opened the database.
class PlaceLookStore
{
public:
    explicit PlaceLookStore(sql::Database &database);

    /// One that cannot be read is left out, and stays on the disk.
    [[nodiscard]] Result<QList<PlaceLook>> list() const;
    /// Invalid when codec::placeLookFrom() would refuse it or it has no place.
    [[nodiscard]] Done save(const PlaceLook &look);

private:
    OwnRows m_rows;
};

} // namespace vigie::store
