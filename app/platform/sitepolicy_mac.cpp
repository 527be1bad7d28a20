// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/sitepolicy.h"

#include <QFileInfo>
#include <QSettings>

namespace vigie {

std::unique_ptr<QSettings> openSitePolicy()
{
    const QString path = QStringLiteral("/Library/Managed Preferences/org.vigie.Vigie.plist");
    if (!QFileInfo(path).isReadable())
        return nullptr;
    return std::make_unique<QSettings>(path, QSettings::NativeFormat);
}

} // namespace vigie
