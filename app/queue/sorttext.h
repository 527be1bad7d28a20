// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/savedview.h"

#include <QCoreApplication>

namespace vigie {

/// The orders of a list in words.
class SortText
{
    Q_DECLARE_TR_FUNCTIONS(SortText)

public:
    [[nodiscard]] static QString of(ListSort sort);
};

} // namespace vigie
