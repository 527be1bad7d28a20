// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/client/digests.h"

#include "core/sql/database.h"
#include "core/store/cachestore.h"

namespace vigie::e2e {

Result<QJsonObject> feedDigests(const QString &folder)
{
    VIGIE_TRY_ASSIGN(database,
                     sql::Database::open(folder + QStringLiteral("/cache.db"),
                                         sql::Durability::Disposable, sql::Access::ReadOnly));
    store::CacheStore cache(*database);
    VIGIE_TRY_ASSIGN(meta, cache.meta());
    QJsonObject digests;
    for (const wire::FeedState &feed : std::as_const(meta.feeds)) {
        VIGIE_TRY_ASSIGN(digest, cache.feedDigest(feed.feed));
        if (digest.count(QLatin1Char('0')) != digest.size())
            digests.insert(feed.feed, digest);
    }
    return digests;
}

} // namespace vigie::e2e
