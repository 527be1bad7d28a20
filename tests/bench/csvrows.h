// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QMap>
#include <QString>

namespace vigie::bench {

/// The rows of a CSV file (RFC 4180, UTF-8) by the names in its first line.
[[nodiscard]] Result<QList<QMap<QString, QString>>> readCsv(const QString &path);

} // namespace vigie::bench
