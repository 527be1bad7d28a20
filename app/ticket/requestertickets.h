// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/requesterlists.h"

#include <QObject>

namespace vigie {

class Workspace;

/// What else a person asked for.
struct OtherTickets {
    QList<TicketRow> rows; ///< open ones first, of each the newest first; at most kShown
    int open = 0;          ///< of all of them, counted up to kCounted; also the one they are around
    int all = 0;

    bool operator==(const OtherTickets &) const = default;
};

/// Reads the other tickets of a ticket's requester, off the GUI thread, and again when the store
/// changes while somebody looks. GUI thread; `workspace` must outlive it.
class RequesterTickets final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kShown = 8;
    static constexpr int kCounted = 1'000;

    RequesterTickets(Workspace &workspace, QObject *parent);

    /// Null = nobody's.
    void setAround(const PersonId &requester, const TicketId &ticket);
    /// Nothing is read for eyes that are elsewhere.
    void setWatched(bool watched);

Q_SIGNALS:
    void found(const vigie::OtherTickets &tickets);
    void failed(const vigie::Error &error);

private:
    void read();
    void readClosed(const OtherTickets &open);
    void count(const OtherTickets &tickets, RequesterPart part);
    [[nodiscard]] ListQuery asked(RequesterPart part) const;
    void add(OtherTickets &to, const QList<TicketRow> &rows) const;
    void giveUp(const Error &error);
    void end();

    Workspace &m_workspace;
    PersonId m_requester;
    TicketId m_ticket;
    bool m_watched = false;
    bool m_reading = false;
    bool m_stale = false; ///< changed while it was read, or while nobody looked
};

} // namespace vigie
