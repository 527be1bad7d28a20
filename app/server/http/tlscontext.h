// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/tlsidentity.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <mutex>

namespace vigie::server {

/// TLS 1.2 and 1.3, forward-secret AEAD suites only, ALPN http/1.1, no compression, no
/// renegotiation, no early data.
[[nodiscard]] Result<std::shared_ptr<boost::asio::ssl::context>>
makeTlsContext(const TlsIdentity &identity);

/// The context that new connections use; replaced when the certificate is renewed. Thread-safe.
class TlsContextHolder
{
public:
    [[nodiscard]] std::shared_ptr<boost::asio::ssl::context> get() const
    {
        const std::lock_guard lock(m_mutex);
        return m_context;
    }
    void set(std::shared_ptr<boost::asio::ssl::context> context)
    {
        const std::lock_guard lock(m_mutex);
        m_context = std::move(context);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<boost::asio::ssl::context> m_context;
};

} // namespace vigie::server
