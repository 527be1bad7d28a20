// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/card.h"

#include "app/widgets/tokens.h"

#include <QStyle>
#include <QVBoxLayout>

namespace vigie {

Card::Card(QWidget *parent, Look look) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(space::l, space::m, space::l, space::m);
    m_column->setSpacing(space::s);
    setLook(look);
}

void Card::setLook(Look look)
{
    static const char *const names[] = {"plain",   "sunken", "accent",   "info",   "success",
                                        "warning", "danger", "internal", "bubble", "mine"};
    setProperty("card", QLatin1String(names[int(look)]));
    style()->unpolish(this);
    style()->polish(this);
}

QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("line", true);
    line->setFixedHeight(1);
    return line;
}

} // namespace vigie
