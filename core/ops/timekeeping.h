// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/apply.h"

namespace vigie {

/// The part of apply() that writes a ticket's time line: compares the ticket before and after an
/// operation, adds the marks that it means for the clocks, and settles them. Also what the
/// requester is told, which is a view of the clocks. True when something public changed.
///
/// Whose time counts (S38): staff may work offline, and what they do counts when they did it, by
/// their device's clock, though never later than it was received, not before what it follows, and
/// at most limits::kOfflineHonouredMs earlier. What requesters write counts when the server has
/// it: nobody can be late for what they could not know. The receipt and the thread show both times
/// of either.
///
/// `sawAllWords`: the author had seen the requester's newest words. Without a book in the context
/// (a requester's device, or nothing is agreed on) only expectations are taken away.
[[nodiscard]] bool keepTime(const Op &op, const ApplyContext &context, const Ticket *before,
                            bool sawAllWords, Ticket &ticket);

/// The time line of a ticket that has none yet, from its thread, oldest first: for what was there
/// before something was agreed on. `isStaff` tells who of the authors answers. Owners who left
/// with a change of queue are guessed from who owns the ticket now. Pure.
[[nodiscard]] ServiceRecord timeLineFrom(const ServiceBook &book, const Ticket &ticket,
                                         const QList<Message> &thread,
                                         const std::function<bool(const PersonId &)> &isStaff);

/// Puts new terms from `now` on where the book says something else than the time line's newest
/// terms, and settles. For a new book.
void applyTerms(const ServiceBook &book, qint64 now, Ticket &ticket);

} // namespace vigie
