// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/apply.h"

namespace vigie {

/// What an operation on a merged ticket means for the one it is merged into. An operation is about
/// one ticket, its lane; the server writes its echoes in the same transaction, a client learns of
/// them from the feed.
struct Echo {
    enum class Kind {
        Joined, ///< `from` was merged into the target: its people follow the target from now on
        Left,   ///< and was taken apart again: those who came with it go with it
        Fewer,  ///< it stays merged, but `people` do not follow through it any more
        Words,  ///< its requester or a colleague wrote there
        Asked,  ///< its requester asked for an update
    };
    Kind kind = Kind::Words;
    TicketId target;
    TicketId from;
    qint64 number = 0;
    QString title;
    QList<PersonId> people; ///< who comes or goes

    bool operator==(const Echo &) const = default;
};

/// What else an accepted operation means, in the order in which it is to be written; mostly
/// nothing.
[[nodiscard]] QList<Echo> echoesOf(const Op &op, const TicketState &before, const Outcome &done);

/// What an echo means further on, when its target is merged itself. `done` is what it did there.
[[nodiscard]] QList<Echo> echoesOf(const Echo &echo, const TicketState &target,
                                   const Outcome &done);

/// Whether the target only passes it on, because it is not where the work goes on.
[[nodiscard]] bool passesOn(const Echo &echo, const Ticket &target);

/// target ⊕ echo → target′, by the same rules and pure as apply(). `cause` is the operation, on its
/// own ticket. Applied, or Rejected when the target is not there.
[[nodiscard]] Outcome applyEcho(const TicketState &target, const Echo &echo, const Op &cause,
                                const ApplyContext &context);

} // namespace vigie
