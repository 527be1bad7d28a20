// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/bulk.h"
#include "core/base/clock.h"
#include "core/base/rng.h"
#include "core/remote/serveradapter.h"
#include "core/sync/syncstatus.h"
#include "core/store/profile.h"
#include "core/sync/ports.h"

#include <memory>

namespace vigie::sync {

/// Runs the engine: turns its effects into calls of the store and the server adapter and their
/// ends into events. Everything happens on the profile's writer thread. In the product the ports
/// are real; in the simulation they are virtual and the code is the same.
class Driver
{
public:
    struct Ports {
        store::Profile &profile;
        remote::ServerAdapter &server;
        const Clock &clock;
        Rng &rng;
        WakeUp &wakeUp;
    };
    struct Listeners {
        std::function<void(const store::StoreChange &)> changed;
        std::function<void(const SyncStatus &)> status;
        std::function<void(const Person &)> me;
        /// Discarded by the person, but the server had it already and it cannot be taken back.
        std::function<void(const store::OutboxEntry &)> arrivedAfterAll;
        /// Accepted, but somebody else's change stays in its place.
        std::function<void(const store::OutboxEntry &)> gaveWay;
        /// The person's own things are others now: another computer of theirs changed them.
        std::function<void()> ownChanged;
    };

    Driver(Ports ports, Listeners listeners);
    ~Driver();

    /// Reads the outbox and begins; `signedIn` = there is a token.
    void start(bool signedIn);
    void stop();

    /// Writes operations (ids, device and sequence are filled in here), shows them, wakes the
    /// engine. `draftPlace` may be empty. Answers the ops as they were stored.
    [[nodiscard]] Result<QList<Op>> submit(QList<Op> ops, const QString &draftPlace);

    /// The same intentions about many tickets, a list of operations for each, written in one
    /// transaction. What a ticket is already is left out; where one operation of a ticket would be
    /// refused, none of that ticket's is written. Both are named.
    [[nodiscard]] Result<BulkOutcome> submitEach(const QList<QList<Op>> &tickets);

    [[nodiscard]] Done retry(const OpId &op);
    [[nodiscard]] Done useMine(const OpId &op);
    [[nodiscard]] Done editMessage(const OpId &op, const QString &body);
    [[nodiscard]] Done discard(const OpId &op);
    [[nodiscard]] Done restore(const OpId &op);
    /// Recalls a never-sent op or enqueues its inverse.
    [[nodiscard]] Done undo(const OpId &op);

    /// The person's own things were changed here: tells the server, when it can be reached.
    void ownChanged();
    void syncNow();
    void signedIn();
    /// Puts an empty cache in the place of a damaged one and fetches everything again; see
    /// store::Profile::replaceCache(). After a failure the driver must not be used any more.
    [[nodiscard]] Done replaceCache();
    [[nodiscard]] const SyncStatus &status() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace vigie::sync
