// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/readership.h"

#include <algorithm>

namespace vigie {

namespace {

QString domainOf(const QString &email)
{
    const qsizetype at = email.lastIndexOf(QLatin1Char('@'));
    return at < 0 ? QString() : email.mid(at + 1).trimmed().toLower();
}

bool isOutside(const Person &person, const QStringList &domains)
{
    const QString domain = domainOf(person.email);
    if (person.role != Role::Employee || domain.isEmpty() || domains.isEmpty())
        return false;
    return std::none_of(domains.cbegin(), domains.cend(), [&domain](const QString &own) {
        return domain == own || domain.endsWith(QLatin1Char('.') + own);
    });
}

} // namespace

QStringList ownDomains(const QList<Person> &staff)
{
    QStringList domains;
    for (const Person &person : staff) {
        const QString domain = domainOf(person.email);
        if (person.role != Role::Employee && !domain.isEmpty() && !domains.contains(domain))
            domains.append(domain);
    }
    return domains;
}

QList<Reader> readersOf(const Ticket &ticket, const QList<Person> &known, const QStringList &domains,
                        const PersonId &author)
{
    QList<PersonId> ids{ticket.requester};
    for (const PersonId &watcher : ticket.watchers) {
        if (!ids.contains(watcher))
            ids.append(watcher);
    }
    QList<Reader> readers;
    for (const PersonId &id : std::as_const(ids)) {
        if (id.isNull() || id == author)
            continue;
        Reader reader;
        reader.id = id;
        reader.requester = id == ticket.requester;
        const auto person = std::find_if(known.cbegin(), known.cend(),
                                         [&id](const Person &one) { return one.id == id; });
        if (person != known.cend()) {
            reader.name = person->name;
            reader.email = person->email;
            reader.outside = isOutside(*person, domains);
        }
        if (reader.name.isEmpty() && reader.requester)
            reader.name = ticket.requesterName;
        readers.append(reader);
    }
    return readers;
}

} // namespace vigie
