// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace vigie {

namespace {

QString agentPath()
{
    return QDir::homePath() + QStringLiteral("/Library/LaunchAgents/org.vigie.client.plist");
}

} // namespace

bool Autostart::isEnabled()
{
    return QFile::exists(agentPath());
}

Done Autostart::setEnabled(bool enabled)
{
    const QString path = agentPath();
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
    file.write(QStringLiteral(
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                   "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
                   "<plist version=\"1.0\"><dict><key>Label</key><string>org.vigie.client</string>"
                   "<key>ProgramArguments</key><array><string>%1</string>"
                   "<string>--background</string></array><key>RunAtLoad</key><true/></dict>"
                   "</plist>\n")
                   .arg(QCoreApplication::applicationFilePath().toHtmlEscaped())
                   .toUtf8());
    if (!file.commit())
        return fail(ErrorCode::StoreFault, file.errorString());
    return {};
}

} // namespace vigie
