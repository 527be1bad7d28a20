// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace vigie::net {

/// Completes what a person typed as a server: "helpdesk" → https://helpdesk:<defaultPort>.
/// Invalid for anything but https, for user names or passwords in the address, for paths, queries
/// and fragments, and for characters that make an address look like another one.
/// `defaultPort` also stands in when "https://host" was typed without a port.
[[nodiscard]] Result<QUrl> completeServerAddress(const QString &typed, int defaultPort);

/// The address as it is shown to a person: host in ASCII (so that look-alike letters are seen) and
/// the port when it is not the default one.
[[nodiscard]] QString shownAddress(const QUrl &server, int defaultPort);

/// Whether the transport may speak to it: https anywhere, plain http with this machine only,
/// never with credentials inside the address.
[[nodiscard]] Done checkRequestUrl(const QUrl &url);

} // namespace vigie::net
