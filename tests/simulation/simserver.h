// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/api.h"
#include "app/server/desk/desk.h"
#include "core/base/rng.h"
#include "tests/simulation/faults.h"
#include "tests/simulation/simtime.h"

#include <QTemporaryDir>

namespace vigie::sim {

/// The real desk and API on a folder in memory, on virtual time. Can be killed, started again and
/// put back to any snapshot.
class SimServer
{
public:
    using Answer = std::function<void(const server::ApiResponse &)>;

    SimServer(SimTime &time, Rng &rng, Trace &trace, Planted planted);
    ~SimServer();

    void start();
    void stop();
    [[nodiscard]] bool isUp() const { return m_api != nullptr; }
    [[nodiscard]] server::Desk &desk() { return *m_desk; }

    /// The answer may never come: the server died, or holds the request (a long poll).
    void handle(const server::ApiRequest &request, Answer answer);

    /// Called before a sync that carries operations is worked off. May be null.
    std::function<void()> beforePush;

    /// A copy of the data folder; the server goes on.
    void takeSnapshot();
    [[nodiscard]] int snapshots() const { return m_snapshots; }
    /// Stops, puts a snapshot back and starts again. `byTool` draws a new epoch, as
    /// `vigie-server restore` does; otherwise it is a plain copy of files (a virtual machine's
    /// snapshot), which only the clients can notice.
    void restore(int snapshot, bool byTool);
    [[nodiscard]] quint64 restores() const { return m_restores; }

    [[nodiscard]] QString folder() const { return m_folder.path() + QStringLiteral("/live"); }
    [[nodiscard]] SimClock &clock() { return m_clock; }

private:
    struct Waiting {
        server::ApiRequest request;
        Answer answer;
        QStringList feeds;
        SimTime::Token timeout;
    };
    void answerNow(const server::ApiRequest &request, const Answer &answer, bool final);
    void wake(const QStringList &feeds);
    void sabotage();
    [[nodiscard]] wire::Position familiar(const QString &feed, const wire::Position &shown);
    [[nodiscard]] server::ApiRequest tampered(const server::ApiRequest &request);

    SimTime &m_time;
    Rng &m_rng;
    Trace &m_trace;
    Planted m_planted;
    SimClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<server::Desk> m_desk;
    std::unique_ptr<server::Api> m_api;
    std::map<quint64, Waiting> m_waiting;
    quint64 m_nextWaiting = 0;
    int m_snapshots = 0;
    quint64 m_restores = 0;
    quint64 m_life = 0;
};

} // namespace vigie::sim
