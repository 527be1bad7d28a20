// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"
#include "core/remote/serveradapter.h"

#include <QJsonObject>

namespace vigie::remote {

/// What a good answer to a request looks like.
enum class Expect {
    Json,    ///< 2xx, application/json, an object
    Bytes,   ///< 200 or 206, application/octet-stream
    Nothing, ///< 2xx, any body of ours or none
};

/// An exchange after the answer policy.
struct Judged {
    Outcome outcome = Outcome::NotSent;
    Error error;            ///< when not Ok
    net::Response response; ///< when there was one
    QJsonObject json;       ///< Ok with Expect::Json
};

/// Decides what an answer means. Strict: whatever does not look exactly like our server (another
/// content type, HTML, a redirect, a status without our error body) is a captive portal or a proxy
/// and counts as being offline, never as an answer. Pure.
///
/// | answer                                  | outcome      |
/// |-----------------------------------------|--------------|
/// | none, certainly not arrived; TLS fault  | NotSent      |
/// | none, may have arrived                  | MaybeSent    |
/// | over the size cap; 3xx; foreign body    | NotOurAnswer |
/// | 408 425 429 503 507                     | Busy         |
/// | 401 with our error                      | AuthNeeded   |
/// | 426 with our error                      | TooOld       |
/// | other 4xx with our error                | Refused      |
/// | 511, 407, 4xx without our error         | NotOurAnswer |
/// | other 5xx; our answer that cannot be read | ServerFault |
[[nodiscard]] Judged judge(const net::Answer &answer, Expect expect);

/// The answer's value; a body that our server wrote but that breaks the protocol is ServerFault.
template<class T>
[[nodiscard]] Reply<T> decoded(const Judged &judged, Result<T> (*decode)(const QJsonObject &))
{
    if (judged.outcome != Outcome::Ok)
        return {judged.outcome, T{}, judged.error};
    Result<T> value = decode(judged.json);
    if (!value)
        return {Outcome::ServerFault, T{},
                Error{ErrorCode::ServerFault, value.error().detail, std::nullopt}};
    return {Outcome::Ok, std::move(*value), {}};
}

} // namespace vigie::remote
