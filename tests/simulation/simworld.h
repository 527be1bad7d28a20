// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/simclient.h"

#include <QSet>

#include <vector>

namespace vigie::sim {

/// What one client wrote, as the world remembers it.
struct WrittenOp {
    Op op;
    size_t client = 0;
    /// It was refused, held for a person or binned at some time: later ones of its ticket may then
    /// go first (N11), and it may come back behind them.
    bool leftTheLine = false;
    bool foundThere = false; ///< met in the outbox before its author told of it, or made by the
                             ///< client itself: the inverse of what was given up too late
};

/// One seed: a server, a few people with a device each, thirty days, faults, and what must be true
/// at the end.
struct SimWorld {
    static constexpr const char *kCanary = "INTERNAL-CANARY-";
    static constexpr qint64 kDay = 86'400'000;

    /// Whether the clients' clocks are right, wrong, or as the seed has it. Where it is chosen,
    /// people choose by what they read and not by what stands on top, so that the same seed is the
    /// same story whatever the clocks say.
    enum class Clocks { AsSeeded, Right, Wild };

    SimWorld(quint64 seed, Planted planted, int days, Clocks clocks = Clocks::AsSeeded);
    ~SimWorld();

    /// Plays the whole story; answers what was violated, empty when nothing.
    [[nodiscard]] QStringList run();

    // What clients tell
    void written(SimClient &client, const QList<Op> &ops);
    void witness(SimClient &client, const wire::SyncRequest &request,
                 const wire::SyncResponse &response);
    [[nodiscard]] QSet<OpId> outboxIds(SimClient &client);
    void outboxTouched(SimClient &client, const QSet<OpId> &before, bool worked);
    void noteOutbox(SimClient &client);
    void broken(const QString &what);
    [[nodiscard]] QString signIn(const Person &person, const DeviceId &device);
    [[nodiscard]] static QString memoryFolder();

    quint64 seed;
    int days;
    SeededRng rng;
    Planted planted;
    Clocks clocks;
    Faults faults;
    SimTime time;
    Trace trace;
    SimServer server;
    std::vector<Queue> queues;
    TopicId topic;
    std::vector<Person> people;
    std::vector<std::unique_ptr<SimClient>> clients;
    std::map<QString, WrittenOp> ops; ///< by op id
    int spites = 0;
    QStringList violations;

private:
    void settle();
    void planDay();
    void plan(double perDay, const std::function<void()> &call);
    void noteRestore(int snapshot, bool byTool);
    void changeRights();
    void addTopic(IdGenerator &ids);
    void addRules(IdGenerator &ids);
    void beSpiteful();
    void runUntil(qint64 until);
    void forgetDone();
    [[nodiscard]] bool quiet();
};

/// The checks of RELIABILITY §2.1 on a quiet world.
void checkWorld(SimWorld &world);

} // namespace vigie::sim
