// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/ticket.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <utility>

namespace vigie {

enum class Channel { Ticket, Phone, Chat };

/// Whether a few words on the phone can settle it, or somebody must look into logs and files.
enum class Complexity { Simple, Involved };

/// Which way to reach the helpdesk (S34, S40): the site's own table, urgency × complexity.
struct ChannelTable {
    QHash<std::pair<int, int>, QList<Channel>> advice; ///< (Urgency, Complexity) → best first
    QHash<int, bool> followedUp; ///< Channel → whether it starts what we promise

    /// At least the ticket: what the table does not say is answered in writing.
    [[nodiscard]] QList<Channel> channelsFor(Urgency urgency, Complexity complexity) const;
    [[nodiscard]] bool isFollowedUp(Channel channel) const;
};

/// Reads `resources/kit/channels.json` or a site's own:
///
///     {"version": 1, "followedUp": {"ticket": true, "phone": false},
///      "advice": [{"urgency": "blocked", "complexity": "simple", "channels": ["phone", "ticket"]}]}
///
/// Refused as a whole (Invalid, TooLarge) when a name in it is unknown.
[[nodiscard]] Result<ChannelTable> channelsFrom(const QByteArray &json);
/// The table that comes with the program.
[[nodiscard]] ChannelTable builtInChannels();

/// Involved = there is something to read or to look into: an error text, files, facts that several
/// people are hit, or a long story.
[[nodiscard]] Complexity complexityOf(const Kit &kit, int files);

} // namespace vigie
