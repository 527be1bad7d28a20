// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/messages.h"

/// JSON forms of core/wire/messages.h. Decoders are strict about types and limits, ignore unknown
/// fields, and never trust a count that a list contradicts.
namespace vigie::wire {

[[nodiscard]] QJsonObject encode(const SyncRequest &request);
[[nodiscard]] Result<SyncRequest> decodeSyncRequest(const QJsonObject &object);

[[nodiscard]] QJsonObject encode(const SyncResponse &response);
[[nodiscard]] Result<SyncResponse> decodeSyncResponse(const QJsonObject &object);

[[nodiscard]] QJsonObject encode(const OpResult &result);
[[nodiscard]] Result<OpResult> decodeOpResult(const QJsonObject &object);

[[nodiscard]] QJsonObject encode(const Hello &hello);
[[nodiscard]] Result<Hello> decodeHello(const QJsonObject &object);

[[nodiscard]] QJsonObject encode(const SignIn &signIn);
[[nodiscard]] Result<SignIn> decodeSignIn(const QJsonObject &object);

[[nodiscard]] QJsonObject encode(const Session &session);
[[nodiscard]] Result<Session> decodeSession(const QJsonObject &object);

[[nodiscard]] QJsonObject encode(const Error &error);
/// The error in an answer's body, or nullopt when the body is not one of ours.
[[nodiscard]] std::optional<Error> decodeError(const QJsonObject &object);

/// The HTTP status that fits an error, and the code that a bare status stands for.
[[nodiscard]] int statusFor(ErrorCode code);

/// What an op's change kind and id add to a feed's chain: BLAKE2b-256 over the previous value and
/// the entry, hex.
[[nodiscard]] QString nextChain(const QString &previous, qint64 seq, ChangeKind kind,
                                const QString &id, const QString &cause);

/// The digest of one thing; digests of a feed are the XOR of these (order does not matter).
[[nodiscard]] QByteArray rowDigest(const QString &kind, const QJsonObject &data);

} // namespace vigie::wire
