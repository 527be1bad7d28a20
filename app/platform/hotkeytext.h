// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/globalhotkey.h"

#include <QCoreApplication>

namespace vigie {

/// Trouble with the global key → words.
class HotkeyText
{
    Q_DECLARE_TR_FUNCTIONS(HotkeyText)

public:
    [[nodiscard]] static QString of(HotkeyTrouble trouble, const QKeySequence &key);
};

} // namespace vigie
