// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// What the lists that are always there are called, wherever they are named. Queues and the person's
/// own views have names of their own.
class PlaceText
{
    Q_DECLARE_TR_FUNCTIONS(PlaceText)

public:
    [[nodiscard]] static QString mine();
    [[nodiscard]] static QString unassigned();
    [[nodiscard]] static QString waiting();
    [[nodiscard]] static QString overdue();
    [[nodiscard]] static QString all();
};

} // namespace vigie
