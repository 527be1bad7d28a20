// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/op.h"

#include <QJsonObject>

namespace vigie {

/// The schema that encodeOp() writes. decodeOp() reads this and every earlier one: an outbox
/// written by any released version can be sent by any later one.
inline constexpr int kOpSchema = 1;

/// The canonical JSON of an op; equal ops give equal bytes.
[[nodiscard]] QJsonObject encodeOp(const Op &op);

/// Invalid with the field's name when anything is wrong; ProtocolMismatch for a newer schema.
[[nodiscard]] Result<Op> decodeOp(const QJsonObject &object);

/// SHA-256 (hex) of the canonical bytes. The same id with another fingerprint is refused.
[[nodiscard]] QString fingerprintOf(const Op &op);

/// The kind's wire name, e.g. "message.add".
[[nodiscard]] QString kindName(const Payload &payload);

} // namespace vigie
