// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/driver.h"
#include "tests/simulation/simadapter.h"

namespace vigie::sim {

struct SimWorld;

/// One device with one person: the real profile, store and driver on a folder in memory.
class SimClient
{
public:
    SimClient(SimWorld &world, const Person &person, quint64 seed);
    ~SimClient();

    void start();
    /// kill -9: whatever was not committed is gone.
    void kill();
    [[nodiscard]] bool isRunning() const { return m_driver != nullptr; }
    /// From now on the process dies at the n-th statement it runs.
    void armKill(int statements) { m_dieIn = statements; }
    [[nodiscard]] bool mustDie() const { return m_dead; }
    void loseCache();

    /// The person does something.
    void act();
    /// The person comes back to what needs them.
    void tidyUp();

    [[nodiscard]] const Person &person() const { return m_person; }
    [[nodiscard]] store::Profile &profile() { return *m_profile; }
    [[nodiscard]] sync::Driver &driver() { return *m_driver; }
    [[nodiscard]] SimClock &clock() { return m_clock; }
    [[nodiscard]] qint64 requests() const { return m_requestsBefore + (m_adapter ? m_adapter->requests() : 0); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    bool online = true;
    /// Set when the server was put back to before something this client has heard of: the feeds'
    /// newest numbers after it. The first answer to a request that shows more must say so.
    QHash<QString, qint64> travelledTo;

private:
    [[nodiscard]] std::optional<TicketId> someTicket();
    void submit(QList<Op> ops);
    [[nodiscard]] Payload somePayload(const Ticket &ticket);
    void report();
    void writeArticle();
    [[nodiscard]] std::optional<Article> someArticle();
    [[nodiscard]] SaveArticle someText(const std::optional<Article> &article);
    void touchOutbox();
    [[nodiscard]] Done dieHook();

    SimWorld &m_world;
    Person m_person;
    SeededRng m_rng;
    SimClock m_clock;
    QTemporaryDir m_folder;
    QString m_token;
    std::unique_ptr<store::Profile> m_profile;
    std::unique_ptr<SimAdapter> m_adapter;
    std::unique_ptr<SimWakeUp> m_wakeUp;
    std::unique_ptr<sync::Driver> m_driver;
    IdGenerator m_ids;
    DeviceId m_device;
    int m_dieIn = -1;
    bool m_dead = false;
    int m_written = 0;
    qint64 m_requestsBefore = 0;
};

} // namespace vigie::sim
