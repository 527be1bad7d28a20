// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/formatbar.h"

#include "app/widgets/tokens.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace vigie {

FormatBar::FormatBar(const QList<QAction *> &actions, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("formatBar"));
    setAccessibleName(tr("Form of the words"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setAccessibleName(action->text());
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setIconSize({16, 16});
        button->setFocusPolicy(Qt::NoFocus);
        row->addWidget(button);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

} // namespace vigie
