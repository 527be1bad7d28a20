// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/presence.h"

#include <QJsonObject>
#include <QList>

namespace vigie::wire {

/// Where this device is.
struct PresenceNote {
    TicketId ticket;
    Activity activity = Activity::Looks;

    bool operator==(const PresenceNote &) const = default;
};

/// Tells and asks in one: replaces what the device said before. Empty = it is nowhere.
struct PresenceRequest {
    QList<PresenceNote> mine;  ///< at most kPresenceTold, no ticket twice
    QList<TicketId> about;     ///< at most kPresenceAsked
    QString seen;              ///< the `mark` of the answer that is known here; empty = none
    qint64 waitMs = 0;         ///< answer when it is another one, or after this time

    bool operator==(const PresenceRequest &) const = default;
};

struct PresenceResponse {
    QList<Presence> others; ///< of the tickets asked about; without the caller
    QString mark;           ///< the same for the same `others`
    qint64 serverTime = 0;  ///< for the ages of `others`

    bool operator==(const PresenceResponse &) const = default;
};

/// Strict as those in codec.h: types, limits, unknown activities and repeated tickets are refused,
/// unknown fields ignored.
[[nodiscard]] QJsonObject encode(const PresenceRequest &request);
[[nodiscard]] Result<PresenceRequest> decodePresenceRequest(const QJsonObject &object);
[[nodiscard]] QJsonObject encode(const PresenceResponse &response);
[[nodiscard]] Result<PresenceResponse> decodePresenceResponse(const QJsonObject &object);

} // namespace vigie::wire
