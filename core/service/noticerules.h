// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"
#include "core/model/notice.h"
#include "core/model/person.h"
#include "core/model/ticket.h"

#include <optional>

namespace vigie {

/// Whether this person is told of a message or event that just arrived, and as what. Requesters
/// hear answers and new public states of their requests; those who work on a ticket hear what
/// happens in their own ones (owner, contact, watcher), where their name is mentioned ("@Name") and
/// in those that nobody has taken. Nobody hears of themselves. `ticket` is the message's, as it is
/// now. Pure.
[[nodiscard]] std::optional<Notice> noticeFor(const Message &message, const Ticket &ticket,
                                              const Person &me);

/// How loud a notice is when the person's lists that hold its ticket say this: the loudest counts,
/// a mention is never less than counted, and where no list says anything it interrupts. Lists are
/// for work: what requesters hear of their own requests is not concerned. Pure.
[[nodiscard]] NoticeClass loudnessOf(const Notice &notice, const QList<NoticeClass> &said);

/// The warning that a clock of this ticket is about to end. Pure.
[[nodiscard]] Notice dueNotice(ClockKind clock, qint64 dueAt, const Ticket &ticket, qint64 now);

/// The reminder that this ticket waited until a moment, which has come. Pure.
[[nodiscard]] Notice reminderNotice(qint64 until, const Ticket &ticket, qint64 now);

/// Whether this request may be asked about now: it is mine, it ended long enough ago and not too
/// long, it was not rated, and its report is not from a moment ago. `now` UTC ms. Pure.
[[nodiscard]] bool mayAskForRating(const Ticket &ticket, const PersonId &me, qint64 now);

} // namespace vigie
