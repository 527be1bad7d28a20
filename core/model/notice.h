// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/enums.h"
#include "core/model/noticeclass.h"
#include "core/model/servicerecord.h"

#include <QMetaType>

namespace vigie {

/// Why somebody is told of a ticket.
enum class NoticeKind {
    Report,      ///< a new one, for those who take care of the queue
    Reply,
    Note,
    Call,
    State,       ///< the public state moved
    UpdateAsked, ///< its requester waits
    Rating,      ///< its requester's verdict
    Assigned,    ///< it became mine
    Due,         ///< one of its clocks is about to end; raised here, not by the server
    Reminder,    ///< it waited until now; raised here as well
};

/// Something that a person was told, or would have been had they not wanted quiet. It is kept
/// without sentences: words are in app/text, in the language of the day.
struct Notice {
    MessageId message; ///< what it is about; there is one notice of each
    TicketId ticket;
    NoticeKind kind = NoticeKind::Reply;
    QString title;     ///< the ticket's, then
    qint64 number = 0; ///< the ticket's
    QString by;        ///< who did it
    QString words;     ///< the beginning of what was written; plain text, at most kNoticeWords
    PublicState state = PublicState::InProgress; ///< of the ticket, then
    int score = 0;     ///< Rating: 1..5
    ClockKind clock = ClockKind::Ownership; ///< Due
    qint64 dueAt = 0;  ///< Due and Reminder: UTC ms
    qint64 at = 0;     ///< UTC ms
    bool asStaff = false; ///< told to somebody who works on it, not to somebody who waits for it
    /// It names the person: it stays until they have read it, whatever becomes of the ticket.
    bool mention = false;
    bool isFree = false; ///< nobody owned the ticket, then
    NoticeClass loudness = NoticeClass::Interrupt; ///< a Digest that was told is a Badge
    bool read = false;
    bool snoozed = false; ///< the person wants to hear of this ticket later; not stored

    bool operator==(const Notice &) const = default;
};

template<> const QList<EnumName<NoticeKind>> &enumNames<NoticeKind>();

/// How many notices of a ticket are unread, and how many of these are special.
struct UnreadNotices {
    int all = 0;
    int mentions = 0;
    int digest = 0; ///< were not told yet

    bool operator==(const UnreadNotices &) const = default;
    void add(const Notice &notice)
    {
        ++all;
        mentions += notice.mention ? 1 : 0;
        digest += notice.loudness == NoticeClass::Digest ? 1 : 0;
    }
};

} // namespace vigie

Q_DECLARE_METATYPE(vigie::Notice)
