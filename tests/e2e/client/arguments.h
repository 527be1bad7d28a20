// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace vigie::e2e {

/// An argument of a command, empty where it was not given.
[[nodiscard]] inline QString text(const QJsonObject &arguments, const char *key)
{
    return arguments.value(QLatin1String(key)).toString();
}

} // namespace vigie::e2e
