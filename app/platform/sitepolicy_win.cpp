// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/sitepolicy.h"

#include <QSettings>

namespace vigie {

std::unique_ptr<QSettings> openSitePolicy()
{
    auto policy = std::make_unique<QSettings>(
        QStringLiteral("HKEY_LOCAL_MACHINE\\Software\\Policies\\Vigie"), QSettings::NativeFormat);
    if (policy->allKeys().isEmpty())
        return nullptr;
    return policy;
}

} // namespace vigie
