// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/noticechoices.h"
#include "app/platform/notifier.h"
#include "app/requests/requestplace.h"
#include "core/model/notice.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

class QTimer;

namespace vigie {

class Clock;
class Workspace;

/// Turns notices into bubbles: which of them are shown now, with which words and buttons, and what
/// a click does. One bubble per ticket; more than limits::kBubblesPerMinute become one. What is
/// not shown is in the list all the same. `notifier` and `clock` must outlive it. GUI thread.
class NoticeDesk final : public QObject
{
    Q_OBJECT

public:
    NoticeDesk(Notifier &notifier, const Clock &clock, QObject *parent);

    void setChoices(const NoticeChoices &choices) { m_choices = choices; }
    /// Whose notices; null while nobody is signed in. Must live until another one is set.
    void setWorkspace(Workspace *workspace);
    /// Whether the person looks at our window anyway.
    void setWatched(std::function<bool()> watched) { m_watched = std::move(watched); }
    /// A bubble of the program's own, quiet hours or not.
    void tell(const QString &title, const QString &body);
    /// The ticket was opened: its bubble has nothing to say any more. A null id: none has.
    void withdraw(const TicketId &ticket);
    /// Asks for the verdict on a request that ended; false when bubbles are not wanted now.
    bool askForRating(const TicketId &ticket, const QString &title);
    /// Wakes what was snoozed and is due, and tells the digest when it is time. By itself every
    /// minute.
    void tick();

Q_SIGNALS:
    void openWanted(const vigie::TicketId &ticket, bool asStaff, vigie::RequestPlace place);
    void listWanted();
    void windowWanted();
    /// What was typed into a bubble could not be kept; `text` is what the person wrote.
    void replyFailed(const vigie::TicketId &ticket, const QString &text);

private:
    struct Shown {
        Notice notice;
        int count = 1; ///< updates since the bubble appeared
    };

    void take(const QList<Notice> &notices);
    void takeOver(const TicketId &ticket);
    void tellDigest();
    [[nodiscard]] Bubble digestOf(const QList<Notice> &told) const;
    void show(const Notice &notice);
    [[nodiscard]] bool mayShow() const;
    [[nodiscard]] bool isBurst();
    void showMany();
    [[nodiscard]] Bubble bubbleOf(const Shown &shown) const;
    void addActions(Bubble &bubble, const Notice &notice) const;
    void activated(const QString &key, const QString &action);
    void replied(const QString &key, const QString &text);
    void snooze(const TicketId &ticket);

    Notifier &m_notifier;
    const Clock &m_clock;
    QPointer<Workspace> m_workspace;
    NoticeChoices m_choices;
    std::function<bool()> m_watched;
    QHash<TicketId, Shown> m_shown;
    QList<qint64> m_lately; ///< when bubbles were shown, UTC ms
    int m_many = 0;         ///< in the bubble that stands for the others
    TicketId m_rating;      ///< asked about in a bubble
    QTimer *m_minute;
};

} // namespace vigie
