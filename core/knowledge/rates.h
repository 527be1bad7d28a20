// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vigie::knowledge {

/// What two counts over two lengths of time say about each other.
enum class RateChange {
    TooFew, ///< together less than kFewestToCompare: chance alone may have made the difference
    Same,   ///< no difference that chance would not make in one case of twenty
    More,
    Fewer
};

inline constexpr int kFewestToCompare = 12;

/// Compares `before` events in a span of `beforeLength` with `after` in one of `afterLength`, both in
/// the same unit. The exact conditional test for two Poisson rates (Przyborowski and Wilenski 1940):
/// given their sum, one count is binomial; two-sided at 5 %. A length of 0 or less is TooFew.
[[nodiscard]] RateChange compareRates(int before, double beforeLength, int after,
                                      double afterLength);

} // namespace vigie::knowledge
