// SPDX-License-Identifier: GPL-3.0-or-later
// What TicketPage shows and does of merged tickets.
#include "app/ticket/ticketpage.h"

#include "app/composer/composer.h"
#include "app/text/enumtext.h"
#include "app/ticket/relationpills.h"
#include "app/ticket/ticketescalation.h"
#include "app/ticket/ticketheader.h"
#include "app/ticket/ticketmerge.h"
#include "app/widgets/banner.h"
#include "core/base/async.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

namespace vigie {

void TicketPage::wireMerge()
{
    const RelationPills *pills = m_header->relations();
    connect(pills, &RelationPills::apartWanted, this, &TicketPage::takeApart);
    connect(m_merge, &TicketMerge::changeWanted, this, &TicketPage::change);
    connect(m_merged, &Banner::actionTriggered, this,
            [this] { Q_EMIT ticketWanted(m_view.ticket.merged.into); });
}

/// Words belong where the work goes on. They can be written here all the same: what was begun before
/// the merge must stay within reach.
void TicketPage::showMerged()
{
    const bool merged = m_view.asStaff && !m_view.ticket.merged.into.isNull();
    m_composer->setVisible(!m_asRequester && !m_escalation->isOpen());
    if (!merged)
        return m_merged->hide();
    const std::optional<TicketRow> &other = m_view.goesOnIn;
    if (!other) {
        m_merged->tell(Tone::Info, Icon::Merge,
                       tr("This ticket goes on in another one, which is not on this computer."));
        return;
    }
    const QString number = EnumText::ticketNumber(other->number, other->id);
    m_merged->tell(Tone::Info, Icon::Merge,
                   tr("This ticket goes on in %1 “%2”. Answer there; what is written here is shown "
                      "there too.")
                       .arg(number, other->title),
                   tr("Open %1").arg(number));
}

void TicketPage::takeApart(const TicketId &id)
{
    if (id == m_id)
        return change(MergeInto{}, tr("On its own again"));
    for (const JoinedTicket &joined : std::as_const(m_view.joined)) {
        if (joined.ticket.id == id) {
            changeOther(id, MergeInto{},
                        tr("%1 goes on on its own again")
                            .arg(EnumText::ticketNumber(joined.ticket.number, id)));
        }
    }
}

void TicketPage::changeOther(const TicketId &id, const Payload &payload, const QString &what)
{
    ++m_writing;
    whenDone(m_workspace.tickets().change(id, payload), this,
             [this, id, what](const Result<OpId> &op) { changed(id, op, what); });
}

} // namespace vigie
