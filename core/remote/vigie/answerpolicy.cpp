// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/vigie/answerpolicy.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/remote/vigie/retryafter.h"
#include "core/wire/codec.h"
#include "core/wire/endpoints.h"

namespace vigie::remote {

namespace {

QByteArray mediaType(const net::Response &response)
{
    return response.headers.value("content-type").split(';').first().trimmed().toLower();
}

bool isJson(const net::Response &response)
{
    return mediaType(response) == QByteArray(wire::kJsonType.latin1());
}

Judged ended(Outcome outcome, ErrorCode code, const QString &detail,
             const net::Response &response)
{
    return {outcome, Error{code, detail, std::nullopt}, response, {}};
}

Judged notOurs(const QString &why, const net::Response &response)
{
    return ended(Outcome::NotOurAnswer, ErrorCode::NotOurServer,
                 QStringLiteral("status %1: %2").arg(response.status).arg(why), response);
}

/// The error that our server put into the body, if it was our server.
std::optional<Error> ownError(const net::Response &response)
{
    if (!isJson(response))
        return std::nullopt;
    const Result<QJsonObject> object = json::parseObject(response.body, limits::kJsonBytes);
    return object ? wire::decodeError(*object) : std::nullopt;
}

Judged judgeFailure(const net::Failure &failure)
{
    Outcome outcome = failure.mayHaveArrived ? Outcome::MaybeSent : Outcome::NotSent;
    switch (failure.error.code) {
    case ErrorCode::TlsUntrusted:
    case ErrorCode::TlsChanged:
    case ErrorCode::TlsExpired:
        outcome = Outcome::NotSent;
        break;
    case ErrorCode::TooLarge:
        outcome = Outcome::NotOurAnswer;
        break;
    default:
        break;
    }
    return {outcome, failure.error, {}, {}};
}

Judged judgeGood(const net::Response &response, Expect expect)
{
    if (expect == Expect::Nothing) {
        if (response.body.isEmpty() || isJson(response))
            return {Outcome::Ok, {}, response, {}};
        return notOurs(QStringLiteral("unexpected body"), response);
    }
    if (expect == Expect::Bytes) {
        const bool bytes = mediaType(response) == QByteArray(wire::kBytesType.latin1());
        if (bytes && (response.status == 200 || response.status == 206))
            return {Outcome::Ok, {}, response, {}};
        return notOurs(QStringLiteral("not the file's bytes"), response);
    }
    if (!isJson(response))
        return notOurs(QStringLiteral("not JSON"), response);
    Result<QJsonObject> object = json::parseObject(response.body, limits::kJsonBytes);
    if (!object)
        return notOurs(object.error().detail, response);
    return {Outcome::Ok, {}, response, *object};
}

Error waiting(const net::Response &response, ErrorCode code)
{
    Error error{code, QStringLiteral("status %1").arg(response.status), std::nullopt};
    if (const std::optional<Error> own = ownError(response))
        error = *own;
    const std::optional<qint64> header =
        retryAfterMs(response.headers.value("retry-after"), response.headers.value("date"));
    if (header)
        error.retryAfterMs = header;
    return error;
}

Judged judgeServerError(const net::Response &response)
{
    switch (response.status) {
    case 503:
        return {Outcome::Busy, waiting(response, ErrorCode::ServerFault), response, {}};
    case 507:
        return {Outcome::Busy, waiting(response, ErrorCode::ServerFull), response, {}};
    case 511:
        return notOurs(QStringLiteral("the network wants a sign-in"), response);
    default:
        return {Outcome::ServerFault, waiting(response, ErrorCode::ServerFault), response, {}};
    }
}

Judged judgeRefusal(const net::Response &response)
{
    if (response.status == 408 || response.status == 425)
        return {Outcome::Busy, waiting(response, ErrorCode::Timeout), response, {}};
    if (response.status == 429)
        return {Outcome::Busy, waiting(response, ErrorCode::RateLimited), response, {}};
    const std::optional<Error> own = ownError(response);
    if (!own)
        return notOurs(QStringLiteral("without our error"), response);
    switch (response.status) {
    case 401:
        return {Outcome::AuthNeeded, *own, response, {}};
    case 407:
        return notOurs(QStringLiteral("a proxy wants a sign-in"), response);
    case 426:
        return {Outcome::TooOld, *own, response, {}};
    default:
        return {Outcome::Refused, *own, response, {}};
    }
}

} // namespace

Judged judge(const net::Answer &answer, Expect expect)
{
    if (!answer)
        return judgeFailure(answer.error());
    const int status = answer->status;
    if (status >= 200 && status < 300)
        return judgeGood(*answer, expect);
    if (status >= 400 && status < 500)
        return judgeRefusal(*answer);
    if (status >= 500 && status < 600)
        return judgeServerError(*answer);
    return notOurs(QStringLiteral("redirect or unknown status"), *answer);
}

} // namespace vigie::remote
