// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/iconbutton.h"

namespace vigie {

IconButton::IconButton(Icon icon, const QString &words, QWidget *parent, IconColor color) :
    QToolButton(parent)
{
    setVigieIcon(icon, color);
    setIconSize({20, 20});
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setFocusPolicy(Qt::TabFocus);
    setWords(words);
}

void IconButton::setWords(const QString &words)
{
    setToolTip(words);
    setAccessibleName(words);
}

void IconButton::setVigieIcon(Icon icon, IconColor color)
{
    setIcon(IconSet::icon(icon, color));
}

} // namespace vigie
