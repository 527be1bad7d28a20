// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/presence.h"
#include "core/remote/serveradapter.h"
#include "core/sync/ports.h"

#include <functional>
#include <memory>

namespace vigie::sync {

/// Tells the server where this person is, and hears where others are: one question for both, held
/// by the server until there is another answer. Beside the engine, with an adapter and a wake-up of
/// its own, so that nothing of it can hold an operation back or lose one. Nothing is queued: what
/// could not be told is told, if it is still so, when the server can be reached again. Lives on the
/// adapter's thread.
class PresenceKeeper
{
public:
    struct Ports {
        remote::ServerAdapter &server; ///< nobody else's
        const Clock &clock;
        WakeUp &wakeUp;                ///< nobody else's
    };
    struct Wish {
        QList<wire::PresenceNote> mine; ///< where the person is; the first kPresenceTold count
        QList<TicketId> about;          ///< what they see; the first kPresenceAsked count

        bool operator==(const Wish &) const = default;
    };

    /// `changed` is called when what is known became another thing.
    PresenceKeeper(Ports ports, std::function<void(const Company &)> changed);
    ~PresenceKeeper();

    void wish(Wish wish);
    /// Whether the server can be reached, as the exchange of operations finds out. While it cannot,
    /// nothing is asked, and what was heard stays as it was.
    void reach(bool reachable);
    [[nodiscard]] const Company &company() const { return m_company; }

private:
    void goOn();
    [[nodiscard]] qint64 dueAt() const;
    void ask();
    void answered(quint64 question, const wire::PresenceRequest &asked,
                  const remote::Reply<wire::PresenceResponse> &reply);
    void failed(const Error &error, remote::Outcome outcome);
    void take(const wire::PresenceRequest &asked, const wire::PresenceResponse &answer);
    void become(Company company);

    Ports m_ports;
    std::function<void(const Company &)> m_changed;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    Wish m_wish;
    Wish m_told;
    Company m_company;
    QString m_mark;          ///< of the last answer since the server can be reached
    bool m_reachable = false;
    bool m_asking = false;   ///< the newest question is not answered
    quint64 m_question = 0;  ///< counts them; older ones' answers are dropped
    qint64 m_askedAt = 0;    ///< monotonic
    qint64 m_restUntil = 0;  ///< monotonic; what is new to tell does not wait for it
    qint64 m_failedUntil = 0; ///< monotonic; everything waits for it
    int m_failures = 0;
};

} // namespace vigie::sync
