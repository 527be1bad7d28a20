// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/noticetext.h"

#include "app/text/enumtext.h"
#include "app/text/slatext.h"
#include "core/base/limits.h"

namespace vigie {

QString NoticeText::happened(const Notice &notice)
{
    const QString who = !notice.by.isEmpty() ? notice.by
        : notice.asStaff                     ? tr("Somebody")
                                             : tr("The helpdesk");
    if (notice.mention)
        return tr("%1 mentions you", "a person").arg(who);
    switch (notice.kind) {
    case NoticeKind::Report: return tr("%1 reported something", "a person").arg(who);
    case NoticeKind::Reply: return tr("%1 answered", "a person").arg(who);
    case NoticeKind::Note: return tr("%1 wrote a note", "a person").arg(who);
    case NoticeKind::Call: return tr("%1 noted a call", "a person").arg(who);
    case NoticeKind::State: return moved(notice, who);
    case NoticeKind::UpdateAsked: return tr("%1 asks for an update", "a person").arg(who);
    case NoticeKind::Rating: return tr("%1 gave %Ln star(s)", nullptr, notice.score).arg(who);
    case NoticeKind::Assigned: return tr("%1 assigned it to you", "a person").arg(who);
    case NoticeKind::Due: return SlaText::warning(notice.clock, notice.dueAt, notice.at);
    case NoticeKind::Reminder: return tr("It waited until now", "a reminder of a request");
    }
    return {};
}

QString NoticeText::moved(const Notice &notice, const QString &who)
{
    if (notice.asStaff) {
        return notice.state == PublicState::Closed ? tr("%1 closed the request", "a person").arg(who)
                                                   : tr("%1 reopened the request", "a person").arg(who);
    }
    switch (notice.state) {
    case PublicState::Received: return tr("Received");
    case PublicState::InProgress: return tr("We are on it");
    case PublicState::NeedsYou: return tr("We need you");
    case PublicState::Fixed: return tr("Fixed? Please try it");
    case PublicState::Closed: return tr("Closed");
    }
    return {};
}

QString NoticeText::about(const Notice &notice)
{
    return EnumText::ticketNumber(notice.number, notice.ticket) + QLatin1Char(' ') + notice.title;
}

Icon NoticeText::icon(const Notice &notice)
{
    if (notice.mention)
        return Icon::Pin;
    switch (notice.kind) {
    case NoticeKind::Report: return Icon::Inbox;
    case NoticeKind::Reply: return Icon::Reply;
    case NoticeKind::Note: return Icon::Note;
    case NoticeKind::Call: return Icon::Call;
    case NoticeKind::State:
        return notice.state == PublicState::Fixed || notice.state == PublicState::Closed
            ? Icon::CheckCircle
            : Icon::Sync;
    case NoticeKind::UpdateAsked: return Icon::Bell;
    case NoticeKind::Rating: return Icon::Star;
    case NoticeKind::Assigned: return Icon::UserCheck;
    case NoticeKind::Due: return Icon::Hourglass;
    case NoticeKind::Reminder: return Icon::Clock;
    }
    return Icon::Bell;
}

Tone NoticeText::tone(const Notice &notice)
{
    if (notice.mention)
        return notice.read ? Tone::Info : Tone::Warning;
    if (notice.kind == NoticeKind::Rating)
        return notice.score <= limits::kLowScore ? Tone::Warning : Tone::Success;
    if (notice.kind == NoticeKind::UpdateAsked || notice.kind == NoticeKind::Due)
        return Tone::Warning;
    return notice.kind == NoticeKind::State ? EnumText::tone(notice.state) : Tone::Info;
}

} // namespace vigie
