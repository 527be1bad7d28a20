// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

namespace vigie::e2e {

/// The digest of every feed that holds something in the copy of the profile in `folder`, by feed,
/// read through a second, read-only connection while the client runs.
[[nodiscard]] Result<QJsonObject> feedDigests(const QString &folder);

} // namespace vigie::e2e
