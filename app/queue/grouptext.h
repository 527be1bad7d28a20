// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QCoreApplication>

namespace vigie {

/// What the heads of groups say, and what groupings are called.
class GroupText
{
    Q_DECLARE_TR_FUNCTIONS(GroupText)

public:
    /// Of one group: "Urgent", "Nobody", "Tomorrow".
    [[nodiscard]] static QString name(ViewGrouping grouping, const ListGroup &group, qint64 now);
    /// Of the grouping itself: "Priority".
    [[nodiscard]] static QString of(ViewGrouping grouping);
};

} // namespace vigie
