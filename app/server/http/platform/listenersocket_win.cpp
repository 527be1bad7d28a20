// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/platform/listenersocket.h"

#include <winsock2.h>

namespace vigie::server {

void prepareListener(boost::asio::ip::tcp::acceptor &acceptor, boost::system::error_code &error)
{
    // SO_REUSEADDR would let any program share the port on Windows; this forbids it.
    using Exclusive = boost::asio::detail::socket_option::boolean<SOL_SOCKET, SO_EXCLUSIVEADDRUSE>;
    acceptor.set_option(Exclusive(true), error);
}

} // namespace vigie::server
