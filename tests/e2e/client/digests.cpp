// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/client/digests.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/store/cacherows.h"
#include "core/store/cachestore.h"
#include "core/wire/codec.h"

#include <QMap>

namespace vigie::e2e {

namespace {

constexpr qsizetype kDigestBytes = 32;

/// Every row that a feed shows, as the server said it: pending operations do not count.
constexpr QLatin1String kRows(
    "SELECT feed.name, feed_row.kind, CASE feed_row.kind "
    "WHEN 1 THEN coalesce((SELECT json FROM confirmed_ticket WHERE n = item), "
    "                     (SELECT json FROM ticket WHERE n = item)) "
    "WHEN 2 THEN (SELECT json FROM message WHERE n = item) "
    "WHEN 3 THEN (SELECT json FROM person WHERE n = item) "
    "WHEN 4 THEN (SELECT json FROM queue WHERE n = item) "
    "WHEN 5 THEN (SELECT json FROM service_book WHERE n = item) "
    "WHEN 6 THEN (SELECT coalesce(confirmed, json) FROM topic WHERE n = item) "
    "WHEN 7 THEN (SELECT coalesce(confirmed, json) FROM article WHERE n = item) "
    "WHEN 8 THEN (SELECT json FROM revision WHERE n = item) END "
    "FROM feed_row JOIN feed ON feed.n = feed_row.feed_n");

QString kindName(qint64 kind)
{
    switch (store::ItemKind(kind)) {
    case store::ItemKind::Ticket: return QStringLiteral("ticket");
    case store::ItemKind::Message: return QStringLiteral("message");
    case store::ItemKind::Person: return QStringLiteral("person");
    case store::ItemKind::Queue: return QStringLiteral("queue");
    case store::ItemKind::Services: return QStringLiteral("services");
    case store::ItemKind::Topic: return QStringLiteral("topic");
    case store::ItemKind::Article: return QStringLiteral("article");
    case store::ItemKind::Revision: return QStringLiteral("revision");
    }
    return {};
}

void mix(QByteArray &total, const QByteArray &one)
{
    total.resize(kDigestBytes, '\0');
    for (qsizetype i = 0; i < kDigestBytes && i < one.size(); ++i)
        total[i] = char(total[i] ^ one[i]);
}

/// From the rows themselves, by feed.
Result<QMap<QString, QByteArray>> countedDigests(sql::Database &database)
{
    QMap<QString, QByteArray> totals;
    VIGIE_TRY_ASSIGN(rows, database.prepare(QString(kRows)));
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return totals;
        VIGIE_TRY_ASSIGN(data, json::parseObject(rows.bytes(2), limits::kJsonBytes));
        mix(totals[rows.text(0)], wire::rowDigest(kindName(rows.integer(1)), data));
    }
}

} // namespace

Result<QJsonObject> feedDigests(const QString &folder)
{
    VIGIE_TRY_ASSIGN(database,
                     sql::Database::open(folder + QStringLiteral("/cache.db"),
                                         sql::Durability::Disposable, sql::Access::ReadOnly));
    VIGIE_TRY(database->run(QStringLiteral("BEGIN"))); // one moment for everything below
    VIGIE_TRY_ASSIGN(counted, countedDigests(*database));
    const store::CacheStore cache(*database);
    QJsonObject digests;
    for (auto it = counted.cbegin(); it != counted.cend(); ++it) {
        VIGIE_TRY_ASSIGN(claimed, cache.feedDigest(it.key()));
        const QString found = QString::fromLatin1(it->toHex());
        if (claimed != found)
            return fail(ErrorCode::StoreCorrupt, it.key() + QStringLiteral(" is not what was received"));
        digests.insert(it.key(), found);
    }
    return digests;
}

} // namespace vigie::e2e
