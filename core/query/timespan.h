// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/expr.h"

#include <QTimeZone>

namespace vigie::query {

/// Moments [low, high], UTC ms. Empty when low > high. Never holds 0, which means "not set".
struct Moments {
    qint64 low = 1;
    qint64 high = 0;

    bool operator==(const Moments &) const = default;
};

/// What a term of a time field means at `now`; the values must not be None. `isFuture` as in
/// FieldSpec. Several values of Is are not joined: one call each, with `value` alone.
[[nodiscard]] Moments momentsOf(Op op, const QList<Value> &values, bool isFuture, qint64 now,
                                const QTimeZone &zone);

} // namespace vigie::query
