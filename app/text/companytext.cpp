// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/companytext.h"

#include "app/text/timetext.h"
#include "core/base/presencelimits.h"

namespace vigie {

namespace {

QList<Presence> thoseWho(const QList<Presence> &others, Activity activity)
{
    QList<Presence> found;
    for (const Presence &one : others) {
        if (one.activity == activity)
            found.append(one);
    }
    return found;
}

} // namespace

QString CompanyText::names(const QList<Presence> &people)
{
    const auto name = [](const Presence &one) {
        const QString plain = one.name.simplified();
        return plain.isEmpty() ? tr("A colleague") : plain;
    };
    if (people.size() == 1)
        return name(people[0]);
    if (people.size() == 2)
        return tr("%1 and %2", "two names").arg(name(people[0]), name(people[1]));
    return tr("%1 and %n others", "a name", int(people.size()) - 1).arg(name(people[0]));
}

QString CompanyText::now(const QList<Presence> &people, Activity does)
{
    const QString who = names(people);
    if (people.size() > 1)
        return does == Activity::Writes ? tr("%1 are writing here.", "several names").arg(who)
                                        : tr("%1 are looking at this.", "several names").arg(who);
    const QString since = TimeText::timeOfDay(people[0].since);
    return does == Activity::Writes ? tr("%1 is writing here (since %2).").arg(who, since)
                                    : tr("%1 is looking at this (since %2).").arg(who, since);
}

QString CompanyText::then(const QList<Presence> &people, Activity does, const QString &ago)
{
    const QString who = names(people);
    if (people.size() > 1)
        return does == Activity::Writes ? tr("%1 were writing here %2.", "several names").arg(who, ago)
                                        : tr("%1 were looking at this %2.", "several names").arg(who, ago);
    return does == Activity::Writes ? tr("%1 was writing here %2.").arg(who, ago)
                                    : tr("%1 was looking at this %2.").arg(who, ago);
}

bool CompanyText::isUseful(const Freshness &fresh, qint64 now)
{
    return fresh.live || now - fresh.heardAt < limits::kPresenceUsefulMs;
}

QString CompanyText::line(const QList<Presence> &others, const Freshness &fresh, qint64 moment)
{
    if (others.isEmpty() || !isUseful(fresh, moment))
        return {};
    QStringList sentences;
    for (const Activity does : {Activity::Writes, Activity::Looks}) {
        const QList<Presence> people = thoseWho(others, does);
        if (people.isEmpty())
            continue;
        sentences.append(fresh.live ? now(people, does)
                                    : then(people, does, TimeText::relative(fresh.heardAt, moment)));
    }
    const QString said = sentences.join(u' ');
    return fresh.live ? said
                      : tr("%1 Offline since %2.", "sentences about who was there")
                            .arg(said, TimeText::timeOfDay(fresh.heardAt));
}

QString CompanyText::warning(const QList<Presence> &others, const Freshness &fresh, qint64 moment)
{
    const QList<Presence> people = thoseWho(others, Activity::Writes);
    if (people.isEmpty() || !isUseful(fresh, moment))
        return {};
    const QString first = fresh.live ? now(people, Activity::Writes)
                                     : line(people, fresh, moment);
    return tr("%1 Nothing is locked: you can send all the same.", "a sentence about who else writes")
        .arg(first);
}

} // namespace vigie
