// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/choicechips.h"

#include "app/widgets/button.h"
#include "app/widgets/flowlayout.h"

#include <QButtonGroup>

namespace vigie {

ChoiceChips::ChoiceChips(const QString &accessibleName, QWidget *parent) :
    QWidget(parent), m_group(new QButtonGroup(this)), m_flow(new FlowLayout(this, space::s))
{
    setAccessibleName(accessibleName);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT choiceChanged(id);
    });
}

void ChoiceChips::addChoice(int id, const QString &text, const QString &hint)
{
    auto *chip = new Button(text, this, ButtonKind::Chip);
    chip->setObjectName(objectName() + QStringLiteral("Chip%1").arg(id));
    chip->setToolTip(hint);
    m_group->addButton(chip, id);
    m_flow->addWidget(chip);
}

int ChoiceChips::choice() const
{
    return m_group->checkedId();
}

void ChoiceChips::setChoice(int id)
{
    if (QAbstractButton *button = m_group->button(id))
        button->setChecked(true);
}

} // namespace vigie
