// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace vigie::remote {

/// The wait in milliseconds that a Retry-After header asks for: seconds, or a date, which counts
/// from the answer's own Date header, so that neither side's clock needs to be right. At most
/// limits::kRetryAfterMostMs; 0 for a date that is over; nullopt when it says nothing usable.
[[nodiscard]] std::optional<qint64> retryAfterMs(const QByteArray &retryAfter,
                                                 const QByteArray &date);

} // namespace vigie::remote
