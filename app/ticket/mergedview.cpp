// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/mergedview.h"

#include "core/ops/permissions.h"

#include <algorithm>

namespace vigie {

bool concernsMerged(const TicketView &view, const QSet<TicketId> &changed)
{
    return changed.contains(view.ticket.merged.into)
        || std::any_of(view.joined.cbegin(), view.joined.cend(), [&](const JoinedTicket &joined) {
               return changed.contains(joined.ticket.id);
           });
}

void addJoinedFaces(const TicketView &view, TicketView &face)
{
    const PersonId reader = view.ticket.requester;
    for (const JoinedTicket &joined : view.joined) {
        if (joined.ticket.requester != reader && !joined.ticket.watchers.contains(reader))
            continue;
        JoinedTicket shown{forRequester(joined.ticket, reader), {}};
        for (const MessageView &entry : joined.thread) {
            if (maySee(Sight::Requester, entry.message) && entry.delivery == Delivery::Sent)
                shown.thread.append({entry.message, Delivery::Sent, {}, false});
        }
        face.joined.append(shown);
    }
}

} // namespace vigie
