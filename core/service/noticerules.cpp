// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/noticerules.h"

#include "core/base/limits.h"
#include "core/ops/permissions.h"

#include <algorithm>

namespace vigie {

namespace {

std::optional<NoticeKind> kindForRequester(const Message &message)
{
    if (message.visibility != Visibility::Public)
        return std::nullopt;
    if (message.kind == MessageKind::Reply)
        return NoticeKind::Reply;
    if (message.event == QLatin1String("public-state"))
        return NoticeKind::State;
    return std::nullopt;
}

/// "@" and the whole name, as completion writes it.
bool mentions(const Message &message, const Person &me)
{
    const QString name = QLatin1Char('@') + me.name;
    for (qsizetype at = message.body.indexOf(name); at >= 0 && !me.name.isEmpty();
         at = message.body.indexOf(name, at + 1)) {
        const qsizetype end = at + name.size();
        const bool begins = at == 0 || !message.body.at(at - 1).isLetterOrNumber();
        if (begins && (end == message.body.size() || !message.body.at(end).isLetterOrNumber()))
            return true;
    }
    return false;
}

std::optional<NoticeKind> kindForStaff(const Message &message, const Ticket &ticket,
                                       const Person &me)
{
    const bool mine = ticket.owner == me.id || ticket.contact == me.id
        || ticket.watchers.contains(me.id) || mentions(message, me);
    const bool free = ticket.owner.isNull();
    switch (message.kind) {
    case MessageKind::Report: return mine || free ? std::optional(NoticeKind::Report) : std::nullopt;
    case MessageKind::Reply: return mine || free ? std::optional(NoticeKind::Reply) : std::nullopt;
    case MessageKind::Note: return mine ? std::optional(NoticeKind::Note) : std::nullopt;
    case MessageKind::Call: return mine ? std::optional(NoticeKind::Call) : std::nullopt;
    case MessageKind::Event: break;
    }
    if (message.event == QLatin1String("ask-update") && (mine || free))
        return NoticeKind::UpdateAsked;
    if (message.event == QLatin1String("rating") && (mine || free))
        return NoticeKind::Rating;
    if (message.event == QLatin1String("owner") && ticket.owner == me.id
        && message.params.value(QStringLiteral("to")) == me.name)
        return NoticeKind::Assigned;
    // Reopened or closed by the one who asked; what colleagues do with it is their business.
    if (message.event == QLatin1String("public-state") && mine
        && message.author == ticket.requester)
        return NoticeKind::State;
    return std::nullopt;
}

} // namespace

std::optional<Notice> noticeFor(const Message &message, const Ticket &ticket, const Person &me)
{
    if (message.author == me.id)
        return std::nullopt;
    Sight sight = sightOf(actorOf(me), ticket);
    if (ticket.requester == me.id)
        sight = Sight::Requester;
    std::optional<NoticeKind> kind;
    if (sight == Sight::Requester)
        kind = kindForRequester(message);
    else if (sight == Sight::Staff)
        kind = kindForStaff(message, ticket, me);
    if (!kind)
        return std::nullopt;
    Notice notice;
    notice.message = message.id;
    notice.ticket = ticket.id;
    notice.kind = *kind;
    notice.title = ticket.title;
    notice.number = ticket.number;
    notice.by = message.authorName;
    notice.words = message.kind == MessageKind::Event
        ? message.params.value(QStringLiteral("comment"))
        : message.body;
    notice.words = notice.words.simplified().left(limits::kNoticeWords);
    notice.score = message.params.value(QStringLiteral("score")).toInt();
    notice.state = enumStored(message.params.value(QStringLiteral("to")), ticket.publicState);
    notice.at = message.receivedAt;
    notice.asStaff = sight == Sight::Staff;
    notice.isFree = ticket.owner.isNull();
    notice.mention = notice.asStaff && mentions(message, me);
    return notice;
}

NoticeClass loudnessOf(const Notice &notice, const QList<NoticeClass> &said)
{
    if (said.isEmpty() || !notice.asStaff)
        return NoticeClass::Interrupt;
    const NoticeClass loudest = *std::min_element(said.cbegin(), said.cend());
    return notice.mention ? std::min(loudest, NoticeClass::Badge) : loudest;
}

Notice dueNotice(ClockKind clock, qint64 dueAt, const Ticket &ticket, qint64 now)
{
    Notice notice;
    // There is no message; this makes one notice of each clock and due time.
    notice.message = MessageId(derivedUuid(
        ticket.id.uuid(), QByteArray("due/") + nameOf(clock).toLatin1() + QByteArray::number(dueAt)));
    notice.ticket = ticket.id;
    notice.kind = NoticeKind::Due;
    notice.title = ticket.title;
    notice.number = ticket.number;
    notice.by = ticket.requesterName;
    notice.state = ticket.publicState;
    notice.clock = clock;
    notice.dueAt = dueAt;
    notice.at = now;
    notice.asStaff = true;
    notice.isFree = ticket.owner.isNull();
    return notice;
}

Notice reminderNotice(qint64 until, const Ticket &ticket, qint64 now)
{
    Notice notice = dueNotice(ClockKind::Ownership, until, ticket, now);
    notice.message = MessageId(
        derivedUuid(ticket.id.uuid(), QByteArray("reminder/") + QByteArray::number(until)));
    notice.kind = NoticeKind::Reminder;
    return notice;
}

bool mayAskForRating(const Ticket &ticket, const PersonId &me, qint64 now)
{
    const bool ended = ticket.publicState == PublicState::Fixed
        || ticket.publicState == PublicState::Closed;
    const qint64 since = now - ticket.publicUpdatedAt;
    return ended && ticket.merged.into.isNull() && ticket.requester == me && ticket.rating.score == 0
        && now - ticket.createdAt >= limits::kRatingAfterReportMs
        && since >= limits::kRatingAfterEndMs && since <= limits::kRatingUntilMs;
}

} // namespace vigie
