// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"
#include "core/model/notice.h"
#include "core/service/views.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <optional>

namespace vigie {

class WorkspaceThreads;

/// What the person was told, or would have been: kept on this computer, so that quiet hours, a
/// desktop without notifications or a new cache lose nothing. Also whom they want to hear of later,
/// and what they were asked to rate. Lives on the GUI thread; owned by Workspace.
class NoticeService final : public QObject
{
    Q_OBJECT

public:
    NoticeService(WorkspaceThreads &threads, QObject *parent);

    /// Newest first.
    [[nodiscard]] QFuture<Result<QList<Notice>>> list();
    /// How many are unread, as far as it was read from the disk; without those that wait for the
    /// digest.
    [[nodiscard]] int unread() const;
    /// The same with them.
    [[nodiscard]] int waiting() const;
    /// How many of these name the person.
    [[nodiscard]] int mentions() const;
    /// The ticket is on the screen, or the person knows. Does nothing when nothing of it is unread.
    /// That mentions were read is told to the person's other computers.
    void markRead(const TicketId &ticket);
    /// All but mentions: they stay until each was looked at or marked by itself.
    void markAllRead();
    /// What waits for the digest and is from before that moment, UTC ms, oldest first. It is
    /// counted from now on, and told of by whoever asks.
    [[nodiscard]] QFuture<Result<QList<Notice>>> takeDigest(qint64 before);

    /// No bubbles about this ticket until then, UTC ms; its notices go on.
    QFuture<Result<bool>> snooze(const TicketId &ticket, qint64 until);
    struct Woken {
        QList<Notice> notices; ///< the newest unread one of each ticket whose time has come
        qint64 nextAt = 0;     ///< when to ask again, UTC ms; 0 = nothing waits
    };
    /// Ends the snoozes that are over.
    [[nodiscard]] QFuture<Result<Woken>> wake(qint64 now);

    /// The request to be asked about now, if any: see mayAskForRating(), never twice the same and
    /// never twice within limits::kRatingEveryMs.
    [[nodiscard]] QFuture<Result<std::optional<Ticket>>> nextToRate(qint64 now);
    /// It was asked about; whatever the person does now, it is not asked again.
    QFuture<Result<bool>> noteAsked(const TicketId &ticket, qint64 now);

    /// Tells of the clocks of my tickets, and of those in my queues that nobody owns, whose
    /// warning is due at `now`, and of those that waited until then: each time once. Needs no server. Answers when to ask again,
    /// UTC ms; 0 = nothing is foreseen.
    QFuture<Result<qint64>> checkDue(qint64 now);

    /// Private to Workspace: something arrived, or the profile was opened.
    void take(const QList<Message> &messages);
    void load();
    /// Private to Workspace: another computer's own things arrived.
    void takeMentionReads();

Q_SIGNALS:
    /// New ones, in the order in which they happened; on the disk already.
    void added(const QList<vigie::Notice> &notices);
    /// The ticket's notices were read just now; a null id = all of them that are no mentions.
    void seen(const vigie::TicketId &ticket);
    /// The list or what is read in it.
    void changed();

private:
    void announce(const QList<Notice> &notices);

    WorkspaceThreads &m_threads;
    QHash<TicketId, UnreadNotices> m_unread;
    int m_marks = 0; ///< how often something was marked: what was read before is out of date
};

} // namespace vigie
