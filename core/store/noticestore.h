// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/notice.h"
#include "core/sql/database.h"
#include "core/store/cachereader.h"

#include <QHash>

namespace vigie::store {

/// How late a reminder is still given: a computer may have slept for long. Told ones are kept a
/// day longer.
inline constexpr qint64 kReminderLateMs = 120LL * 86'400'000;
inline constexpr qint64 kReminderToldKeptMs = kReminderLateMs + 86'400'000;

/// The part of the precious database that remembers what a person was told: notices (the newest
/// limits::kNotices and every unread mention), tickets they want to hear of later, and requests they were asked to rate.
/// Every write is one transaction. Lives on the thread that opened the database.
class NoticeStore
{
public:
    explicit NoticeStore(sql::Database &database) : m_database(database) {}

    /// Adds those of messages that are not there yet, in order, and answers them; the oldest give
    /// way. A mention that was read on another computer is read.
    [[nodiscard]] Result<QList<Notice>> add(const QList<Notice> &notices);
    /// Newest first.
    [[nodiscard]] Result<QList<Notice>> list() const;
    /// The tickets with unread notices, each as often as there are.
    [[nodiscard]] Result<QList<TicketId>> unread() const;
    [[nodiscard]] Result<QHash<TicketId, UnreadNotices>> unreadByTicket() const;
    /// The newest unread notice of a ticket.
    [[nodiscard]] Result<std::optional<Notice>> newestUnread(const TicketId &ticket) const;
    /// True when something was unread.
    [[nodiscard]] Result<bool> markRead(const TicketId &ticket);
    /// All but mentions, which want to be looked at.
    [[nodiscard]] Result<bool> markAllRead();
    /// Mentions that were read on another computer, and what else was there by then, are read.
    /// Answers their tickets.
    [[nodiscard]] Result<QList<TicketId>> takeMentionReads();
    /// The unread ones for the digest from before that moment, UTC ms, oldest first; from now on
    /// they are counted as others are.
    [[nodiscard]] Result<QList<Notice>> takeDigest(qint64 before);

    /// Nothing of this ticket until then, UTC ms.
    [[nodiscard]] Done snooze(const TicketId &ticket, qint64 until);
    struct Snooze {
        TicketId ticket;
        qint64 until = 0;

        bool operator==(const Snooze &) const = default;
    };
    /// Soonest first.
    [[nodiscard]] Result<QList<Snooze>> snoozes() const;
    [[nodiscard]] Done endSnooze(const TicketId &ticket);

    /// Those of the clocks of which the person was not told; each due time counts as another.
    [[nodiscard]] Result<QList<DueClock>> untold(const QList<DueClock> &clocks) const;
    /// They were told, for good: also after a restart and with a new cache.
    [[nodiscard]] Done noteTold(const QList<DueClock> &clocks, qint64 now);

    [[nodiscard]] Done noteAsked(const TicketId &ticket, qint64 at);
    [[nodiscard]] Result<bool> wasAsked(const TicketId &ticket) const;
    /// UTC ms; 0 = never.
    [[nodiscard]] Result<qint64> lastAsked() const;

private:
    [[nodiscard]] Result<QList<Notice>> select(const char *condition) const;
    [[nodiscard]] Done write(const QString &sql, const QString &first, qint64 second);

    sql::Database &m_database;
};

} // namespace vigie::store
