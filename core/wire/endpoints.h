// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

/// Every path, header and version of the protocol, once, for client and server.
///
/// | method | path                  | body                       | answer                          |
/// |--------|-----------------------|----------------------------|---------------------------------|
/// | GET    | /v1/hello             | -                          | Hello: who the server is        |
/// | POST   | /v1/session           | SignIn                     | Session: token, person          |
/// | DELETE | /v1/session           | -                          | 204; the token is dead          |
/// | POST   | /v1/sync              | SyncRequest                | SyncResponse                    |
/// | POST   | /v1/sync/known        | {ops:[id...]}              | {known:[id...]}                 |
/// | POST   | /v1/digest            | {}                         | {feeds:{name:{count,digest}}}   |
/// | POST   | /v1/presence          | PresenceRequest            | PresenceResponse; staff only    |
/// | POST   | /v1/blobs             | {sha256,size}              | {offset}: upload (re)started    |
/// | HEAD   | /v1/blobs/<sha256>    | -                          | Vigie-Offset, Vigie-Size        |
/// | PATCH  | /v1/blobs/<sha256>    | bytes; Vigie-Offset        | {offset}; 409 wrong offset      |
/// | GET    | /v1/blobs/<sha256>    | - ; Vigie-Ticket           | bytes; Range is honoured        |
///
/// Errors are {error:{code,detail,retryAfterMs?}} with a fitting status. JSON bodies are
/// application/json; an answer of any other type is not from a Vigie server.
namespace vigie::wire {

inline constexpr int kProtocolVersion = 1;
inline constexpr int kDefaultPort = 8642;

inline constexpr QLatin1String kHelloPath{"/v1/hello"};
inline constexpr QLatin1String kSessionPath{"/v1/session"};
inline constexpr QLatin1String kSyncPath{"/v1/sync"};
inline constexpr QLatin1String kKnownPath{"/v1/sync/known"};
inline constexpr QLatin1String kDigestPath{"/v1/digest"};
inline constexpr QLatin1String kPresencePath{"/v1/presence"};
inline constexpr QLatin1String kBlobsPath{"/v1/blobs"};

inline constexpr QLatin1String kJsonType{"application/json"};
inline constexpr QLatin1String kBytesType{"application/octet-stream"};

inline constexpr QLatin1String kProtocolHeader{"Vigie-Protocol"};
inline constexpr QLatin1String kRequestIdHeader{"Vigie-Request"};
inline constexpr QLatin1String kOffsetHeader{"Vigie-Offset"};
inline constexpr QLatin1String kSizeHeader{"Vigie-Size"};
inline constexpr QLatin1String kTicketHeader{"Vigie-Ticket"};

} // namespace vigie::wire
