// SPDX-License-Identifier: GPL-3.0-or-later
// What TicketPage does with macros.
#include "app/ticket/ticketpage.h"

#include "app/recipe/macrowindow.h"
#include "app/text/enumtext.h"
#include "app/text/errortext.h"
#include "core/service/workspace.h"

namespace vigie {

void TicketPage::chooseMacro()
{
    if (!m_view.asStaff)
        return;
    setAsRequester(false);
    MacroTarget target;
    target.tickets = {m_id};
    target.name = EnumText::ticketNumber(m_view.ticket.number, m_id);
    target.seenThrough = seenThrough();
    target.draft = m_composer->isWriting();
    auto *window = new MacroWindow(m_workspace, m_prompt, target, this);
    connect(window, &MacroWindow::ran, this, &TicketPage::macroRan);
    window->open();
}

void TicketPage::macroRan(const Macro &macro, const BulkOutcome &outcome, const QString &what)
{
    if (!outcome.refused.isEmpty())
        return tellError(outcome.refused.first().second);
    if (outcome.ops.isEmpty()) {
        Q_EMIT statusText(tr("Nothing was changed: it was so already."));
        return;
    }
    noteDone(what, outcome.ops);
    read();
    if (macro.next)
        Q_EMIT nextWanted();
}

} // namespace vigie
