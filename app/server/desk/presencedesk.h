// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/auth/ratelimiter.h"
#include "app/server/auth/tokens.h"
#include "app/server/desk/presenceboard.h"
#include "core/model/person.h"

#include <QStringList>

namespace vigie::server {

class Desk;

/// Who may tell and hear of company at tickets: staff with sight of the ticket, and nobody else.
/// A ticket out of sight is answered like one that does not exist. Wakes those who wait for the
/// tickets that changed, and the older request of a device that asks again. Lives on the desk's
/// thread; `desk` must outlive it.
class PresenceDesk
{
public:
    struct Answer {
        wire::PresenceResponse response;
        QStringList wakeFor;          ///< names to wait for, as feeds are
        qint64 untilMonotonicMs = 0;  ///< by then it is another answer anyway
    };

    PresenceDesk(Desk &desk, const Clock &clock);

    /// `again` = the same request was told before and has waited: nothing is told twice. Forbidden
    /// for everybody but staff, RateLimited for a device that asks too often.
    [[nodiscard]] Result<Answer> exchange(const Caller &caller,
                                          const wire::PresenceRequest &request, bool again);
    /// The device signs out.
    void leave(const Caller &caller);

private:
    [[nodiscard]] Done tell(const Caller &caller, const Person &me,
                            const QList<wire::PresenceNote> &notes);
    [[nodiscard]] Result<bool> seesAsStaff(const Person &person, const TicketId &ticket);
    void wake(const QSet<TicketId> &tickets, const DeviceId &device);

    Desk &m_desk;
    const Clock &m_clock;
    PresenceBoard m_board;
    RateLimiter m_rate;
};

} // namespace vigie::server
