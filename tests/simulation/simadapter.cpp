// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simadapter.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/wire/codec.h"
#include "core/wire/endpoints.h"

namespace vigie::sim {

using remote::Outcome;
using server::ApiRequest;
using server::ApiResponse;

namespace {

constexpr qint64 kHour = 3'600'000;
/// A virtual long poll is held this long: thirty days of half-minute polls would be nothing but
/// empty answers.
constexpr qint64 kVirtualPollMs = 4 * kHour;

remote::Reply<ApiResponse> lost(Outcome outcome, ErrorCode code)
{
    remote::Reply<ApiResponse> reply;
    reply.outcome = outcome;
    reply.error = {code, {}, std::nullopt};
    return reply;
}

/// The answer policy for a bare HTTP answer, as remote/vigie has it.
remote::Reply<ApiResponse> judged(const ApiResponse &response)
{
    remote::Reply<ApiResponse> reply;
    reply.value = response;
    const bool json = response.headers.value("content-type").startsWith("application/json")
        || response.headers.value("Content-Type").startsWith("application/json");
    if (response.status < 300 || response.status == 409) {
        reply.outcome = json || response.body.isEmpty() ? Outcome::Ok : Outcome::NotOurAnswer;
        return reply;
    }
    if (json) {
        if (const auto object = json::parseObject(response.body, limits::kJsonBytes)) {
            if (const auto error = wire::decodeError(*object))
                reply.error = *error;
        }
    }
    switch (response.status) {
    case 401: reply.outcome = Outcome::AuthNeeded; break;
    case 429:
    case 503:
    case 507: reply.outcome = Outcome::Busy; break;
    case 426: reply.outcome = Outcome::TooOld; break;
    default:
        reply.outcome = response.status >= 500 ? Outcome::ServerFault : Outcome::Refused;
        break;
    }
    return reply;
}

} // namespace

void SimAdapter::finish(qint64 delay, std::function<void()> call)
{
    m_link.time.after(std::max<qint64>(1, delay),
                      [this, watch = std::weak_ptr<bool>(m_alive), generation = m_generation,
                       call = std::move(call)] {
                          if (!watch.expired() && generation == m_generation)
                              call();
                      });
}

ApiRequest SimAdapter::request(const char *method, const QString &path,
                               const QByteArray &body) const
{
    ApiRequest made;
    made.method = method;
    made.path = path.toLatin1();
    made.body = body;
    made.headers.insert("content-type", body.isEmpty() ? "" : "application/json");
    made.headers.insert("authorization", "Bearer " + m_token.toLatin1());
    made.headers.insert("vigie-protocol", QByteArray::number(wire::kProtocolVersion));
    made.remoteAddress = QStringLiteral("10.0.0.1");
    return made;
}

void SimAdapter::exchange(const ApiRequest &request, qint64 timeoutMs, std::function<void(Raw)> done)
{
    ++m_requests;
    const Faults &faults = m_link.faults;
    Rng &rng = m_link.rng;
    SimTime &time = m_link.time;
    const auto latency = [&] { return 1 + qint64(rng.below(quint64(faults.latencyMs) * 2)); };
    const auto happens = [&](double chance) { return chance > 0 && rng.unit() < chance; };
    m_link.trace.add(time.now(), "request", request.body);

    if (!m_link.online() || !m_link.server.isUp())
        return finish(latency(), [done] { done(lost(Outcome::NotSent, ErrorCode::Offline)); });
    if (happens(faults.portal))
        return finish(latency(), [done] { done(lost(Outcome::NotOurAnswer, ErrorCode::NotOurServer)); });
    if (happens(faults.dropRequest) || happens(faults.cutRequest))
        return finish(timeoutMs, [done] { done(lost(Outcome::MaybeSent, ErrorCode::Timeout)); });
    if (happens(faults.busy))
        return finish(latency(), [done] { done(lost(Outcome::Busy, ErrorCode::RateLimited)); });
    if (happens(faults.failBefore))
        return finish(latency(), [done] { done(lost(Outcome::ServerFault, ErrorCode::ServerFault)); });

    // What is on the way stays on the way, whatever becomes of the client.
    const auto deliver = [this, request](qint64 delay, SimServer::Answer answer) {
        m_link.time.after(delay, [&server = m_link.server, request, answer = std::move(answer)] {
            if (server.isUp())
                server.handle(request, answer);
        });
    };
    if (happens(faults.deliverLate)) {
        // Log-uniform, a second to three days: the client has long given up.
        const auto late = timeoutMs + (qint64(1000) << rng.below(18));
        deliver(late, [](const ApiResponse &) {});
        return finish(timeoutMs, [done] { done(lost(Outcome::MaybeSent, ErrorCode::Timeout)); });
    }
    if (happens(faults.duplicate))
        deliver(latency() + qint64(1000) * qint64(rng.below(600)), [](const ApiResponse &) {});

    const bool answerLost = happens(faults.loseAnswer);
    const bool failsAfter = happens(faults.failAfter);
    auto ended = std::make_shared<bool>(false);
    const quint64 generation = m_generation;
    const qint64 back = latency();
    deliver(latency(), [this, watch = std::weak_ptr<bool>(m_alive), done, ended, answerLost,
                        failsAfter, generation, back](const ApiResponse &response) {
        if (watch.expired() || answerLost || generation != m_generation)
            return;
        finish(back, [this, done, ended, response, failsAfter, restores = m_link.server.restores()] {
            if (std::exchange(*ended, true))
                return;
            m_answeredAfter = restores;
            done(failsAfter ? lost(Outcome::ServerFault, ErrorCode::ServerFault)
                            : judged(response));
        });
    });
    finish(timeoutMs, [done, ended] {
        if (!std::exchange(*ended, true))
            done(lost(Outcome::MaybeSent, ErrorCode::Timeout));
    });
}

void SimAdapter::sync(const wire::SyncRequest &original,
                      std::function<void(remote::Reply<wire::SyncResponse>)> done)
{
    if (!m_link.online() || !m_link.server.isUp()) {
        // Long outages are thousands of these; nothing would leave the machine.
        ++m_requests;
        m_link.trace.add(m_link.time.now(), "refused");
        return finish(1, [done] { done({Outcome::NotSent, {}, {ErrorCode::Offline, {}, std::nullopt}}); });
    }
    wire::SyncRequest asked = original;
    if (m_link.planted == Planted::NoHighWater) {
        for (wire::FeedState &feed : asked.feeds)
            feed.highWater = feed.cursor;
    }
    QHash<OpId, OpId> back;
    if (m_link.planted == Planted::NewIdOnRetry) {
        for (Op &op : asked.ops) {
            const OpId real = op.id;
            if (m_tried.contains(real))
                op.id = OpId(derivedUuid(real.uuid(), QByteArray::number(m_requests)));
            m_tried.insert(real);
            back.insert(op.id, real);
        }
    }
    const QByteArray body = json::compact(wire::encode(asked));
    const qint64 timeout = limits::kRequestTimeoutMs + (asked.waitMs > 0 ? kVirtualPollMs : 0);
    exchange(request("POST", wire::kSyncPath, body), timeout, [this, original, back, done](const Raw &raw) {
        remote::Reply<wire::SyncResponse> reply;
        reply.outcome = raw.outcome;
        reply.error = raw.error;
        if (raw.outcome == Outcome::Ok) {
            const auto object = json::parseObject(raw.value.body, 64 * limits::kJsonBytes);
            auto decoded = object ? wire::decodeSyncResponse(*object)
                                  : Result<wire::SyncResponse>(fail(object.error()));
            if (!decoded) {
                reply.outcome = Outcome::ServerFault;
                reply.error = decoded.error();
            } else {
                for (wire::OpResult &result : decoded->results)
                    result.op = back.value(result.op, result.op);
                reply.value = *decoded;
                if (m_answeredAfter == m_link.server.restores())
                    m_link.witness(original, reply.value);
            }
        }
        done(reply);
    });
}

void SimAdapter::known(const QList<OpId> &ops,
                       std::function<void(remote::Reply<QList<OpId>>)> done)
{
    if (!m_link.online() || !m_link.server.isUp()) {
        ++m_requests;
        m_link.trace.add(m_link.time.now(), "refused");
        return finish(1, [done] { done({Outcome::NotSent, {}, {ErrorCode::Offline, {}, std::nullopt}}); });
    }
    QJsonArray ids;
    for (const OpId &op : ops)
        ids.append(op.text());
    const QByteArray body = json::compact({{QStringLiteral("ops"), ids}});
    exchange(request("POST", wire::kKnownPath, body), limits::kRequestTimeoutMs,
             [done](const Raw &raw) {
                 remote::Reply<QList<OpId>> reply;
                 reply.outcome = raw.outcome;
                 reply.error = raw.error;
                 if (raw.outcome == Outcome::Ok) {
                     const auto object = json::parseObject(raw.value.body, limits::kJsonBytes);
                     const QJsonArray known =
                         object ? object->value(QLatin1String("known")).toArray() : QJsonArray();
                     for (const QJsonValue &id : known)
                         reply.value.append(OpId::fromStored(id.toString()));
                 }
                 done(reply);
             });
}

void SimAdapter::upload(const QString &sha256, std::function<void(remote::Reply<bool>)> done)
{
    const QByteArray body =
        json::compact({{QStringLiteral("sha256"), sha256},
                       {QStringLiteral("size"), m_blobs.size(sha256)}});
    exchange(request("POST", wire::kBlobsPath, body), limits::kRequestTimeoutMs,
             [this, sha256, done](const Raw &raw) {
                 if (raw.outcome != Outcome::Ok)
                     return done({raw.outcome, false, raw.error});
                 const auto object = json::parseObject(raw.value.body, limits::kJsonBytes);
                 sendChunk(sha256, object ? object->value(QLatin1String("offset")).toInteger() : 0,
                           done);
             });
}

void SimAdapter::sendChunk(const QString &sha256, qint64 offset,
                           std::function<void(remote::Reply<bool>)> done)
{
    if (offset >= m_blobs.size(sha256))
        return done({Outcome::Ok, true, {}});
    constexpr qint64 kChunk = 700; // small, so that uploads are cut in the middle
    const auto bytes = m_blobs.read(sha256, offset, kChunk);
    if (!bytes)
        return done({Outcome::Refused, false, bytes.error()});
    ApiRequest patch =
        request("PATCH", wire::kBlobsPath + QLatin1Char('/') + sha256, *bytes);
    patch.headers.insert("content-type", "application/octet-stream");
    patch.headers.insert("vigie-offset", QByteArray::number(offset));
    exchange(patch, limits::kRequestTimeoutMs, [this, sha256, done](const Raw &raw) {
        if (raw.outcome != Outcome::Ok)
            return done({raw.outcome, false, raw.error});
        const auto object = json::parseObject(raw.value.body, limits::kJsonBytes);
        if (!object)
            return done({Outcome::ServerFault, false, object.error()});
        sendChunk(sha256, object->value(QLatin1String("offset")).toInteger(), done);
    });
}

void SimAdapter::download(const QString &, qint64, const TicketId &,
                          std::function<void(remote::Reply<bool>)> done)
{
    finish(1, [done] { done({Outcome::Refused, false, {}}); });
}

} // namespace vigie::sim
