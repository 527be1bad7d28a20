// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reserve.h"

#include "core/base/logging.h"
#include "core/platform/durablefile.h"

#include <QFile>
#include <QFileInfo>

namespace vigie::store {

QString reservePath(const QString &databasePath)
{
    if (databasePath.isEmpty() || databasePath.startsWith(QLatin1Char(':')))
        return {};
    return QFileInfo(databasePath).absolutePath() + QStringLiteral("/reserve.bin");
}

void keepReserve(const QString &databasePath)
{
    const QString path = reservePath(databasePath);
    if (path.isEmpty() || QFileInfo(path).size() >= kReserveBytes)
        return;
    if (const Done made = platform::allocateFile(path, kReserveBytes); !made)
        qCWarning(lcStore, "no room for the reserve: %s", qPrintable(toLog(made.error())));
}

bool releaseReserve(const QString &databasePath)
{
    const QString path = reservePath(databasePath);
    return !path.isEmpty() && QFile::remove(path);
}

} // namespace vigie::store
