// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ticket.h"

#include "core/base/limits.h"
#include "core/model/ticketfields.h"

#include <algorithm>

namespace vigie {

QString followUpTag()
{
    return QStringLiteral("follow-up");
}

void setFollowUp(Ticket &ticket, bool wanted)
{
    ticket.tags.removeAll(followUpTag());
    if (!wanted || ticket.tags.size() >= limits::kTagsPerTicket)
        return;
    ticket.tags.append(followUpTag());
    std::sort(ticket.tags.begin(), ticket.tags.end());
}

const QStringList &categoryKeys()
{
    static const QStringList keys{
        QStringLiteral("hardware"), QStringLiteral("software"), QStringLiteral("network"),
        QStringLiteral("access"),   QStringLiteral("mail"),     QStringLiteral("printing"),
        QStringLiteral("phone"),    QStringLiteral("other")};
    return keys;
}

Ticket forRequester(const Ticket &ticket, const PersonId &viewer)
{
    // Built up from nothing, so that a field added to Ticket stays internal until someone
    // decides otherwise here.
    Ticket face;
    face.id = ticket.id;
    face.number = ticket.number;
    face.kind = ticket.kind;
    face.title = ticket.title;
    face.kit = ticket.kit;
    face.category = ticket.category;
    face.publicState = ticket.publicState;
    face.contact = ticket.contact;
    face.contactName = ticket.contactName;
    face.requester = ticket.requester;
    face.requesterName = ticket.requesterName;
    if (ticket.watchers.contains(viewer))
        face.watchers = {viewer};
    face.merged.into = ticket.merged.into;
    face.rating = ticket.rating;
    face.expected = ticket.expected;
    face.updateAskedAt = ticket.updateAskedAt;
    face.writtenAt = ticket.writtenAt;
    face.createdAt = ticket.createdAt;
    face.updatedAt = ticket.publicUpdatedAt;
    face.publicUpdatedAt = ticket.publicUpdatedAt;
    for (auto it = ticket.versions.cbegin(); it != ticket.versions.cend(); ++it) {
        if (isPublicField(it.key()))
            face.versions.insert(it.key(), it.value());
    }
    // A requester's copy says nothing about internal life; these are constants, not data.
    face.state = State::Open;
    return face;
}

} // namespace vigie
