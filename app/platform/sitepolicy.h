// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QSettings;

namespace vigie {

/// What the organisation decided for everybody on this computer, under the names of the table of
/// settings (app/desktop/settings.cpp): read only, and it wins over what a person chose.
///
/// Linux: `vigie/policy.ini` in the first of XDG_CONFIG_DIRS (usually /etc/xdg) that has it.
/// Windows: the registry key HKLM\Software\Policies\Vigie. macOS: managed preferences of
/// org.vigie.Vigie. Null when there is none. Any thread.
[[nodiscard]] std::unique_ptr<QSettings> openSitePolicy();

} // namespace vigie
