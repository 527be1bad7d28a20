// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/model/enumreading.h"
#include "core/model/messageformat.h"

#include <limits>

namespace vigie::codec {

namespace {

constexpr qint64 kMostTime = 253'402'300'799'999; // the end of the year 9999
constexpr qint64 kMostInt = std::numeric_limits<int>::max();

template<class T>
T take(json::Reader &reader, const char *key, Result<T> part)
{
    if (!part)
        reader.reject(key, part.error().detail);
    return part ? *std::move(part) : T();
}

} // namespace

void put(QJsonObject &object, const char *key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(QLatin1String(key), value);
}

void put(QJsonObject &object, const char *key, qint64 value)
{
    if (value != 0)
        object.insert(QLatin1String(key), value);
}

void put(QJsonObject &object, const char *key, const QJsonObject &value)
{
    if (!value.isEmpty())
        object.insert(QLatin1String(key), value);
}

void put(QJsonObject &object, const char *key, const QJsonArray &value)
{
    if (!value.isEmpty())
        object.insert(QLatin1String(key), value);
}

QJsonObject toJson(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

Result<QMap<QString, QString>> textMapFrom(const QJsonObject &object, int mostItems,
                                           qsizetype mostLength)
{
    if (object.size() > mostItems)
        return fail(ErrorCode::Invalid, QStringLiteral("too many entries"));
    QMap<QString, QString> map;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isString() || it.key().size() > limits::kNameLength
            || it.value().toString().size() > mostLength)
            return fail(ErrorCode::Invalid, QStringLiteral("short texts expected"));
        map.insert(it.key(), it.value().toString());
    }
    return map;
}

QJsonObject toJson(const Kit &kit)
{
    QJsonObject object;
    put(object, "what", kit.what);
    put(object, "error", kit.errorText);
    put(object, "when", kit.when);
    put(object, "started", kit.startedAt);
    put(object, "before", kit.before);
    put(object, "affected", nameOf(kit.affected));
    put(object, "who", kit.who);
    put(object, "people", qint64(kit.people));
    put(object, "facts", toJson(kit.facts));
    put(object, "stated", nameOf(kit.stated));
    put(object, "effect", kit.effect);
    put(object, "services", QJsonArray::fromStringList(kit.services));
    put(object, "live", kit.liveUntil);
    return object;
}

Result<Kit> kitFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("kit."));
    Kit kit;
    kit.what = reader.optText("what", limits::kBodyLength);
    kit.errorText = reader.optText("error", limits::kBodyLength);
    kit.when = reader.optText("when", limits::kShortTextLength);
    kit.startedAt = reader.optInteger("started", 0, kMostTime, 0);
    kit.before = reader.optText("before", limits::kShortTextLength);
    kit.affected = optEnum(reader, "affected", Affected::Me);
    kit.who = reader.optText("who", limits::kShortTextLength);
    kit.people = int(reader.optInteger("people", 0, 1'000'000, 0));
    kit.facts = take(reader, "facts",
                     textMapFrom(reader.optObject("facts"), limits::kFactsPerKit,
                                 limits::kShortTextLength));
    kit.stated = optEnum(reader, "stated", Urgency::Hindered);
    kit.effect = reader.optText("effect", limits::kTitleLength);
    kit.services = reader.optTexts("services", limits::kServicesPerKit, limits::kTagLength);
    kit.liveUntil = reader.optInteger("live", 0, kMostTime, 0);
    VIGIE_TRY(reader.done());
    return kit;
}

QJsonArray toJson(const QList<Link> &links)
{
    QJsonArray array;
    for (const Link &link : links) {
        array.append(QJsonObject{{QStringLiteral("kind"), nameOf(link.kind)},
                                 {QStringLiteral("other"), link.other.text()}});
    }
    return array;
}

Result<QList<Link>> linksFrom(const QJsonArray &array)
{
    QList<Link> links;
    for (const QJsonValue &value : array) {
        json::Reader reader(value.toObject(), QStringLiteral("links."));
        Link link;
        link.kind = optEnum(reader, "kind", LinkKind::RelatesTo);
        link.other = reader.id<TicketId>("other");
        VIGIE_TRY(reader.done());
        links.append(link);
    }
    return links;
}

QJsonObject toJson(const Ticket &ticket)
{
    QJsonObject object;
    put(object, "id", ticket.id.text());
    put(object, "number", ticket.number);
    put(object, "kind", nameOf(ticket.kind));
    put(object, "title", ticket.title);
    put(object, "kit", toJson(ticket.kit));
    put(object, "category", ticket.category);
    put(object, "impact", nameOf(ticket.impact));
    put(object, "urgency", nameOf(ticket.urgency));
    put(object, "priority", nameOf(ticket.priority));
    put(object, "state", nameOf(ticket.state));
    put(object, "public", nameOf(ticket.publicState));
    put(object, "level", nameOf(ticket.level));
    put(object, "queue", ticket.queue.text());
    put(object, "owner", ticket.owner.text());
    put(object, "ownerName", ticket.ownerName);
    put(object, "contact", ticket.contact.text());
    put(object, "contactName", ticket.contactName);
    put(object, "requester", ticket.requester.text());
    put(object, "requesterName", ticket.requesterName);
    put(object, "tags", QJsonArray::fromStringList(ticket.tags));
    put(object, "watchers", idArray(ticket.watchers));
    put(object, "links", toJson(ticket.links));
    if (!ticket.merged.into.isNull()) {
        QJsonObject merged{{QStringLiteral("into"), ticket.merged.into.text()},
                           {QStringLiteral("before"), nameOf(ticket.merged.before)}};
        put(object, "merged", merged);
    }
    QJsonArray guests;
    for (const Guest &guest : ticket.guests) {
        guests.append(QJsonObject{{QStringLiteral("who"), guest.who.text()},
                                  {QStringLiteral("through"), idArray(guest.through)}});
    }
    put(object, "guests", guests);
    put(object, "custom", toJson(ticket.custom));
    if (ticket.rating.score > 0) {
        QJsonObject rating{{QStringLiteral("score"), ticket.rating.score}};
        put(rating, "comment", ticket.rating.comment);
        put(rating, "at", ticket.rating.at);
        put(object, "rating", rating);
    }
    put(object, "answerBy", ticket.expected.answerBy);
    put(object, "fixBy", ticket.expected.fixBy);
    put(object, "service", toJson(ticket.service));
    put(object, "updateAsked", ticket.updateAskedAt);
    put(object, "pendingUntil", ticket.pendingUntil);
    put(object, "worked", ticket.workedSeconds);
    put(object, "transfers", qint64(ticket.transfers));
    put(object, "written", ticket.writtenAt);
    put(object, "created", ticket.createdAt);
    put(object, "updated", ticket.updatedAt);
    put(object, "publicUpdated", ticket.publicUpdatedAt);
    QJsonObject versions;
    for (auto it = ticket.versions.cbegin(); it != ticket.versions.cend(); ++it)
        versions.insert(it.key(), it.value());
    put(object, "versions", versions);
    return object;
}

Result<Ticket> ticketFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("ticket."));
    Ticket ticket;
    ticket.id = reader.id<TicketId>("id");
    ticket.number = reader.optInteger("number", 0, 9'007'199'254'740'991, 0);
    ticket.kind = optEnum(reader, "kind", TicketKind::Incident);
    ticket.title = reader.optText("title", limits::kTitleLength);
    ticket.kit = take(reader, "kit", kitFrom(reader.optObject("kit")));
    ticket.category = reader.optText("category", limits::kTagLength);
    ticket.impact = optEnum(reader, "impact", Impact::Person);
    ticket.urgency = optEnum(reader, "urgency", Urgency::Hindered);
    ticket.priority = optEnum(reader, "priority", Priority::Normal);
    ticket.state = optEnum(reader, "state", State::New);
    ticket.publicState = optEnum(reader, "public", PublicState::Received);
    ticket.level = optEnum(reader, "level", Level::L1);
    ticket.queue = reader.optId<QueueId>("queue");
    ticket.owner = reader.optId<PersonId>("owner");
    ticket.ownerName = reader.optText("ownerName", limits::kNameLength);
    ticket.contact = reader.optId<PersonId>("contact");
    ticket.contactName = reader.optText("contactName", limits::kNameLength);
    ticket.requester = reader.id<PersonId>("requester");
    ticket.requesterName = reader.optText("requesterName", limits::kNameLength);
    ticket.tags = reader.optTexts("tags", limits::kTagsPerTicket, limits::kTagLength);
    ticket.watchers = reader.optIds<PersonId>("watchers", limits::kWatchersPerTicket);
    ticket.links = take(reader, "links", linksFrom(reader.optArray("links", limits::kLinksPerTicket)));
    ticket.custom = take(reader, "custom",
                         textMapFrom(reader.optObject("custom"), limits::kCustomFieldsPerTicket,
                                     limits::kShortTextLength));
    if (const QJsonObject merged = reader.optObject("merged"); !merged.isEmpty()) {
        json::Reader inner(merged, QStringLiteral("ticket.merged."));
        ticket.merged.into = inner.id<TicketId>("into");
        ticket.merged.before = optEnum(inner, "before", State::New);
        VIGIE_TRY(inner.done());
    }
    const QJsonArray guests = reader.optArray("guests", limits::kWatchersPerTicket);
    for (const QJsonValue &value : guests) {
        json::Reader inner(value.toObject(), QStringLiteral("ticket.guests."));
        Guest guest;
        guest.who = inner.id<PersonId>("who");
        guest.through = inner.optIds<TicketId>("through", limits::kMergedPerGuest);
        VIGIE_TRY(inner.done());
        ticket.guests.append(guest);
    }
    if (const QJsonObject rating = reader.optObject("rating"); !rating.isEmpty()) {
        json::Reader inner(rating, QStringLiteral("ticket.rating."));
        ticket.rating.score = int(inner.integer("score", 1, 5));
        ticket.rating.comment = inner.optText("comment", limits::kShortTextLength);
        ticket.rating.at = inner.optInteger("at", 0, kMostTime, 0);
        VIGIE_TRY(inner.done());
    }
    ticket.expected.answerBy = reader.optInteger("answerBy", 0, kMostTime, 0);
    ticket.expected.fixBy = reader.optInteger("fixBy", 0, kMostTime, 0);
    ticket.service = take(reader, "service", serviceRecordFrom(reader.optObject("service")));
    ticket.updateAskedAt = reader.optInteger("updateAsked", 0, kMostTime, 0);
    ticket.pendingUntil = reader.optInteger("pendingUntil", 0, kMostTime, 0);
    ticket.workedSeconds = reader.optInteger("worked", -kMostTime, kMostTime, 0);
    ticket.transfers = int(reader.optInteger("transfers", 0, kMostInt, 0));
    ticket.writtenAt = reader.optInteger("written", 0, kMostTime, 0);
    ticket.createdAt = reader.optInteger("created", 0, kMostTime, 0);
    ticket.updatedAt = reader.optInteger("updated", 0, kMostTime, 0);
    ticket.publicUpdatedAt = reader.optInteger("publicUpdated", 0, kMostTime, 0);
    const QJsonObject versions = reader.optObject("versions");
    for (auto it = versions.begin(); it != versions.end(); ++it)
        ticket.versions.insert(it.key(), it.value().toInt());
    VIGIE_TRY(reader.done());
    return ticket;
}

QJsonArray toJson(const QList<Attachment> &attachments)
{
    QJsonArray array;
    for (const Attachment &file : attachments) {
        array.append(QJsonObject{{QStringLiteral("sha256"), file.sha256},
                                 {QStringLiteral("name"), file.name},
                                 {QStringLiteral("type"), file.mediaType},
                                 {QStringLiteral("size"), file.size}});
    }
    return array;
}

Result<QList<Attachment>> attachmentsFrom(const QJsonArray &array)
{
    if (array.size() > limits::kAttachmentsPerMessage)
        return fail(ErrorCode::TooLarge, QStringLiteral("too many files"));
    QList<Attachment> files;
    for (const QJsonValue &value : array) {
        json::Reader reader(value.toObject(), QStringLiteral("file."));
        Attachment file;
        file.sha256 = reader.text("sha256", 64);
        // Cleaned on reading, so that no path ever reaches a dialog, whoever wrote it.
        file.name = cleanFileName(reader.text("name", 1000));
        file.mediaType = reader.optText("type", 200);
        file.size = reader.integer("size", 0, limits::kAttachmentBytes);
        if (reader.ok() && !isSha256(file.sha256))
            reader.reject("sha256", QStringLiteral("not a SHA-256"));
        VIGIE_TRY(reader.done());
        files.append(file);
    }
    return files;
}

QJsonObject toJson(const ReceiptSeal &seal)
{
    QJsonObject object;
    put(object, "text", seal.text);
    put(object, "key", seal.key);
    put(object, "signature", seal.signature);
    return object;
}

Result<ReceiptSeal> sealFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("seal."));
    ReceiptSeal seal;
    seal.text = reader.optText("text", limits::kReceiptTextLength);
    seal.key = reader.optText("key", limits::kNameLength);
    seal.signature = reader.optText("signature", limits::kNameLength);
    VIGIE_TRY(reader.done());
    return seal;
}

QJsonObject toJson(const Message &message)
{
    QJsonObject object;
    put(object, "id", message.id.text());
    put(object, "ticket", message.ticket.text());
    put(object, "kind", nameOf(message.kind));
    put(object, "visibility", nameOf(message.visibility));
    put(object, "author", message.author.text());
    put(object, "authorName", message.authorName);
    put(object, "body", message.body);
    put(object, "files", toJson(message.attachments));
    put(object, "written", message.writtenAt);
    put(object, "received", message.receivedAt);
    put(object, "event", message.event);
    put(object, "params", toJson(message.params));
    put(object, "crossed", qint64(message.crossed));
    put(object, "seal", toJson(message.seal));
    return object;
}

/// Short texts, but for a mail's HTML.
static Result<QMap<QString, QString>> messageParamsFrom(QJsonObject object)
{
    const QString html = QStringLiteral("html");
    const QJsonValue mail = object.take(html);
    VIGIE_TRY_ASSIGN(params, textMapFrom(object, 20, limits::kShortTextLength));
    if (mail.isString() && mail.toString().size() <= kHtmlParamLength)
        params.insert(html, mail.toString());
    else if (!mail.isUndefined())
        return fail(ErrorCode::Invalid, QStringLiteral("HTML too long"));
    return params;
}

Result<Message> messageFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("message."));
    Message message;
    message.id = reader.id<MessageId>("id");
    message.ticket = reader.id<TicketId>("ticket");
    message.kind = optEnum(reader, "kind", MessageKind::Reply);
    // Without a word about it, a message is internal: the safe side.
    message.visibility = optEnum(reader, "visibility", Visibility::Internal);
    message.author = reader.id<PersonId>("author");
    message.authorName = reader.optText("authorName", limits::kNameLength);
    message.body = reader.optText("body", limits::kBodyLength);
    message.attachments =
        take(reader, "files",
             attachmentsFrom(reader.optArray("files", limits::kAttachmentsPerMessage)));
    message.writtenAt = reader.optInteger("written", 0, kMostTime, 0);
    message.receivedAt = reader.optInteger("received", 0, kMostTime, 0);
    message.event = reader.optText("event", limits::kTagLength);
    message.params = take(reader, "params", messageParamsFrom(reader.optObject("params")));
    message.crossed = int(reader.optInteger("crossed", 0, std::numeric_limits<int>::max(), 0));
    message.seal = take(reader, "seal", sealFrom(reader.optObject("seal")));
    VIGIE_TRY(reader.done());
    return message;
}

QJsonObject toJson(const Person &person)
{
    QJsonObject object;
    put(object, "id", person.id.text());
    put(object, "login", person.login);
    put(object, "name", person.name);
    put(object, "email", person.email);
    put(object, "phone", person.phone);
    put(object, "team", person.team);
    put(object, "site", person.site);
    put(object, "role", nameOf(person.role));
    put(object, "queues", idArray(person.queues));
    object.insert(QStringLiteral("active"), person.active);
    put(object, "version", qint64(person.version));
    return object;
}

Result<Person> personFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("person."));
    Person person;
    person.id = reader.id<PersonId>("id");
    person.login = reader.optText("login", limits::kNameLength);
    person.name = reader.optText("name", limits::kNameLength);
    person.email = reader.optText("email", limits::kNameLength);
    person.phone = reader.optText("phone", limits::kNameLength);
    person.team = reader.optText("team", limits::kNameLength);
    person.site = reader.optText("site", limits::kNameLength);
    person.role = optEnum(reader, "role", Role::Employee);
    person.queues = reader.optIds<QueueId>("queues", 1000);
    person.active = reader.optBool("active", true);
    person.version = int(reader.optInteger("version", 0, kMostInt, 0));
    VIGIE_TRY(reader.done());
    return person;
}

QJsonObject toJson(const Queue &queue)
{
    QJsonObject object;
    put(object, "id", queue.id.text());
    put(object, "name", queue.name);
    put(object, "description", queue.description);
    object.insert(QStringLiteral("active"), queue.active);
    put(object, "version", qint64(queue.version));
    return object;
}

Result<Queue> queueFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("queue."));
    Queue queue;
    queue.id = reader.id<QueueId>("id");
    queue.name = reader.optText("name", limits::kNameLength);
    queue.description = reader.optText("description", limits::kShortTextLength);
    queue.active = reader.optBool("active", true);
    queue.version = int(reader.optInteger("version", 0, kMostInt, 0));
    VIGIE_TRY(reader.done());
    return queue;
}

} // namespace vigie::codec
