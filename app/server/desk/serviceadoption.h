// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/data/serverstore.h"

namespace vigie::server {

/// The time line of a ticket that has none, from its thread.
[[nodiscard]] Result<ServiceRecord> timeLineOf(ServerStore &store, const ServiceBook &book,
                                               const Ticket &ticket);

/// Makes a book the one that holds from now on: staff get it, open tickets get its terms, those
/// without a time line get one. What clocks have already paused or ended is kept. Does nothing
/// where all is so already. Answers the feeds that moved; one transaction.
[[nodiscard]] Result<QStringList> adoptServices(ServerStore &store, const ServiceBook &book,
                                                qint64 now);

/// The book with the queues of its contracts, named in `queues` by contract. A queue that is not
/// there (yet, or under this name) is left out with a warning in the log, and a contract without
/// any too: no server may fail to start for that.
[[nodiscard]] Result<ServiceBook> withQueues(ServerStore &store, ServiceBook book,
                                             const QMap<QString, QStringList> &queues);

} // namespace vigie::server
