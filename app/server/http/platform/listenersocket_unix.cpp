// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/platform/listenersocket.h"

namespace vigie::server {

void prepareListener(boost::asio::ip::tcp::acceptor &acceptor, boost::system::error_code &error)
{
    // On Unix this only skips the wait for old connections' TIME_WAIT.
    acceptor.set_option(boost::asio::socket_base::reuse_address(true), error);
}

} // namespace vigie::server
