// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/reportdraft.h"

#include <QList>

namespace vigie {

/// The parts of a report that spare a question each, the one that spares most first.
enum class KitPart { Title, ErrorText, Details, Picture, When, People, Before };

struct KitScore {
    int said = 0;
    int asked = 0;           ///< what applies to this report
    QList<KitPart> missing;  ///< what helps most next, first

    bool operator==(const KitScore &) const = default;
};

/// How complete a report is (S31). Help only: nothing is ever held back by it. Who else is
/// affected is asked only of those who say that others are.
[[nodiscard]] KitScore scoreOf(const ReportDraft &draft);

} // namespace vigie
