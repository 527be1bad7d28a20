// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace vigie {

/// Whether Vigie starts with the person's session: an XDG autostart entry on Linux, the Run key on
/// Windows, a launch agent on macOS. The system's own state is the truth; nothing is kept twice.
class Autostart
{
public:
    [[nodiscard]] static bool isEnabled();
    /// StoreReadOnly or StoreFault when the system does not take it.
    [[nodiscard]] static Done setEnabled(bool enabled);
};

} // namespace vigie
