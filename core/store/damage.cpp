// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damage.h"

#include "core/base/logging.h"
#include "core/platform/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace vigie::store {

namespace {

bool isOnDisk(const QString &path)
{
    return !path.isEmpty() && !path.startsWith(QLatin1Char(':'));
}

QString notePath(const QString &path)
{
    return path + QStringLiteral(".suspect");
}

QString asidePath(const QString &path, qint64 now)
{
    return QStringLiteral("%1.damaged-%2").arg(path).arg(now);
}

void removeLike(const QString &path, const QString &pattern)
{
    const QFileInfo file(path);
    const QDir folder(file.absolutePath());
    const QStringList names = folder.entryList({file.fileName() + pattern}, QDir::Files);
    for (const QString &name : names) {
        if (!QFile::remove(folder.filePath(name)))
            qCWarning(lcStore, "an old copy of the cache cannot be removed");
    }
}

const QStringList &helpers()
{
    static const QStringList suffixes{QStringLiteral("-wal"), QStringLiteral("-shm"),
                                      QStringLiteral("-journal")};
    return suffixes;
}

} // namespace

void noteDamage(const QString &databasePath)
{
    if (!isOnDisk(databasePath))
        return;
    QFile note(notePath(databasePath));
    if (!note.exists() && !note.open(QIODevice::WriteOnly))
        qCWarning(lcStore, "damage in a database cannot be noted");
}

bool isSuspect(const QString &databasePath)
{
    return QFile::exists(notePath(databasePath));
}

void clearSuspicion(const QString &databasePath)
{
    QFile::remove(notePath(databasePath));
}

Done moveAside(const QString &databasePath, qint64 now)
{
    if (!QFile::exists(databasePath)) { // only the note was left
        clearSuspicion(databasePath);
        return {};
    }
    removeLike(databasePath, QStringLiteral(".damaged-*"));
    const QString aside = asidePath(databasePath, now);
    if (!QFile::rename(databasePath, aside))
        return fail(ErrorCode::StoreReadOnly, QStringLiteral("cannot move the damaged file aside"));
    for (const QString &suffix : helpers()) {
        const QString helper = databasePath + suffix;
        if (QFile::exists(helper) && !QFile::rename(helper, aside + suffix))
            return fail(ErrorCode::StoreReadOnly, QStringLiteral("cannot move %1").arg(suffix));
    }
    clearSuspicion(databasePath);
    return platform::syncFolder(QFileInfo(databasePath).absolutePath());
}

Done copyAside(const QString &databasePath, qint64 now)
{
    const QString aside = asidePath(databasePath, now);
    const QFileInfo original(databasePath);
    const QDir folder(original.absolutePath());
    // One copy of one damage is enough, however often the program is started.
    if (!folder.entryList({original.fileName() + QStringLiteral(".damaged-*")}, QDir::Files)
             .isEmpty())
        return {};
    if (!QFile::copy(databasePath, aside))
        return fail(ErrorCode::StoreFull, QStringLiteral("cannot copy the damaged file"));
    for (const QString &suffix : helpers()) {
        if (QFile::exists(databasePath + suffix))
            QFile::copy(databasePath + suffix, aside + suffix);
    }
    return {};
}

void removeDatabase(const QString &databasePath)
{
    for (const QString &suffix : QStringList{QString()} + helpers()) {
        if (QFile::exists(databasePath + suffix) && !QFile::remove(databasePath + suffix))
            qCWarning(lcStore, "a half-made cache cannot be removed");
    }
}

void removeCopies(const QString &databasePath)
{
    if (!isOnDisk(databasePath))
        return;
    removeLike(databasePath, QStringLiteral(".damaged-*"));
    removeLike(databasePath, QStringLiteral(".before-*"));
}

} // namespace vigie::store
