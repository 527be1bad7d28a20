// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/bench.h"

#include "core/base/limits.h"
#include "core/model/worktime.h"

#include <algorithm>
#include <cstdlib>

namespace vigie {

void Bench::doIt(const EditTags &edit)
{
    QStringList tags = ticket().tags;
    for (const QString &tag : edit.remove)
        tags.removeAll(tag);
    for (const QString &tag : edit.add) {
        if (!tags.contains(tag))
            tags.append(tag);
    }
    std::sort(tags.begin(), tags.end());
    if (tags.size() > limits::kTagsPerTicket)
        return reject(ErrorCode::TooLarge, QStringLiteral("too many tags"));
    if (tags == ticket().tags)
        return merged();
    ticket().tags = tags;
    m_out.anyChange = true;
}

void Bench::doIt(const EditWatchers &edit)
{
    QList<PersonId> watchers = ticket().watchers;
    for (const PersonId &id : edit.remove)
        watchers.removeAll(id);
    for (const PersonId &id : edit.add) {
        if (authoritative() && !person(id))
            return reject(ErrorCode::Invalid, QStringLiteral("no such person"));
        if (!watchers.contains(id))
            watchers.append(id);
    }
    std::sort(watchers.begin(), watchers.end());
    if (watchers.size() > limits::kWatchersPerTicket)
        return reject(ErrorCode::TooLarge, QStringLiteral("too many watchers"));
    if (watchers == ticket().watchers)
        return merged();
    ticket().watchers = watchers;
    ticket().guests.removeIf([&](const Guest &guest) { return !watchers.contains(guest.who); });
    m_out.anyChange = true;
}

void Bench::doIt(const EditLinks &edit)
{
    QList<Link> links = ticket().links;
    for (const Link &link : edit.remove)
        links.removeAll(link);
    for (const Link &link : edit.add) {
        if (link.other == ticket().id)
            return reject(ErrorCode::Invalid, QStringLiteral("a ticket cannot link to itself"));
        if (!links.contains(link))
            links.append(link);
    }
    if (links.size() > limits::kLinksPerTicket)
        return reject(ErrorCode::TooLarge, QStringLiteral("too many links"));
    if (links == ticket().links)
        return merged();
    ticket().links = links;
    m_out.anyChange = true;
}

void Bench::doIt(const LogWork &work)
{
    if (work.seconds == 0 || std::abs(work.seconds) > limits::kWorkSeconds)
        return reject(ErrorCode::Invalid, QStringLiteral("not a time of work"));
    if (!isWorkDay(work.day))
        return reject(ErrorCode::Invalid, QStringLiteral("not a day"));
    if (work.note.size() > limits::kWorkNote)
        return reject(ErrorCode::TooLarge, QStringLiteral("note is too long"));
    ticket().workedSeconds += work.seconds;
    event("work", Visibility::Internal,
          {{QStringLiteral("seconds"), QString::number(work.seconds)},
           {QStringLiteral("day"), work.day},
           {QStringLiteral("note"), work.note}});
}

} // namespace vigie
