// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/toolbox.h"

#include "app/widgets/iconbutton.h"

#include <QButtonGroup>
#include <QKeySequence>
#include <QVBoxLayout>

namespace vigie {

ToolBox::ToolBox(const QList<ToolId> &without, QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("annotateToolBox"));
    setAccessibleName(tr("Tools"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->setSpacing(space::xs / 2);
    for (const ToolFacts &facts : annotateTools()) {
        if (without.contains(facts.id))
            continue;
        const QString words = tr("%1 (%2)", "a tool and its key")
                                  .arg(AnnotateText::tool(facts.id),
                                       QKeySequence(facts.key).toString(QKeySequence::NativeText));
        auto *button = new IconButton(facts.icon, words, this, IconColor::Text);
        button->setAccessibleName(AnnotateText::tool(facts.id));
        button->setObjectName(QStringLiteral("annotateTool%1Button").arg(int(facts.id)));
        button->setCheckable(true);
        button->setFixedSize(36, 36);
        m_group->addButton(button, int(facts.id));
        column->addWidget(button);
    }
    column->addStretch(1);
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT toolWanted(ToolId(id)); });
}

void ToolBox::setTool(ToolId tool)
{
    if (QAbstractButton *button = m_group->button(int(tool)))
        button->setChecked(true);
}

} // namespace vigie
