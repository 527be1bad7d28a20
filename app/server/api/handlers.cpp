// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/handlers.h"

#include "app/server/api/byterange.h"
#include "app/server/desk/blobdesk.h"
#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/logging.h"
#include "core/model/codec.h"
#include "core/wire/codec.h"
#include "core/wire/endpoints.h"
#include "core/wire/presence.h"

namespace vigie::server {

namespace {

constexpr int kMostKnownOps = 20'000;
/// Longer hashes are computed away from the desk's thread, bytes.
constexpr qint64 kHashAtOnce = 1024 * 1024;

QByteArray header(const ApiRequest &request, QLatin1String name)
{
    return request.headers.value(QByteArray(name.data(), name.size()).toLower());
}

QByteArray name(QLatin1String header)
{
    return QByteArray(header.data(), header.size());
}

/// A decimal number without signs, blanks or overflow.
std::optional<qint64> plainNumber(const QByteArray &text)
{
    if (text.isEmpty() || text.size() > 18
        || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    return text.toLongLong();
}

ApiResponse progressResponse(int status, const BlobDesk::Progress &progress)
{
    ApiResponse response =
        jsonResponse(status, {{QStringLiteral("offset"), progress.offset}});
    response.headers.insert(name(wire::kOffsetHeader), QByteArray::number(progress.offset));
    response.headers.insert(name(wire::kSizeHeader), QByteArray::number(progress.size));
    return response;
}

ApiOutcome outcomeOf(Result<ApiResponse> response)
{
    return response ? *std::move(response) : errorResponse(response.error());
}

} // namespace

QByteArray bearerToken(const ApiRequest &request)
{
    const QByteArray value = request.headers.value("authorization");
    return value.left(7).toLower() == "bearer " ? value.mid(7).trimmed() : QByteArray();
}

ApiResponse jsonResponse(int status, const QJsonObject &body)
{
    ApiResponse response;
    response.status = status;
    response.headers.insert("Content-Type", name(wire::kJsonType));
    response.body = json::compact(body);
    return response;
}

ApiResponse errorResponse(Error error)
{
    const int status = wire::statusFor(error.code);
    if (status >= 500) {
        // What is wrong with our disk is for our log.
        qCWarning(lcServer).noquote() << "request failed:" << redacted(toLog(error));
        const bool full = error.code == ErrorCode::StoreFull || error.code == ErrorCode::ServerFull;
        error.code = full ? ErrorCode::ServerFull : ErrorCode::ServerFault;
        error.detail.clear();
    }
    ApiResponse response = jsonResponse(status, wire::encode(error));
    if (status == 401)
        response.headers.insert("WWW-Authenticate", "Bearer");
    if (error.retryAfterMs) {
        response.headers.insert("Retry-After",
                                QByteArray::number((*error.retryAfterMs + 999) / 1000));
    }
    return response;
}

Handlers::Handlers(Desk &desk, const Clock &clock, Rng &rng)
    : m_desk(desk), m_clock(clock), m_signIns(clock, limits::kSignInTries, limits::kSignInWindowMs),
      m_presence(desk, clock), m_decoy(desk.passwords().decoy(rng))
{
}

ApiOutcome Handlers::run(Action action, const ApiRequest &request, const Caller &caller,
                         const QByteArray &tail, bool finalCall)
{
    const auto either = [](Result<ApiOutcome> outcome) {
        return outcome ? *std::move(outcome) : ApiOutcome(errorResponse(outcome.error()));
    };
    switch (action) {
    case Action::Hello: return outcomeOf(hello());
    case Action::SignIn: return either(signIn(request));
    case Action::SignOut: return outcomeOf(signOut(request, caller));
    case Action::Sync: return either(sync(request, caller, finalCall));
    case Action::Known: return outcomeOf(known(request, caller));
    case Action::Digest: return outcomeOf(digest(caller));
    case Action::Presence: return either(presence(request, caller, finalCall));
    case Action::BlobBegin: return outcomeOf(blobBegin(request, caller));
    case Action::BlobStatus: return outcomeOf(blobStatus(caller, tail));
    case Action::BlobAppend: return either(blobAppend(request, caller, tail));
    case Action::BlobRead: return outcomeOf(blobRead(request, caller, tail));
    }
    return errorResponse({ErrorCode::NotFound, {}, {}});
}

Result<ApiResponse> Handlers::hello()
{
    wire::Hello hello;
    hello.product = QStringLiteral("vigie");
    VIGIE_TRY_ASSIGN(id, m_desk.store().serverId());
    hello.serverId = id;
    VIGIE_TRY_ASSIGN(serverName, m_desk.name());
    hello.name = serverName;
    hello.protocol = wire::kProtocolVersion;
    hello.version = QStringLiteral(VIGIE_VERSION);
    return jsonResponse(200, wire::encode(hello));
}

Result<ApiOutcome> Handlers::signIn(const ApiRequest &request)
{
    VIGIE_TRY_ASSIGN(body, json::parseObject(request.body, limits::kJsonBytes));
    VIGIE_TRY_ASSIGN(signIn, wire::decodeSignIn(body));
    const QString key =
        signIn.login.simplified().toCaseFolded() + QLatin1Char('\n') + request.remoteAddress;
    if (const std::optional<qint64> wait = m_signIns.spend(key)) {
        return fail(Error{ErrorCode::RateLimited, QStringLiteral("too many tries"), *wait});
    }
    VIGIE_TRY_ASSIGN(person, m_desk.store().directory().personByLogin(signIn.login));
    QByteArray stored;
    if (person && person->active) {
        VIGIE_TRY_ASSIGN(credential, m_desk.store().directory().credential(person->id));
        stored = credential;
    }
    const bool known = !stored.isEmpty();
    auto right = std::make_shared<bool>(false);
    Deferred deferred;
    deferred.work = [right, hash = known ? stored : m_decoy, password = signIn.password,
                     passwords = m_desk.passwords()] {
        *right = passwords.verify(hash, password);
    };
    deferred.finish = [this, right, known, key, signIn, person = person] {
        if (!*right || !known)
            return errorResponse({ErrorCode::WrongPassword, QStringLiteral("not accepted"), {}});
        m_signIns.clear(key);
        const Result<ApiResponse> response = openSession(signIn, person);
        return response ? *response : errorResponse(response.error());
    };
    return ApiOutcome(deferred);
}

Result<ApiResponse> Handlers::openSession(const wire::SignIn &signIn,
                                          const std::optional<Person> &person)
{
    // The hash took its time; the account may have been closed meanwhile.
    VIGIE_TRY_ASSIGN(current, m_desk.activePerson(person ? person->id : PersonId()));
    wire::Session session;
    VIGIE_TRY_ASSIGN(token, m_desk.tokens().issue({current.id, signIn.device}, signIn.deviceName));
    session.token = QString::fromLatin1(token);
    VIGIE_TRY_ASSIGN(id, m_desk.store().serverId());
    session.serverId = id;
    VIGIE_TRY_ASSIGN(serverName, m_desk.name());
    session.serverName = serverName;
    VIGIE_TRY_ASSIGN(epoch, m_desk.store().epoch());
    session.epoch = epoch;
    session.person = current;
    return jsonResponse(200, wire::encode(session));
}

Result<ApiResponse> Handlers::signOut(const ApiRequest &request, const Caller &caller)
{
    VIGIE_TRY(m_desk.tokens().revoke(bearerToken(request)));
    m_presence.leave(caller);
    ApiResponse response;
    response.status = 204;
    return response;
}

Result<ApiOutcome> Handlers::sync(const ApiRequest &request, const Caller &caller, bool finalCall)
{
    VIGIE_TRY_ASSIGN(body, json::parseObject(request.body, limits::kJsonBytes));
    VIGIE_TRY_ASSIGN(wanted, wire::decodeSyncRequest(body));
    VIGIE_TRY_ASSIGN(response, m_desk.sync(caller, wanted));
    const bool nothingNew = wanted.ops.isEmpty() && !response.timeTravel
        && wanted.own.isEmpty() && response.own.isEmpty()
        && response.next.isEmpty() && response.changes.isEmpty();
    if (wanted.pull && wanted.waitMs > 0 && nothingNew && !finalCall) {
        return ApiOutcome(
            WaitForFeeds{response.scope, m_clock.monotonicMs() + wanted.waitMs});
    }
    return ApiOutcome(jsonResponse(200, wire::encode(response)));
}

Result<ApiResponse> Handlers::known(const ApiRequest &request, const Caller &caller)
{
    VIGIE_TRY_ASSIGN(body, json::parseObject(request.body, limits::kJsonBytes));
    json::Reader reader(body);
    const QStringList texts = reader.optTexts("ops", kMostKnownOps, 36);
    VIGIE_TRY(reader.done());
    QList<OpId> asked;
    for (const QString &text : texts) {
        VIGIE_TRY_ASSIGN(id, OpId::parse(text));
        asked.append(id);
    }
    VIGIE_TRY_ASSIGN(found, m_desk.known(caller, asked));
    QJsonArray array;
    for (const OpId &id : found)
        array.append(id.text());
    return jsonResponse(200, {{QStringLiteral("known"), array}});
}

Result<ApiResponse> Handlers::digest(const Caller &caller)
{
    VIGIE_TRY_ASSIGN(digests, m_desk.digest(caller));
    QJsonObject feeds;
    for (auto it = digests.cbegin(); it != digests.cend(); ++it) {
        feeds.insert(it.key(), QJsonObject{{QStringLiteral("count"), it->count},
                                           {QStringLiteral("digest"), it->value}});
    }
    return jsonResponse(200, {{QStringLiteral("feeds"), feeds}});
}

Result<ApiOutcome> Handlers::presence(const ApiRequest &request, const Caller &caller,
                                      bool finalCall)
{
    VIGIE_TRY_ASSIGN(body, json::parseObject(request.body, limits::kJsonBytes));
    VIGIE_TRY_ASSIGN(wanted, wire::decodePresenceRequest(body));
    VIGIE_TRY_ASSIGN(answer, m_presence.exchange(caller, wanted, finalCall));
    const bool nothingNew = !wanted.seen.isEmpty() && wanted.seen == answer.response.mark;
    if (wanted.waitMs > 0 && nothingNew && !finalCall)
        return ApiOutcome(WaitForFeeds{answer.wakeFor, answer.untilMonotonicMs});
    return ApiOutcome(jsonResponse(200, wire::encode(answer.response)));
}

Result<ApiResponse> Handlers::blobBegin(const ApiRequest &request, const Caller &caller)
{
    VIGIE_TRY_ASSIGN(body, json::parseObject(request.body, limits::kJsonBytes));
    json::Reader reader(body);
    const QString sha256 = reader.text("sha256", 64);
    const qint64 size = reader.integer("size", 0, 9'007'199'254'740'991);
    VIGIE_TRY(reader.done());
    VIGIE_TRY_ASSIGN(offset, m_desk.blobs().begin(caller.person, sha256, size));
    return progressResponse(200, {offset, size});
}

Result<ApiResponse> Handlers::blobStatus(const Caller &caller, const QByteArray &tail)
{
    VIGIE_TRY_ASSIGN(progress,
                     m_desk.blobs().progress(caller.person, QString::fromLatin1(tail)));
    return progressResponse(200, progress);
}

Result<ApiOutcome> Handlers::blobAppend(const ApiRequest &request, const Caller &caller,
                                        const QByteArray &tail)
{
    const std::optional<qint64> offset = plainNumber(header(request, wire::kOffsetHeader));
    if (!offset)
        return fail(ErrorCode::Invalid, QStringLiteral("Vigie-Offset is missing"));
    const QString sha256 = QString::fromLatin1(tail);
    VIGIE_TRY_ASSIGN(progress,
                     m_desk.blobs().append(caller.person, sha256, *offset, request.body));
    if (progress.wrongOffset)
        return ApiOutcome(progressResponse(409, progress));
    if (!progress.toBeChecked)
        return ApiOutcome(progressResponse(200, progress));
    auto matches = std::make_shared<bool>(false);
    Deferred deferred;
    deferred.work = [matches, check = m_desk.blobs().check(caller.person, sha256)] {
        *matches = check();
    };
    deferred.finish = [this, matches, caller, sha256, progress = progress] {
        const Done done = m_desk.blobs().finish(caller.person, sha256, *matches);
        return done ? progressResponse(200, progress) : errorResponse(done.error());
    };
    if (progress.size > kHashAtOnce)
        return ApiOutcome(deferred);
    deferred.work();
    return ApiOutcome(deferred.finish());
}

Result<ApiResponse> Handlers::blobRead(const ApiRequest &request, const Caller &caller,
                                       const QByteArray &tail)
{
    VIGIE_TRY_ASSIGN(reader, m_desk.activePerson(caller.person));
    const Result<TicketId> ticket =
        TicketId::parse(QString::fromLatin1(header(request, wire::kTicketHeader)));
    if (!ticket)
        return fail(ErrorCode::Invalid, QStringLiteral("Vigie-Ticket is missing"));
    const QByteArray asked = request.headers.value("range");
    const std::optional<ByteRange> range = parseByteRange(asked);
    if (!asked.isEmpty() && !range)
        return fail(ErrorCode::Invalid, QStringLiteral("one range 'bytes=from-to' is understood"));
    const qint64 most = range && range->last >= 0 ? range->last - range->first + 1
                                                  : limits::kBlobChunkMostBytes;
    VIGIE_TRY_ASSIGN(part, m_desk.blobs().read(reader, *ticket, QString::fromLatin1(tail),
                                               range ? range->first : 0, most));
    if (!range && part.bytes.size() < part.size)
        return fail(ErrorCode::TooLarge, QStringLiteral("ask for this file in ranges"));
    ApiResponse response;
    response.headers.insert("Content-Type", name(wire::kBytesType));
    response.headers.insert("Accept-Ranges", "bytes");
    response.headers.insert(name(wire::kSizeHeader), QByteArray::number(part.size));
    response.headers.insert("Content-Disposition", "attachment");
    response.status = range ? 206 : 200;
    if (range && range->first >= part.size) {
        response.status = 416;
        response.headers.insert("Content-Range", "bytes */" + QByteArray::number(part.size));
        return response;
    }
    if (range) {
        response.headers.insert("Content-Range",
                                "bytes " + QByteArray::number(part.from) + '-'
                                    + QByteArray::number(part.from + part.bytes.size() - 1) + '/'
                                    + QByteArray::number(part.size));
    }
    response.body = part.bytes;
    return response;
}

} // namespace vigie::server
