// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QList>
#include <QString>

namespace vigie {

/// What somebody does at a ticket. A later value weighs more.
enum class Activity { Looks, Writes };

/// A colleague who has a ticket before their eyes. Known to staff with sight of the ticket, kept
/// nowhere but in memory, and never a lock.
struct Presence {
    TicketId ticket;
    PersonId person;
    QString name;
    Activity activity = Activity::Looks;
    qint64 since = 0; ///< UTC ms, by the clock of whoever holds the value

    bool operator==(const Presence &) const = default;
};

/// Who is where, as far as it was heard.
struct Company {
    QList<Presence> others; ///< `since` by this computer's clock, never in the future
    qint64 heardAt = 0;     ///< UTC ms of the last answer; 0 = never
    bool live = false;      ///< it is so now; otherwise it was so at `heardAt`

    bool operator==(const Company &) const = default;
};

} // namespace vigie
