// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/sitepolicy.h"

#include <QFileInfo>
#include <QSettings>

namespace vigie {

/// Not QStandardPaths: it looks into the person's own folder first, which nobody else decides on.
std::unique_ptr<QSettings> openSitePolicy()
{
    const QString folders = qEnvironmentVariable("XDG_CONFIG_DIRS", QStringLiteral("/etc/xdg"));
    for (const QString &folder : folders.split(QLatin1Char(':'), Qt::SkipEmptyParts)) {
        const QString path = folder + QStringLiteral("/vigie/policy.ini");
        if (QFileInfo(path).isReadable())
            return std::make_unique<QSettings>(path, QSettings::IniFormat);
    }
    return nullptr;
}

} // namespace vigie
