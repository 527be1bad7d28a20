// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/opcodec.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/model/codec.h"
#include "core/model/worktime.h"

#include <QCryptographicHash>

namespace vigie {

namespace {

using codec::idArray;
using codec::put;

template<class E>
E readEnum(json::Reader &reader, const char *key)
{
    const Result<E> parsed = enumFrom<E>(reader.text(key, 40));
    if (!parsed)
        reader.reject(key, parsed.error().detail);
    return parsed.value_or(E{});
}

template<class T>
T take(json::Reader &reader, const char *key, Result<T> part)
{
    if (!part)
        reader.reject(key, part.error().detail);
    return part ? *std::move(part) : T();
}

struct Encoder {
    QJsonObject operator()(const CreateTicket &create) const
    {
        QJsonObject object;
        put(object, "message", create.message.text());
        put(object, "kind", nameOf(create.kind));
        put(object, "title", create.title);
        put(object, "kit", codec::toJson(create.kit));
        put(object, "category", create.category);
        put(object, "urgency", nameOf(create.urgency));
        put(object, "queue", create.queue.text());
        put(object, "requester", create.requester.text());
        put(object, "files", codec::toJson(create.attachments));
        return object;
    }
    QJsonObject operator()(const AddMessage &add) const
    {
        QJsonObject object;
        put(object, "message", add.message.text());
        put(object, "kind", nameOf(add.kind));
        put(object, "body", add.body);
        put(object, "files", codec::toJson(add.attachments));
        return object;
    }
    QJsonObject operator()(const SetField &set) const
    {
        return {{QStringLiteral("field"), set.field}, {QStringLiteral("value"), set.value}};
    }
    QJsonObject operator()(const SetState &move) const
    {
        QJsonObject object{{QStringLiteral("state"), nameOf(move.state)}};
        put(object, "reason", move.reason);
        if (move.wakeAt > 0)
            put(object, "wake", move.wakeAt);
        return object;
    }
    QJsonObject operator()(const Escalate &escalate) const
    {
        QJsonObject object{{QStringLiteral("to"), nameOf(escalate.to)}};
        put(object, "queue", escalate.queue.text());
        put(object, "reason", escalate.reason);
        return object;
    }
    QJsonObject operator()(const EditTags &edit) const
    {
        QJsonObject object;
        put(object, "add", QJsonArray::fromStringList(edit.add));
        put(object, "remove", QJsonArray::fromStringList(edit.remove));
        return object;
    }
    QJsonObject operator()(const EditWatchers &edit) const
    {
        QJsonObject object;
        put(object, "add", idArray(edit.add));
        put(object, "remove", idArray(edit.remove));
        return object;
    }
    QJsonObject operator()(const EditLinks &edit) const
    {
        QJsonObject object;
        put(object, "add", codec::toJson(edit.add));
        put(object, "remove", codec::toJson(edit.remove));
        return object;
    }
    QJsonObject operator()(const AskUpdate &) const { return {}; }
    QJsonObject operator()(const Rate &rate) const
    {
        QJsonObject object{{QStringLiteral("score"), rate.score}};
        put(object, "comment", rate.comment);
        return object;
    }
    QJsonObject operator()(const MergeInto &merge) const
    {
        QJsonObject object;
        put(object, "into", merge.into.text());
        return object;
    }
    QJsonObject operator()(const LogWork &work) const
    {
        QJsonObject object{{QStringLiteral("seconds"), work.seconds}};
        put(object, "day", work.day);
        put(object, "note", work.note);
        return object;
    }
    QJsonObject operator()(const ArticleAct &act) const { return encodeAct(act); }
};

QList<Attachment> readFiles(json::Reader &reader)
{
    return take(reader, "files",
                codec::attachmentsFrom(reader.optArray("files", limits::kAttachmentsPerMessage)));
}

CreateTicket readCreate(json::Reader &reader)
{
    CreateTicket create;
    create.message = reader.id<MessageId>("message");
    create.kind = readEnum<TicketKind>(reader, "kind");
    create.title = reader.optText("title", limits::kTitleLength);
    create.kit = take(reader, "kit", codec::kitFrom(reader.optObject("kit")));
    create.category = reader.optText("category", limits::kTagLength);
    if (reader.ok() && !categoryKeys().contains(create.category))
        reader.reject("category", QStringLiteral("unknown category"));
    create.urgency = readEnum<Urgency>(reader, "urgency");
    create.queue = reader.optId<QueueId>("queue");
    create.requester = reader.optId<PersonId>("requester");
    create.attachments = readFiles(reader);
    return create;
}

AddMessage readAdd(json::Reader &reader)
{
    AddMessage add;
    add.message = reader.id<MessageId>("message");
    add.kind = readEnum<MessageKind>(reader, "kind");
    add.body = reader.optText("body", limits::kBodyLength);
    add.attachments = readFiles(reader);
    return add;
}

Escalate readEscalate(json::Reader &reader)
{
    Escalate escalate;
    escalate.to = readEnum<Level>(reader, "to");
    escalate.queue = reader.optId<QueueId>("queue");
    escalate.reason = reader.optText("reason", limits::kShortTextLength);
    return escalate;
}

EditLinks readLinks(json::Reader &reader)
{
    EditLinks edit;
    edit.add = take(reader, "add",
                    codec::linksFrom(reader.optArray("add", limits::kLinksPerTicket)));
    edit.remove = take(reader, "remove",
                       codec::linksFrom(reader.optArray("remove", limits::kLinksPerTicket)));
    return edit;
}

LogWork readWork(json::Reader &reader)
{
    LogWork work;
    work.seconds = reader.integer("seconds", -limits::kWorkSeconds, limits::kWorkSeconds);
    if (reader.ok() && work.seconds == 0)
        reader.reject("seconds", QStringLiteral("is nothing"));
    work.day = reader.text("day", 10);
    if (reader.ok() && !isWorkDay(work.day))
        reader.reject("day", QStringLiteral("is no day"));
    work.note = reader.optText("note", limits::kWorkNote);
    return work;
}

Payload readPayload(const QString &kind, json::Reader &reader)
{
    if (kind == QLatin1String("ticket.create"))
        return readCreate(reader);
    if (kind == QLatin1String("message.add"))
        return readAdd(reader);
    if (kind == QLatin1String("ticket.set")) {
        SetField set;
        set.field = reader.text("field", limits::kTagLength + 3);
        set.value = reader.text("value", limits::kShortTextLength);
        return set;
    }
    if (kind == QLatin1String("ticket.state")) {
        SetState move;
        move.state = readEnum<State>(reader, "state");
        move.reason = reader.optText("reason", limits::kShortTextLength);
        move.wakeAt = reader.optInteger("wake", 0, limits::kPendingMost, 0);
        return move;
    }
    if (kind == QLatin1String("ticket.escalate"))
        return readEscalate(reader);
    if (kind == QLatin1String("ticket.tags")) {
        EditTags edit;
        edit.add = reader.optTexts("add", limits::kTagsPerTicket, limits::kTagLength);
        edit.remove = reader.optTexts("remove", limits::kTagsPerTicket, limits::kTagLength);
        return edit;
    }
    if (kind == QLatin1String("ticket.watchers")) {
        EditWatchers edit;
        edit.add = reader.optIds<PersonId>("add", limits::kWatchersPerTicket);
        edit.remove = reader.optIds<PersonId>("remove", limits::kWatchersPerTicket);
        return edit;
    }
    if (kind == QLatin1String("ticket.links"))
        return readLinks(reader);
    if (kind == QLatin1String("ticket.ask-update"))
        return AskUpdate{};
    if (kind == QLatin1String("ticket.rate")) {
        Rate rate;
        rate.score = int(reader.integer("score", 1, 5));
        rate.comment = reader.optText("comment", limits::kShortTextLength);
        return rate;
    }
    if (kind == QLatin1String("ticket.merge"))
        return MergeInto{reader.optId<TicketId>("into")};
    if (kind == QLatin1String("ticket.work"))
        return readWork(reader);
    reader.reject("kind", QStringLiteral("unknown kind '%1'").arg(kind));
    return AskUpdate{};
}

Result<Payload> payloadFrom(const QString &kind, const QJsonObject &content)
{
    if (isArticleKind(kind)) {
        VIGIE_TRY_ASSIGN(act, decodeAct(kind, content));
        return Payload(act);
    }
    json::Reader reader(content, QStringLiteral("op.payload."));
    Payload payload = readPayload(kind, reader);
    VIGIE_TRY(reader.done());
    return payload;
}

} // namespace

QString kindName(const Payload &payload)
{
    if (const auto *act = std::get_if<ArticleAct>(&payload))
        return kindName(*act);
    static const char *const names[] = {"ticket.create",   "message.add",   "ticket.set",
                                        "ticket.state",    "ticket.escalate", "ticket.tags",
                                        "ticket.watchers", "ticket.links",  "ticket.ask-update",
                                        "ticket.rate",     "ticket.merge",  "ticket.work"};
    static_assert(std::variant_size_v<Payload> == std::size(names) + 1);
    return QLatin1String(names[payload.index()]);
}

QJsonObject encodeOp(const Op &op)
{
    QJsonObject object;
    object.insert(QStringLiteral("schema"), kOpSchema);
    put(object, "id", op.id.text());
    put(object, "device", op.device.text());
    object.insert(QStringLiteral("seq"), op.deviceSeq);
    put(object, "ticket", op.ticket.text());
    put(object, "kind", kindName(op.payload));
    object.insert(QStringLiteral("payload"), std::visit(Encoder{}, op.payload));
    QJsonObject base;
    for (auto it = op.base.cbegin(); it != op.base.cend(); ++it) {
        base.insert(it.key(), QJsonObject{{QStringLiteral("version"), it->version},
                                          {QStringLiteral("hash"), it->hash}});
    }
    put(object, "base", base);
    put(object, "seen", op.seenThrough.text());
    put(object, "deps", idArray(op.deps));
    put(object, "written", op.writtenAt);
    return object;
}

Result<Op> decodeOp(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("op."));
    const qint64 schema = reader.integer("schema", 1, 1'000'000);
    VIGIE_TRY(reader.done());
    if (schema > kOpSchema)
        return fail(ErrorCode::ProtocolMismatch, QStringLiteral("op schema %1").arg(schema));
    Op op;
    op.id = reader.id<OpId>("id");
    op.device = reader.id<DeviceId>("device");
    op.deviceSeq = reader.integer("seq", 0, 9'007'199'254'740'991);
    op.ticket = reader.id<TicketId>("ticket");
    const QString kind = reader.text("kind", 40);
    const QJsonObject content = reader.object("payload");
    VIGIE_TRY(reader.done());
    VIGIE_TRY_ASSIGN(payload, payloadFrom(kind, content));
    op.payload = payload;
    const QJsonObject base = reader.optObject("base");
    for (auto it = base.begin(); it != base.end() && it.key().size() < 100; ++it) {
        json::Reader entry(it.value().toObject(), QStringLiteral("op.base."));
        Base seen;
        seen.version = int(entry.integer("version", 0, 2'000'000'000));
        seen.hash = entry.text("hash", 16);
        VIGIE_TRY(entry.done());
        op.base.insert(it.key(), seen);
    }
    op.seenThrough = reader.optId<MessageId>("seen");
    op.deps = reader.optIds<OpId>("deps", 100);
    op.writtenAt = reader.optInteger("written", 0, 253'402'300'799'999, 0);
    VIGIE_TRY(reader.done());
    return op;
}

QString fingerprintOf(const Op &op)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(json::compact(encodeOp(op)), QCryptographicHash::Sha256).toHex());
}

} // namespace vigie
