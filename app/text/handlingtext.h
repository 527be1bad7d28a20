// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lifecycle.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// What a report's own words mean for how soon it is looked at, for those who report: the reason
/// and the consequence, without the words we use among ourselves.
class HandlingText
{
    Q_DECLARE_TR_FUNCTIONS(HandlingText)

public:
    /// "Your team is affected and cannot work: we look at it before other requests."
    [[nodiscard]] static QString explain(Affected affected, Urgency urgency);

    /// "Live now, 23 min left"; empty when it is over or was never said.
    [[nodiscard]] static QString live(qint64 until, qint64 now);
    /// The same for lists: "live · 23 min".
    [[nodiscard]] static QString liveBrief(qint64 until, qint64 now);

private:
    /// Begun minutes.
    [[nodiscard]] static int minutesLeft(qint64 until, qint64 now);
    [[nodiscard]] static QString reason(Affected affected, Urgency urgency);
    [[nodiscard]] static QString consequence(Priority priority);
};

} // namespace vigie
