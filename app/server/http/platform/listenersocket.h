// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ip/tcp.hpp>

namespace vigie::server {

/// Sets, before bind(), what lets a restarted server have its port back at once and keeps another
/// program from taking it over.
void prepareListener(boost::asio::ip::tcp::acceptor &acceptor, boost::system::error_code &error);

} // namespace vigie::server
