// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace vigie {

namespace {

QString entryPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/autostart/vigie.desktop");
}

/// Quoting of the Desktop Entry Specification's Exec key.
QString quoted(QString path)
{
    for (const QChar c : {QLatin1Char('\\'), QLatin1Char('"'), QLatin1Char('`'), QLatin1Char('$')})
        path.replace(c, QString(QLatin1Char('\\')) + c);
    path.replace(QLatin1Char('%'), QLatin1String("%%"));
    return QLatin1Char('"') + path + QLatin1Char('"');
}

} // namespace

bool Autostart::isEnabled()
{
    QFile file(entryPath());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    return !file.read(64 * 1024).contains("\nHidden=true");
}

Done Autostart::setEnabled(bool enabled)
{
    const QString path = entryPath();
    if (!enabled) {
        if (QFile::exists(path) && !QFile::remove(path))
            return fail(ErrorCode::StoreReadOnly, path);
        return {};
    }
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return fail(ErrorCode::StoreReadOnly, path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::StoreReadOnly, file.errorString());
    file.write(QStringLiteral("[Desktop Entry]\nType=Application\nName=Vigie\n"
                              "Exec=%1 --background\nIcon=org.vigie.Vigie\nTerminal=false\n"
                              "X-GNOME-Autostart-enabled=true\n")
                   .arg(quoted(QCoreApplication::applicationFilePath()))
                   .toUtf8());
    if (!file.commit())
        return fail(ErrorCode::StoreFault, file.errorString());
    return {};
}

} // namespace vigie
