// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ticketfields.h"

#include "core/base/limits.h"
#include "core/model/lifecycle.h"
#include "core/model/worktime.h"

#include <QCryptographicHash>

namespace vigie {

namespace {

template<class E, E Ticket::*member>
QString readEnum(const Ticket &ticket)
{
    return nameOf(ticket.*member);
}

template<class E, E Ticket::*member>
Done writeEnum(Ticket &ticket, const QString &value)
{
    const Result<E> parsed = enumFrom<E>(value);
    if (!parsed)
        return fail(parsed.error());
    ticket.*member = *parsed;
    return {};
}

template<class T, T Ticket::*member>
QString readId(const Ticket &ticket)
{
    return (ticket.*member).text();
}

/// An empty text clears the id.
template<class T, T Ticket::*member>
Done writeId(Ticket &ticket, const QString &value)
{
    if (value.isEmpty()) {
        ticket.*member = T();
        return {};
    }
    const Result<T> parsed = T::parse(value);
    if (!parsed)
        return fail(parsed.error());
    ticket.*member = *parsed;
    return {};
}

template<class E, E Ticket::*member>
Done writeMatrix(Ticket &ticket, const QString &value)
{
    const Done written = writeEnum<E, member>(ticket, value);
    if (written)
        ticket.priority = priorityOf(ticket.impact, ticket.urgency);
    return written;
}

Done writeTitle(Ticket &ticket, const QString &value)
{
    if (value.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("title is empty"));
    if (value.size() > limits::kTitleLength)
        return fail(ErrorCode::TooLarge, QStringLiteral("title is too long"));
    ticket.title = value;
    return {};
}

Done writeCategory(Ticket &ticket, const QString &value)
{
    if (!categoryKeys().contains(value))
        return fail(ErrorCode::Invalid, QStringLiteral("unknown category"));
    ticket.category = value;
    return {};
}

Done writeQueue(Ticket &ticket, const QString &value)
{
    const Result<QueueId> parsed = QueueId::parse(value);
    if (!parsed)
        return fail(parsed.error());
    if (ticket.queue != *parsed)
        ++ticket.transfers;
    ticket.queue = *parsed;
    return {};
}

QString readPending(const Ticket &ticket)
{
    return ticket.pendingUntil > 0 ? QString::number(ticket.pendingUntil) : QString();
}

Done writePending(Ticket &ticket, const QString &value)
{
    bool isNumber = true;
    const qint64 at = value.isEmpty() ? 0 : value.toLongLong(&isNumber);
    if (!isNumber || at < 0 || at > limits::kPendingMost || (at == 0 && !value.isEmpty()))
        return fail(ErrorCode::Invalid, QStringLiteral("not a moment"));
    ticket.pendingUntil = at;
    return {};
}

QString readTitle(const Ticket &ticket)
{
    return ticket.title;
}

QString readCategory(const Ticket &ticket)
{
    return ticket.category;
}

const TicketField kFields[] = {
    {"title", FieldPolicy::FirstStays, true, readTitle, writeTitle},
    {"category", FieldPolicy::FirstStays, true, readCategory, writeCategory},
    {"kind", FieldPolicy::FirstStays, true, readEnum<TicketKind, &Ticket::kind>,
     writeEnum<TicketKind, &Ticket::kind>},
    {"impact", FieldPolicy::FirstStays, false, readEnum<Impact, &Ticket::impact>,
     writeMatrix<Impact, &Ticket::impact>},
    {"urgency", FieldPolicy::FirstStays, false, readEnum<Urgency, &Ticket::urgency>,
     writeMatrix<Urgency, &Ticket::urgency>},
    {"priority", FieldPolicy::FirstStays, false, readEnum<Priority, &Ticket::priority>,
     writeEnum<Priority, &Ticket::priority>},
    {"queue", FieldPolicy::FirstStays, false, readId<QueueId, &Ticket::queue>, writeQueue},
    {"owner", FieldPolicy::TakeOwner, false, readId<PersonId, &Ticket::owner>,
     writeId<PersonId, &Ticket::owner>},
    {"contact", FieldPolicy::FirstStays, true, readId<PersonId, &Ticket::contact>,
     writeId<PersonId, &Ticket::contact>},
    {"pending-until", FieldPolicy::FirstStays, false, readPending, writePending},
};

QString customKey(const QString &name)
{
    return name.startsWith(QLatin1String("cf.")) ? name.mid(3) : QString();
}

} // namespace

const TicketField *ticketField(const QString &name)
{
    for (const TicketField &field : kFields) {
        if (name == QLatin1String(field.name))
            return &field;
    }
    return nullptr;
}

QStringList ticketFieldNames()
{
    QStringList names;
    for (const TicketField &field : kFields)
        names.append(QLatin1String(field.name));
    return names;
}

QString fieldValue(const Ticket &ticket, const QString &name)
{
    if (const TicketField *field = ticketField(name))
        return field->read(ticket);
    if (name == QLatin1String("state"))
        return nameOf(ticket.state);
    if (name == QLatin1String("public-state"))
        return nameOf(ticket.publicState);
    if (name == QLatin1String("level"))
        return nameOf(ticket.level);
    if (name == QLatin1String("merged"))
        return ticket.merged.into.text();
    return ticket.custom.value(customKey(name));
}

Done setFieldValue(Ticket &ticket, const QString &name, const QString &value)
{
    if (const TicketField *field = ticketField(name))
        return field->write(ticket, value);
    const QString key = customKey(name);
    if (key.isEmpty() || key.size() > limits::kTagLength)
        return fail(ErrorCode::Invalid, QStringLiteral("unknown field '%1'").arg(name.left(60)));
    if (value.size() > limits::kShortTextLength)
        return fail(ErrorCode::TooLarge, QStringLiteral("custom field is too long"));
    if (!ticket.custom.contains(key) && ticket.custom.size() >= limits::kCustomFieldsPerTicket)
        return fail(ErrorCode::TooLarge, QStringLiteral("too many custom fields"));
    if (value.isEmpty())
        ticket.custom.remove(key);
    else
        ticket.custom.insert(key, value);
    return {};
}

bool isPublicField(const QString &name)
{
    if (name == QLatin1String("public-state") || name == QLatin1String("rating")
        || name == QLatin1String("merged"))
        return true;
    const TicketField *field = ticketField(name);
    return field && field->isPublic;
}

QString valueHash(const QString &value)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(value.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace vigie
