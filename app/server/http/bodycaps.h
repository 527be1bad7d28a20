// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace vigie::server {

/// The most bytes that a request to this route may bring, before anything of it is read. A route
/// that does not exist may bring little; the API answers it with 404. Pure.
[[nodiscard]] qint64 bodyCapFor(const QByteArray &method, const QByteArray &path);

} // namespace vigie::server
