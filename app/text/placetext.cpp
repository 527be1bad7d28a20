// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/placetext.h"

namespace vigie {

QString PlaceText::mine()
{
    return tr("Mine", "a list of tickets");
}

QString PlaceText::unassigned()
{
    return tr("Unassigned", "a list of tickets");
}

QString PlaceText::waiting()
{
    return tr("Waiting", "a list of tickets");
}

QString PlaceText::overdue()
{
    return tr("Overdue", "a list of tickets");
}

QString PlaceText::all()
{
    return tr("All tickets");
}

} // namespace vigie
