// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"

namespace vigie::sim {

/// What may go wrong in one world, as probabilities per request or per day. Swarm testing: every
/// seed switches on a random subset with random strengths, because worlds in which everything
/// fails never get far enough to fail in interesting ways (Groce et al., "Swarm Testing", 2012).
struct Faults {
    // per request
    double dropRequest = 0;
    double loseAnswer = 0;
    double cutRequest = 0;
    double duplicate = 0;
    double deliverLate = 0;
    double portal = 0;
    double busy = 0;
    double failBefore = 0; ///< 500 without effect
    double failAfter = 0;  ///< 500 although it happened
    // per day and node
    double clientKills = 0;
    double storeKills = 0; ///< killed between two statements
    double offlines = 0;
    double serverRestarts = 0;
    double serverOutages = 0;
    double restores = 0;
    double rightsChanges = 0;
    double cacheLosses = 0;
    /// Per push: the server goes back to just before it, as soon as its author may have heard that
    /// it was accepted. What chance does in a million years an unlucky administrator does today.
    double spite = 0;
    bool wildClocks = false;
    qint64 latencyMs = 50;

    static Faults swarm(Rng &rng)
    {
        Faults faults;
        const auto maybe = [&](double most) { return rng.below(2) == 0 ? 0.0 : rng.unit() * most; };
        faults.dropRequest = maybe(0.2);
        faults.loseAnswer = maybe(0.3);
        faults.cutRequest = maybe(0.1);
        faults.duplicate = maybe(0.2);
        faults.deliverLate = maybe(0.15);
        faults.portal = maybe(0.1);
        faults.busy = maybe(0.1);
        faults.failBefore = maybe(0.05);
        faults.failAfter = maybe(0.05);
        faults.clientKills = maybe(1.5);
        faults.storeKills = maybe(1.5);
        faults.offlines = maybe(1.0);
        faults.serverRestarts = maybe(0.5);
        faults.serverOutages = maybe(0.15);
        faults.restores = maybe(0.25);
        faults.rightsChanges = maybe(0.2);
        faults.cacheLosses = maybe(0.1);
        faults.wildClocks = rng.below(3) == 0;
        faults.latencyMs = qint64(1) << rng.below(12);
        faults.spite = rng.below(3) == 0 ? rng.unit() * 0.05 : 0.0;
        return faults;
    }
};

/// Faults planted into the world's own workings, to prove that the checks would see them.
enum class Planted {
    None,
    NoDedupe,       ///< the server forgets which ops it applied
    NoChain,        ///< every position looks familiar to the server
    NoHighWater,    ///< clients show only their cursors
    NoRetention,    ///< clients throw accepted ops away
    NewIdOnRetry,   ///< an op that may have arrived is sent again under another id
    NoVersionGuard, ///< the server believes that everybody saw the newest values
};

} // namespace vigie::sim
