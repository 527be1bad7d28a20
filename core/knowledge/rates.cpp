// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/rates.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace vigie::knowledge {

namespace {

/// The chance that of `n` events at least `k` fall into a part of the share `p`.
double chanceOfAtLeast(int k, int n, double p)
{
    double sum = 0;
    const double whole = std::lgamma(n + 1.0);
    for (int i = k; i <= n; ++i) {
        const double ways = whole - std::lgamma(i + 1.0) - std::lgamma(n - i + 1.0);
        const double chance = std::exp(ways + i * std::log(p) + (n - i) * std::log1p(-p));
        sum += chance;
        if (i > n * p && chance < 1e-12)
            break; // the rest is smaller still
    }
    return std::min(1.0, sum);
}

} // namespace

RateChange compareRates(int before, double beforeLength, int after, double afterLength)
{
    constexpr double kOneSide = 0.025;
    if (!(beforeLength > 0) || !(afterLength > 0) || before < 0 || after < 0
        || qint64(before) + after < kFewestToCompare || qint64(before) + after > 10'000'000)
        return RateChange::TooFew;
    const int sum = before + after;
    const double share = afterLength / (beforeLength + afterLength);
    if (chanceOfAtLeast(after, sum, share) <= kOneSide)
        return RateChange::More;
    if (chanceOfAtLeast(before, sum, 1 - share) <= kOneSide)
        return RateChange::Fewer;
    return RateChange::Same;
}

} // namespace vigie::knowledge
