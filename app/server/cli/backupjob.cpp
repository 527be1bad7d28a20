// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/backupjob.h"

#include "app/server/auth/receiptkeyfile.h"
#include "app/server/cli/firststart.h"
#include "core/base/clock.h"
#include "core/base/logging.h"

#include <QDateTime>
#include <QDir>

#include <algorithm>

namespace vigie::server {

namespace {

const QString &nameFormat()
{
    static const QString format = QStringLiteral("'vigie-'yyyyMMdd'-'HHmmss");
    return format;
}

/// When a backup was made, from its name; nullopt for names that are not ours.
std::optional<qint64> timeOf(const QString &name)
{
    QDateTime time = QDateTime::fromString(name, nameFormat());
    if (!time.isValid())
        return std::nullopt;
    time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch();
}

QStringList ownBackups(const QStringList &names)
{
    QStringList result;
    std::copy_if(names.begin(), names.end(), std::back_inserter(result),
                 [](const QString &name) { return timeOf(name).has_value(); });
    result.sort();
    return result;
}

} // namespace

Result<Manifest> backUp(const QString &dataFolder, const QString &target, const Clock &clock)
{
    if (QFileInfo::exists(target))
        return fail(ErrorCode::Invalid, QStringLiteral("%1 exists already").arg(target));
    VIGIE_TRY_ASSIGN(store, ServerStore::openReadOnly(databasePath(dataFolder)));
    const QString unfinished = target + QStringLiteral(".unfinished");
    QDir(unfinished).removeRecursively();
    Result<Manifest> manifest = makeBackup(*store, dataFolder, unfinished, clock.nowMs());
    Done done = manifest ? copyIdentity(tlsFolder(dataFolder), tlsFolder(unfinished))
                         : Done(fail(manifest.error()));
    if (done)
        done = copyReceiptKey(dataFolder, unfinished);
    if (done && !QDir().rename(unfinished, target))
        done = fail(ErrorCode::StoreFault, QStringLiteral("cannot create %1").arg(target));
    if (done)
        return manifest;
    QDir(unfinished).removeRecursively();
    return fail(done.error());
}

QString backupName(qint64 nowMs)
{
    return QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(nameFormat());
}

bool isBackupDue(const QStringList &names, qint64 everyMs, qint64 nowMs)
{
    const QStringList own = ownBackups(names);
    if (own.isEmpty())
        return true;
    const qint64 newest = timeOf(own.constLast()).value_or(0);
    // A backup from the future (a clock that was wrong) must not stop all others.
    return newest > nowMs + everyMs || nowMs - newest >= everyMs;
}

QStringList surplusBackups(const QStringList &names, int keep)
{
    const QStringList own = ownBackups(names);
    return keep == 0 ? QStringList() : own.mid(0, std::max<qsizetype>(0, own.size() - keep));
}

Result<bool> backUpWhenDue(const Settings &settings, const Clock &clock)
{
    QDir folder(settings.backupDir);
    const auto names = [&] { return folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot); };
    if (!isBackupDue(names(), settings.backupEveryMs, clock.nowMs()))
        return false;
    const QString target = folder.absoluteFilePath(backupName(clock.nowMs()));
    VIGIE_TRY(backUp(settings.data, target, clock));
    VIGIE_TRY(verifyBackup(target));
    folder.refresh();
    // Only after the new one has proved good.
    for (const QString &old : surplusBackups(names(), settings.backupKeep)) {
        if (!QDir(folder.absoluteFilePath(old)).removeRecursively())
            qCWarning(lcServer, "cannot remove the old backup %s", qUtf8Printable(old));
    }
    return true;
}

} // namespace vigie::server
