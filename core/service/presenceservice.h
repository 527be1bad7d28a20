// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/presence.h"
#include "core/service/presencebook.h"

#include <QHash>
#include <QObject>
#include <QSet>

class QTimer;

namespace vigie {

class WorkspaceThreads;

/// Where I am, and who else is where. Pages say what they show, each in its own name; what they
/// stop showing is forgotten, also when they die. Kept in memory only, told to the server while it
/// can be reached, and never a lock. For agents: nobody else may ask. GUI thread.
class PresenceService final : public QObject
{
    Q_OBJECT

public:
    PresenceService(WorkspaceThreads &threads, QObject *parent);

    /// This place shows the ticket to the person; null = none. Told after kPresenceStayMs, so that
    /// leafing through is not looking.
    void look(QObject *place, const TicketId &ticket);
    /// The person wrote there just now. It ends by itself kPresenceWritingMs after the last time,
    /// with stopWriting(), and when the place shows another ticket.
    void write(QObject *place);
    void stopWriting(QObject *place);
    /// This place shows rows of these tickets, in the order of their weight.
    void follow(QObject *place, const QList<TicketId> &tickets);

    /// Whether colleagues are told where I am; they are told of nothing while not. I hear of them
    /// all the same.
    void setShown(bool shown);
    [[nodiscard]] bool isShown() const { return m_book.isShown(); }
    /// The person is at the computer. While they are not, nobody is told that they look at anything.
    void setAttentive(bool attentive);

    /// Who else is at a ticket, those who write first.
    [[nodiscard]] QList<Presence> at(const TicketId &ticket) const { return m_at.value(ticket); }
    [[nodiscard]] bool isLive() const { return m_company.live; }
    /// UTC ms, when this was last heard; 0 = never.
    [[nodiscard]] qint64 heardAt() const { return m_company.heardAt; }

    /// What is said of me now, when the server can be reached.
    [[nodiscard]] PresenceBook::Told told() const;

    /// What was heard; called by the workspace.
    void take(const Company &company);

Q_SIGNALS:
    /// The company of these tickets became another, or whether it is so now.
    void changed(const QSet<vigie::TicketId> &tickets);

private:
    /// The place's name in the book, which lets go of it when it dies.
    [[nodiscard]] PresenceBook::Place nameOf(QObject *place);
    /// Soon: leaving one ticket and coming to the next are one step.
    void tellIf(bool something);
    void tell();

    WorkspaceThreads &m_threads;
    PresenceBook m_book;
    QSet<const QObject *> m_watched;
    QHash<TicketId, QList<Presence>> m_at;
    Company m_company;
    QTimer *m_soon;
    QTimer *m_later; ///< when what is told becomes another thing by itself
};

} // namespace vigie
