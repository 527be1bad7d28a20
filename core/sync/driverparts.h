// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/ops/opcodec.h"
#include "core/store/ownsync.h"
#include "core/sync/driver.h"
#include "core/sync/engine.h"
#include "core/sync/outboxeditor.h"
#include "core/sync/results.h"

namespace vigie::sync {

/// The driver's inside: one function per effect and per kind of answer.
struct Driver::Parts {
    Parts(Ports ports, Listeners listeners);

    void happen(const Event &event);

    // Effects
    void perform(const Push &push);
    void perform(const Pull &pull);
    void perform(const Upload &upload);
    void perform(const BeginResync &);
    void perform(const AskKnown &);
    void perform(const Park &park);
    void perform(const WakeAt &wake);
    void perform(const CancelExchanges &);

    // Answers
    void pushAnswered(const QHash<OpId, store::OpState> &before,
                      const remote::Reply<wire::SyncResponse> &reply);
    void arrivedAfterAll(const OpId &id);
    void pullAnswered(const wire::SyncRequest &asked,
                      const remote::Reply<wire::SyncResponse> &reply, bool all);
    [[nodiscard]] Result<QSet<TicketId>> applyPage(const wire::SyncRequest &asked,
                                                   const wire::SyncResponse &page, bool all);
    void askNext();
    void forgetPoints();
    [[nodiscard]] Done collectToAsk();
    void revive(const QList<OpId> &ids);
    void judgeAgain(const QList<OpId> &ids);

    // The person's own things
    [[nodiscard]] store::OwnSync ownSync();
    void sendOwn();
    void takeOwn(const QList<OwnThing> &sent, const wire::SyncResponse &answer);

    // The store
    void reread();
    void outboxChanged(const QSet<TicketId> &tickets);
    void rebase(const TicketId &ticket, store::StoreChange &change);
    QSet<TicketId> settleRead(bool all);
    [[nodiscard]] std::optional<wire::SyncRequest> baseRequest();
    void storeTrouble(const char *what, const Error &error);

    void announce(const store::StoreChange &change);
    void publish();
    [[nodiscard]] Now now();
    /// Runs `call` from the next wake-up, so that decisions never nest.
    void later(std::function<void()> call);
    void planWake(qint64 delayMs);

    /// A callback that does nothing once the driver is gone.
    template<class Fn>
    auto guarded(Fn fn)
    {
        return [watch = std::weak_ptr<bool>(alive), fn](auto reply) {
            if (!watch.expired())
                fn(std::move(reply));
        };
    }
    template<class Fn>
    std::function<void()> guardedCall(Fn fn)
    {
        return [watch = std::weak_ptr<bool>(alive), fn] {
            if (!watch.expired())
                fn();
        };
    }

    Ports ports;
    Listeners listeners;
    std::shared_ptr<bool> alive = std::make_shared<bool>(true);
    EngineState state;
    SyncStatus status;
    OutboxEditor editor;
    QString newEpoch;
    QList<OpId> toAsk; ///< what the next round of questions is about
    bool toAskIsOld = true; ///< the outbox changed since, or its points have to go
    QList<OpId> unasked;
    QList<OpId> unknown;
    QSet<OpId> settledHere; ///< refused or binned here; asked about all the same
    QList<OpId> forgotten;  ///< of those, what the server does not know any more
    quint64 pointsLost = 0; ///< how often accepted operations lost their points
    bool sendingOwn = false; ///< a message about own things is in flight
    bool heard = false;     ///< somebody answered a question of this round
    QList<std::function<void()>> deferred;
};

} // namespace vigie::sync
