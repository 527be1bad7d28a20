// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>

namespace vigie {

namespace {

const QString kRunKey =
    QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run");

const QString kName = QStringLiteral("Vigie");

} // namespace

bool Autostart::isEnabled()
{
    return QSettings(kRunKey, QSettings::NativeFormat).contains(kName);
}

Done Autostart::setEnabled(bool enabled)
{
    QSettings key(kRunKey, QSettings::NativeFormat);
    if (enabled) {
        key.setValue(kName,
                     QStringLiteral("\"%1\" --background")
                         .arg(QDir::toNativeSeparators(QCoreApplication::applicationFilePath())));
    } else {
        key.remove(kName);
    }
    key.sync();
    if (key.status() != QSettings::NoError)
        return fail(ErrorCode::StoreReadOnly, QStringLiteral("the Run key cannot be written"));
    return {};
}

} // namespace vigie
