// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/backup/manifest.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/sql/migrator.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>

namespace vigie::server {

namespace {

constexpr int kFormat = 1;
constexpr qint64 kMost = 9'007'199'254'740'991;
constexpr qsizetype kMostBytes = 64 * 1024;

QString digestOf(const QJsonObject &object)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(json::compact(object), QCryptographicHash::Sha256).toHex());
}

QJsonObject toJson(const Manifest &manifest)
{
    QJsonObject counts;
    for (auto it = manifest.counts.cbegin(); it != manifest.counts.cend(); ++it)
        counts.insert(it.key(), it.value());
    QJsonObject object{{QStringLiteral("format"), kFormat},
                       {QStringLiteral("created"), manifest.created},
                       {QStringLiteral("version"), manifest.version},
                       {QStringLiteral("server"), manifest.serverId},
                       {QStringLiteral("epoch"), manifest.epoch},
                       {QStringLiteral("schema"), manifest.schema},
                       {QStringLiteral("databaseSha256"), manifest.databaseSha256},
                       {QStringLiteral("databaseBytes"), manifest.databaseBytes},
                       {QStringLiteral("counts"), counts},
                       {QStringLiteral("auditSeq"), manifest.auditSeq},
                       {QStringLiteral("auditChain"), manifest.auditChain},
                       {QStringLiteral("feeds"), manifest.feeds},
                       {QStringLiteral("feedHeads"), manifest.feedHeads},
                       {QStringLiteral("blobBytes"), manifest.blobBytes}};
    object.insert(QStringLiteral("check"), digestOf(object));
    return object;
}

Result<Manifest> fromJson(QJsonObject object)
{
    const QString check = object.take(QStringLiteral("check")).toString();
    if (check != digestOf(object))
        return fail(ErrorCode::StoreCorrupt, QStringLiteral("the manifest was changed"));
    json::Reader reader(object, QStringLiteral("manifest."));
    Manifest manifest;
    if (reader.integer("format", 1, kMost) > kFormat)
        return fail(ErrorCode::StoreTooNew, QStringLiteral("the backup is of a newer version"));
    manifest.created = reader.integer("created", 0, kMost);
    manifest.version = reader.text("version", 100);
    manifest.serverId = reader.text("server", 100);
    manifest.epoch = reader.text("epoch", 100);
    manifest.schema = int(reader.integer("schema", 1, 1'000'000));
    manifest.databaseSha256 = reader.text("databaseSha256", 64);
    manifest.databaseBytes = reader.integer("databaseBytes", 0, kMost);
    manifest.auditSeq = reader.integer("auditSeq", 0, kMost);
    manifest.auditChain = reader.text("auditChain", 64);
    manifest.feeds = reader.integer("feeds", 0, kMost);
    manifest.feedHeads = reader.text("feedHeads", 64);
    manifest.blobBytes = reader.integer("blobBytes", 0, kMost);
    json::Reader counts(reader.object("counts"), QStringLiteral("manifest.counts."));
    for (const QString &table : countedTables())
        manifest.counts.insert(table, counts.integer(table.toLatin1().constData(), 0, kMost));
    VIGIE_TRY(reader.done());
    VIGIE_TRY(counts.done());
    return manifest;
}

} // namespace

QString manifestPath(const QString &folder)
{
    return folder + QStringLiteral("/manifest.json");
}

Result<Manifest> describe(ServerStore &store)
{
    Manifest manifest;
    manifest.version = QStringLiteral(VIGIE_VERSION);
    VIGIE_TRY_ASSIGN(serverId, store.serverId());
    manifest.serverId = serverId;
    VIGIE_TRY_ASSIGN(epoch, store.epoch());
    manifest.epoch = epoch;
    VIGIE_TRY_ASSIGN(schema, sql::schemaVersion(store.database()));
    manifest.schema = schema;
    for (const QString &table : countedTables()) {
        VIGIE_TRY_ASSIGN(rows, store.count(table));
        manifest.counts.insert(table, rows);
    }
    VIGIE_TRY_ASSIGN(audit, store.audit().head());
    manifest.auditSeq = audit.seq;
    manifest.auditChain = audit.chain;
    VIGIE_TRY_ASSIGN(feeds, store.feeds().summary());
    manifest.feeds = feeds.feeds;
    manifest.feedHeads = feeds.heads;
    VIGIE_TRY_ASSIGN(blobs, store.blobs().all());
    for (const auto &[sha256, size] : blobs)
        manifest.blobBytes += size;
    return manifest;
}

Done writeManifest(const Manifest &manifest, const QString &folder)
{
    QSaveFile file(manifestPath(folder));
    const QByteArray bytes = json::compact(toJson(manifest)) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::StoreFault,
                    QStringLiteral("cannot write %1: %2").arg(file.fileName(), file.errorString()));
    return {};
}

Result<Manifest> readManifest(const QString &folder)
{
    QFile file(manifestPath(folder));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, QStringLiteral("%1 is not a backup: no manifest.json")
                                             .arg(folder));
    const Result<QJsonObject> object = json::parseObject(file.read(kMostBytes + 1), kMostBytes);
    if (!object)
        return fail(ErrorCode::StoreCorrupt, QStringLiteral("the manifest cannot be read"));
    return fromJson(*object);
}

} // namespace vigie::server
