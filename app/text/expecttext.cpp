// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/expecttext.h"

#include "app/text/timetext.h"

namespace vigie {

QString ExpectText::line(const Ticket &ticket, qint64 now, qint64 asOf)
{
    const QString said = words(ticket, now);
    if (said.isEmpty() || asOf <= 0)
        return said;
    return tr("%1 (as of %2)", "a sentence about times, when the server was last heard of")
        .arg(said, TimeText::moment(asOf, now));
}

QString ExpectText::words(const Ticket &ticket, qint64 now)
{
    // The ball must lie with the helpdesk: also while an answer of mine is still on its way.
    if (ticket.publicState != PublicState::Received
        && ticket.publicState != PublicState::InProgress)
        return {};
    const auto [answerBy, fixBy] = ticket.expected;
    if ((answerBy > 0 && answerBy <= now) || (fixBy > 0 && fixBy <= now))
        return late(ticket);
    const QString answer = TimeText::moment(answerBy, now);
    const QString fix = TimeText::moment(fixBy, now);
    if (answerBy > 0 && fixBy > 0)
        return tr("We expect to answer by %1 and to have it fixed by %2.").arg(answer, fix);
    if (answerBy > 0)
        return tr("We expect to answer by %1.").arg(answer);
    if (fixBy > 0)
        return tr("We expect to have it fixed by %1.").arg(fix);
    return {};
}

QString ExpectText::late(const Ticket &ticket)
{
    return ticket.updateAskedAt > 0
        ? tr("It takes longer than we hoped. You asked for an update and will hear from us.")
        : tr("It takes longer than we hoped. Ask for an update if you wait for it.");
}

} // namespace vigie
