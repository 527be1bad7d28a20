// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/ticketmerge.h"

#include "app/text/enumtext.h"
#include "app/ticket/ticketpicker.h"
#include "core/base/async.h"
#include "core/service/requesterlists.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <algorithm>

namespace vigie {

namespace {
constexpr int kMostSuggested = 30;
} // namespace

TicketMerge::TicketMerge(Workspace &workspace, QWidget *page)
    : QObject(page), m_workspace(workspace), m_page(page)
{
}

void TicketMerge::begin()
{
    ListQuery query = listOfRequester(m_view.ticket.requester, RequesterPart::Open);
    query.limit = kMostSuggested;
    whenDone(m_workspace.tickets().list(query), this,
             [this, id = m_view.ticket.id](const Result<QList<TicketRow>> &rows) {
                 if (m_view.ticket.id == id)
                     ask(rows.value_or(QList<TicketRow>()));
             });
}

void TicketMerge::ask(const QList<TicketRow> &suggested)
{
    const Ticket &ticket = m_view.ticket;
    auto *picker = new TicketPicker(
        m_workspace.tickets(),
        {tr("In which ticket does it go on?"), tr("Merge"),
         tr("%1 is closed and its conversation is shown in the other ticket. %2 is told where it "
            "goes on, and can read the public part there. They can be taken apart again at any "
            "time.")
             .arg(EnumText::ticketNumber(ticket.number, ticket.id), ticket.requesterName)},
        suggested, {ticket.id}, m_page);
    connect(picker, &TicketPicker::chosen, this, [this, id = ticket.id](const TicketRow &into) {
        if (m_view.ticket.id == id)
            Q_EMIT changeWanted(MergeInto{into.id},
                                tr("Merged into %1").arg(EnumText::ticketNumber(into.number, into.id)));
    });
    picker->open();
}

void TicketMerge::begin(const QList<TicketRow> &tickets)
{
    QList<TicketRow> oldestFirst = tickets;
    std::stable_sort(oldestFirst.begin(), oldestFirst.end(),
                     [](const TicketRow &a, const TicketRow &b) { return a.createdAt < b.createdAt; });
    auto *picker = new TicketPicker(
        m_workspace.tickets(),
        {tr("In which ticket do they go on?"), tr("Merge"),
         tr("The others are closed and their conversations are shown in that ticket. Their "
            "requesters are told where it goes on, and can read the public part there. They can be "
            "taken apart again at any time.")},
        oldestFirst, {}, m_page);
    connect(picker, &TicketPicker::chosen, this, [this](const TicketRow &into) {
        Q_EMIT manyWanted(MergeInto{into.id},
                          tr("Merged into %1").arg(EnumText::ticketNumber(into.number, into.id)));
    });
    picker->open();
}

} // namespace vigie
