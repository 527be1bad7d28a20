// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/requestertickets.h"

#include "core/base/async.h"
#include "core/service/requesterlists.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

namespace vigie {

RequesterTickets::RequesterTickets(Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace)
{
    // Which person's ticket a change is about is not said, and a new one can be anybody's.
    connect(&workspace, &Workspace::changed, this,
            [this](const QSet<TicketId> &tickets, bool, bool, bool everything) {
                if (everything || !tickets.isEmpty())
                    read();
            });
}

void RequesterTickets::setAround(const PersonId &requester, const TicketId &ticket)
{
    if (m_requester == requester && m_ticket == ticket)
        return;
    m_requester = requester;
    m_ticket = ticket;
    read();
}

void RequesterTickets::setWatched(bool watched)
{
    m_watched = watched;
    if (watched && m_stale)
        read();
}

ListQuery RequesterTickets::asked(RequesterPart part) const
{
    ListQuery query = listOfRequester(m_requester, part);
    query.limit = kShown + 1; // the ticket itself may be among them
    return query;
}

void RequesterTickets::add(OtherTickets &to, const QList<TicketRow> &rows) const
{
    for (const TicketRow &row : rows) {
        if (row.id != m_ticket && to.rows.size() < kShown)
            to.rows.append(row);
    }
}

void RequesterTickets::read()
{
    m_stale = m_reading || !m_watched;
    if (m_stale)
        return;
    if (m_requester.isNull()) {
        Q_EMIT found({});
        return;
    }
    m_reading = true;
    whenDone(m_workspace.tickets().list(asked(RequesterPart::Open)), this,
             [this](const Result<QList<TicketRow>> &rows) {
                 if (!rows)
                     return giveUp(rows.error());
                 OtherTickets tickets;
                 add(tickets, *rows);
                 readClosed(tickets);
             });
}

void RequesterTickets::readClosed(const OtherTickets &open)
{
    whenDone(m_workspace.tickets().list(asked(RequesterPart::Closed)), this,
             [this, tickets = open](const Result<QList<TicketRow>> &rows) mutable {
                 if (!rows)
                     return giveUp(rows.error());
                 add(tickets, *rows);
                 count(tickets, RequesterPart::Open);
             });
}

void RequesterTickets::count(const OtherTickets &tickets, RequesterPart part)
{
    whenDone(m_workspace.tickets().count(asked(part), kCounted), this,
             [this, counted = tickets, part](const Result<int> &number) mutable {
                 if (!number)
                     return giveUp(number.error());
                 const bool open = part == RequesterPart::Open;
                 (open ? counted.open : counted.all) = *number;
                 if (open)
                     return count(counted, RequesterPart::All);
                 if (!m_stale)
                     Q_EMIT found(counted);
                 end();
             });
}

void RequesterTickets::giveUp(const Error &error)
{
    if (!m_stale)
        Q_EMIT failed(error);
    end();
}

void RequesterTickets::end()
{
    m_reading = false;
    if (m_stale)
        read();
}

} // namespace vigie
