// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/codec.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/model/codec.h"
#include "core/ops/opcodec.h"

#include <QCryptographicHash>

#include <limits>

namespace vigie {

template<>
const QList<EnumName<wire::OpStatus>> &enumNames<wire::OpStatus>()
{
    using wire::OpStatus;
    static const QList<EnumName<OpStatus>> names{
        {OpStatus::Applied, "applied"},   {OpStatus::Duplicate, "duplicate"},
        {OpStatus::Merged, "merged"},     {OpStatus::Conflict, "conflict"},
        {OpStatus::Rejected, "rejected"}, {OpStatus::Retry, "retry"},
        {OpStatus::DepFailed, "dep-failed"}};
    return names;
}

template<>
const QList<EnumName<wire::ChangeKind>> &enumNames<wire::ChangeKind>()
{
    using wire::ChangeKind;
    static const QList<EnumName<ChangeKind>> names{{ChangeKind::Ticket, "ticket"},
                                                   {ChangeKind::Message, "message"},
                                                   {ChangeKind::Person, "person"},
                                                   {ChangeKind::Queue, "queue"},
                                                   {ChangeKind::Gone, "gone"},
                                                   {ChangeKind::Services, "services"},
                                                   {ChangeKind::Topic, "topic"},
                                                   {ChangeKind::Article, "article"},
                                                   {ChangeKind::Revision, "revision"}};
    return names;
}

namespace {

/// Error codes that may travel; the rest are local affairs.
const QList<ErrorCode> &travellingCodes()
{
    static const QList<ErrorCode> codes{
        ErrorCode::SignInNeeded, ErrorCode::WrongPassword,    ErrorCode::Forbidden,
        ErrorCode::NotFound,     ErrorCode::Conflict,         ErrorCode::Invalid,
        ErrorCode::TooLarge,     ErrorCode::RateLimited,      ErrorCode::ServerFault,
        ErrorCode::ServerFull,   ErrorCode::ProtocolMismatch, ErrorCode::TimeTravel,
        ErrorCode::Cancelled};
    return codes;
}

} // namespace

namespace wire {

namespace {

using codec::put;

constexpr qint64 kMostSeq = 9'007'199'254'740'991;
constexpr qsizetype kFeedName = 80;
constexpr qsizetype kChain = 64;
constexpr int kMostFeeds = 1100;

template<class E>
E readEnum(json::Reader &reader, const char *key)
{
    const Result<E> parsed = enumFrom<E>(reader.text(key, 40));
    if (!parsed)
        reader.reject(key, parsed.error().detail);
    return parsed.value_or(E{});
}

QJsonObject positionObject(const Position &position)
{
    QJsonObject object{{QStringLiteral("seq"), position.seq}};
    put(object, "chain", position.chain);
    return object;
}

Position readPosition(const QJsonObject &object, json::Reader &outer, const char *key)
{
    json::Reader reader(object);
    Position position;
    position.seq = reader.optInteger("seq", 0, kMostSeq, 0);
    position.chain = reader.optText("chain", kChain);
    if (!reader.ok())
        outer.reject(key, QStringLiteral("bad position"));
    return position;
}

QJsonArray pointsArray(const QList<FeedPoint> &points)
{
    QJsonArray array;
    for (const FeedPoint &point : points) {
        QJsonObject object = positionObject(point.at);
        object.insert(QStringLiteral("feed"), point.feed);
        array.append(object);
    }
    return array;
}

QList<FeedPoint> readPoints(json::Reader &reader, const char *key)
{
    QList<FeedPoint> points;
    const QJsonArray array = reader.optArray(key, kMostFeeds);
    for (const QJsonValue &value : array) {
        json::Reader entry(value.toObject());
        FeedPoint point;
        point.feed = entry.text("feed", kFeedName);
        if (!entry.ok())
            reader.reject(key, QStringLiteral("bad point"));
        point.at = readPosition(value.toObject(), reader, key);
        points.append(point);
    }
    return points;
}

QJsonObject conflictObject(const Conflict &conflict)
{
    QJsonObject object;
    put(object, "field", conflict.field);
    put(object, "mine", conflict.mine);
    put(object, "theirs", conflict.theirs);
    put(object, "version", qint64(conflict.theirsVersion));
    put(object, "by", conflict.theirsBy);
    return object;
}

} // namespace

QJsonObject encode(const Error &error)
{
    QJsonObject inner{{QStringLiteral("code"), errorName(error.code)}};
    put(inner, "detail", error.detail);
    if (error.retryAfterMs)
        put(inner, "retryAfterMs", *error.retryAfterMs);
    return {{QStringLiteral("error"), inner}};
}

std::optional<Error> decodeError(const QJsonObject &object)
{
    json::Reader outer(object);
    const QJsonObject inner = outer.object("error");
    json::Reader reader(inner);
    const QString name = reader.text("code", 40);
    Error error;
    error.detail = reader.optText("detail", limits::kShortTextLength);
    const qint64 after = reader.optInteger("retryAfterMs", 0, limits::kRetryAfterMostMs, 0);
    if (after > 0)
        error.retryAfterMs = after;
    if (!outer.ok() || !reader.ok())
        return std::nullopt;
    for (ErrorCode code : travellingCodes()) {
        if (errorName(code) == name) {
            error.code = code;
            return error;
        }
    }
    return std::nullopt;
}

int statusFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::SignInNeeded:
    case ErrorCode::WrongPassword: return 401;
    case ErrorCode::Forbidden: return 403;
    case ErrorCode::NotFound: return 404;
    case ErrorCode::Conflict: return 409;
    case ErrorCode::Invalid: return 422;
    case ErrorCode::TooLarge: return 413;
    case ErrorCode::RateLimited: return 429;
    case ErrorCode::ProtocolMismatch: return 426;
    case ErrorCode::ServerFull:
    case ErrorCode::StoreFull: return 507;
    case ErrorCode::StoreBusy: return 503;
    default: return 500;
    }
}

QJsonObject encode(const OpResult &result)
{
    QJsonObject object{{QStringLiteral("op"), result.op.text()},
                       {QStringLiteral("status"), nameOf(result.status)}};
    put(object, "points", pointsArray(result.points));
    put(object, "number", result.number);
    if (result.conflict)
        object.insert(QStringLiteral("conflict"), conflictObject(*result.conflict));
    if (result.status == OpStatus::Rejected || result.status == OpStatus::Retry)
        object.insert(QStringLiteral("error"), encode(result.error).value(QLatin1String("error")));
    return object;
}

Result<OpResult> decodeOpResult(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("result."));
    OpResult result;
    result.op = reader.id<OpId>("op");
    result.status = readEnum<OpStatus>(reader, "status");
    result.points = readPoints(reader, "points");
    result.number = reader.optInteger("number", 0, kMostSeq, 0);
    if (const QJsonObject found = reader.optObject("conflict"); !found.isEmpty()) {
        json::Reader inner(found, QStringLiteral("result.conflict."));
        Conflict conflict;
        conflict.field = inner.text("field", 100);
        if (inner.ok() && conflict.field.isEmpty())
            inner.reject("field", QStringLiteral("missing"));
        conflict.mine = inner.optText("mine", limits::kShortTextLength);
        conflict.theirs = inner.optText("theirs", limits::kShortTextLength);
        conflict.theirsVersion =
            int(inner.optInteger("version", 0, std::numeric_limits<int>::max(), 0));
        conflict.theirsBy = inner.optText("by", limits::kNameLength);
        VIGIE_TRY(inner.done());
        result.conflict = conflict;
    }
    if (const std::optional<Error> error = decodeError(object))
        result.error = *error;
    else if (result.status == OpStatus::Rejected || result.status == OpStatus::Retry)
        reader.reject("error", QStringLiteral("missing"));
    VIGIE_TRY(reader.done());
    return result;
}

namespace {

QJsonArray ownArray(const QList<OwnThing> &things)
{
    QJsonArray array;
    for (const OwnThing &thing : things) {
        QJsonObject entry{{QStringLiteral("kind"), nameOf(thing.kind)},
                          {QStringLiteral("id"), thing.id},
                          {QStringLiteral("revision"), thing.revision},
                          {QStringLiteral("position"), thing.position}};
        if (thing.gone)
            entry.insert(QStringLiteral("gone"), true);
        put(entry, "data", thing.data);
        array.append(entry);
    }
    return array;
}

Result<QList<OwnThing>> readOwn(json::Reader &reader)
{
    QList<OwnThing> things;
    const QJsonArray array = reader.optArray("own", 2 * limits::kOwnThingsPerExchange);
    for (const QJsonValue &value : array) {
        json::Reader entry(value.toObject(), QStringLiteral("sync.own."));
        OwnThing thing;
        const Result<OwnKind> kind = enumFrom<OwnKind>(entry.text("kind", limits::kNameLength));
        if (!kind)
            continue; // of a newer version: none of our business
        thing.kind = *kind;
        thing.id = entry.text("id", limits::kNameLength);
        thing.revision = entry.integer("revision", 0, kMostSeq);
        thing.position = entry.optInteger("position", 0, kMostSeq, 0);
        thing.gone = entry.optBool("gone", false);
        thing.data = entry.optObject("data");
        if (thing.id.isEmpty())
            entry.reject("id", QStringLiteral("is empty"));
        if (json::compact(thing.data).size() > limits::kOwnThingBytes)
            entry.reject("data", QStringLiteral("is too large"));
        VIGIE_TRY(entry.done());
        things.append(thing);
    }
    return things;
}

} // namespace

QJsonObject encode(const SyncRequest &request)
{
    QJsonObject object;
    put(object, "device", request.device.text());
    put(object, "epoch", request.epoch);
    QJsonArray feeds;
    for (const FeedState &state : request.feeds) {
        feeds.append(QJsonObject{{QStringLiteral("feed"), state.feed},
                                 {QStringLiteral("cursor"), positionObject(state.cursor)},
                                 {QStringLiteral("high"), positionObject(state.highWater)}});
    }
    put(object, "feeds", feeds);
    QJsonArray ops;
    for (const Op &op : request.ops)
        ops.append(encodeOp(op));
    put(object, "ops", ops);
    put(object, "again", codec::idArray(request.again));
    put(object, "withdrawn", codec::idArray(request.withdrawn));
    object.insert(QStringLiteral("pull"), request.pull);
    put(object, "wait", request.waitMs);
    put(object, "ack", request.ackThrough);
    if (!request.own.isEmpty())
        put(object, "own", ownArray(request.own));
    if (request.ownThrough >= 0)
        put(object, "ownThrough", request.ownThrough);
    return object;
}

Result<SyncRequest> decodeSyncRequest(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("sync."));
    SyncRequest request;
    request.device = reader.id<DeviceId>("device");
    request.epoch = reader.optText("epoch", 64);
    const QJsonArray feeds = reader.optArray("feeds", kMostFeeds);
    for (const QJsonValue &value : feeds) {
        json::Reader entry(value.toObject(), QStringLiteral("sync.feeds."));
        FeedState state;
        state.feed = entry.text("feed", kFeedName);
        state.cursor = readPosition(entry.optObject("cursor"), reader, "cursor");
        state.highWater = readPosition(entry.optObject("high"), reader, "high");
        VIGIE_TRY(entry.done());
        request.feeds.append(state);
    }
    const QJsonArray ops = reader.optArray("ops", limits::kOpsPerPush);
    VIGIE_TRY(reader.done());
    for (const QJsonValue &value : ops) {
        VIGIE_TRY_ASSIGN(op, decodeOp(value.toObject()));
        request.ops.append(op);
    }
    request.again = reader.optIds<OpId>("again", limits::kOpsPerPush);
    request.withdrawn = reader.optIds<OpId>("withdrawn", limits::kOpsPerPush);
    request.pull = reader.optBool("pull", false);
    request.waitMs = reader.optInteger("wait", 0, limits::kLongPollMs, 0);
    request.ackThrough = reader.optInteger("ack", 0, kMostSeq, 0);
    VIGIE_TRY_ASSIGN(own, readOwn(reader));
    request.own = own;
    request.ownThrough = reader.optInteger("ownThrough", 0, kMostSeq, -1);
    VIGIE_TRY(reader.done());
    return request;
}

QJsonObject encode(const SyncResponse &response)
{
    QJsonObject object{{QStringLiteral("epoch"), response.epoch},
                       {QStringLiteral("time"), response.serverTime}};
    if (response.timeTravel)
        object.insert(QStringLiteral("timeTravel"), true);
    QJsonArray results;
    for (const OpResult &result : response.results)
        results.append(encode(result));
    put(object, "results", results);
    put(object, "scope", QJsonArray::fromStringList(response.scope));
    QJsonArray changes;
    for (const Change &change : response.changes) {
        QJsonObject entry{{QStringLiteral("feed"), change.feed},
                          {QStringLiteral("seq"), change.seq},
                          {QStringLiteral("kind"), nameOf(change.kind)},
                          {QStringLiteral("id"), change.id}};
        put(entry, "data", change.data);
        changes.append(entry);
    }
    put(object, "changes", changes);
    put(object, "next", pointsArray(response.next));
    if (response.more)
        object.insert(QStringLiteral("more"), true);
    object.insert(QStringLiteral("me"), codec::toJson(response.me));
    put(object, "intake", response.intakeQueue.text());
    if (!response.own.isEmpty())
        put(object, "own", ownArray(response.own));
    if (response.ownThrough >= 0)
        put(object, "ownThrough", response.ownThrough);
    return object;
}

Result<SyncResponse> decodeSyncResponse(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("sync."));
    SyncResponse response;
    response.epoch = reader.text("epoch", 64);
    response.serverTime = reader.integer("time", 0, kMostSeq);
    response.timeTravel = reader.optBool("timeTravel", false);
    const QJsonArray results = reader.optArray("results", limits::kOpsPerPush);
    for (const QJsonValue &value : results) {
        VIGIE_TRY_ASSIGN(result, decodeOpResult(value.toObject()));
        response.results.append(result);
    }
    response.scope = reader.optTexts("scope", kMostFeeds, kFeedName);
    const QJsonArray changes = reader.optArray("changes", 10 * limits::kChangesPerPage);
    for (const QJsonValue &value : changes) {
        json::Reader entry(value.toObject(), QStringLiteral("sync.changes."));
        Change change;
        change.feed = entry.text("feed", kFeedName);
        change.seq = entry.integer("seq", 1, kMostSeq);
        change.kind = readEnum<ChangeKind>(entry, "kind");
        change.id = entry.text("id", 64);
        change.data = entry.optObject("data");
        VIGIE_TRY(entry.done());
        response.changes.append(change);
    }
    response.next = readPoints(reader, "next");
    response.more = reader.optBool("more", false);
    VIGIE_TRY_ASSIGN(me, codec::personFrom(reader.object("me")));
    response.me = me;
    response.intakeQueue = reader.optId<QueueId>("intake");
    VIGIE_TRY_ASSIGN(own, readOwn(reader));
    response.own = own;
    response.ownThrough = reader.optInteger("ownThrough", 0, kMostSeq, -1);
    VIGIE_TRY(reader.done());
    return response;
}

QJsonObject encode(const Hello &hello)
{
    return {{QStringLiteral("product"), hello.product},
            {QStringLiteral("server"), hello.serverId},
            {QStringLiteral("name"), hello.name},
            {QStringLiteral("protocol"), hello.protocol},
            {QStringLiteral("version"), hello.version}};
}

Result<Hello> decodeHello(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("hello."));
    Hello hello;
    hello.product = reader.text("product", 20);
    hello.serverId = reader.text("server", 64);
    hello.name = reader.text("name", limits::kNameLength);
    hello.protocol = int(reader.integer("protocol", 1, 1'000'000));
    hello.version = reader.optText("version", 40);
    if (reader.ok() && hello.product != QLatin1String("vigie"))
        return fail(ErrorCode::NotOurServer, QStringLiteral("product is not vigie"));
    VIGIE_TRY(reader.done());
    return hello;
}

QJsonObject encode(const SignIn &signIn)
{
    return {{QStringLiteral("login"), signIn.login},
            {QStringLiteral("password"), signIn.password},
            {QStringLiteral("device"), signIn.device.text()},
            {QStringLiteral("deviceName"), signIn.deviceName}};
}

Result<SignIn> decodeSignIn(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("signIn."));
    SignIn signIn;
    signIn.login = reader.text("login", limits::kNameLength);
    signIn.password = reader.text("password", limits::kPasswordLength);
    signIn.device = reader.id<DeviceId>("device");
    signIn.deviceName = reader.optText("deviceName", limits::kNameLength);
    VIGIE_TRY(reader.done());
    return signIn;
}

QJsonObject encode(const Session &session)
{
    return {{QStringLiteral("token"), session.token},
            {QStringLiteral("server"), session.serverId},
            {QStringLiteral("serverName"), session.serverName},
            {QStringLiteral("epoch"), session.epoch},
            {QStringLiteral("person"), codec::toJson(session.person)}};
}

Result<Session> decodeSession(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("session."));
    Session session;
    session.token = reader.text("token", 200);
    session.serverId = reader.text("server", 64);
    session.serverName = reader.text("serverName", limits::kNameLength);
    session.epoch = reader.text("epoch", 64);
    VIGIE_TRY_ASSIGN(person, codec::personFrom(reader.object("person")));
    session.person = person;
    VIGIE_TRY(reader.done());
    return session;
}

QString nextChain(const QString &previous, qint64 seq, ChangeKind kind, const QString &id,
                  const QString &cause)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(previous.toLatin1());
    hash.addData(QByteArray::number(seq) + '\n');
    hash.addData((nameOf(kind) + QLatin1Char('\n') + id + QLatin1Char('\n') + cause).toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

QByteArray rowDigest(const QString &kind, const QJsonObject &data)
{
    return QCryptographicHash::hash(kind.toUtf8() + '\n' + json::compact(data),
                                    QCryptographicHash::Sha256);
}

} // namespace wire
} // namespace vigie
