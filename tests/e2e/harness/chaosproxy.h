// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/tlsidentity.h"
#include "core/base/rng.h"

#include <QMap>
#include <QString>

#include <atomic>
#include <memory>
#include <mutex>

namespace vigie::e2e {

/// What can happen to one request between a client and the server.
enum class Fault {
    None,
    Drop,        ///< never arrives; the connection closes
    CutRequest,  ///< only its first k bytes arrive
    CutAnswer,   ///< arrives; only the first k bytes of the answer come back
    LoseAnswer,  ///< arrives; nothing comes back
    AnswerLate,  ///< arrives; the answer takes its time
    ArriveLate,  ///< arrives long after the client was told that the connection is gone
    Twice,       ///< arrives twice at the same time; one of the answers comes back
    TwiceInTurn, ///< arrives again after it was answered
    Reset,       ///< the connection is reset, before or after it arrived
    Portal,      ///< somebody else answers, with a page
};
inline constexpr int kFaults = int(Fault::Portal) + 1;

[[nodiscard]] const char *faultName(Fault fault);

struct ProxyParts;

/// Stands between clients and a real server: its own certificate to the clients, TLS to the
/// server, and a fault for a part of the requests. Owns its threads; blocking I/O on loopback, one
/// thread for each connection, is plenty for a test and easy to reason about.
class ChaosProxy
{
public:
    enum class Mode {
        Honest,   ///< forwards
        Chaotic,  ///< forwards, with faults
        Page,     ///< answers everything with an HTML page
        Redirect, ///< answers everything with 307 to `redirectTo`
    };
    struct Options {
        quint16 serverPort = 0;     ///< 0: there is nobody to forward to
        QString serverAuthority;    ///< PEM file that the server's certificate is checked with
        server::TlsIdentity identity;
        quint64 seed = 1;
        int faultPercent = 40;
        QString redirectTo;
    };

    explicit ChaosProxy(Options options);
    ~ChaosProxy();
    ChaosProxy(const ChaosProxy &) = delete;
    ChaosProxy &operator=(const ChaosProxy &) = delete;

    /// Listens on loopback; 0 = any free port.
    [[nodiscard]] Done start(quint16 port = 0);
    /// Ends all connections and waits for the threads.
    void stop();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url() const;
    [[nodiscard]] QString fingerprint() const { return m_options.identity.fingerprint; }
    void setMode(Mode mode) { m_mode = mode; }

    /// Requests seen so far, by what happened to them.
    [[nodiscard]] QMap<Fault, int> counts() const;
    [[nodiscard]] int requests() const;
    /// True when a request brought an Authorization header.
    [[nodiscard]] bool sawCredentials() const { return m_sawCredentials; }

private:
    friend class ProxyConnection;

    void acceptLoop();
    [[nodiscard]] Fault draw();
    /// A number below `bound`, from the seed.
    [[nodiscard]] quint64 below(quint64 bound) { return m_rng.below(bound); }

    Options m_options;
    SeededRng m_rng;
    std::atomic<Mode> m_mode{Mode::Honest};
    std::atomic<bool> m_sawCredentials{false};
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    QMap<Fault, int> m_counts;
    std::unique_ptr<ProxyParts> m_parts;
};

} // namespace vigie::e2e
