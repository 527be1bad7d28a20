// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/calltext.h"

#include "app/text/enumtext.h"
#include "app/text/timetext.h"

#include <QStringList>

namespace vigie {

namespace {

QString spoken(const QString &text)
{
    constexpr int most = 90;
    const QString line = text.simplified();
    return line.size() <= most ? line : line.left(most - 1).trimmed() + QStringLiteral("…");
}

} // namespace

QString CallText::script(const Ticket &ticket)
{
    // Before it has a number it is named by what can be spelled on the phone.
    const QString number = ticket.number > 0 ? EnumText::ticketNumber(ticket.number, ticket.id)
                                             : ticket.id.shortTag();
    QStringList said;
    said << (ticket.requesterName.isEmpty()
                 ? tr("Hello, I am calling about request %1.").arg(number)
                 : tr("Hello, this is %1, about request %2.").arg(ticket.requesterName, number));
    said << tr("It is about: %1.").arg(spoken(ticket.title));
    if (ticket.kit.startedAt > 0)
        said << tr("It began %1.").arg(TimeText::absolute(ticket.kit.startedAt));
    else if (!ticket.kit.when.isEmpty())
        said << tr("It began: %1.").arg(spoken(ticket.kit.when));
    if (ticket.kit.people > 1)
        said << tr("%Ln people are affected.", "people", ticket.kit.people);
    if (!ticket.kit.errorText.isEmpty())
        said << tr("It shows: %1.").arg(spoken(ticket.kit.errorText));
    if (ticket.kit.stated == Urgency::Blocked)
        said << tr("I cannot work until it is solved.");
    if (ticket.number == 0)
        said << tr("You may not see it yet: it is still being sent.");
    return said.join(QLatin1Char(' '));
}

} // namespace vigie
