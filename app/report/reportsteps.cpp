// SPDX-License-Identifier: GPL-3.0-or-later
// How a recording comes into the report page.
#include "app/report/reportpage.h"

#include "app/report/shotstrip.h"
#include "app/report/steprecording.h"

#include <QPlainTextEdit>

namespace vigie {

bool ReportPage::addSteps(const QList<AnnotationDocument> &shots)
{
    QList<AnnotationDocument> fresh;
    for (const AnnotationDocument &shot : shots) {
        if (!isAmong(m_shots->shots(), shot))
            fresh.append(shot);
    }
    if (fresh.size() > m_shots->room())
        return false;
    const QString details = m_details->toPlainText();
    const QString more = withStepList(details, stepList(shots));
    if (more != details)
        m_details->setPlainText(more);
    m_shots->addShots(fresh);
    return true;
}

} // namespace vigie
