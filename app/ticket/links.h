// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace vigie {

/// A web or mail address found in plain text.
struct FoundLink {
    int start = 0;
    int length = 0;
    QUrl url;
};

/// The addresses in foreign text that may be opened at all: http, https and mailto, nothing else.
[[nodiscard]] QList<FoundLink> linksIn(const QString &text);

/// The address as the machine will use it: host in its ASCII form, so that look-alike letters show.
[[nodiscard]] QString realTarget(const QUrl &url);

} // namespace vigie
