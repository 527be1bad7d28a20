// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/backup/backup.h"

#include "app/server/desk/blobdesk.h"
#include "app/server/desk/platform/durablefile.h"
#include "core/base/rng.h"

#include <QDir>
#include <QFileInfo>

namespace vigie::server {

namespace {

auto damaged(const QString &what)
{
    return fail(ErrorCode::StoreCorrupt, what);
}

Done makeFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::StoreReadOnly, QStringLiteral("cannot create %1").arg(folder));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Done syncPath(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !syncFile(file))
        return fail(ErrorCode::StoreFault, QStringLiteral("%1 is not durable").arg(path));
    return {};
}

enum class Copying { LinkOrCopy, Copy };

Done copyBlobs(ServerStore &store, const QString &from, const QString &to, Copying how)
{
    VIGIE_TRY_ASSIGN(blobs, store.blobs().all());
    for (const auto &[sha256, size] : blobs) {
        const QString source = blobPath(from, sha256);
        const QString target = blobPath(to, sha256);
        VIGIE_TRY(makeFolder(QFileInfo(target).path()));
        // Left over from an earlier life of the folder: the name is the content, if it is whole.
        if (QFileInfo::exists(target) && sha256OfFile(target) == sha256)
            continue;
        QFile::remove(target);
        if (how == Copying::LinkOrCopy && hardLink(source, target))
            continue;
        if (!QFile::copy(source, target))
            return fail(ErrorCode::StoreFault, QStringLiteral("cannot copy file %1").arg(sha256));
        VIGIE_TRY(syncPath(target));
    }
    return {};
}

Done checkIntegrity(sql::Database &database)
{
    VIGIE_TRY_ASSIGN(statement,
                     database.prepare(QStringLiteral("PRAGMA integrity_check(1)")));
    VIGIE_TRY_ASSIGN(found, statement.next());
    if (!found || statement.text(0) != QLatin1String("ok"))
        return damaged(QStringLiteral("the database is damaged: %1").arg(statement.text(0)));
    return {};
}

Done checkBlobs(ServerStore &store, const QString &folder)
{
    VIGIE_TRY_ASSIGN(blobs, store.blobs().all());
    for (const auto &[sha256, size] : blobs) {
        const QFileInfo file(blobPath(folder, sha256));
        if (!file.exists())
            return damaged(QStringLiteral("file %1 is missing").arg(sha256));
        if (file.size() != size || sha256OfFile(file.filePath()) != sha256)
            return damaged(QStringLiteral("file %1 has other bytes").arg(sha256));
    }
    VIGIE_TRY_ASSIGN(statement,
                     store.database().prepare(QStringLiteral(
                         "SELECT sha256 FROM (SELECT sha256 FROM message_blob UNION ALL SELECT "
                         "sha256 FROM revision_blob) WHERE sha256 NOT IN (SELECT sha256 FROM blob) "
                         "LIMIT 1")));
    VIGIE_TRY_ASSIGN(found, statement.next());
    if (found)
        return damaged(QStringLiteral("file %1 of a message or article was never stored")
                           .arg(statement.text(0)));
    return {};
}

/// What makeBackup() does, in a folder that is not a backup yet.
Result<Manifest> fillBackup(ServerStore &store, const QString &dataFolder, const QString &folder,
                            qint64 now)
{
    VIGIE_TRY(makeFolder(folder));
    const QString database = databasePath(folder);
    VIGIE_TRY(store.database().copyTo(database));
    QFile::setPermissions(database, QFile::ReadOwner | QFile::WriteOwner);
    VIGIE_TRY(syncPath(database));
    Manifest manifest;
    {
        // The copy is what counts: the original may have moved on.
        VIGIE_TRY_ASSIGN(copy, ServerStore::openReadOnly(database));
        VIGIE_TRY_ASSIGN(described, describe(*copy));
        manifest = described;
        VIGIE_TRY(copyBlobs(*copy, dataFolder, folder, Copying::LinkOrCopy));
    }
    manifest.created = now;
    manifest.databaseBytes = QFileInfo(database).size();
    manifest.databaseSha256 = sha256OfFile(database);
    VIGIE_TRY(writeManifest(manifest, folder));
    if (!syncFolder(folder))
        return fail(ErrorCode::StoreFault, QStringLiteral("the backup is not durable"));
    return manifest;
}

} // namespace

Result<Manifest> makeBackup(ServerStore &store, const QString &dataFolder, const QString &target,
                            qint64 now)
{
    const QFileInfo place(target);
    if (place.exists())
        return fail(ErrorCode::Invalid, QStringLiteral("%1 exists already").arg(target));
    VIGIE_TRY(makeFolder(place.absolutePath()));
    const QString partial = target + QStringLiteral(".partial");
    QDir(partial).removeRecursively();
    Result<Manifest> manifest = fillBackup(store, dataFolder, partial, now);
    if (!manifest || !QDir().rename(partial, target)) {
        QDir(partial).removeRecursively();
        return manifest ? fail(ErrorCode::StoreFault,
                               QStringLiteral("cannot rename %1").arg(partial))
                        : fail(manifest.error());
    }
    if (!syncFolder(place.absolutePath()))
        return fail(ErrorCode::StoreFault, QStringLiteral("the backup is not durable"));
    return manifest;
}

Done verifyData(ServerStore &store, const QString &dataFolder)
{
    VIGIE_TRY(checkIntegrity(store.database()));
    VIGIE_TRY(store.audit().verify());
    VIGIE_TRY(store.feeds().verify());
    return checkBlobs(store, dataFolder);
}

Result<Manifest> verifyBackup(const QString &folder)
{
    VIGIE_TRY_ASSIGN(manifest, readManifest(folder));
    const QString database = databasePath(folder);
    if (!QFileInfo::exists(database))
        return damaged(QStringLiteral("the database is missing"));
    if (QFileInfo(database).size() != manifest.databaseBytes
        || sha256OfFile(database) != manifest.databaseSha256)
        return damaged(QStringLiteral("the database has other bytes than when it was backed up"));
    VIGIE_TRY_ASSIGN(store, ServerStore::openReadOnly(database));
    VIGIE_TRY_ASSIGN(found, describe(*store));
    for (const QString &table : countedTables()) {
        if (found.counts.value(table) != manifest.counts.value(table)) {
            return damaged(QStringLiteral("table %1 has %2 rows instead of %3")
                               .arg(table)
                               .arg(found.counts.value(table))
                               .arg(manifest.counts.value(table)));
        }
    }
    // What the file itself and its time say was compared above.
    found.created = manifest.created;
    found.version = manifest.version;
    found.databaseBytes = manifest.databaseBytes;
    found.databaseSha256 = manifest.databaseSha256;
    if (!(found == manifest))
        return damaged(QStringLiteral("the database is not the one the manifest describes"));
    VIGIE_TRY(verifyData(*store, folder));
    return manifest;
}

Result<Manifest> restoreBackup(const QString &backup, const QString &dataFolder, Rng &rng,
                               qint64 now)
{
    VIGIE_TRY_ASSIGN(manifest, verifyBackup(backup));
    const QString database = databasePath(dataFolder);
    if (QFileInfo::exists(database)) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("%1 holds a database already: move it away first")
                        .arg(dataFolder));
    }
    VIGIE_TRY(makeFolder(dataFolder));
    // A log left beside a database that is gone would be played into the restored one.
    QFile::remove(database + QStringLiteral("-wal"));
    QFile::remove(database + QStringLiteral("-shm"));
    QFile::remove(dataFolder + QStringLiteral("/generation"));
    // Under another name until it is complete: a cut restore leaves no half server behind.
    const QString partial = database + QStringLiteral(".partial");
    QFile::remove(partial);
    if (!QFile::copy(databasePath(backup), partial))
        return fail(ErrorCode::StoreFault, QStringLiteral("cannot copy the database"));
    {
        VIGIE_TRY_ASSIGN(store, ServerStore::open(partial, rng));
        VIGIE_TRY(copyBlobs(*store, backup, dataFolder, Copying::Copy));
        VIGIE_TRY(store->drawEpoch(rng));
        AuditEntry entry;
        entry.at = now;
        entry.kind = QStringLiteral("server.restore");
        entry.after.insert(QStringLiteral("created"), manifest.created);
        VIGIE_TRY(store->audit().append(entry));
        store->database().checkpoint();
    }
    if (!QFile::rename(partial, database))
        return fail(ErrorCode::StoreFault, QStringLiteral("cannot rename the database"));
    VIGIE_TRY(syncPath(database));
    if (!syncFolder(dataFolder))
        return fail(ErrorCode::StoreFault, QStringLiteral("the restored server is not durable"));
    return manifest;
}

} // namespace vigie::server
