// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace vigie::spell {

/// Where this system and its programs keep Hunspell dictionaries, the person's own folders first.
/// They need not exist.
[[nodiscard]] QStringList systemFolders();

} // namespace vigie::spell
