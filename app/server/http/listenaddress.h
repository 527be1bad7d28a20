// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace vigie::server {

/// A place to listen at. `host` is a numeric address without brackets.
struct ListenAddress {
    QString host;
    quint16 port = 0;      ///< 0 = any free port; the first one found is used for the others too
    bool optional = false; ///< a machine without this address family is no error

    bool operator==(const ListenAddress &) const = default;
};

/// Reads "127.0.0.1:8642", "[::1]:8642", "0.0.0.0" or "::" (with `defaultPort`). Pure.
[[nodiscard]] Result<ListenAddress> parseListenAddress(const QString &text, quint16 defaultPort);

/// "127.0.0.1:8642" or "[::1]:8642".
[[nodiscard]] QString toText(const ListenAddress &address);

} // namespace vigie::server
