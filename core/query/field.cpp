// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/field.h"

#include <algorithm>

namespace vigie::query {

namespace {

template<class E>
QList<Choice> choicesOf()
{
    QList<Choice> choices;
    for (const EnumName<E> &entry : enumNames<E>())
        choices.append({QString::fromLatin1(entry.name), int(entry.value)});
    return choices;
}

QList<Choice> categoryChoices()
{
    QList<Choice> choices;
    for (const QString &key : categoryKeys())
        choices.append({key, int(choices.size())});
    return choices;
}

template<auto member>
qint64 numberOf(const Ticket &ticket)
{
    return qint64(ticket.*member);
}

template<auto member>
QStringList idOf(const Ticket &ticket)
{
    return {(ticket.*member).text()};
}

QStringList categoryOf(const Ticket &ticket)
{
    return {ticket.category};
}

QStringList tagsOf(const Ticket &ticket)
{
    return ticket.tags;
}

QStringList watchersOf(const Ticket &ticket)
{
    QStringList ids;
    for (const PersonId &id : ticket.watchers)
        ids.append(id.text());
    return ids;
}

qint64 liveUntil(const Ticket &ticket)
{
    return ticket.kit.liveUntil;
}

qint64 linkCount(const Ticket &ticket)
{
    return ticket.links.size();
}

qint64 dueAt(const Ticket &ticket)
{
    return ticket.service.dueAt;
}

qint64 ratingScore(const Ticket &ticket)
{
    return ticket.rating.score;
}

qint64 isMerged(const Ticket &ticket)
{
    return ticket.merged.into.isNull() ? 0 : 1;
}

QList<FieldSpec> makeTable()
{
    using K = FieldKind;
    constexpr auto noList = KeyList::None;
    // field, name, aliases, kind, column, list of keys, staff only, closed, worst first, future,
    // may be none, choices, number, keys
    return {
        {Field::State, "state", "status", K::Choice, "ticket.state", noList, true, true, false,
         false, false, choicesOf<State>, numberOf<&Ticket::state>},
        {Field::Is, "is", "", K::Flag, ""},
        {Field::Queue, "queue", "team", K::Keys, "ticket.queue", noList, true, false, false, false,
         true, nullptr, nullptr, idOf<&Ticket::queue>},
        {Field::Owner, "owner", "assignee", K::Keys, "ticket.owner", noList, true, false, false,
         false, true, nullptr, nullptr, idOf<&Ticket::owner>},
        {Field::Requester, "requester", "from", K::Keys, "", KeyList::Requester, false, false,
         false, false, false, nullptr, nullptr, idOf<&Ticket::requester>},
        {Field::Priority, "priority", "prio", K::Ladder, "ticket.priority", noList, true, true,
         true, false, false, choicesOf<Priority>, numberOf<&Ticket::priority>},
        {Field::Due, "due", "", K::Time, "ticket.due_at", noList, true, false, false, true, true,
         nullptr, dueAt},
        // Not "pending": `has:pending` asks for what was not sent yet.
        {Field::Wakes, "wakes", "pending pending-until until snoozed", K::Time,
         "ticket.pending_until", noList, true, false, false, true, true, nullptr,
         numberOf<&Ticket::pendingUntil>},
        {Field::Tag, "tag", "tags label", K::Keys, "", KeyList::Tag, true, false, false, false,
         true, nullptr, nullptr, tagsOf},
        {Field::Level, "level", "", K::Ladder, "ticket.level", noList, true, true, false, false,
         false, choicesOf<Level>, numberOf<&Ticket::level>},
        {Field::Category, "category", "", K::Keys, "ticket.category", noList, false, true, false,
         false, true, categoryChoices, nullptr, categoryOf},
        {Field::Kind, "kind", "type", K::Choice, "ticket.kind", noList, false, true, false, false,
         false, choicesOf<TicketKind>, numberOf<&Ticket::kind>},
        {Field::Impact, "impact", "", K::Ladder, "ticket.impact", noList, true, true, true, false,
         false, choicesOf<Impact>, numberOf<&Ticket::impact>},
        {Field::Urgency, "urgency", "", K::Ladder, "ticket.urgency", noList, true, true, true,
         false, false, choicesOf<Urgency>, numberOf<&Ticket::urgency>},
        {Field::Contact, "contact", "", K::Keys, "", KeyList::Contact, false, false, false, false,
         true, nullptr, nullptr, idOf<&Ticket::contact>},
        {Field::Watcher, "watcher", "cc", K::Keys, "", KeyList::Watcher, true, false, false, false,
         true, nullptr, nullptr, watchersOf},
        {Field::Created, "created", "", K::Time, "ticket.created_at", noList, false, false, false,
         false, true, nullptr, numberOf<&Ticket::createdAt>},
        {Field::Updated, "updated", "changed", K::Time, "ticket.updated_at", noList, false, false,
         false, false, true, nullptr, numberOf<&Ticket::updatedAt>},
        {Field::Number, "number", "id", K::Number, "ticket.number", noList, false, false, false,
         false, true, nullptr, numberOf<&Ticket::number>},
        {Field::Has, "has", "", K::Flag, ""},
        {Field::Title, "title", "subject", K::Words, ""},
        {Field::Text, "text", "", K::Words, ""},
        {Field::PublicState, "progress", "public-state", K::Choice, "ticket.public_state", noList,
         false, true, false, false, false, choicesOf<PublicState>, numberOf<&Ticket::publicState>},
        {Field::LiveUntil, "", "", K::Time, "ticket.live_until", noList, false, false, false, true,
         true, nullptr, liveUntil},
        {Field::AskedAt, "", "", K::Time, "ticket.asked_at", noList, false, false, false, false,
         true, nullptr, numberOf<&Ticket::updateAskedAt>},
        {Field::Links, "", "", K::Number,
         "coalesce(json_array_length(CAST(ticket.json AS TEXT), '$.links'), 0)", noList, true,
         false, false, false, true, nullptr, linkCount},
        {Field::Rating, "", "", K::Number,
         "coalesce(json_extract(CAST(ticket.json AS TEXT), '$.rating.score'), 0)", noList, false,
         false, false, false, true, nullptr, ratingScore},
        {Field::Merged, "", "", K::Number,
         "(json_extract(CAST(ticket.json AS TEXT), '$.merged') IS NOT NULL)", noList, false, false,
         false, false, true, nullptr, isMerged},
    };
}

const QList<FieldSpec> &table()
{
    static const QList<FieldSpec> fields = makeTable();
    return fields;
}

bool hasName(const FieldSpec &spec, const QString &name)
{
    return name == QLatin1String(spec.name)
        || (!name.isEmpty()
            && QString::fromLatin1(spec.aliases).split(QLatin1Char(' ')).contains(name));
}

} // namespace

const FieldSpec *fieldNamed(const QString &name)
{
    const QString lower = name.toLower();
    if (lower.isEmpty())
        return nullptr;
    for (const FieldSpec &spec : table()) {
        if (hasName(spec, lower))
            return &spec;
    }
    return nullptr;
}

const FieldSpec &specOf(Field field)
{
    const auto found = std::find_if(table().cbegin(), table().cend(),
                                    [field](const FieldSpec &spec) { return spec.field == field; });
    Q_ASSERT(found != table().cend());
    return *found;
}

QList<const FieldSpec *> namedFields()
{
    QList<const FieldSpec *> fields;
    for (const FieldSpec &spec : table()) {
        if (*spec.name)
            fields.append(&spec);
    }
    return fields;
}

bool isPerson(Field field)
{
    return field == Field::Owner || field == Field::Requester || field == Field::Contact
        || field == Field::Watcher;
}

const QList<FlagName> &flagNames()
{
    static const QList<FlagName> names{
        {Flag::Open, Field::Is, "open"},
        {Flag::Closed, Field::Is, "closed"},
        {Flag::Mine, Field::Is, "mine"},
        {Flag::Unassigned, Field::Is, "unassigned"},
        {Flag::Waiting, Field::Is, "waiting"},
        {Flag::Unread, Field::Is, "unread"},
        {Flag::Overdue, Field::Is, "overdue"},
        {Flag::Asked, Field::Is, "asked"},
        {Flag::Live, Field::Is, "live"},
        {Flag::Watched, Field::Is, "watched"},
        {Flag::Request, Field::Is, "request"},
        {Flag::Merged, Field::Is, "merged"},
        {Flag::Attachment, Field::Has, "attachment"},
        {Flag::Conflict, Field::Has, "conflict"},
        {Flag::Draft, Field::Has, "draft"},
        {Flag::Pending, Field::Has, "pending"},
        {Flag::Tag, Field::Has, "tag"},
        {Flag::Watcher, Field::Has, "watcher"},
        {Flag::Link, Field::Has, "link"},
        {Flag::Rating, Field::Has, "rating"},
        {Flag::Owner, Field::Has, "owner"},
        {Flag::Due, Field::Has, "due"},
    };
    return names;
}

const FlagName *flagNamed(Field field, const QString &name)
{
    for (const FlagName &entry : flagNames()) {
        if (entry.field == field && name == QLatin1String(entry.name))
            return &entry;
    }
    return nullptr;
}

const QStringList &timeWords()
{
    static const QStringList words{
        QStringLiteral("today"),     QStringLiteral("yesterday"),  QStringLiteral("tomorrow"),
        QStringLiteral("this-week"), QStringLiteral("last-week"),  QStringLiteral("next-week"),
        QStringLiteral("this-month"), QStringLiteral("last-month")};
    return words;
}

} // namespace vigie::query
