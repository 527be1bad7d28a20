// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/migrator.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

namespace vigie::sql {

namespace {

struct Script {
    int version = 0;
    QString path;
};

QList<Script> scriptsIn(const QString &folder)
{
    QList<Script> scripts;
    const QStringList names =
        QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        scripts.append({name.left(4).toInt(), folder + QLatin1Char('/') + name});
    return scripts;
}

Done runScript(Database &database, const Script &script)
{
    QFile file(script.path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Bug, QStringLiteral("no migration %1").arg(script.path));
    const QStringList statements =
        QString::fromUtf8(file.readAll()).split(QStringLiteral("\n--;;\n"), Qt::SkipEmptyParts);
    for (const QString &statement : statements) {
        const QString trimmed = statement.trimmed();
        if (trimmed.isEmpty())
            continue;
        if (const Done ran = database.run(trimmed); !ran) {
            return fail(Error{ran.error().code,
                              QStringLiteral("%1: %2").arg(script.path, ran.error().detail),
                              std::nullopt});
        }
    }
    return {};
}

/// A copy from an interrupted earlier attempt is as good as a new one: the database was not
/// changed since.
Done keepCopy(Database &database, int version)
{
    if (version == 0 || database.path() == QLatin1String(":memory:"))
        return {};
    const QString target = QStringLiteral("%1.before-%2").arg(database.path()).arg(version);
    return QFile::exists(target) ? Done{} : database.copyTo(target);
}

} // namespace

int newestVersion(const QString &folder)
{
    const QList<Script> scripts = scriptsIn(folder);
    return scripts.isEmpty() ? 0 : scripts.last().version;
}

Result<int> schemaVersion(Database &database)
{
    VIGIE_TRY_ASSIGN(statement, database.prepare(QStringLiteral("PRAGMA user_version")));
    VIGIE_TRY_ASSIGN(found, statement.next());
    return found ? int(statement.integer(0)) : 0;
}

Result<int> schemaVersionOf(const QString &path)
{
    // The header tells as long as nothing newer waits in a log beside it.
    QFile file(path);
    if (!QFile::exists(path + QLatin1String("-wal")) && file.open(QIODevice::ReadOnly)) {
        constexpr qsizetype kHeaderBytes = 100;
        constexpr qsizetype kUserVersionAt = 60;
        const QByteArray header = file.read(kHeaderBytes);
        if (header.size() == kHeaderBytes && header.startsWith("SQLite format 3"))
            return int(qFromBigEndian<qint32>(header.constData() + kUserVersionAt));
    }
    VIGIE_TRY_ASSIGN(database, Database::open(path, Durability::Disposable, Access::ReadOnly));
    return schemaVersion(*database);
}

Done migrate(Database &database, const QString &folder)
{
    const int newest = newestVersion(folder);
    if (newest == 0)
        return fail(ErrorCode::Bug, QStringLiteral("no migrations in %1").arg(folder));
    return migrateTo(database, folder, newest);
}

Done migrateTo(Database &database, const QString &folder, int version)
{
    VIGIE_TRY_ASSIGN(current, schemaVersion(database));
    if (current > newestVersion(folder)) {
        return fail(ErrorCode::StoreTooNew,
                    QStringLiteral("schema %1, this program knows %2")
                        .arg(current)
                        .arg(newestVersion(folder)));
    }
    if (current >= version)
        return {};
    VIGIE_TRY(keepCopy(database, current));
    VIGIE_TRY_ASSIGN(transaction, Transaction::begin(database));
    const QList<Script> scripts = scriptsIn(folder);
    for (const Script &script : scripts) {
        if (script.version > current && script.version <= version)
            VIGIE_TRY(runScript(database, script));
    }
    VIGIE_TRY(database.run(QStringLiteral("PRAGMA user_version=%1").arg(version)));
    return transaction.commit();
}

} // namespace vigie::sql
