// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/chaosproxy.h"

#include "app/server/http/tlscontext.h"
#include "tests/e2e/harness/proxyconnection.h"

#include <numeric>

namespace vigie::e2e {

const char *faultName(Fault fault)
{
    static constexpr const char *names[kFaults] = {
        "none", "drop", "cut request", "cut answer", "lose answer", "answer late", "arrive late",
        "twice", "twice in turn", "reset", "portal"};
    return names[int(fault)];
}

ChaosProxy::ChaosProxy(Options options)
    : m_options(std::move(options)), m_rng(m_options.seed), m_parts(std::make_unique<ProxyParts>())
{
}

ChaosProxy::~ChaosProxy()
{
    stop();
}

QString ChaosProxy::url() const
{
    return QStringLiteral("https://127.0.0.1:%1").arg(m_port);
}

Done ChaosProxy::start(quint16 port)
{
    VIGIE_TRY_ASSIGN(context, server::makeTlsContext(m_options.identity));
    m_parts->toClients = context;
    boost::system::error_code error;
    if (!m_options.serverAuthority.isEmpty()) {
        m_parts->toServer.set_verify_mode(asio::ssl::verify_peer);
        m_parts->toServer.load_verify_file(m_options.serverAuthority.toStdString(), error);
        if (error)
            return fail(ErrorCode::NotFound, QString::fromStdString(error.message()));
    }
    Tcp::acceptor &acceptor = m_parts->acceptor;
    const Tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
    if (acceptor.open(Tcp::v4(), error)
        || acceptor.set_option(Tcp::acceptor::reuse_address(true), error)
        || acceptor.bind(endpoint, error)
        || acceptor.listen(asio::socket_base::max_listen_connections, error))
        return fail(ErrorCode::Invalid, QString::fromStdString(error.message()));
    m_port = acceptor.local_endpoint().port();
    m_parts->spawn([this] { acceptLoop(); });
    return {};
}

void ChaosProxy::acceptLoop()
{
    while (true) {
        Tcp::socket socket(m_parts->context);
        boost::system::error_code error;
        m_parts->acceptor.accept(socket, error);
        {
            const std::lock_guard lock(m_parts->mutex);
            if (m_parts->stopping)
                return;
        }
        if (error)
            continue;
        auto shared = std::make_shared<Tcp::socket>(std::move(socket));
        m_parts->spawn([this, shared] { ProxyConnection(*this, std::move(*shared)).run(); });
    }
}

void ChaosProxy::stop()
{
    if (m_port == 0)
        return;
    {
        const std::lock_guard lock(m_parts->mutex);
        if (m_parts->stopping)
            return;
        m_parts->stopping = true;
    }
    // A blocking accept() does not end when its socket is closed elsewhere: one more guest does it.
    boost::system::error_code ignored;
    Tcp::socket guest(m_parts->context);
    guest.connect(Tcp::endpoint(asio::ip::address_v4::loopback(), m_port), ignored);
    m_parts->end();
    m_parts->acceptor.close(ignored);
}

Fault ChaosProxy::draw()
{
    if (int(m_rng.below(100)) >= m_options.faultPercent)
        return Fault::None;
    return Fault(1 + int(m_rng.below(kFaults - 1)));
}

QMap<Fault, int> ChaosProxy::counts() const
{
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

int ChaosProxy::requests() const
{
    const QMap<Fault, int> all = counts();
    return std::accumulate(all.cbegin(), all.cend(), 0);
}

} // namespace vigie::e2e
