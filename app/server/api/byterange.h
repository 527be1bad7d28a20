// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace vigie::server {

/// A part of a file. `last` is inclusive; -1: to the end.
struct ByteRange {
    qint64 first = 0;
    qint64 last = -1;
};

/// "bytes=first-" or "bytes=first-last", and nothing else that RFC 9110 also allows.
[[nodiscard]] std::optional<ByteRange> parseByteRange(const QByteArray &header);

} // namespace vigie::server
