// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/messages.h"
#include "core/wire/presence.h"

#include <functional>

namespace vigie::remote {

/// How a request ended, as the engine needs to know it (RELIABILITY §2.9, answer classes).
enum class Outcome {
    Ok,
    NotSent,       ///< surely did not arrive: offline, refused connection, bad certificate
    MaybeSent,     ///< lost after bytes left: may have arrived
    NotOurAnswer,  ///< captive portal, proxy page, redirect: counts as offline, may have arrived
    Busy,          ///< 429, 503 and friends: did not happen, come back later
    AuthNeeded,    ///< 401
    Refused,       ///< the request itself is wrong for ever (4xx)
    ServerFault,   ///< 5xx: may have happened
    TooOld,        ///< 426: this client must be updated
};

template<class T>
struct Reply {
    Outcome outcome = Outcome::NotSent;
    T value{};
    Error error; ///< when not Ok
};

/// What a kind of server can promise; the engine picks the weakest safe path.
struct Capabilities {
    bool idempotent = true;      ///< remembers op ids: asking again with the same id is safe
    bool resumableUpload = true;
    bool longPoll = true;
    bool presence = false; ///< tells who else is at a ticket
};

/// The code that speaks to one kind of server. All calls are asynchronous, end exactly once
/// through their callback on the calling thread, never synchronously, and not at all after
/// cancelAll(). The engine has at most one push, one pull and one upload in flight.
class ServerAdapter
{
public:
    virtual ~ServerAdapter() = default;
    [[nodiscard]] virtual Capabilities capabilities() const = 0;

    virtual void sync(const wire::SyncRequest &request,
                      std::function<void(Reply<wire::SyncResponse>)> done) = 0;
    /// Which of these ops the server knows.
    virtual void known(const QList<OpId> &ops, std::function<void(Reply<QList<OpId>>)> done) = 0;
    /// Makes sure the server has the file; resumes by itself where it stopped.
    virtual void upload(const QString &sha256, std::function<void(Reply<bool>)> done) = 0;
    /// Fetches a file of a ticket into the blob store.
    virtual void download(const QString &sha256, qint64 size, const TicketId &ticket,
                          std::function<void(Reply<bool>)> done) = 0;
    /// Where this device is, and who else is where; never asked of an adapter without the
    /// capability. May be asked again while an earlier question is held.
    virtual void presence(const wire::PresenceRequest &request,
                          std::function<void(Reply<wire::PresenceResponse>)> done);
    virtual void cancelAll() = 0;
};

inline void ServerAdapter::presence(const wire::PresenceRequest &,
                                    std::function<void(Reply<wire::PresenceResponse>)>)
{
}

} // namespace vigie::remote
