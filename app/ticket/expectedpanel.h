// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/ruleoutlook.h"
#include "core/service/views.h"

#include <QWidget>

class QVBoxLayout;

namespace vigie {

class Card;
class Workspace;

/// What the desk's rules will make of a report that waits to be sent: told as an expectation, and
/// gone as soon as the server has taken the report and answers itself. Hidden for everything else.
/// GUI thread; `workspace` must outlive it.
class ExpectedPanel final : public QWidget
{
    Q_OBJECT

public:
    ExpectedPanel(Workspace &workspace, QWidget *parent);

    /// Looks whether there is something to expect; null = no ticket. `pending` as in TicketView.
    void showTicket(const TicketId &ticket, const QList<OutboxEntry> &pending);

private:
    void ask();
    void tell(const RuleOutlook &outlook);
    void addWords(const RuleOutlook::Words &words);

    Workspace &m_workspace;
    Card *m_card;
    QVBoxLayout *m_lines;
    TicketId m_ticket; ///< null while nothing can be expected
    RuleOutlook m_shown;
    int m_question = 0; ///< answers to older questions are dropped
};

} // namespace vigie
