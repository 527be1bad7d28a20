// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie {

/// How many letters have to be added, taken away, exchanged or swapped with their neighbour to make
/// one word of another; `most` + 1 as soon as it is known to be more. Cost: length × length.
[[nodiscard]] int editDistance(QStringView a, QStringView b, int most);

} // namespace vigie
