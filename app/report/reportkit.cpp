// SPDX-License-Identifier: GPL-3.0-or-later
// What the computer adds to the report page.
#include "app/report/reportpage.h"

#include "app/platform/machinefacts.h"
#include "app/platform/machineparsers.h"
#include "app/report/factspanel.h"
#include "app/report/justbefore.h"
#include "app/widgets/pagecolumn.h"
#include "core/base/clock.h"

#include <QLineEdit>
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
    connect(m_justBefore, &JustBefore::picked, this, [this](const QString &words) {
        m_before->setText(JustBefore::added(m_before->text(), words));
        m_before->setFocus();
    });
    connect(m_before, &QLineEdit::textChanged, m_justBefore, &JustBefore::setAnswer);
    if (m_ports.machine)
        connect(m_ports.machine, &MachineFacts::collected, this, &ReportPage::takeMachine);
}

void ReportPage::takeMachine(const MachineState &state)
{
    m_facts->setFacts(state.facts);
    const qint64 now = m_clock.nowMs();
    m_justBefore->setEvents(machine::recent(state.events, now), now);
}

} // namespace vigie
