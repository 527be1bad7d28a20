// SPDX-License-Identifier: GPL-3.0-or-later
// What the computer adds to the report page.
#include "app/report/reportpage.h"

#include "app/platform/machinefacts.h"
#include "app/report/factspanel.h"
#include "app/widgets/pagecolumn.h"

#include <QVBoxLayout>

namespace vigie {

void ReportPage::buildFacts(PageColumn *page)
{
    m_facts = new FactsPanel(page->page());
    page->column()->addWidget(m_facts);
    connect(m_facts, &FactsPanel::leftOutChanged, this, [this](const QStringList &keys) {
        m_ports.factsLeftOut = keys;
        if (m_ports.keepFactsLeftOut)
            m_ports.keepFactsLeftOut(keys);
        edited();
    });
    if (m_ports.machine)
        connect(m_ports.machine, &MachineFacts::collected, this, &ReportPage::takeMachine);
}

void ReportPage::takeMachine(const MachineState &state)
{
    m_facts->setFacts(state.facts);
}

} // namespace vigie
