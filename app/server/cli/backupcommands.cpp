// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/receiptkeyfile.h"
#include "app/server/cli/arguments.h"
#include "app/server/cli/backupjob.h"
#include "app/server/cli/commands.h"
#include "app/server/cli/firststart.h"
#include "app/server/cli/opendesk.h"
#include "app/server/cli/platform/datalock.h"
#include "core/base/clock.h"

#include <QDateTime>
#include <QFileInfo>

namespace vigie::server {

namespace {

QString summary(const Manifest &manifest)
{
    return QStringLiteral("%1 tickets, %2 people, %3 MiB, of %4")
        .arg(manifest.counts.value(QStringLiteral("ticket")))
        .arg(manifest.counts.value(QStringLiteral("person")))
        .arg(double(manifest.databaseBytes + manifest.blobBytes) / (1024 * 1024), 0, 'f', 1)
        .arg(QDateTime::fromMSecsSinceEpoch(manifest.created, Qt::UTC).toString(Qt::ISODate));
}

} // namespace

Exit runBackup(const QStringList &words, Console &console)
{
    Arguments arguments(QStringLiteral("backup TARGET [flags]"),
                        QStringLiteral("Copies database, files and keys into the new folder "
                                       "TARGET while the server goes on. The copy contains "
                                       "everybody's tickets and the server's keys: guard it like "
                                       "the server. It counts as unverified until \"vigie-server "
                                       "verify TARGET\" says otherwise."));
    if (const auto over = arguments.parse(words, console, 1, 1))
        return *over;
    const auto settings = arguments.settings(console);
    if (!settings)
        return console.misused(settings.error().detail);
    if (!QFileInfo::exists(databasePath(settings->data)))
        return console.failed({ErrorCode::NotFound,
                               QStringLiteral("there is no server in %1").arg(settings->data), {}});
    const QString target = arguments.positional().constFirst();
    const auto manifest = backUp(settings->data, target, console.clock);
    if (!manifest)
        return console.failed(manifest.error());
    console.out << "backed up to " << target << ": " << summary(*manifest) << "\nunverified until: "
                << "vigie-server verify " << target << Qt::endl;
    return Exit::Ok;
}

Exit runRestore(const QStringList &words, Console &console)
{
    Arguments arguments(QStringLiteral("restore BACKUP [flags]"),
                        QStringLiteral("Verifies BACKUP and makes the data folder out of it. The "
                                       "data folder must not hold a database, and the server must "
                                       "not be serving. Clients notice at their next exchange and "
                                       "bring back what the backup does not know."));
    if (const auto over = arguments.parse(words, console, 1, 1))
        return *over;
    const auto settings = arguments.settings(console);
    if (!settings)
        return console.misused(settings.error().detail);
    const QString backup = arguments.positional().constFirst();
    // Looked at before anything is created.
    if (const auto good = verifyBackup(backup); !good)
        return console.failed(good.error());
    const auto lock = DataLock::take(settings->data);
    if (!lock)
        return console.failed(lock.error());
    const auto manifest =
        restoreBackup(backup, settings->data, console.rng, console.clock.nowMs());
    if (!manifest)
        return console.failed(manifest.error());
    const Done identity = copyIdentity(tlsFolder(backup), tlsFolder(settings->data));
    if (!identity)
        return console.failed(identity.error());
    if (const Done key = copyReceiptKey(backup, settings->data); !key)
        return console.failed(key.error());
    console.out << "restored to " << settings->data << ": " << summary(*manifest) << Qt::endl;
    return Exit::Ok;
}

Exit runVerify(const QStringList &words, Console &console)
{
    Arguments arguments(QStringLiteral("verify [BACKUP] [flags]"),
                        QStringLiteral("Reads every byte of BACKUP and checks it: hashes, the "
                                       "database's structure, row counts, the audit chain, every "
                                       "file. Without BACKUP the data folder itself is checked, "
                                       "also while the server serves."));
    if (const auto over = arguments.parse(words, console, 0, 1))
        return *over;
    const auto settings = arguments.settings(console);
    if (!settings)
        return console.misused(settings.error().detail);
    if (!arguments.positional().isEmpty()) {
        const auto manifest = verifyBackup(arguments.positional().constFirst());
        if (!manifest)
            return console.failed(manifest.error());
        console.out << "good: " << summary(*manifest) << Qt::endl;
        return Exit::Ok;
    }
    if (!QFileInfo::exists(databasePath(settings->data)))
        return console.failed({ErrorCode::NotFound,
                               QStringLiteral("there is no server in %1").arg(settings->data), {}});
    const auto store = ServerStore::openReadOnly(databasePath(settings->data));
    if (!store)
        return console.failed(store.error());
    const Done done = verifyData(**store, settings->data);
    if (!done)
        return console.failed(done.error());
    console.out << "good: " << settings->data << Qt::endl;
    return Exit::Ok;
}

} // namespace vigie::server
