// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside TicketPage's conversation, and its wires.
#include "app/ticket/ticketpage.h"

#include "app/ticket/contextpanel.h"
#include "app/ticket/ticketrelations.h"
#include "app/ticket/worksection.h"
#include "app/widgets/sidepane.h"
#include "core/service/stopwatchservice.h"
#include "core/service/workspace.h"

namespace vigie {

void TicketPage::wireContext()
{
    const ContextPanel *panel = m_context;
    connect(panel, &ContextPanel::ticketWanted, this, &TicketPage::ticketWanted);
    connect(panel, &ContextPanel::listWanted, this, &TicketPage::listWanted);
    connect(panel, &ContextPanel::statusText, this, &TicketPage::statusText);
    connect(panel, &ContextPanel::linkWanted, m_relations, &TicketRelations::addLink);
    connect(panel, &ContextPanel::linkDropped, m_relations, &TicketRelations::dropLink);
    connect(panel, &ContextPanel::watcherWanted, m_relations, &TicketRelations::addWatcher);
    connect(panel, &ContextPanel::watcherDropped, m_relations, &TicketRelations::dropWatcher);
    connect(panel->work(), &WorkSection::failed, this, &TicketPage::tellError);
    connect(panel->work(), &WorkSection::logged, this,
            [this](const TicketId &id, const OpId &op, const LogWork &work, const QString &what) {
                UndoStep step{id, op, {}, what};
                step.work = work;
                offerUndo(step);
                if (id == m_id)
                    read();
            });
    connect(panel, &ContextPanel::left, this, [this] {
        m_sides->dismiss();
        focusThread();
    });
}

void TicketPage::toggleWatch()
{
    if (!m_view.asStaff)
        return;
    m_context->work()->toggle();
    const bool runs = m_workspace.stopwatch().running() == m_id;
    Q_EMIT statusText(runs ? tr("The stopwatch runs.") : tr("The stopwatch is paused."));
}

/// What was measured once cannot be measured again: it goes back to its watch, unless that has
/// begun anew.
void TicketPage::giveBackWork(const UndoStep &step)
{
    StopwatchService &watches = m_workspace.stopwatch();
    if (step.work.seconds <= 0 || watches.watch(step.ticket) != StopwatchService::Watch())
        return;
    watches.correct(step.ticket, step.work.seconds * 1'000);
    watches.setNote(step.ticket, step.work.note);
}

void TicketPage::logWork()
{
    if (m_sides->bring())
        m_context->work()->focusTime();
    else
        Q_EMIT statusText(tr("This is the requester's view; it shows nothing internal."));
}

void TicketPage::goToContext()
{
    if (m_sides->bring())
        m_context->focusFirst();
    else
        Q_EMIT statusText(tr("This is the requester's view; it shows nothing internal."));
}

} // namespace vigie
