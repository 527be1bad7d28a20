// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

namespace vigie {

/// When what waits for the digest is told together, for somebody who chose nothing: full hours of the
/// day, local time, the earliest first.
[[nodiscard]] QList<int> usualDigestHours();

/// Hours as settings keep them: "9,13,17". What is no such list means the usual ones.
[[nodiscard]] QString digestHoursText(const QList<int> &hours);
[[nodiscard]] QList<int> digestHoursFrom(const QString &text);

/// The newest moment of a digest that is not after `now`; UTC or local as `now` is. `hours` as
/// above, not empty.
[[nodiscard]] QDateTime lastDigest(const QDateTime &now, const QList<int> &hours);

} // namespace vigie
