// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/apply.h"

namespace vigie {

/// What would change of one ticket.
struct RehearsedChange {
    /// A name of ticketfields.h, "state", "level", or "tags": only the tags that go and those that
    /// come, joined with ", ".
    QString field;
    QString before;
    QString after;

    bool operator==(const RehearsedChange &) const = default;
};

/// What a list of intentions would do to one ticket.
struct Rehearsal {
    /// Everything that would be different, wanted or not: an escalation takes the owner away.
    QList<RehearsedChange> changes;
    QList<Payload> steps; ///< those that would do something
    /// One of them would be refused; nothing of it would be done then.
    std::optional<Error> refused;
    TicketState state;       ///< afterwards; as it was when it was refused
    QList<Message> messages; ///< that would be written, in order
};

/// Does the steps one after the other on a copy, with apply() itself. `context.now` is used for
/// all of them. Pure.
[[nodiscard]] Rehearsal rehearse(const TicketState &before, const QList<Payload> &steps,
                                 const MessageId &seenThrough, const ApplyContext &context);

/// What of a ticket differs, field by field; service data, times and versions aside.
[[nodiscard]] QList<RehearsedChange> changesBetween(const Ticket &before, const Ticket &after);

} // namespace vigie
