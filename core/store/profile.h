// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/blobstore.h"
#include "core/store/cachestore.h"
#include "core/store/outboxstore.h"

#include <memory>

namespace vigie::store {

/// One account's folder: outbox.db (precious), cache.db (disposable), blobs/ and
/// shots/ (the originals of screenshots in drafts, which never leave). One process at a
/// time holds it (a lock that survives `kill -9` of its holder without getting stuck).
///
/// Opening: takes the lock (ProfileInUse), opens and migrates outbox.db (StoreTooNew leaves the
/// file untouched; StoreCorrupt is an error: unsent work is never thrown away silently), then
/// cache.db; a damaged or unreadable cache is moved aside as cache.db.damaged-<time> and an empty
/// one takes its place (`cacheReplaced()`), because everything in it can be fetched again.
/// A crash between the two databases is healed here: attempts become Ambiguous and every ticket
/// with live operations is rebased.
class Profile
{
public:
    struct Options {
        bool takeLock = true; ///< the simulation owns its folders
        bool fullSync = true; ///< false only in the simulation, whose disk is memory
        DeviceId device;      ///< for a new profile; null = made here
    };

    [[nodiscard]] static Result<std::unique_ptr<Profile>> open(const QString &folder, qint64 now,
                                                               const Options &options);
    [[nodiscard]] static Result<std::unique_ptr<Profile>> open(const QString &folder, qint64 now)
    {
        return open(folder, now, Options());
    }
    ~Profile();

    [[nodiscard]] OutboxStore &outbox();
    [[nodiscard]] CacheStore &cache();
    [[nodiscard]] const BlobStore &blobs() const;
    /// Pictures as they were taken, before anything in them is hidden. Nothing here is ever sent.
    [[nodiscard]] const BlobStore &originals() const;
    /// Removes every original that no draft mentions. Done at opening too.
    [[nodiscard]] Done sweepOriginals();
    [[nodiscard]] const QString &folder() const;
    [[nodiscard]] QString cachePath() const;
    [[nodiscard]] bool cacheReplaced() const;
    /// SQLite met damage in the cache while it was used, by this or another connection.
    [[nodiscard]] bool cacheIsSuspect() const;
    /// Moves the cache aside and puts an empty one in its place, with what waits in the outbox
    /// shown on top. No other connection to it may be open, and no statement in use. `cache()` and
    /// `cacheDatabase()` are other objects afterwards. On failure there are none, and it may be
    /// tried again; the outbox works without.
    [[nodiscard]] Done replaceCache(qint64 now);
    [[nodiscard]] DeviceId device() const; ///< made at the first opening
    [[nodiscard]] sql::Database &outboxDatabase();
    [[nodiscard]] sql::Database &cacheDatabase();

private:
    Profile();
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace vigie::store
