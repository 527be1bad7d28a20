// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/handlingtext.h"

#include <algorithm>

namespace vigie {

QString HandlingText::explain(Affected affected, Urgency urgency)
{
    return tr("%1: %2", "why, and what follows: “Your team cannot work: we look at it …”")
        .arg(reason(affected, urgency), consequence(priorityOf(impactOf(affected), urgency)));
}

QString HandlingText::live(qint64 until, qint64 now)
{
    return until > now ? tr("Live now, %Ln min left", "minutes", minutesLeft(until, now)) : QString();
}

QString HandlingText::liveBrief(qint64 until, qint64 now)
{
    return until > now ? tr("live · %Ln min", "minutes", minutesLeft(until, now)) : QString();
}

int HandlingText::minutesLeft(qint64 until, qint64 now)
{
    return int(std::min<qint64>((until - now + 59'999) / 60'000, 60));
}

QString HandlingText::reason(Affected affected, Urgency urgency)
{
    const bool blocked = urgency == Urgency::Blocked;
    const bool hindered = urgency == Urgency::Hindered;
    if (!blocked && !hindered) {
        return urgency == Urgency::Annoyed ? tr("It is a nuisance, and work goes on")
                                           : tr("It can wait");
    }
    switch (affected) {
    case Affected::Me:
        return blocked ? tr("You cannot work") : tr("You can work, with difficulty");
    case Affected::Colleague:
        return blocked ? tr("Your colleague cannot work")
                       : tr("Your colleague can work, with difficulty");
    case Affected::Team:
        return blocked ? tr("Your team cannot work") : tr("Your team can work, with difficulty");
    case Affected::Site:
        return blocked ? tr("The whole site cannot work")
                       : tr("The whole site can work, with difficulty");
    case Affected::Company:
        return blocked ? tr("The whole company cannot work")
                       : tr("The whole company can work, with difficulty");
    }
    return {};
}

QString HandlingText::consequence(Priority priority)
{
    switch (priority) {
    case Priority::Critical: return tr("we look at it at once, before everything else.");
    case Priority::High: return tr("we look at it before other requests.");
    case Priority::Normal: return tr("we look at it in turn.");
    case Priority::Low: return tr("we look at it after what keeps others from working.");
    }
    return {};
}

} // namespace vigie
