// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/connection.h"

#include <boost/asio/any_io_executor.hpp>

namespace vigie::server {

/// A request on its way through the desk. `request`, `outcome` and `response` belong to the
/// thread that works on the job; `done`, `woken` and `waiter` to the connection's strand.
struct Connection::Job {
    std::shared_ptr<FrontCore> core;
    boost::asio::any_io_executor executor;
    std::weak_ptr<Connection> connection;

    ApiRequest request;
    ApiOutcome outcome;
    WaitRegistry::Ticket waiter = 0;
    bool done = false;
    bool woken = false;

    /// Runs `change` on the strand and lets the connection look at the job again.
    void tell(const std::shared_ptr<Job> &self, void (*change)(Job &));
};

} // namespace vigie::server
